"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable

from generator.model.playbook import Playbook
from generator.views.pages.page import Layout, Page, Section
from generator.views.pages.playbook import describe_practice
from generator.views.pages.renderer import Renderer


def render_checklists(renderer: Renderer) -> Page:
    """Write the list of checklists. Each link leads straight to the boxes."""

    def describe(playbook: Playbook) -> str:
        count = len(playbook.checklist.items)
        return f"{count} box{'es' if count > 1 else ''}"

    return _render(
        renderer,
        path="checklists.md",
        title="Checklists",
        purpose="Tick them on screen, or print them.",
        anchor="check",
        describe=describe,
    )


def render_practice(renderer: Renderer) -> Page:
    """Write the list of quizzes and role-plays."""
    return _render(
        renderer,
        path="practice.md",
        title="Practice",
        purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
        anchor="practice",
        describe=describe_practice,
    )


def _render(
    renderer: Renderer,
    *,
    path: str,
    title: str,
    purpose: str,
    anchor: str,
    describe: Callable[[Playbook], str],
) -> Page:
    """Write a list of the playbooks that `describe` has something to say about."""
    writer = renderer.writer(path)
    sections = []
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
            sections.append(Section(f"chapter-{chapter.id}", chapter.title, html))
    return Page(
        path=path,
        title=title,
        description=purpose,
        layout=Layout.LIST,
        lead=writer.write("list-lead.html", title=title, purpose=purpose),
        main=tuple(sections),
    )
