"""What is around every page: header, menu, settings, the cover, and how much a page loads."""

import gzip
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model.guidebook import Guidebook
from tests.browser.accessibility import assert_accessible_in_every_look, assert_contrast
from tests.browser.conftest import Open
from tests.browser.looks import look

HOT = "when-it-gets-hot/shouting-customer/"
KINDS = ["", HOT, "hurt-or-ill/choking/", "when-it-gets-hot/", "words/", "help-me-now/", "about/"]
MOST_BYTES = 65_000  # over the wire, gzipped
MOST_REQUESTS = 10

# The header


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_every_page_has_its_name_and_way_home_at_the_same_place(
    open_page: Open, address: str, width: int
) -> None:
    page = open_page(width=width, height=740)
    places = set()
    for path in KINDS:
        page.goto(address + path)
        home = page.get_by_role("banner").get_by_role("link", name="first page")
        box = home.bounding_box()
        assert box
        assert box["height"] >= 40
        places.add((box["x"], box["y"]))
        header = page.locator(".gb-header").bounding_box()
        assert header
        assert header["height"] < 70
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(places) == 1


@pytest.mark.parametrize("width", [1280, 1920])
def test_header_page_and_foot_have_one_left_edge(open_page: Open, address: str, width: int) -> None:
    page = open_page(width=width)
    for path in KINDS:
        page.goto(address + path)
        edges = page.evaluate(
            """() => ['.gb-header-row', '.gb-page', '.gb-foot'].map((one) =>
              document.querySelector(one).getBoundingClientRect().left)"""
        )
        assert len(set(edges)) == 1, path
        heading = page.get_by_role("heading", level=1).bounding_box()
        assert heading
        assert abs(heading["x"] - edges[0] - 16) < 1, path


@pytest.mark.parametrize("path", KINDS)
def test_the_header_stays_a_row_with_text_twice_as_large(open_page: Open, path: str) -> None:
    page = open_page(path, width=360, height=740)
    page.add_style_tag(content="html { font-size: 250% !important }")
    boxes = page.evaluate(
        """() => [...document.querySelector('.gb-header-row').children]
          .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
          .map(({ left, right, bottom }) => [left, right, bottom])"""
    )
    for (_, right, bottom), (left, _, _) in zip(boxes, [*boxes[1:], (360, 0, 0)], strict=True):
        assert right <= left + 1
        assert bottom < 110
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('.gb-header-row > *, .gb-header .gb-finder-box')]
          .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.className)"""
    )
    assert beyond == []


def test_the_search_box_is_as_wide_as_the_row_while_one_types_on_a_phone(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=740)
    box = page.get_by_role("combobox")
    before = box.bounding_box()
    box.focus()
    after = box.bounding_box()
    assert before
    assert after
    assert before["width"] < 200
    assert after["width"] > 330


def test_the_search_box_is_never_wider_than_it_has_to_be(open_page: Open) -> None:
    page = open_page(HOT, width=1920)
    box = page.get_by_role("combobox").bounding_box()
    assert box
    assert 300 < box["width"] <= 560


# Type


def test_at_most_six_sizes_of_type(open_page: Open, address: str) -> None:
    page = open_page()
    sizes: set[str] = set()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for path in KINDS:
            page.goto(address + path)
            sizes |= set(
                page.evaluate(
                    """() => {
                      for (const fold of document.querySelectorAll('details')) fold.open = true;
                      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                      const sizes = new Set();
                      while (walker.nextNode()) {
                        const parent = walker.currentNode.parentElement;
                        if (walker.currentNode.data.trim() && parent.checkVisibility()) {
                          sizes.add(getComputedStyle(parent).fontSize);
                        }
                      }
                      return [...sizes];
                    }"""
                )
            )
    assert sizes <= {"13px", "15px", "17px", "21px", "27px", "38px"}


# How much a page loads


@pytest.mark.parametrize("path", [HOT, "hurt-or-ill/choking/"])
def test_a_cold_page_is_light(open_page: Open, address: str, path: str) -> None:
    page = open_page("404.html")
    asked: list[str] = []
    # Without this, what the first page has loaded would not be asked for.
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.on("request", lambda one: asked.append(one.url))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    found = [one for one in asked if one.startswith("http")]
    contents = [urlopen(one).read() for one in found]  # this machine's
    packed = [min(len(gzip.compress(one, 6)), len(one)) for one in contents]
    assert 7 < len(found) <= MOST_REQUESTS
    assert 40_000 < sum(packed) <= MOST_BYTES


def test_nothing_of_the_finder_is_loaded_before_it_is_used(open_page: Open) -> None:
    page = open_page(HOT)
    assert page.evaluate("typeof guidebookFinderCore") == "undefined"
    page.get_by_role("combobox").focus()
    page.wait_for_function("typeof guidebookFinderFirst === 'object'")


def hold(page: Page, part: str) -> list[Route]:
    """Let requests for a file wait until a test answers them."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(f"**/{part}", keep)
    return held


