"""The pages of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Iterator, Sequence

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook, StandardPlaybook
from generator.views.changes.report import EditionChanges
from generator.views.pages import (
    chapter,
    edition_page,
    emergency,
    help_me_now,
    home,
    house_facts,
    ideas,
    indexes,
    managers,
    path_page,
    playbook_page,
    rules_page,
    search_notes,
    sources,
    trainers,
    training,
    what_changed,
    words,
)
from generator.views.pages.page import Page
from generator.views.pages.renderer import ListSizes, Renderer, forget_templates, keep_code
from generator.views.papers import PaperLinks

__all__ = ["forget_templates", "keep_code", "render"]


def render(
    guidebook: Guidebook,
    *,
    edit_base: str | None = None,
    papers: PaperLinks | None = None,
    changes: Sequence[EditionChanges] = (),
    kept: KeptWork | None = None,
    list_sizes: ListSizes | None = None,
) -> list[Page]:
    """Every page. `edit_base` is the address below which playbook files can be edited.

    `changes` are those from edition to edition, the newest first. What is `kept` of pages is taken.
    `list_sizes` say from when on long lists are cut into pages.
    """
    links = papers or PaperLinks()
    renderer = Renderer(
        guidebook, Inline(guidebook), edit_base, links, changes, kept, list_sizes or ListSizes()
    )
    return list(_render_all(renderer))


def _render_all(renderer: Renderer) -> Iterator[Page]:
    yield home.render(renderer)
    yield help_me_now.render(renderer)
    if renderer.guidebook.triage:
        yield help_me_now.render_tree(renderer, renderer.guidebook.triage)
    for one in renderer.guidebook.about.chapters:
        yield chapter.render(renderer, one)
        for another in renderer.guidebook.by_chapter[one.id]:
            yield _render_playbook(renderer, another)
    yield words.render(renderer)
    yield from words.render_parts(renderer)
    yield indexes.render_checklists(renderer)
    yield indexes.render_practice(renderer)
    yield from indexes.render_parts(renderer)
    yield training.render(renderer)
    for path in renderer.guidebook.paths:
        yield path_page.render(renderer, path)
    yield house_facts.render(renderer)
    if renderer.changes:
        yield what_changed.render(renderer)
    for changes in renderer.changes:
        yield edition_page.render(renderer, changes)
    if renderer.guidebook.about.learn.searches:
        yield search_notes.render(renderer)
    yield trainers.render(renderer)
    yield managers.render(renderer)
    yield sources.render(renderer)
    if renderer.guidebook.ideas:
        yield ideas.render(renderer)
    yield rules_page.render(renderer)


def _render_playbook(renderer: Renderer, one: Playbook) -> Page:
    if isinstance(one, Emergency):
        return emergency.render(renderer, one)
    assert isinstance(one, StandardPlaybook)  # noqa: S101  # there is no third kind
    return playbook_page.render(renderer, one)
