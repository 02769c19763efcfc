"""Items of lists are added, moved and removed where they stand, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FINGER
from tests.browser.driving import wait_until_true, wait_until_written
from tests.browser.test_page_editor import find, home, open_form, page, read, server

__all__ = ["home", "page", "server"]


def list_steps(page: Page) -> list[str]:
    return page.locator(".gb-steps .gb-do").all_text_contents()


def test_items_are_added_moved_and_removed_by_keyboard(page: Page, home: Path) -> None:
    open_form(page, "steps", 0, "do")
    page.get_by_role("button", name="Add below").focus()
    page.keyboard.press("Enter")
    box = page.locator(".gb-editor textarea")
    expect(box).to_have_value("")
    box.fill("Nod.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-steps .gb-do")).to_have_count(4)
    assert list_steps(page)[1] == "Nod."
    find(page, "steps", 1, "do").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(find(page, "steps", 2, "do")).to_have_text("Nod.")
    expect(find(page, "steps", 2, "do")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(find(page, "steps", 1, "do")).to_have_text("Nod.")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".gb-steps .gb-do")).to_have_count(3)
    wait_until_true(page, lambda: "Nod." not in read(home), "the step removed from its file")
    assert "# The steps, in order." in read(home)


@pytest.mark.parametrize("touch", [False, FINGER])
def test_an_item_is_dragged(page: Page, home: Path, touch: bool) -> None:
    open_form(page, "steps", 0, "do")
    handle = page.get_by_role("button", name="Drag")
    handle.hover(trial=True)  # it waits until nothing moves any more
    start = handle.bounding_box()
    last = page.locator(".gb-steps > li").last.bounding_box()
    assert start
    assert last
    x, y, end = start["x"] + 5, start["y"] + 5, last["y"] + last["height"] - 2
    if touch:
        client = page.context.new_cdp_session(page)
        point = {"x": x, "y": y}
        client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        for step in (0.3, 0.6, 1):
            there = {"x": x, "y": y + (end - y) * step}
            client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [there]})
        client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    else:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x, end, steps=5)
        page.mouse.up()
    expect(find(page, "steps", 2, "do")).to_have_text("Listen to the end.")
    wait_until_true(
        page,
        lambda: read(home).index("Offer one thing.") < read(home).index("Listen to the end."),
        "the order in the file",
    )


def test_a_text_that_is_missing_is_added(page: Page, home: Path) -> None:
    open_form(page, "steps", 0, "do")
    page.get_by_role("button", name="Add “why”").click()
    box = page.locator(".gb-editor textarea")
    expect(box).to_have_value("")
    box.fill("They need to be heard.")
    page.keyboard.press("Control+Enter")
    expect(find(page, "steps", 0, "why")).to_have_text("They need to be heard.")
    text = "- do: Listen to the end.\n  why: They need to be heard."
    wait_until_written(page, home / "playbooks/fair/one.yml", text)


def test_a_question_is_added_with_all_that_it_needs(page: Page, home: Path) -> None:
    page.get_by_text("Practice this").scroll_into_view_if_needed()
    page.locator("#practice ~ .gb-body > details > summary").click()
    open_form(page, "practice", "quiz", 0, "prompt")
    page.get_by_role("button", name="Add below").click()
    boxes = page.locator(".gb-editor textarea")
    expect(boxes).to_have_count(5)
    for number in range(5):
        boxes.nth(number).fill(f"Text {number}.")
    page.keyboard.press("Control+Enter")
    expect(find(page, "practice", "quiz", 1, "options", 1, "feedback")).to_have_text("Text 4.")
    wait_until_written(page, home / "playbooks/fair/one.yml", "Text 4.")
    assert "right: yes" in read(home) or "right: 'yes'" in read(home)


def test_what_is_new_is_asked_for_once_save_is_pressed(page: Page, home: Path) -> None:
    before = read(home)
    open_form(page, "steps", 0, "do")
    page.get_by_role("button", name="Add below").click()
    box = page.locator(".gb-editor textarea")
    expect(box).to_have_value("")
    told = page.locator(".gb-editor .gb-editor-problem")
    with page.expect_response("**/~edit/check"):
        box.fill("Ask ((twoo)).")
    expect(told).to_contain_text("called “twoo”")
    box.fill("")
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Save").click()
    expect(told).to_have_text("Write the text, or press Cancel.")
    expect(box).to_be_focused()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".gb-editor")).to_have_count(0)
    assert read(home) == before


def test_no_text_of_something_new_is_missed_before_it_is_written(page: Page) -> None:
    checks: list[str] = []
    page.on("request", lambda one: checks.append(one.url) if "/~edit/check" in one.url else None)
    page.locator("#practice ~ .gb-body > details > summary").click()
    with page.expect_response("**/~edit/check"):
        open_form(page, "practice", "quiz", 0, "prompt")
    checks.clear()
    page.get_by_role("button", name="Add below").click()
    boxes = page.locator(".gb-editor textarea")
    expect(boxes).to_have_count(5)
    assert checks == []
    with page.expect_response("**/~edit/check"):
        boxes.nth(1).fill("An answer.")
    told = page.locator(".gb-editor .gb-editor-problem")
    expect(told).to_have_count(0)
    page.keyboard.press("Control+Enter")
    expect(told).to_have_text("Write “Prompt”, or press Cancel.")
    expect(boxes.nth(0)).to_be_focused()


@pytest.mark.parametrize("loc", [("steps", 0, "do"), ("steps", 1, "why"), ("avoid", 0, "say")])
@pytest.mark.parametrize("way", ["emptied", "removed"])
def test_what_is_removed_is_told_with_the_way_back(
    page: Page, home: Path, way: str, loc: tuple[str | int, ...]
) -> None:
    """Without the last entry of “avoid” the page is loaded again."""
    before = read(home)
    words = find(page, *loc).inner_text()
    open_form(page, *loc)
    if way == "emptied":
        page.locator(".gb-editor textarea").fill("")
        page.get_by_role("button", name="Save").click()
    else:
        page.get_by_role("button", name="Remove").click()
    expect(page.locator(".gb-editor-said")).to_have_text("Removed. Undo brings it back.")
    expect(page.get_by_text(words, exact=True)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text(words, exact=True).first).to_be_attached()
    assert read(home) == before


@pytest.mark.parametrize(
    ("loc", "fix"),
    [
        (("signals", 0), "Write the text, or press “Remove”."),
        (("title",), "Write it here."),
        (("steps", 1, "do"), "“Remove” takes away all that belongs to it."),
    ],
)
def test_a_page_tells_of_no_lines_of_a_file(
    page: Page, loc: tuple[str | int, ...], fix: str
) -> None:
    open_form(page, *loc).fill("")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor-said")).to_have_text("Not saved")
    told = page.locator(".gb-editor .gb-editor-problem")
    expect(told).to_contain_text(fix)
    expect(told).not_to_contain_text("line")
