"""The built site behind an address, and pages that must stay silent and at home."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serve


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serve(site) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the site. At the end: no error in its console, no request elsewhere."""
    contexts = []
    faults: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda message: (
                faults.append(f"{page.url}: {message.text}")
                if message.type in ("error", "warning")
                and "blocked by Playwright" not in message.text
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "file:", "data:"))
                else faults.append(f"{page.url} asks {request.url}")
            ),
        )

    def open_one(path: str = "", *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        # A worker that is in place would answer instead of what a test puts in the way.
        options = {"reduced_motion": "reduce", "service_workers": "block", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(path if path.startswith("file:") else address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not faults
