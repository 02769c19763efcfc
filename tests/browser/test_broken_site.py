"""A site that is half there, cut off or wrong: a page is shown whole, of one edition, or not at all."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import CALM, CHOKING, HOT
from tests.browser.editions import (
    NEW,
    OLD,
    Edition,
    built,
    open_kept,
    release,
    restyle,
    reword,
    stay,
    wait_for_looks,
)
from tests.browser.hosting import Host, context, host
from tests.bundle_paths import find_path

__all__ = ["built", "context", "host"]


FAULTS: dict[str, Callable[[Edition], dict[str, Any]]] = {
    "half is missing": lambda new: dict.fromkeys(
        sorted(new)[::2], (404, "text/html", b"<h1>Not found</h1>")
    ),
    "a page is cut off": lambda new: {
        f"{CHOKING}index.html": (200, "text/html", new[f"{CHOKING}index.html"][:2000])
    },
    "a script is a page": lambda new: {
        find_path(new, "core.js"): (200, "text/html", new["404.html"])
    },
    "a script is missing": lambda new: {find_path(new, "core.js"): (404, "text/html", b"no")},
    "styles fail": lambda new: {find_path(new, "core.css"): (500, "text/plain", b"")},
    "the worker is a page": lambda new: {"worker.js": (200, "text/html", new["404.html"])},
    "the worker is gone": lambda _: {"worker.js": (404, "text/html", b"no")},
    "the state is a page": lambda new: {"edition.json": (200, "text/html", new["404.html"])},
    "the state is no state": lambda _: {"edition.json": (200, "application/json", b"null")},
    "everything fails": lambda new: dict.fromkeys(new, (500, "text/plain", b"sorry")),
}

READ_LOOK = """async () => {
  const named = [...document.querySelectorAll("link[rel=stylesheet], script[src]")];
  const texts = await Promise.all(named.map(async (one) => (await fetch(one.href ?? one.src)).text()));
  return texts.map((text) => text.match(/look (\\w+) \\*\\//)?.[1]);
}"""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_site_is_never_shown(
    host: Host, context: BrowserContext, built: Edition, fault: str
) -> None:
    """The old edition stays as a whole until the new one is there as a whole."""
    page = open_kept(context, host, release(restyle(built, "look one")))
    stays = stay(page)
    new = release(restyle(reword(built, CHOKING, OLD, NEW), "look two"))
    host.faults = FAULTS[fault](new)
    host.files = new
    wait_for_looks(page, host)
    assert stays()
    number = page.locator(".gb-call-number")
    expect(number).to_contain_text(OLD)
    for path in (CHOKING, HOT, ""):
        page.goto(host.address + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert set(page.evaluate(READ_LOOK)) == {"one"}
    page.goto(host.address + CHOKING)
    host.faults = {}
    expect(number).to_contain_text(NEW)
    assert set(page.evaluate(READ_LOOK)) == {"two"}


def test_what_cannot_be_read_is_still_answered(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    """A browser that threw away what was kept shows the host's page, or says that there is none."""
    page = open_kept(context, host, release(built))
    page.evaluate(
        "async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))"
    )
    page.goto(host.address + CHOKING)
    expect(page.get_by_role("heading", level=1)).to_have_text("Choking")
    page.evaluate(
        "async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))"
    )
    context.set_offline(True)
    host.stop()
    answer = page.goto(host.address + CALM)
    assert answer
    assert answer.status == 504
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
