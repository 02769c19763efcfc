"""The page of one chapter: its playbooks, by what they are for."""

from itertools import groupby

from generator.guidebook import Chapter
from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press
from generator.playbook import Kind

_HEADINGS = {
    Kind.PRINCIPLE: "Know this",
    Kind.TACTIC: "How to do it",
    Kind.SCENARIO: "When it happens",
    Kind.CHECKLIST: "Checklists",
    Kind.POLICY: "House rules",
}


def render(press: Press, chapter: Chapter) -> Page:
    """Write the page."""
    sheet = press.sheet(f"{chapter.id}/index.md")
    playbooks = press.guidebook.by_chapter[chapter.id]
    sections = []
    for kind, group in groupby(playbooks, key=lambda one: one.kind):
        rows = [
            {"title": press.title(one), "url": one.url, "line": one.purpose, "aside": ""}
            for one in group
        ]
        sections.append(Section(kind.value, _HEADINGS[kind], sheet.write("rows.html", rows=rows)))
    return Page(
        path=f"{chapter.id}/index.md",
        title=chapter.title,
        description=press.inline.plain(chapter.purpose or chapter.title),
        layout=Layout.CHAPTER,
        lead=sheet.write("chapter-lead.html", chapter=chapter, title=chapter.title),
        main=tuple(sections),
        chapter=chapter.id,
    )
