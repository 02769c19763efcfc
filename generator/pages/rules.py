"""The editorial rules that the check applies, for those who write."""

from generator.editorial import RULES
from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press

_TITLE = "Rules of the check"
_PURPOSE = "What the check looks for in the words, and why."


def render(press: Press) -> Page:
    """Write the page from the rules themselves."""
    sheet = press.sheet("rules.md")
    return Page(
        path="rules.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=sheet.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=(
            Section("rules", "The rules", sheet.write("rules.html", rules=RULES.values())),
            Section("switch-off", "Switch one off", sheet.write("rules-off.html")),
        ),
    )
