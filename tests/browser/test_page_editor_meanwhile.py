"""What happens to a page while somebody types: others save, or Undo is pressed. Nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.driving import draw, hold_first, wait_until_held, wait_until_written
from tests.browser.looks import measure
from tests.browser.test_page_editor import find, home, open_form, page, read, server

__all__ = ["home", "page", "server"]


def test_what_somebody_saves_meanwhile_is_shown_and_nothing_typed_is_lost(
    page: Page, home: Path
) -> None:
    box = open_form(page, "steps", 0, "do")
    box.fill("I am still typing")
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("They cry.", "They sob."))
    expect(find(page, "signals", 1)).to_have_text("They sob.")
    expect(box).to_have_value("I am still typing")
    expect(box).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor-said")).to_have_text("Saved")
    assert "They sob." in read(home)
    assert "I am still typing" in read(home)


def test_where_both_changed_one_text_a_person_decides(page: Page, home: Path) -> None:
    path = home / "playbooks/fair/one.yml"
    for choice, theirs, kept in (
        ("Keep theirs", "Theirs.", "Theirs."),
        ("Use mine", "Theirs again.", "Mine."),
    ):
        box = open_form(page, "steps", 0, "do")
        before = box.input_value()
        box.fill("Mine.")
        path.write_text(path.read_text().replace(before, theirs))
        expect(box).to_have_value("Mine.")
        page.keyboard.press("Control+Enter")
        dialog = page.get_by_role("dialog", name="This was changed elsewhere meanwhile")
        sides = dialog.locator(".gb-editor-side p")
        expect(sides).to_have_text([before, theirs, "Mine."])
        assert_accessible(page)
        dialog.get_by_role("button", name=choice).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".gb-editor")).to_have_count(0)
        expect(find(page, "steps", 0, "do")).to_have_text(kept)
        wait_until_written(page, path, kept)
        assert "# The steps, in order." in read(home)


def test_a_fault_in_the_file_stands_beside_its_text(page: Page, home: Path) -> None:
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("why: It calms", "wyh: It calms"))
    told = page.locator(".gb-steps > li").nth(1).locator(".gb-editor-beside")
    expect(told).to_contain_text("Did you mean “why”?")
    described = find(page, "steps", 1, "do").get_attribute("aria-describedby") or ""
    assert page.locator(f"#{described.split()[-1]}").locator("b").text_content() == "Error"
    path.write_text(path.read_text().replace("wyh: It calms", "why: It calms"))
    expect(page.locator(".gb-steps .gb-editor-problem--error")).to_have_count(0)


def test_what_is_typed_is_taken_back_first(page: Page, home: Path) -> None:
    """Undo took back the change before it, saved what was typed, and so there was no way back."""
    before = read(home)
    open_form(page, "signals", 0).fill("They scream.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    saved = read(home)
    open_form(page, "purpose").fill("Stay kind.\n")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Redo")).to_be_enabled()
    assert read(home) == saved
    page.get_by_role("button", name="Redo").click()
    expect(find(page, "purpose")).to_have_text("Stay kind.")
    page.get_by_role("button", name="Undo").click()
    expect(find(page, "purpose")).not_to_have_text("Stay kind.")
    page.get_by_role("button", name="Undo").click()
    expect(find(page, "signals", 0)).to_have_text("They shout.")
    assert read(home) == before


@pytest.mark.parametrize("opens", [True, False], ids=["another text open", "another text reached"])
def test_the_focus_stays_with_whoever_has_gone_on(page: Page, home: Path, opens: bool) -> None:
    """What was saved took the focus when it was drawn, and closed what had been opened meanwhile."""
    held = hold_first(page, "**/fair/one/")
    open_form(page, "signals", 0).fill("They scream.")
    page.keyboard.press("Control+Enter")
    wait_until_held(page, held)
    other = open_form(page, "purpose") if opens else find(page, "purpose")
    other.focus()
    held[0].continue_()
    expect(find(page, "signals", 0)).to_have_text("They scream.")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    expect(other).to_be_focused()


def test_what_is_pressed_while_the_page_is_drawn_counts(page: Page, home: Path) -> None:
    """A link of the panel was exchanged below the finger, and nothing happened."""
    held = hold_first(page, "**/fair/one/")
    open_form(page, "signals", 0).fill("They scream.")
    page.keyboard.press("Control+Enter")
    wait_until_held(page, held)
    link = page.get_by_role("link", name="About this page")
    box = measure(link)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(link.and_(page.locator(":active"))).to_be_attached()
    with page.expect_response("**/fair/one/") as told:
        held[0].continue_()
    told.value.finished()
    draw(page)
    page.mouse.up()
    expect(page.get_by_role("dialog", name="About: One")).to_be_visible()
    expect(find(page, "signals", 0)).to_have_text("They scream.")
