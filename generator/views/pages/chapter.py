"""The page of one chapter: its playbooks, danger first, then in the order that it lists them."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.model.guidebook_files import Chapter
from generator.model.playbook import Kind
from generator.views.pages.list_parts import find_address
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.rows import Row, find_opening


def render(renderer: Renderer, chapter: Chapter) -> Page:
    """The page."""
    return Page(
        path=f"{chapter.id}/index.md",
        title=chapter.title,
        description=renderer.inline.plain(chapter.purpose or chapter.title),
        layout=Layout.CHAPTER,
        write=partial(_write, renderer, chapter),
        chapter=chapter.id,
        recall=partial(_recall, renderer, chapter),
    )


def _recall(renderer: Renderer, chapter: Chapter, work: Callable[[], str]) -> str:
    playbooks = renderer.guidebook.by_chapter[chapter.id]
    # Where those parts are depends on how many playbooks there are in all.
    ways = [find_address(renderer, url, chapter) for url in renderer.listed]
    return renderer.keep(work, f"chapter {chapter.id} {ways}", playbooks)


def _write(renderer: Renderer, chapter: Chapter) -> Content:
    writer = renderer.writer(f"{chapter.id}/index.md")
    lead = writer.write(
        "chapter-lead.html",
        chapter=chapter,
        title=chapter.title,
        pages=len(renderer.guidebook.by_chapter[chapter.id]),
    )
    return Content(
        lead,
        main=tuple(_write_sections(renderer, writer, chapter)),
        below=(_write_more(renderer, writer, chapter),),
    )


def _write_more(renderer: Renderer, writer: PageWriter, chapter: Chapter) -> Section:
    """The lists across chapters, each at the part that is this chapter's."""
    lists = [
        ("words/", "message-square-quote", "Words to use"),
        ("checklists/", "list-checks", "Checklists"),
        ("practice/", "drama", "Practice"),
    ]
    links = [
        (find_address(renderer, url, chapter), icon, words)
        for url, icon, words in lists
        if renderer.listed[url][chapter.id]
    ]
    return Section("more", "More for this chapter", writer.write("chapter-more.html", links=links))


def _write_sections(renderer: Renderer, writer: PageWriter, chapter: Chapter) -> Iterator[Section]:
    """Emergencies, then all else; a heading is seen only where there are both."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for playbook in renderer.guidebook.by_chapter[chapter.id]:
        is_urgent = playbook.kind is Kind.EMERGENCY
        group = ("act-now", "Act now") if is_urgent else ("situations", "What to say and do")
        row = Row(
            playbook=playbook,
            title=renderer.title(playbook),
            url=playbook.url,
            opening=find_opening(playbook),
            aside=f"for {' and '.join(playbook.readers)}" if playbook.readers else "",
        )
        groups.setdefault(group, []).append(row)
    style = "" if len(groups) > 1 else "gb-untitled"
    for (mark, heading), rows in groups.items():
        yield Section(mark, heading, writer.write("rows.html", rows=rows), style)
