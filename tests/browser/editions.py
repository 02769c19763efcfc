"""Editions of a site as a host serves them one after the other, and a page that stays open meanwhile."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from generator.views import pwa
from tests.browser.conftest import CALM, CHOKING, HOT
from tests.browser.hosting import SOURCE, Host, install
from tests.conftest import ROOT

OFTEN = b'data-every="0.1"'
OFF = (ROOT / "generator/theme/assets/guidebook/worker-off.js").read_text("utf-8")
OLD, NEW = "112", "0131 4960000"

Edition = dict[str, bytes]


PAGES = {"index.html", "404.html", *(f"{path}index.html" for path in (HOT, CALM, CHOKING))}


def choose(files: Edition) -> Edition:
    """A few pages of a site, which ask ten times a second."""
    usual = f'data-every="{pwa.EVERY}"'.encode()
    found = {
        path: content.replace(usual, OFTEN)
        for path, content in files.items()
        if path in PAGES or not path.endswith((".html", ".pdf"))
    }
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
    page = context.new_page()
    page.goto(host.address)
    install(page, host)
    page.goto(host.address + path)
    return page


def count_asked(host: Host) -> int:
    return sum(name == pwa.EDITION for name, _ in host.sent)


def wait_for_looks(page: Page, host: Host, count: int = 3) -> None:
    """Wait until an open page has asked so many times again."""
    seen = count_asked(host)
    for _ in range(600):
        if count_asked(host) >= seen + count:
            return
        page.wait_for_timeout(20)
    raise AssertionError("the page asks no more")


def stay(page: Page) -> Callable[[], bool]:
    """Mark a page; the answer says whether it still is the same one, never drawn anew."""
    page.evaluate("globalThis.stays = true")
    return lambda: bool(page.evaluate("globalThis.stays === true"))
