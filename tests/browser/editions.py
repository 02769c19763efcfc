"""Editions of a site as a host serves them one after the other, and a page that stays open meanwhile."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from generator.adapters import folder
from generator.views import pwa
from tests.browser import hosting
from tests.browser.conftest import CHOKING
from tests.browser.driving import PATIENCE
from tests.browser.hosting import SOURCE, Host, install
from tests.conftest import ROOT

OFTEN = b'data-every="0.1"'
OFF = (ROOT / "generator/theme/assets/guidebook/worker-off.js").read_text("utf-8")
OLD, NEW = "112", "0131 4960000"

Edition = dict[str, bytes]


@pytest.fixture(scope="module")
def built(site: Path) -> Edition:
    """A few pages of the site, which ask ten times a second."""
    usual = f'data-every="{pwa.EVERY}"'.encode()
    files = hosting.choose(folder.read_tree(site))
    found = {path: content.replace(usual, OFTEN) for path, content in files.items()}
    assert OFTEN in found["index.html"]
    return found


def release(files: Edition, *, keeps: bool = True, name: str = "2.0") -> Edition:
    note = pwa.EditionNote(name, "27 Nov 2026")
    source = SOURCE if keeps else OFF
    return files | pwa.make_files(source, files, edition=note, keeps=keeps)


def reword(files: Edition, path: str, old: str, new: str) -> Edition:
    """The same site with other words on one page, as a build writes it."""
    name = f"{path}index.html"
    text = files[name].decode()
    assert old in text
    text = text.replace(old, new)
    mark = f"{hash(text) & 0xFFFFFF:06x}"
    text = re.sub(r'(<meta name="guidebook-words" content=")\w+', rf"\g<1>{mark}", text)
    return files | {name: text.encode()}


def restyle(files: Edition, mark: str) -> Edition:
    """The same words in another look: every style sheet and script is another."""
    return {
        path: content + f"\n/* {mark} */".encode() if path.endswith((".css", ".js")) else content
        for path, content in files.items()
    }


def open_kept(context: BrowserContext, host: Host, files: Edition, path: str = CHOKING) -> Page:
    host.files = files
    host.caching = "no-cache"
    page = context.new_page()
    page.goto(host.address)
    install(page, host)
    page.goto(host.address + path)
    return page


def count_asked(host: Host) -> int:
    return sum(name == pwa.EDITION for name, _ in host.sent)


def wait_for_looks(page: Page, host: Host, count: int = 3) -> None:
    """Wait until an open page has asked so many times again.

    Only the host knows, and its thread cannot wake Playwright, which has to go on meanwhile.
    """
    wanted, end = count_asked(host) + count, time.monotonic() + PATIENCE
    while count_asked(host) < wanted:
        assert time.monotonic() < end, "the page asks no more"
        page.wait_for_timeout(20)


def stay(page: Page) -> Callable[[], bool]:
    """Mark a page; the answer says whether it still is the same one, never drawn anew."""
    page.evaluate("globalThis.stays = true")
    return lambda: bool(page.evaluate("globalThis.stays === true"))
