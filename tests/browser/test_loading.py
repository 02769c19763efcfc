"""How much a page loads, and when: the search comes in two parts, and says so while it waits."""

import gzip
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CHOKING, HOT, Open
from tests.browser.driving import hold, wait_until
from tests.test_theme import MOST_BYTES

MOST_REQUESTS = 9


@pytest.mark.parametrize("path", [HOT, CHOKING])
def test_a_cold_page_is_light(open_page: Open, address: str, path: str, engine: str) -> None:
    """What comes until it is loaded: seconds later it compares itself with the site."""
    page = open_page("data:,")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(address + path)
    loaded = list(asked)
    # Chromium asks for neither where there is no window; Firefox asks for all icons, and installs no sites.
    kinds = {"chromium": ("icon", "manifest"), "firefox": ("icon", "apple-touch-icon")}[engine]
    loaded += [str(page.locator(f"link[rel={kind}]").evaluate("one => one.href")) for kind in kinds]
    found = {one for one in loaded if one.startswith("http")}
    contents = [urlopen(one).read() for one in found]  # this machine's
    packed = [min(len(gzip.compress(one, 6)), len(one)) for one in contents]
    assert 7 < len(found) <= MOST_REQUESTS
    assert 40_000 < sum(packed) <= MOST_BYTES


def test_nothing_of_the_finder_is_loaded_before_it_is_used(open_page: Open) -> None:
    page = open_page(HOT)
    assert page.evaluate("typeof guidebookFinderCore") == "undefined"
    page.get_by_role("combobox").focus()
    wait_until(page, "globalThis.guidebookFinderPart?.first !== undefined")


def test_a_pointer_on_its_way_loads_the_finder(open_page: Open) -> None:
    page = open_page(HOT)
    page.get_by_role("combobox").hover()
    wait_until(page, "globalThis.guidebookFinderPart?.first !== undefined")
    assert page.evaluate("document.activeElement.localName") == "body"


def test_the_search_says_that_it_is_loading_and_then_answers(open_page: Open) -> None:
    page = open_page(HOT)
    held = hold(page, "finder/first.js")
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_text("Loading the search …").first).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
    assert_accessible_in_every_look(page)
    held().continue_()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_text("Loading the search …")).to_have_count(0)


def test_the_search_answers_before_it_is_whole(open_page: Open) -> None:
    page = open_page(HOT)
    held = hold(page, "finder/rest.js")
    page.get_by_role("combobox").fill("says she'll ring Joe Duffy about us")
    expect(page.get_by_role("listbox")).to_be_attached()
    wait_until(page, "performance.getEntriesByName('finder ready').length === 1")
    part = page.get_by_role("option").all_inner_texts()
    held().continue_()
    wait_until(page, "performance.getEntriesByName('finder ready').length === 2")
    wait_until(
        page,
        "part => [...document.querySelectorAll('[role=option]')].map((one) => one.innerText).join()"
        " !== part.join()",
        part,
    )
    expect(
        page.get_by_role("option").filter(has_text="Threat of a bad review").first
    ).to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(
    open_page: Open, address: str
) -> None:
    page = open_page("404.html")
    page.goto(address + HOT)
    held = hold(page, "finder/first.js")
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_text("Loading the search …").first).to_be_visible()
    held().fulfill(status=200, content_type="text/javascript", body="")
    expect(page.get_by_text("The search could not be loaded.").first).to_be_visible()
    page.unroute("**/finder/first.js")
    page.get_by_role("combobox").fill("refund now")
    expect(page.get_by_role("option").first).to_be_visible()


def test_half_of_another_site_is_not_read_with_the_codes_of_this_one(
    open_page: Open, address: str
) -> None:
    """The rest of the index is of another edition: what comes first goes on answering."""
    page = open_page(HOT)
    held = hold(page, "finder/rest.js")
    page.get_by_role("combobox").fill("says she'll ring Joe Duffy about us")
    wait_until(page, "performance.getEntriesByName('finder ready').length === 1")
    part = page.get_by_role("option").all_inner_texts()
    rest = urlopen(f"{address}finder/rest.js").read().decode()  # this machine's
    other = re.sub(r'"set":"\w+"', '"set":"other"', rest, count=1)
    assert other != rest
    held().fulfill(status=200, content_type="text/javascript", body=other)
    wait_until(page, "guidebookFinderPart.rest?.set === 'other'")
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("combobox").fill("says she'll ring Joe Duffy about us")
    wait_until(
        page,
        "part => [...document.querySelectorAll('[role=option]')].map((one) => one.innerText).join()"
        " === part.join()",
        part,
    )


def test_an_index_that_is_written_otherwise_is_not_read(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    first = urlopen(f"{address}finder/first.js").read().decode()  # this machine's
    other = re.sub(r'"version":\d+', '"version":1', first, count=1)
    assert other != first
    page.route(
        "**/finder/first.js",
        lambda one: one.fulfill(status=200, content_type="text/javascript", body=other),
    )
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_text("The search could not be loaded.").first).to_be_visible()
    page.unroute("**/finder/first.js")
    page.get_by_role("combobox").fill("refund now")
    expect(page.get_by_role("option").first).to_be_visible()
