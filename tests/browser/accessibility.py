"""What axe-core says of a page: every rule of WCAG 2.2 A and AA, and its best practices."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off unless asked for
}


def assert_accessible(page: Page) -> None:
    """Fail with axe-core's report if it objects to anything on the page as it is now."""
    page.evaluate("scrollTo(0, 0)")  # what the header covers on the way is no target there
    found = Axe().run(page, options=_OPTIONS)
    ran = {one["id"] for kind in ("passes", "violations") for one in found.response[kind]}
    assert {"target-size", "color-contrast"} <= ran
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
