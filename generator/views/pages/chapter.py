"""The page of one chapter: its playbooks, by what they are for."""

from functools import partial
from itertools import groupby

from generator.model.guidebook_files import Chapter
from generator.model.playbook import Kind
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

_HEADINGS = {
    Kind.EMERGENCY: "Act now",
    Kind.PRINCIPLE: "Know this",
    Kind.TACTIC: "How to do it",
    Kind.SCENARIO: "When it happens",
    Kind.CHECKLIST: "Checklists",
    Kind.POLICY: "House rules",
}


def render(renderer: Renderer, chapter: Chapter) -> Page:
    """The page."""
    return Page(
        path=f"{chapter.id}/index.md",
        title=chapter.title,
        description=renderer.inline.plain(chapter.purpose or chapter.title),
        layout=Layout.CHAPTER,
        write=partial(_write, renderer, chapter),
        chapter=chapter.id,
    )


def _write(renderer: Renderer, chapter: Chapter) -> Content:
    writer = renderer.writer(f"{chapter.id}/index.md")
    playbooks = renderer.guidebook.by_chapter[chapter.id]
    sections = []
    for kind, group in groupby(playbooks, key=lambda one: one.kind):
        rows = [
            {"title": renderer.title(one), "url": one.url, "line": one.purpose, "aside": ""}
            for one in group
        ]
        sections.append(Section(kind.value, _HEADINGS[kind], writer.write("rows.html", rows=rows)))
    lead = writer.write("chapter-lead.html", chapter=chapter, title=chapter.title)
    return Content(lead, tuple(sections))
