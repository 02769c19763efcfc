"""A page says that it has changed since this browser's reader last read it, and only then."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CHOKING, HOT, Open
from tests.browser.driving import come_back, go_back
from tests.browser.list_parts import box

# What a browser kept that read an earlier version of every page it has seen.
FORGET = """Object.keys(localStorage).filter((name) => name.includes(".seen."))
  .forEach((name) => localStorage.setItem(name, "earlier"))"""
KEPT = """Object.entries(localStorage).filter(([name]) => name.includes(".seen."))
  .map(([, text]) => text)"""

STATE = """Object.defineProperty(document, "visibilityState", {{ value: "{}", configurable: true }});
  document.dispatchEvent(new Event("visibilitychange"))"""


def line(page: Page) -> Locator:
    return page.locator(".gb-seen")


def make_old(page: Page) -> None:
    page.evaluate(FORGET)
    page.reload()


@pytest.mark.parametrize("path", [HOT, CHOKING])
def test_a_page_that_changed_says_so_until_it_is_read(open_page: Open, path: str) -> None:
    page = open_page(path)
    expect(line(page)).to_be_hidden()
    page.reload()
    expect(line(page)).to_be_hidden()
    page.clock.install()
    make_old(page)
    expect(line(page)).to_be_visible()
    expect(line(page)).to_contain_text("Changed since you last read it.")
    page.reload()  # nobody reads a page in a moment
    expect(line(page)).to_be_visible()
    page.clock.fast_forward(10_000)
    page.reload()
    expect(line(page)).to_be_hidden()


def test_it_is_told_for_as_long_as_the_page_is_open(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    page.clock.install()
    make_old(page)
    expect(line(page)).to_be_visible()
    page.clock.fast_forward(10_000)
    other = page.context.new_page()
    other.goto(address + HOT)
    expect(line(other)).to_be_hidden()
    box(other, 0).check()
    expect(box(page, 0)).to_be_checked()
    expect(line(page)).to_be_visible()
    come_back(page)
    expect(line(page)).to_be_hidden()


def test_a_page_behind_another_is_not_read(open_page: Open) -> None:
    page = open_page(HOT)
    page.clock.install()
    page.evaluate(FORGET)
    page.add_init_script(STATE.format("hidden"))
    page.reload()
    page.clock.fast_forward(60_000)
    assert page.evaluate(KEPT) == ["earlier"]
    page.evaluate(STATE.format("visible"))
    page.clock.fast_forward(10_000)
    assert page.evaluate(KEPT) != ["earlier"]
    expect(line(page)).to_be_visible()


def test_it_leads_to_what_changed(open_page: Open) -> None:
    page = open_page(HOT)
    make_old(page)
    assert_accessible_in_every_look(page)
    line(page).get_by_role("link").click()
    fold = page.locator("details", has=page.locator("#edition-2-0-shouting-customer")).last
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("summary").first).to_contain_text("Someone is shouting")
    go_back(page)
    page.reload()
    expect(line(page)).to_be_hidden()


def test_a_shared_computer_is_told_nothing(open_page: Open) -> None:
    page = open_page(HOT)
    make_old(page)
    expect(line(page)).to_be_visible()
    page.locator(".gb-check").get_by_role("switch").check()
    expect(line(page)).to_be_hidden()
    assert page.evaluate(KEPT) == []
    page.reload()
    expect(line(page)).to_be_hidden()
    assert page.evaluate(KEPT) == []


def test_the_page_of_what_changed_is_accessible_and_needs_no_script(
    open_page: Open,
) -> None:
    page = open_page("what-changed/")
    page.locator(".gb-fold").first.evaluate("one => one.open = true")
    assert_accessible_in_every_look(page)
    plain = open_page("what-changed/", java_script_enabled=False)
    plain.locator("summary", has_text="Someone is shouting").first.click()
    expect(plain.get_by_role("link", name="Open the playbook").first).to_be_visible()


def test_more_changes_of_a_playbook_are_on_the_page_of_the_edition(open_page: Open) -> None:
    page = open_page("what-changed/#edition-2-0-shouting-customer")
    row = page.locator("details:has(> #edition-2-0-shouting-customer)")
    row.get_by_role("link", name="more changes").click()
    heading = page.locator("#edition-2-0-shouting-customer-more")
    expect(heading).to_be_in_viewport()
    expect(heading).to_have_text("Worth a look")
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed in version 2.0")
    page.locator(".gb-where").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed")


def test_each_of_two_wordings_says_which_it_is(open_page: Open) -> None:
    page = open_page("what-changed/#edition-2-0-shouting-customer")
    row = page.locator("details:has(> #edition-2-0-shouting-customer)")
    labels = row.locator("del, ins").evaluate_all(
        """all => all.map((one) => {
          const said = getComputedStyle(one, "::before").content;
          return [one.localName, one.parentElement.children.length, said].join(" ");
        })"""
    )
    assert set(labels) == {'del 3 "Was "', 'ins 3 "Now "', "del 2 none", "ins 2 none"}
