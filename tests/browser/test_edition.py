"""An open page and the site behind it: new words come to it, and nothing half-made ever does."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.adapters import folder
from generator.views import pwa
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import CALM, CHOKING, HOT, make_context, search
from tests.browser.driving import wait_until
from tests.browser.hosting import SOURCE, Host, install
from tests.conftest import ROOT

OFTEN = b'data-every="0.1"'
OFF = (ROOT / "generator/theme/assets/guidebook/worker-off.js").read_text("utf-8")
OLD, NEW = "112", "0131 4960000"
NOTICE = "New words"

Edition = dict[str, bytes]


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host("our/guide/")
    made.caching = "no-cache"
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="module")
def built(site: Path) -> Edition:
    """The site with a few of its pages, which ask ten times a second."""
    pages = {"index.html", "404.html", *(f"{path}index.html" for path in (HOT, CALM, CHOKING))}
    usual = f'data-every="{pwa.EVERY}"'.encode()
    found = {
        path: content.replace(usual, OFTEN)
        for path, content in folder.read_tree(site).items()
        if path in pages or not path.endswith((".html", ".pdf"))
    }
    assert OFTEN in found["index.html"]
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with make_context(browser, viewport={"width": 360, "height": 740}) as made:
        yield made


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


def test_a_new_emergency_number_reaches_an_open_page(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    number = page.locator(".gb-call-number")
    expect(number).to_contain_text(OLD)
    box = page.get_by_role("checkbox").first
    box.check()
    expect(page.locator(".gb-told")).not_to_be_empty()
    page.evaluate("dispatchEvent(new Event('blur')); scrollTo(0, 300)")
    fold = page.locator("details summary").first
    page.clock.install()
    page.clock.run_for(11_000)  # the reader has not touched anything for a while
    host.files = release(reword(built, CHOKING, OLD, NEW))
    page.clock.resume()
    expect(number).to_contain_text(NEW)
    told = page.get_by_role("complementary", name=NOTICE).get_by_role("status")
    expect(told).to_have_text("This page has just changed. You see its new words.")
    expect(box).to_be_checked()
    wait_until(page, "scrollY === 300")
    expect(fold).to_be_attached()
    assert_accessible(page)


def test_the_number_comes_to_who_reads_step_by_step(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), f"{CHOKING}#now=adult/2")
    step = page.locator(".gb-mode-head")
    expect(step).to_be_visible()
    words = step.inner_text()
    host.files = release(reword(built, CHOKING, OLD, NEW))
    expect(page.locator(".gb-mode-call")).to_contain_text(NEW)
    expect(page.get_by_role("complementary", name=NOTICE)).to_be_in_viewport()
    assert step.inner_text() == words
    assert page.url.endswith("#now=adult/2")


def test_who_types_or_ticks_is_only_told(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    stays = stay(page)
    box = page.get_by_role("combobox")
    box.fill("is she")
    host.files = release(reword(built, CHOKING, OLD, NEW))
    told = page.get_by_role("complementary", name=NOTICE)
    expect(told.get_by_role("status")).to_have_text("The words on this page have changed.")
    wait_for_looks(page, host)
    assert stays()
    expect(box).to_have_value("is she")
    expect(page.locator(".gb-call-number")).to_contain_text(OLD)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    told.get_by_role("button", name="Show them").click()
    expect(page.locator(".gb-call-number")).to_contain_text(NEW)


def test_ticks_that_are_not_kept_are_not_taken_away(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    page.evaluate("document.querySelector('.gb-shared input').click()")
    page.get_by_role("checkbox").first.check()
    page.clock.install()
    page.clock.run_for(60_000)
    stays = stay(page)
    host.files = release(reword(built, CHOKING, OLD, NEW))
    page.clock.resume()
    expect(page.get_by_role("complementary", name=NOTICE)).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert stays()


def test_a_covered_screen_stays_covered(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    page.keyboard.press("F2")
    cover = page.get_by_role("dialog", name="Clock")
    expect(cover).to_be_visible()
    host.files = release(reword(built, CHOKING, OLD, NEW))
    expect(page.locator(".gb-newer")).to_be_attached()
    expect(cover).to_be_visible()


def test_a_page_without_a_worker_gets_them_too(
    host: Host, browser: Browser, built: Edition
) -> None:
    with make_context(browser, service_workers="block") as context:
        host.files = release(built)
        page = context.new_page()
        page.clock.install()
        page.goto(host.address + CHOKING)
        page.clock.run_for(4_000)
        host.files = release(reword(built, CHOKING, OLD, NEW))
        page.clock.resume()
        expect(page.locator(".gb-call-number")).to_contain_text(NEW)


def test_other_pages_change_at_the_next_visit(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), CALM)
    heading = page.get_by_role("heading", level=1)
    words = heading.inner_text()
    other = context.new_page()
    other.goto(host.address + CHOKING)
    stays, others_stay = stay(page), stay(other)
    host.files = release(reword(built, CALM, "</h1>", " (new)</h1>"))
    wait_for_looks(other, host)  # an urgent page asks, but it is none of its business
    assert others_stay()
    # A page that somebody comes back to looks, says that there is a newer version, and stays. More
    # than once: the browser may just be at a look of its own, which began before the change.
    come_back = "document.dispatchEvent(new Event('visibilitychange'))"
    wait_until(page, f"{come_back} && document.querySelector('.gb-newer') !== null")
    expect(page.get_by_role("complementary", name="New version")).to_be_visible()
    assert stays()
    page.goto(host.address + CALM)
    expect(heading).to_have_text(f"{words} (new)")


def test_only_a_page_that_is_seen_and_has_a_network_asks(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    wait_for_looks(page, host)
    context.set_offline(True)
    expect(page.locator(".gb-edition")).to_contain_text("Not compared with the site since")
    context.set_offline(False)
    wait_for_looks(page, host)
    hide = (
        "Object.defineProperty(document, 'visibilityState', {{ value: '{}', configurable: true }})"
    )
    tell = "; document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(hide.format("hidden") + tell)
    answered = page.evaluate(
        "async () => { await fetch('?site'); const count = performance.getEntriesByType('resource').length;"
        " await new Promise((resolve) => setTimeout(resolve, 500));"
        " return performance.getEntriesByType('resource').length - count; }"
    )
    assert answered <= 1, "what was under way when the page was left"
    page.evaluate(hide.format("visible") + tell)
    wait_for_looks(page, host)


FAULTS: dict[str, Callable[[Edition], dict[str, Any]]] = {
    "half is missing": lambda new: dict.fromkeys(
        sorted(new)[::2], (404, "text/html", b"<h1>Not found</h1>")
    ),
    "a page is cut off": lambda new: {
        f"{CHOKING}index.html": (200, "text/html", new[f"{CHOKING}index.html"][:2000])
    },
    "a script is a page": lambda new: {
        "assets/guidebook/core.js": (200, "text/html", new["404.html"])
    },
    "a script is missing": lambda _: {"assets/guidebook/core.js": (404, "text/html", b"no")},
    "styles fail": lambda _: {"assets/guidebook/core.css": (500, "text/plain", b"")},
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


def test_an_older_edition_comes_back(host: Host, context: BrowserContext, built: Edition) -> None:
    old, new = release(built), release(reword(built, CHOKING, OLD, NEW), name="2.1")
    page = open_kept(context, host, old)
    number, foot = page.locator(".gb-call-number"), page.locator(".gb-edition")
    expect(foot).to_contain_text("Version 2.0 of 27 Nov 2026. Compared with the site at")
    host.files = new
    expect(number).to_contain_text(NEW)
    expect(foot).to_contain_text("Version 2.1 of 27 Nov 2026. Compared with the site at")
    host.files = old
    expect(number).to_contain_text(OLD)
    expect(foot).to_contain_text("Version 2.0")


def test_a_build_takes_back_the_worker_of_an_earlier_one(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    unkept = {
        path: content.replace(b' data-worker="../../worker.js"', b"")
        for path, content in reword(built, CHOKING, OLD, NEW).items()
    }
    host.files = release(unkept, keeps=False)
    gone = "async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"
    wait_until(page, gone)
    expect(page.locator(".gb-call-number")).to_contain_text(NEW)
    page.goto(host.address + CHOKING)
    assert page.evaluate("!navigator.serviceWorker.controller")
    host.files = release(unkept | {"404.html": b"changed"}, keeps=False)
    page.goto(host.address + CALM)
    search(page, "refund")


def test_the_foot_says_how_old_a_page_is(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), CALM)
    foot = page.locator(".gb-edition")
    expect(foot).to_contain_text(re.compile(r"^Version 2\.0 of 27 Nov 2026\. Compared .* at \d"))
    host.faults = {pwa.WORKER: (500, "text/plain", b"")}
    host.files = release(reword(built, CALM, "</h1>", "!</h1>"), name="2.1")
    page.reload()
    expect(foot).to_contain_text(re.compile(r"At \d.* the site had a newer one\.$"))
    context.set_offline(True)
    host.server.shutdown()
    page.goto(host.address + HOT)
    expect(foot).to_contain_text(re.compile(r"Not compared with the site since \d"))


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
    host.server.shutdown()
    answer = page.goto(host.address + CALM)
    assert answer
    assert answer.status == 504
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
