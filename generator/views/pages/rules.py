"""The editorial rules that the check applies, for those who write."""

from functools import partial

from generator.reader.rules import list_rules
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

_TITLE = "Rules of the check"
_PURPOSE = "What the check looks for in the words, and why."


def render(renderer: Renderer) -> Page:
    """The page, made of the rules themselves."""
    return Page(
        path="rules.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("rules.md")
    return Content(
        writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        (
            Section("rules", "The rules", writer.write("rules.html", rules=list_rules().values())),
            Section("switch-off", "Switch one off", writer.write("rules-off.html")),
        ),
    )
