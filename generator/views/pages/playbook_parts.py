"""What the pages of all kinds of playbooks have in common."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.model.guidebook import Origin
from generator.model.playbook import Kind, Playbook
from generator.model.shown_values import digest_playbook
from generator.views.answer_links import make_answer_links
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.paper_parts import write_papers
from generator.views.pages.practice_parts import describe_practice, describe_roleplay
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.seen_mark import find_changes_url
from generator.views.pages.sources import cite
from generator.views.papers.kinds import list_kinds
from generator.views.sign_off import describe_approval, describe_unsigned_facts


def make_page(
    renderer: Renderer, playbook: Playbook, layout: Layout, write: Callable[[PageWriter], Content]
) -> Page:
    """The page of a playbook, of which `write` makes the content."""
    path = f"{playbook.chapter}/{playbook.id}.md"
    return Page(
        path=path,
        title=renderer.title(playbook),
        description=renderer.inline.plain(playbook.purpose),
        layout=layout,
        write=lambda: write(renderer.writer(path)),
        chapter=playbook.chapter,
        written_in=playbook.path,
        urgent=playbook.kind is Kind.EMERGENCY
        or renderer.guidebook.chapters[playbook.chapter].urgent,
        recall=partial(_recall, renderer, playbook),
    )


def _recall(renderer: Renderer, playbook: Playbook, work: Callable[[], str]) -> str:
    """The HTML of a page, which is the same for as long as all that it shows is."""
    if renderer.kept is None:
        return work()
    links = renderer.papers.playbooks.get(playbook.id, ())
    changes_url = find_changes_url(renderer, playbook)
    return renderer.kept.take(digest_playbook(playbook, links, changes_url, renderer.around), work)


def write_check(writer: PageWriter, playbook: Playbook) -> Section:
    """The boxes to tick."""
    return Section(
        "check", "Check yourself", writer.write("playbook/check.html", playbook=playbook)
    )


def write_onward(writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    """The papers to print, and what to read next."""
    renderer = writer.renderer
    links = renderer.papers.playbooks.get(playbook.id, ())
    yield from write_papers(writer, links, list_kinds(playbook), playbook=playbook.id)
    if playbook.related:
        others = [renderer.guidebook.by_id[one] for one in playbook.related]
        related = [{**renderer.link(one), "icon": renderer.icon(one)} for one in others]
        html = writer.write("playbook/next.html", related=related)
        yield Section("next", "Next", html, "gb-on-screen")


def write_below(writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    """The practice, and the sources."""
    if practice := playbook.practice:
        html = writer.write(
            "playbook/practice.html",
            label=describe_practice(playbook),
            quizzes=practice.quiz,
            roleplay=practice.roleplay,
            **describe_roleplay(playbook),
        )
        yield Section("practice", "Practice this", html)
    guidebook = writer.renderer.guidebook
    names = guidebook.list_sources(playbook)
    if cited := [cite(name, guidebook.sources[name]) for name in names]:
        yield Section(
            "sources", "Why we say this", writer.write("playbook/sources.html", sources=cited)
        )


def write_foot(writer: PageWriter, playbook: Playbook) -> str:
    """Who keeps the page right, who approved it, and when it is looked at again."""
    guidebook, edit_base = writer.renderer.guidebook, writer.renderer.edit_base
    facts = guidebook.list_facts(playbook)
    owners = {owner.name: owner.contact for owner in guidebook.about.owners}
    return writer.write(
        "playbook/foot.html",
        playbook=playbook,
        contact=owners.get(playbook.owner),
        review_due=guidebook.review_due(playbook),
        edit_link=edit_base + playbook.path if edit_base else None,
        sign_off=describe_approval(playbook),
        answers=make_answer_links(guidebook.about.learn.answers_to, playbook),
        needs_country=[one.name for one in facts if one.origin is Origin.COMMON],
        unsigned_facts=describe_unsigned_facts(facts),
    )
