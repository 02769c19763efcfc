"""A form is drawn anew while somebody writes in it: nothing is lost, and nothing saved too early."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import draw, hold_first, wait_until, wait_until_held
from tests.browser.looks import measure
from tests.browser.test_form_side import find_field, side, wait_until_saved
from tests.browser.test_page_editor import home, page, read, server

__all__ = ["home", "page", "server", "side"]

DRAW = """() => {
  const { end } = guidebookBusyInput;
  guidebookBusyInput.end = () => {
    globalThis.isToBeDrawn = true;
    return end();
  };
  guidebookForm.refresh();
}"""


def begin_to_draw(page: Page) -> None:
    """Have the form drawn anew; what it waits for is all that is left to do."""
    page.evaluate(DRAW)
    wait_until(page, "globalThis.isToBeDrawn")


def test_half_a_word_is_not_saved_because_the_form_is_drawn_anew(
    page: Page, side: Locator, home: Path
) -> None:
    box = find_field(side, "Search").locator("textarea")
    box.press_sequentially("shou")
    page.evaluate("guidebookForm.refresh()")
    expect(box).to_be_focused()
    box.press_sequentially("ting")
    box.press("Control+Enter")
    wait_until_saved(side)
    assert "- shouting\n" in read(home)
    side.get_by_role("button", name="Undo").click()
    expect(box).to_have_value("")
    assert "- shou\n" not in read(home)


def test_what_was_typed_before_the_form_is_drawn_anew_is_saved_when_one_leaves(
    page: Page, side: Locator, home: Path
) -> None:
    box = find_field(side, "Search").locator("textarea")
    box.press_sequentially("shouting")
    page.evaluate("guidebookForm.refresh()")
    box.press("Tab")
    wait_until_saved(side)
    assert "- shouting\n" in read(home)


def test_who_types_on_while_it_is_saved_has_no_conflict_with_oneself(
    page: Page, side: Locator, home: Path
) -> None:
    box = find_field(side, "Search").locator("textarea")
    held = hold_first(page, "**/~edit/form")
    box.press_sequentially("shout")
    box.press("Control+Enter")
    expect(side.locator(".gb-form-said")).to_have_text("Saving …")
    box.press_sequentially("ing")
    wait_until_held(page, held)
    held[0].continue_()
    wait_until_saved(side)
    expect(box).to_have_value("shouting")
    box.press("Control+Enter")
    expect(page.get_by_role("dialog", name="This was changed elsewhere meanwhile")).to_have_count(0)
    wait_until_saved(side)
    expect(side.get_by_role("button", name="Undo")).to_be_enabled()
    wait_until(
        page,
        "fetch('/~edit/about/one/').then((one) => one.text()).then((one) => one.includes('shouting'))",
    )
    assert "- shouting\n" in read(home)


def test_who_types_while_anothers_words_are_on_their_way_decides(
    page: Page, side: Locator, home: Path
) -> None:
    box = find_field(side, "Search").locator("textarea")
    box.fill("loud")
    box.press("Control+Enter")
    wait_until_saved(side)
    held = hold_first(page, "**/~edit/about/one/")
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("loud", "noisy"))
    wait_until_held(page, held)
    box.fill("shouting")
    held[0].continue_()
    box.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="This was changed elsewhere meanwhile")
    expect(dialog.locator(".gb-editor-side p")).to_have_text(["loud", "noisy", "shouting"])


@pytest.mark.chromium("words are composed through the developer tools of Chromium")
def test_words_that_are_being_composed_are_not_taken_away(page: Page, side: Locator) -> None:
    box = find_field(side, "Search").locator("textarea")
    box.focus()
    box.evaluate("(box) => { box.isSame = true; }")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "kou", "selectionStart": 3, "selectionEnd": 3}
    )
    expect(box).to_have_value("kou")
    begin_to_draw(page)
    assert box.evaluate("(box) => box.isSame")
    keyboard.send("Input.insertText", {"text": "こう"})
    wait_until(page, "document.activeElement.isSame === undefined")
    expect(box).to_have_value("こう")
    expect(box).to_be_focused()


@pytest.mark.chromium("the others do not say whether a list is open")
def test_a_list_that_is_open_stays_open(page: Page, side: Locator) -> None:
    box = side.locator("select").first
    box.focus()
    box.evaluate("(box) => { box.isSame = true; }")
    page.keyboard.press("Space")
    wait_until(page, "document.activeElement.matches('select:open')")
    begin_to_draw(page)
    assert box.evaluate("(box) => box.isSame && box.matches(':open')")
    page.keyboard.press("Escape")
    wait_until(page, "document.activeElement.isSame === undefined")
    expect(box).to_be_focused()
    expect(side).to_be_visible()


def test_what_was_being_saved_when_the_page_was_loaded_again_is_saved(
    page: Page, side: Locator, home: Path
) -> None:
    hold_first(page, "**/~edit/form")
    box = find_field(side, "Related playbooks").locator("input")
    box.fill("Two")
    page.keyboard.press("Enter")
    expect(side.locator(".gb-form-said")).to_have_text("Saving …")
    page.reload()
    wait_until_saved(side)
    assert "related:" in read(home)
    expect(side.get_by_text("Two", exact=True)).to_be_visible()


def test_what_is_pressed_while_the_form_is_drawn_anew_counts(
    page: Page, side: Locator, home: Path
) -> None:
    key = side.get_by_role("button", name="Add a role-play")
    key.scroll_into_view_if_needed()
    box = measure(key)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(key.and_(page.locator(":active"))).to_be_attached()
    begin_to_draw(page)
    draw(page)
    page.mouse.up()
    wait_until_saved(side)
    assert "roleplay:" in read(home)
