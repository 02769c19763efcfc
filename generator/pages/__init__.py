"""The pages of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Iterator, Mapping, Sequence

from generator.guidebook import Guidebook
from generator.inline import Inline
from generator.pages import (
    chapter,
    help_me_now,
    home,
    ideas,
    indexes,
    managers,
    playbook,
    rules,
    sources,
    words,
)
from generator.pages.page import Page
from generator.pages.press import Press, forget_templates

__all__ = ["forget_templates", "render"]


def render(
    guidebook: Guidebook,
    *,
    edit_base: str | None = None,
    papers: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> dict[str, Page]:
    """Write every page, by its path. `edit_base` is the address that playbook files stand under.

    `papers` are the words and the path of each paper, by the id of its playbook.
    """
    press = Press(guidebook, Inline(guidebook), edit_base, papers or {})
    return {page.path: page for page in _render_all(press)}


def _render_all(press: Press) -> Iterator[Page]:
    yield home.render(press)
    yield help_me_now.render(press)
    if press.guidebook.triage:
        yield help_me_now.render_tree(press, press.guidebook.triage)
    for one in press.guidebook.about.chapters:
        yield chapter.render(press, one)
        for another in press.guidebook.by_chapter[one.id]:
            yield playbook.render(press, another)
    yield words.render(press)
    yield indexes.render_checklists(press)
    yield indexes.render_practice(press)
    yield managers.render(press)
    yield sources.render(press)
    if press.guidebook.ideas:
        yield ideas.render(press)
    yield rules.render(press)