def test_the_search_says_that_it_is_loading_and_then_answers(open_page: Open) -> None:
    page = open_page(HOT)
    held = hold(page, "finder/first.js")
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_text("Loading the search …").first).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
    assert_accessible_in_every_look(page)
    held[0].continue_()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_text("Loading the search …")).to_have_count(0)


def test_the_search_answers_before_it_is_whole(open_page: Open) -> None:
    page = open_page(HOT)
    held = hold(page, "finder/rest.js")
    page.get_by_role("combobox").fill("lunch is in full swing")
    expect(page.get_by_role("listbox")).to_be_attached()
    page.wait_for_function("performance.getEntriesByName('finder ready').length === 1")
    part = page.get_by_role("option").all_inner_texts()
    held[0].continue_()
    page.wait_for_function("performance.getEntriesByName('finder ready').length === 2")
    page.wait_for_function(
        "part => [...document.querySelectorAll('[role=option]')].map((one) => one.innerText).join()"
        " !== part.join()",
        arg=part,
    )
    expect(page.get_by_role("option").filter(has_text="Everybody out").first).to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(
    open_page: Open, address: str
) -> None:
    page = open_page("404.html")
    page.goto(address + HOT)
    held = hold(page, "finder/first.js")
    page.get_by_role("combobox").fill("refund")
    expect(page.get_by_text("Loading the search …").first).to_be_visible()
    held[0].fulfill(status=200, content_type="text/javascript", body="")
    expect(page.get_by_text("The search could not be loaded.").first).to_be_visible()
    page.unroute("**/finder/first.js")
    page.get_by_role("combobox").fill("refund now")
    expect(page.get_by_role("option").first).to_be_visible()


# The menu


