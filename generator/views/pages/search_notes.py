"""What the search did not answer in this browser: to be read, changed, and handed in as a file."""

from functools import partial

from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

_TITLE = "What the search missed"
_PURPOSE = "Hand in what you looked for and did not find, and the guidebook learns your words."
_PATH = "searches.md"


def render(renderer: Renderer) -> Page:
    """The page, which is only there where the company has switched it on."""
    return Page(
        path=_PATH,
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.NOTES,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(_PATH)
    playbooks = [(one.id, renderer.title(one)) for one in renderer.guidebook.playbooks]
    html = writer.write("learning/searches.html", playbooks=playbooks)
    lead = writer.write("learning/lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, (Section("searches", "In this browser", html, "gb-js"),))
