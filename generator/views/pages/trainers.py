"""For trainers: a session put together from playbooks, its papers, and its slides."""

from functools import partial

from generator.model.session_plan import Length, find_most
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.paper_parts import write_papers
from generator.views.pages.renderer import Renderer
from generator.views.papers.paper_links import SESSION_FORMS
from generator.views.papers.session_words import URL

_TITLE = "For trainers"
_PURPOSE = "Put a session together in a minute: what to do, the papers, and slides for a projector."
_PATH = f"{URL.rstrip('/')}.md"


def render(renderer: Renderer) -> Page:
    """The page. What a session is made of is in a script that only it loads."""
    return Page(
        path=_PATH,
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.SESSION,
        write=partial(_write, renderer),
        back_of_house=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(_PATH)
    chapters = [
        {
            "title": renderer.inline.plain(chapter.title),
            "id": chapter.id,
            "icon": chapter.icon,
            "playbooks": [
                {"id": one.id, "title": renderer.title(one)}
                for one in renderer.guidebook.by_chapter[chapter.id]
            ],
        }
        for chapter in renderer.guidebook.about.chapters
    ]
    lengths = [(int(one), find_most(one)) for one in Length]
    most = [tile for tile in renderer.guidebook.about.right_now if not tile.danger]
    choice = writer.write("trainers/choice.html", lengths=lengths, most=most, chapters=chapters)
    sections = [
        Section("choose", "Choose", choice, "gb-js gb-on-screen"),
        Section("session", "The session", writer.write("trainers/session.html"), "gb-js"),
    ]
    links = renderer.papers.session
    sections += write_papers(writer, links, SESSION_FORMS, heading="Forms to print")
    lead = writer.write("trainers/lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, tuple(sections))