def test_the_menu_by_keyboard(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=740)
    opener = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert menu.evaluate("menu => menu.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()


def test_leaving_the_menu_closes_it(open_page: Open) -> None:
    page = open_page(HOT)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#gb-menu button").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#gb-menu")).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.mouse.click(1200, 500)
    expect(page.locator("#gb-menu")).to_be_hidden()


def test_the_menu_lists_all_chapters_and_only_this_ones_playbooks(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(HOT)
    page.get_by_role("button", name="Menu", exact=True).click()
    links = page.locator("#gb-menu .gb-nav a").all_inner_texts()
    titles = {one.title for one in guidebook.by_chapter["when-it-gets-hot"]}
    others = {one.title for one in guidebook.playbooks} - titles
    assert titles <= set(links)
    assert not others & set(links)
    assert all(any(chapter.title in one for one in links) for chapter in guidebook.about.chapters)
    expect(page.locator("#gb-menu [aria-current=page]")).to_have_text("Someone is shouting")


# The settings


def test_the_chosen_scheme_stays(open_page: Open) -> None:
    page = open_page(HOT, color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Settings", exact=True).click()
    page.get_by_role("radio", name="dark").check()
    assert page.evaluate(paper) != light
    page.reload()
    assert page.evaluate(paper) != light
    page.get_by_role("button", name="Settings", exact=True).click()
    page.get_by_role("radio", name="as this device").check()
    assert page.evaluate(paper) == light


def test_the_chosen_size_of_the_text_stays(open_page: Open) -> None:
    page = open_page(HOT)
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    usual = page.evaluate(size)
    for name, share in (("large", 1.2), ("largest", 1.5), ("usual", 1)):
        page.get_by_role("button", name="Settings", exact=True).click()
        page.get_by_role("radio", name=name, exact=True).check()
        page.reload()
        assert page.evaluate(size) == pytest.approx(usual * share)


def test_where_somebody_talks_to_customers_is_set_once(open_page: Open, address: str) -> None:
    page = open_page(HOT, width=360, height=740)
    page.evaluate(
        "document.addEventListener('guidebook:channel', (event) => { window.told = event.detail })"
    )
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#gb-menu").get_by_role("button", name="Settings").click()
    page.get_by_role("radio", name="on the phone").check()
    assert page.evaluate("window.told") == "phone"
    page.goto(address + "words/")
    assert page.evaluate("document.documentElement.dataset.channel") == "phone"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_settings(open_page: Open, width: int) -> None:
    page = open_page(HOT, width=width, height=740)
    page.evaluate("document.getElementById('gb-settings').showPopover()")
    assert_accessible_in_every_look(page)
    expect(page.locator("#gb-settings")).to_be_visible()


# The cover


def test_one_key_covers_the_screen_and_brings_the_page_back(open_page: Open) -> None:
    page = open_page(HOT)
    title = page.title()
    page.get_by_role("combobox").fill("knife")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("F2")
    cover = page.get_by_role("dialog", name="Clock")
    expect(cover).to_be_visible()
    assert cover.bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": 900}
    expect(page).to_have_title("Clock")
    assert page.evaluate("document.elementFromPoint(640, 20).closest('dialog') !== null")
    page.keyboard.press("F2")
    expect(cover).to_be_hidden()
    expect(page).to_have_title(title)
    expect(page.get_by_role("combobox")).to_be_focused()


def test_one_tap_covers_the_screen_and_brings_the_page_back(open_page: Open) -> None:
    page = open_page(HOT)
    button = page.get_by_role("banner").get_by_role("button", name="Cover the screen")
    button.click()
    cover = page.get_by_role("dialog", name="Clock")
    expect(cover).to_be_visible()
    for scheme in ("light", "dark"):
        look(page, width=1280, scheme=scheme)
        assert_contrast(page)
    page.mouse.click(300, 300)
    expect(cover).to_be_hidden()


def test_the_cover_goes_over_the_menu_too(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT, width=360, height=740)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#gb-menu").get_by_role("button", name="Cover the screen").click()
    expect(page.get_by_role("dialog", name="Clock")).to_be_visible()
    expect(page.locator("#gb-menu")).to_be_hidden()
    assert guidebook.about.title not in page.get_by_role("dialog", name="Clock").inner_text()


# As a browser from before popovers: it knows neither the attribute, nor its methods, nor its selector.
NO_POPOVERS = """for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"]) {
  delete HTMLElement.prototype[name];
}
const find = Document.prototype.querySelector;
Document.prototype.querySelector = function (text) {
  return find.call(this, text.replace(":popover-open", ":popover-unknown"));
};"""


def test_without_popovers_all_of_it_stands_at_the_end_and_is_covered(open_page: Open) -> None:
    def age(route: Route) -> None:
        text = route.fetch().text()
        for new in (":popover-open", " popover "):
            text = text.replace(new, new.replace("popover", "unknown"))
        route.fulfill(body=text, content_type="text/css" if "css" in route.request.url else None)

    page = open_page("404.html")
    page.add_init_script(NO_POPOVERS)
    page.route(lambda url: url.endswith(("/", ".css")), age)
    page.goto(page.url.replace("404.html", HOT))
    expect(page.locator("#gb-menu")).to_be_visible()
    expect(page.locator("#gb-settings")).to_be_visible()
    expect(page.locator(":is(#gb-menu, #gb-settings) .gb-close")).to_have_count(2)
    for close in page.locator(":is(#gb-menu, #gb-settings) .gb-close").all():
        expect(close).to_be_hidden()
    page.evaluate(
        """document.body.insertAdjacentHTML("beforeend",
          "<aside class='gb-newer'><button class='gb-close'></button></aside>")"""
    )
    expect(page.locator(".gb-newer .gb-close")).to_be_visible()
    page.keyboard.press("F2")
    expect(page.get_by_role("dialog", name="Clock")).to_be_visible()
