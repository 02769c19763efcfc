"""What a driver does to a page that lets no script and no style be slipped in, as all of ours do."""

import time
from collections.abc import Callable, Sized
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Route

PATIENCE = 60
"""Seconds: only a test that fails waits that long, however busy the machine is."""


def wait_until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression is true.

    Playwright's own way makes a function of it in the page, which the page's policy forbids. So it is
    asked again and again: what an expression says may change without an event.
    """
    end = time.monotonic() + PATIENCE
    while not _evaluate(page, expression, arg):
        assert time.monotonic() < end, f"not within {PATIENCE} s: {expression}"
        page.wait_for_timeout(20)


def draw(page: Page) -> None:
    """Wait until the page was drawn as it is now: what is due with that, such as a scroll, was done."""
    page.evaluate("new Promise((one) => requestAnimationFrame(() => requestAnimationFrame(one)))")


def _evaluate(page: Page, expression: str, arg: Any) -> Any:
    """The value of an expression; of a page that is being loaded anew, none yet."""
    try:
        return page.evaluate(expression, arg)
    except Error as error:
        if "Execution context was destroyed" not in error.message:
            raise
        return None


def hold_first(page: Page, url: str) -> list[Route]:
    """Keep the first request for an address; it is in the list from when it comes on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(url, hold, times=1)
    return held


def wait_until_held(page: Page, held: Sized) -> None:
    """Wait until a handler of routes has kept a request; it is called while the browser is asked."""
    wait_until_true(page, lambda: bool(held), "a request that is kept")


def wait_until_written(page: Page, path: Path, text: str) -> None:
    """Wait until a file holds a text: a page shows what is typed before the server has written it."""
    wait_until_true(page, lambda: text in path.read_text(), f"“{text}” in {path.name}")


def wait_until_true(page: Page, is_true: Callable[[], bool], what: str) -> None:
    """Wait for what is no state of the page, such as a file's."""
    end = time.monotonic() + PATIENCE
    while not is_true():
        assert time.monotonic() < end, f"not within {PATIENCE} s: {what}"
        page.wait_for_timeout(20)


def enter(page: Page, address: str) -> None:
    """Have the cookie that an address of `guidebook edit` gives, without the page to which it leads."""
    assert page.context.request.get(address).ok


def go_back(page: Page) -> None:
    """Press Back. Playwright's own way waits for a load that a page which was put aside does not do."""
    left = page.url
    page.evaluate("setTimeout(() => history.back())")
    wait_until(page, "(left) => location.href !== left && document.readyState === 'complete'", left)


def come_back(page: Page) -> None:
    """Tell a page what a browser tells one that it has put aside and brings back as it was left.

    The browsers of these tests load such a page anew.
    """
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


def add_style(page: Page, css: str) -> None:
    """Add a style sheet that is in no element."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


def drop_styles(page: Page) -> None:
    """Take away what `add_style` added."""
    page.evaluate("() => { document.adoptedStyleSheets = []; }")


def hold(page: Page, part: str) -> Callable[[], Route]:
    """Let requests for a file wait; what comes back waits for the first of them, to answer it."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    def take() -> Route:
        wait_until_held(page, held)
        return held[0]

    page.route(f"**/{part}", keep)
    return take
