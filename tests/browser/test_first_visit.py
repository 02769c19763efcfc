"""A first visit, without a worker, while a host has half of another edition: never a mixed page."""

import hashlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import CALM, CHOKING, HOT, make_context
from tests.browser.editions import Edition, built, restyle
from tests.browser.hosting import Host, host
from tests.bundle_paths import NAMED, find_path

__all__ = ["built", "host"]

TOLD = "has not loaded in full"
HOME = ""


def renew(files: Edition, mark: str) -> Edition:
    """Another edition in another look: what its pages load is called otherwise, as builds do it."""
    other = restyle(files, mark)
    names = {
        path: path.replace(found[2], hashlib.sha256(other[path]).hexdigest()[:8])
        for path in files
        if (found := NAMED.fullmatch(path))
    }
    assert len(names) > 8
    pairs = [(old.rpartition("/")[2], new.rpartition("/")[2]) for old, new in names.items()]
    made = {names.get(path, path): content for path, content in other.items()}
    for path, content in choose(made, pages=True).items():
        text = content.decode()
        for old, new in pairs:
            text = text.replace(old, new)
        made[path] = text.encode()
    return made


def choose(files: Edition, *, pages: bool) -> Edition:
    return {path: one for path, one in files.items() if path.endswith(".html") == pages}


def lose(files: Edition, name: str) -> Edition:
    """An edition that lacks what a page names by a plain name, such as “core.css”."""
    lost = find_path(files, name)
    return {path: one for path, one in files.items() if path != lost}


HALVES: dict[str, Callable[[Edition, Edition], Edition]] = {
    "pages came first": lambda old, new: choose(old, pages=False) | choose(new, pages=True),
    "pages come last": lambda old, new: choose(old, pages=True) | choose(new, pages=False),
    "no styles of the frame": lambda _, new: lose(new, "core.css"),
    "no styles of the page": lambda _, new: lose(lose(new, "page-emergency.css"), "page-home.css"),
    "no script of the frame": lambda _, new: lose(new, "core.js"),
    "no first script": lambda _, new: lose(new, "early.js"),
    "no script of the page": lambda _, new: lose(lose(new, "page-emergency.js"), "page-home.js"),
}
STYLED = {"no script of the frame", "no first script", "no script of the page"}

READ_LOOKS = """async () => {
  const styles = [...document.styleSheets].filter((one) => !one.disabled && one.cssRules.length);
  const scripts = performance.getEntriesByType("resource")
    .filter((one) => one.initiatorType === "script" && one.responseStatus === 200);
  const read = async (address) => (await (await fetch(address)).text()).match(/look (\\w+) \\*\\//)?.[1];
  return {
    styles: await Promise.all(styles.map((one) => read(one.href))),
    scripts: await Promise.all(scripts.map((one) => read(one.name))),
  };
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of a phone that was never here."""
    with make_context(
        browser, viewport={"width": 360, "height": 740}, service_workers="block"
    ) as made:
        yield made


def expect_readable(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for words in page.locator("main p, main li").all()[:12]:
        assert words.evaluate(
            "one => !one.textContent.trim() || one.checkVisibility() || !!one.closest('.gb-js, [hidden], details:not([open])')"
        )


@pytest.mark.chromium("its record of what was loaded tells the status")
@pytest.mark.parametrize("half", HALVES)
def test_a_half_deployed_site_is_never_mixed(
    host: Host, context: BrowserContext, built: Edition, half: str
) -> None:
    one, two = renew(built, "look one"), renew(built, "look two")
    host.files = HALVES[half](one, two)
    host.caching = "no-cache"
    page = context.new_page()
    for path in (CHOKING, HOME):
        page.goto(host.address + path)
        looks = page.evaluate(READ_LOOKS)
        of_page = "one" if half == "pages come last" else "two"
        assert set(looks["styles"]) == ({of_page} if half in STYLED else set())
        assert set(looks["scripts"]) <= {of_page}
        expect(page.get_by_text(TOLD)).to_be_visible()
        expect_readable(page)
    host.files = two
    page.goto(host.address + CHOKING)
    looks = page.evaluate(READ_LOOKS)
    assert set(looks["styles"]) == set(looks["scripts"]) == {"two"}
    expect(page.get_by_text(TOLD)).to_be_hidden()


@pytest.mark.parametrize("size", [3_000, 6_000, 20_000])
def test_a_page_that_is_cut_off_says_so(
    host: Host, context: BrowserContext, built: Edition, size: int
) -> None:
    name = f"{CHOKING}index.html"
    host.files = built | {name: built[name][:size]}
    page = context.new_page()
    page.goto(host.address + CHOKING)
    expect(page.get_by_text(TOLD)).to_be_visible()
    assert page.locator("html").get_attribute("class") == "no-js"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_whole_page_says_nothing_of_it(
    browser: Browser, host: Host, built: Edition, scripts: bool
) -> None:
    host.files = built
    options = {"service_workers": "block", "java_script_enabled": scripts}
    with make_context(browser, **options) as own:
        page = own.new_page()
        for path in (CHOKING, CALM, HOT, "about/"):
            page.goto(host.address + path)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.get_by_text(TOLD)).to_be_hidden()


def test_a_style_sheet_of_ones_own_may_be_missing(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    name = f"{CHOKING}index.html"
    more = b'<link rel="stylesheet" href="../../own.css"></head>'
    host.files = built | {name: built[name].replace(b"</head>", more)}
    page = context.new_page()
    page.goto(host.address + CHOKING)
    expect(page.get_by_text(TOLD)).to_be_hidden()
    assert page.evaluate("[...document.styleSheets].filter((one) => !one.disabled).length") >= 2
