"""What is around every page: header, menu, settings and the cover."""

import itertools
import re

import pytest
from playwright.sync_api import Route, expect

from generator.model.guidebook import Guidebook
from tests.browser.accessibility import assert_accessible_in_every_look, assert_contrast
from tests.browser.conftest import CALM, CHOKING, HOT, Open, search
from tests.browser.driving import add_style, come_back
from tests.browser.looks import list_type_sizes, look, measure, unfold

KINDS = ["", HOT, CHOKING, "when-it-gets-hot/", "words/", "help-me-now/", "about/"]

# The header


def test_every_page_has_its_name_and_way_home_at_the_same_place_and_one_left_edge(
    open_page: Open, address: str
) -> None:
    page = open_page()
    places: dict[int, set[tuple[float, float]]] = {}
    for path, width in itertools.product(KINDS, (320, 360, 768, 1280, 1920)):
        if width == 320:
            page.goto(address + path)
        look(page, width=width, height=740)
        home = page.get_by_role("banner").get_by_role("link", name="first page")
        box = measure(home)
        assert box["height"] >= 40
        places.setdefault(width, set()).add((box["x"], box["y"]))
        assert measure(page.locator(".gb-header"))["height"] < 70
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if width >= 1280:
            edges = page.evaluate(
                """() => ['.gb-header-row', '.gb-page', '.gb-foot'].map((one) =>
                  document.querySelector(one).getBoundingClientRect().left)"""
            )
            assert len(set(edges)) == 1, path
            heading = measure(page.get_by_role("heading", level=1))
            assert abs(heading["x"] - edges[0] - 16) < 1, path
    assert [len(one) for one in places.values()] == [1] * 5


@pytest.mark.parametrize("path", KINDS)
def test_the_header_stays_a_row_with_text_twice_as_large(open_page: Open, path: str) -> None:
    page = open_page(path, width=360, height=740)
    add_style(page, "html { font-size: 250% !important }")
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
    assert measure(box)["width"] < 200
    box.focus()
    assert measure(box)["width"] > 330


def test_the_search_box_is_never_wider_than_it_has_to_be(open_page: Open) -> None:
    page = open_page(HOT, width=1920)
    assert 300 < measure(page.get_by_role("combobox"))["width"] <= 560


# Type


def test_at_most_six_sizes_of_type(open_page: Open, address: str) -> None:
    page = open_page()
    sizes: set[float] = set()
    for path in (*KINDS, CALM):
        page.goto(address + path)
        unfold(page)
        for width in (360, 1280):
            look(page, width=width)
            sizes |= list_type_sizes(page)
    assert sizes <= {13, 15, 17, 21, 27, 38}


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


@pytest.mark.parametrize("width", [360, 1280])
def test_what_closes_the_menu_is_at_its_edge(open_page: Open, width: int) -> None:
    page = open_page(CALM, width=width)
    page.locator(".gb-menu").click()
    drawer, close = (measure(page.locator(one)) for one in (".gb-drawer", ".gb-drawer .gb-close"))
    assert 0 <= drawer["x"] + drawer["width"] - close["x"] - close["width"] < 20


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


def test_other_open_pages_follow_the_settings(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    other = page.context.new_page()
    other.goto(f"{address}words/")
    page.get_by_role("button", name="Settings", exact=True).click()
    page.get_by_role("radio", name="on the phone").check()
    page.get_by_role("radio", name="dark").check()
    expect(other.locator(":root")).to_have_attribute("data-scheme", "dark")
    expect(other.locator("select[name=channel]")).to_have_value("phone")
    assert other.evaluate("document.querySelector('[name=scheme]:checked').value") == "dark"
    page.evaluate("localStorage.setItem('guidebook.scheme', '')")
    come_back(page)
    expect(page.locator(":root")).not_to_have_attribute("data-scheme", re.compile(""))
    expect(page.get_by_role("radio", name="as this device")).to_be_checked()


def test_other_open_pages_follow_the_paper(open_page: Open) -> None:
    page = open_page(HOT)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("button", name="Change to A4").click()
    expect(page.get_by_role("button", name="Change to Letter")).to_be_visible()
    expect(other.get_by_role("button", name="Change to Letter")).to_be_visible()


def test_axe_finds_nothing_in_the_settings(open_page: Open) -> None:
    page = open_page(HOT)
    page.evaluate("document.getElementById('gb-settings').showPopover()")
    assert_accessible_in_every_look(page)
    expect(page.locator("#gb-settings")).to_be_visible()


# The cover


def test_one_key_covers_the_screen_and_brings_the_page_back(open_page: Open) -> None:
    page = open_page(HOT)
    title = page.title()
    search(page, "knife")
    page.keyboard.press("F2")
    cover = page.get_by_role("dialog", name="Clock")
    expect(cover).to_be_visible()
    assert measure(cover) == {"x": 0, "y": 0, "width": 1280, "height": 900}
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
        """() => {
          const { make, makeButton } = guidebookElements;
          document.body.append(make("aside", "gb-newer", makeButton("gb-close", "")));
        }"""
    )
    expect(page.locator(".gb-newer .gb-close")).to_be_visible()
    page.keyboard.press("F2")
    expect(page.get_by_role("dialog", name="Clock")).to_be_visible()
