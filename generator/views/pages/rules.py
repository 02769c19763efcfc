"""The editorial rules that the check applies, for those who write."""

from generator.checks.wording import RULES
from generator.views.pages.page import Layout, Page, Section
from generator.views.pages.renderer import Renderer

_TITLE = "Rules of the check"
_PURPOSE = "What the check looks for in the words, and why."


def render(renderer: Renderer) -> Page:
    """Write the page from the rules themselves."""
    writer = renderer.writer("rules.md")
    return Page(
        path="rules.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=(
            Section("rules", "The rules", writer.write("rules.html", rules=RULES.values())),
            Section("switch-off", "Switch one off", writer.write("rules-off.html")),
        ),
    )
