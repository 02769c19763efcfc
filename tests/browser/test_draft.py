"""The draft of a reply: lines are collected, ordered, filled in, changed by hand and copied."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, Open, read_clipboard
from tests.browser.driving import come_back
from tests.browser.looks import assert_large, assert_nothing_is_cut, look
from tests.browser.phrase_parts import SHOUTING, adder, area, copier, opener

NO_STORAGE = """Object.defineProperty(window, 'sessionStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } })"""


def test_a_second_press_takes_a_phrase_out(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING)
    expect(page.get_by_text("Press + beside a phrase")).to_be_visible()
    button = adder(page, said[0])
    for pressed in ("true", "false", "true"):
        button.click()
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(page.locator(".gb-draft-list > li")).to_have_count(1 if pressed == "true" else 0)
    expect(page.locator(".gb-said")).to_have_text("Your draft: 1 line")


def test_a_draft_is_ordered_filled_in_and_copied(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, permissions=CLIPBOARD)
    one, two, three = said[:3]
    for text in (one, two, three):
        adder(page, text).click()
    expect(area(page)).to_have_value(f"{one}\n{two}\n{three}")
    up = page.get_by_role("button", name=f"Move up: “{three}”")
    up.focus()
    page.keyboard.press("Enter")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(area(page)).to_have_value(f"{three}\n{one}\n{two}")
    expect(page.get_by_role("button", name=f"Move down: “{three}”")).to_be_focused()
    page.get_by_role("button", name=f"Remove: “{one}”").click()
    expect(page.get_by_role("button", name=f"Remove: “{two}”")).to_be_focused()
    expect(adder(page, one)).to_have_attribute("aria-pressed", "false")
    page.get_by_label("time", exact=True).press_sequentially("noon")
    expect(page.get_by_label("time", exact=True)).to_be_focused()
    filled = f"{three}\n{two}".replace("[time]", "noon")
    expect(area(page)).to_have_value(filled)
    page.get_by_role("button", name="Copy the reply").click()
    expect(page.locator(".gb-draft-told")).to_have_text("Copied")
    assert read_clipboard(page) == filled
    page.reload()
    expect(area(page)).to_have_value(filled)
    assert page.evaluate("Object.keys(localStorage).filter((one) => one.endsWith('draft'))") == []


def test_a_reply_changed_by_hand_says_so(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, permissions=CLIPBOARD)
    own = page.get_by_text("You changed it by hand")
    adder(page, said[0]).click()
    expect(own).to_be_hidden()
    area(page).fill(f"Hello Sam,\n\n{said[0]}")
    expect(own).to_be_visible()
    adder(page, said[1]).click()
    changed = f"Hello Sam,\n\n{said[0]}\n{said[1]}"
    expect(area(page)).to_have_value(changed)
    page.reload()
    expect(area(page)).to_have_value(changed)
    page.get_by_label("time", exact=True).press_sequentially("noon")
    area(page).focus()
    expect(area(page)).to_have_value(changed.replace("[time]", "noon"))
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    assert read_clipboard(page) == changed.replace("[time]", "noon")
    page.get_by_role("button", name="Rebuild it from the lines").click()
    expect(area(page)).to_have_value("\n".join(said[:2]).replace("[time]", "noon"))
    expect(own).to_be_hidden()


def test_clearing_can_be_undone(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=360, height=740)
    adder(page, said[0]).click()
    opener(page).click()
    page.get_by_role("button", name="Clear").click()
    expect(area(page)).to_be_hidden()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(area(page)).to_have_value(said[0])
    expect(adder(page, said[0])).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Clear").click()
    page.reload()
    expect(opener(page)).to_be_hidden()


def test_on_a_phone_the_tray_stays_at_the_foot(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=360, height=740)
    expect(opener(page)).to_be_hidden()
    adder(page, said[0]).click()
    expect(opener(page)).to_have_attribute("aria-expanded", "false")
    expect(area(page)).to_be_hidden()
    page.get_by_role("link", name="All situations").click()
    page.mouse.wheel(0, 9000)
    expect(opener(page)).to_be_in_viewport(ratio=1)
    expect(page.locator("footer")).to_be_in_viewport()
    opener(page).click()
    expect(area(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(area(page)).to_be_hidden()
    expect(opener(page)).to_be_focused()


def test_on_a_desktop_the_tray_stays_beside_the_phrases(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=1280, height=900)
    adder(page, said[0]).click()
    expect(area(page)).to_be_visible()
    page.mouse.wheel(0, 9000)
    expect(opener(page)).to_be_in_viewport(ratio=1)
    look(page, width=360, height=740)
    expect(opener(page)).to_have_attribute("aria-expanded", "false")


def open_draft(page: Page, said: list[str]) -> None:
    for text in said[:2]:
        adder(page, text).click()
    if opener(page).get_attribute("aria-expanded") == "false":
        opener(page).click()


@pytest.mark.parametrize("state", ["draft", "by hand", "copied", "undo"])
def test_axe_finds_nothing(open_page: Open, said: list[str], state: str) -> None:
    page = open_page(SHOUTING, permissions=CLIPBOARD)
    open_draft(page, said)
    if state == "by hand":
        area(page).fill("Mine [name]")
    if state == "copied":
        page.get_by_role("button", name="Copy the reply").click()
        copier(page, said[2]).evaluate("(button) => { button.dataset.done = 'Copied' }")
    if state == "undo":
        page.get_by_role("button", name="Clear").click()
    assert_accessible_in_every_look(page)


def test_the_open_tray_of_a_phone_is_accessible(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=360, height=740)
    open_draft(page, said)
    assert_accessible_in_every_look(page, widths=[360])
    assert opener(page).get_attribute("aria-expanded") == "true"


def test_nothing_is_cut_when_narrow_or_large(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=320, height=640)
    open_draft(page, said)
    assert_nothing_is_cut(page)
    look(page, width=360, height=740, large=True)
    if opener(page).get_attribute("aria-expanded") == "false":
        opener(page).click()
    assert_nothing_is_cut(page)
    expect(opener(page)).to_be_in_viewport(ratio=1)
    area(page).scroll_into_view_if_needed()
    expect(area(page)).to_be_in_viewport()


def test_targets_are_large(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, width=360, height=740)
    open_draft(page, said)
    assert_large(page, ".gb-page :is(button, select, input, textarea)", height=43.9, width=43.9)


def test_whoever_goes_back_has_the_draft_as_it_is_by_now(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING)
    adder(page, said[0]).click()
    kept = "Object.entries(sessionStorage).find(([name]) => name.endsWith('draft'))"
    name, early = page.evaluate(kept)
    adder(page, said[1]).click()
    _, late = page.evaluate(kept)
    page.evaluate("(kept) => sessionStorage.setItem(...kept)", [name, early])
    page.reload()
    expect(page.locator(".gb-draft-list > li")).to_have_count(1)
    page.evaluate("(kept) => sessionStorage.setItem(...kept)", [name, late])
    come_back(page)
    expect(page.locator(".gb-draft-list > li")).to_have_count(2)
    expect(adder(page, said[1])).to_have_attribute("aria-pressed", "true")
    adder(page, said[2]).click()
    page.reload()
    expect(area(page)).to_have_value("\n".join(said[:3]))


def test_whoever_goes_back_without_storage_still_has_the_draft(
    open_page: Open, address: str, said: list[str]
) -> None:
    page = open_page("404.html")
    page.add_init_script(NO_STORAGE)
    page.goto(address + SHOUTING)
    adder(page, said[0]).click()
    come_back(page)
    expect(area(page)).to_have_value(said[0])
