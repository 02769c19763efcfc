"""The menu: all chapters, and the playbooks of the one the reader is in."""

from collections.abc import Iterable

from generator.guidebook import Chapter
from generator.pages.page import Page
from generator.pages.press import Press, Sheet

# The theme puts the way to the top of the site here; a menu is written once for a whole chapter.
ROOT = "%root%"


def render(press: Press, here: Chapter | None, pages: Iterable[Page]) -> str:
    """Write the menu for the pages of a chapter, or for those of none."""
    return Sheet(press, ROOT).write(
        "menu.html",
        here=here.id if here else "",
        pages=[page for page in pages if page.url and "/" not in page.path],
    )
