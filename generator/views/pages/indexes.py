"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable, Iterator

from generator.model.playbook import Playbook
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.playbook_parts import describe_practice
from generator.views.pages.renderer import PageWriter, Renderer


def render_checklists(renderer: Renderer) -> Page:
    """The list of checklists. Each link leads straight to the boxes."""

    def describe(playbook: Playbook) -> str:
        count = len(playbook.checklist.items)
        return f"{count} box{'es' if count > 1 else ''}"

    return _list(
        renderer,
        path="checklists.md",
        title="Checklists",
        purpose="Tick them on screen, or print them.",
        anchor="check",
        describe=describe,
    )


def render_practice(renderer: Renderer) -> Page:
    """The list of quizzes and role-plays."""
    return _list(
        renderer,
        path="practice.md",
        title="Practice",
        purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
        anchor="practice",
        describe=describe_practice,
    )


def _list(
    renderer: Renderer,
    *,
    path: str,
    title: str,
    purpose: str,
    anchor: str,
    describe: Callable[[Playbook], str],
) -> Page:
    """A list of the playbooks that `describe` has something to say about."""

    def write() -> Content:
        writer = renderer.writer(path)
        lead = writer.write("list-lead.html", title=title, purpose=purpose)
        return Content(lead, tuple(_write_sections(renderer, writer, anchor, describe)))

    return Page(path=path, title=title, description=purpose, layout=Layout.LIST, write=write)


def _write_sections(
    renderer: Renderer, writer: PageWriter, anchor: str, describe: Callable[[Playbook], str]
) -> Iterator[Section]:
    for chapter in renderer.guidebook.about.chapters:
        rows = [
            {
                "title": renderer.title(playbook),
                "url": f"{playbook.url}#{anchor}",
                "line": playbook.purpose,
                "aside": aside,
            }
            for playbook in renderer.guidebook.by_chapter[chapter.id]
            if (aside := describe(playbook))
        ]
        if rows:
            html = writer.write("rows.html", rows=rows)
            yield Section(f"chapter-{chapter.id}", chapter.title, html)
