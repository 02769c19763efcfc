"""The built site behind an address, pages that must stay silent and at home, and what one does there."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import StandardPlaybook
from tests.serving import serve

Open = Callable[..., Page]

PATIENCE = 60_000
"""Milliseconds: only a test that fails waits that long, however busy the machine is."""

HOT = "when-it-gets-hot/shouting-customer/"
CALM = "put-it-right/broken-promise/"
CHOKING = "hurt-or-ill/choking/"

CLIPBOARD = ["clipboard-read", "clipboard-write"]
"""What a page is permitted whose test reads what was copied."""

LEFT = ("NetworkError when attempting to fetch resource.", "The operation was aborted. ")
"""What Firefox says of a request that leaving its page has cut off.

It also runs what a test adds to each page in the empty one before the first.
"""

FINGER = pytest.param(True, marks=pytest.mark.chromium("only its driver moves a finger"))
"""As a parameter that says whether something is done by touch."""

DOWNLOADS = pytest.mark.chromium("Playwright hears of no downloads over WebDriver BiDi")

HOMES = ("http://127.0.0.1:", "file:", "data:")

expect.set_options(timeout=PATIENCE)


@contextmanager
def make_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A browser's profile of its own, without motion."""
    options = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}} | options
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    yield context
    # Or Playwright has Firefox do without its cache from then on, and offline without workers, too.
    context.unroute_all()
    context.close()


@contextmanager
def make_page(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a profile of its own. At the end: nothing in its console, no request elsewhere."""
    faults: list[str] = []
    # A worker that is in place would answer instead of what a test puts in the way.
    with make_context(browser, **{"service_workers": "block"} | options) as context:
        page = context.new_page()
        page.on(
            "pageerror",
            lambda error: (
                None
                if page.url == "about:blank" or str(error) in LEFT
                else faults.append(f"{page.url}: {error}")
            ),
        )
        page.on(
            "console",
            lambda message: (
                None
                if "blocked by Playwright" in message.text
                else faults.append(f"{page.url}: {message.text}")
            ),
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(HOMES)
                else faults.append(f"{page.url} asks {request.url}")
            ),
        )
        yield page
    assert not faults


def stop_clock(page: Page, time: str = "2026-11-22T12:05:00Z") -> None:
    """The page's time and its timers stand still: what it says for a moment stays to be read."""
    page.clock.install(time=0)
    page.clock.pause_at(time)


def read_clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def set_channel(page: Page, channel: str) -> None:
    """What the settings do on an open page when somebody says where they talk to customers."""
    page.evaluate(
        """(channel) => {
          document.documentElement.dataset.channel = channel;
          document.dispatchEvent(new CustomEvent("guidebook:channel", { detail: channel }));
        }""",
        channel,
    )


def search(page: Page, query: str) -> None:
    """Type into the search of a page, and wait for its answers."""
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.fixture(scope="session")
def said(guidebook: Guidebook) -> list[str]:
    """What is said to someone who shouts."""
    shouting = guidebook.by_id["shouting-customer"]
    assert isinstance(shouting, StandardPlaybook)
    return [Inline(guidebook).plain(phrase.say) for phrase in shouting.say]


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serve(site) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the site, or another one by its whole address."""
    with ExitStack() as opened:

        def open_one(
            path: str = "", *, width: int = 1280, height: int = 900, **options: Any
        ) -> Page:
            options["viewport"] = {"width": width, "height": height}
            page = opened.enter_context(make_page(browser, **options))
            page.goto(path if path.startswith(HOMES) else address + path)
            return page

        yield open_one
