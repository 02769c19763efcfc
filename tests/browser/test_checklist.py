"""A checklist on screen: ticked, begun again and copied."""

import pytest
from playwright.sync_api import Page, expect

from generator.model.checklist import Item
from generator.model.guidebook import Guidebook
from generator.views import theme_context
from tests.browser.accessibility import assert_accessible, assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, HOT, Open, read_clipboard, stop_clock
from tests.browser.edited import change_list
from tests.browser.list_parts import KEPT, NAME, box, get_texts, ticked
from tests.browser.looks import assert_large

CHANGED = "The words of this item changed. Check it again."


def tick_all(page: Page) -> int:
    boxes = page.locator("[data-item]")
    for one in boxes.all():
        one.check()
    return boxes.count()


# Ticks stay


def test_ticks_survive_a_reload(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    count = len(get_texts(guidebook))
    expect(page.locator(".gb-count")).to_have_text(f"0 of {count} done")
    expect(page.locator(".gb-kept")).to_have_text("Ticks are kept in this browser.")
    box(page, 0).check()
    box(page, 2).check()
    expect(page.locator(".gb-count")).to_have_text(f"2 of {count} done")
    page.reload()
    expect(page.locator(".gb-count")).to_have_text(f"2 of {count} done")
    assert ticked(page) == [get_texts(guidebook)[0], get_texts(guidebook)[2]]
    bar = page.locator(".gb-bar-fill").evaluate(
        "bar => new DOMMatrix(getComputedStyle(bar).transform).a"
    )
    assert bar == pytest.approx(2 / count, abs=0.01)
    box(page, 0).uncheck()
    box(page, 2).uncheck()
    assert page.evaluate(KEPT) == []


def test_ticks_are_kept_for_one_list_of_one_guidebook(
    open_page: Open, guidebook: Guidebook, address: str
) -> None:
    page = open_page(HOT)
    box(page, 0).check()
    mark = page.locator("meta[name=guidebook]").get_attribute("content")
    assert mark == theme_context.describe(guidebook, [], theme={})["id"]
    assert [name for name, _ in page.evaluate(KEPT)] == [f"guidebook.{mark}.ticks.{NAME}.check"]
    page.goto(f"{address}put-it-right/broken-promise/")
    assert ticked(page) == []


def test_ticks_follow_their_items(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    box(page, 0).check()
    box(page, 3).check()
    items = guidebook.by_id[NAME].checklist.items
    change_list(page.context, guidebook, NAME, items[::-1])
    page.reload()
    expect(box(page, 0).locator("xpath=..")).to_have_text(items[-1].text)
    assert set(ticked(page)) == {items[0].text, items[3].text}
    expect(page.locator(".gb-changed, .gb-gone:visible")).to_have_count(0)


@pytest.mark.parametrize("name", [None, "way-out"])
def test_an_item_whose_words_change_is_ticked_no_more(
    open_page: Open, guidebook: Guidebook, name: str | None
) -> None:
    page = open_page("404.html")
    items = guidebook.by_id[NAME].checklist.items
    first = items[0].model_copy(update={"id": name})
    change_list(page.context, guidebook, NAME, (first, *items[1:]))
    page.goto(page.url.replace("404.html", HOT))
    box(page, 0).check()
    box(page, 1).check()
    edited = first.model_copy(update={"text": "I had two ways out."})
    change_list(page.context, guidebook, NAME, (edited, *items[1:]))
    for _ in range(2):
        page.reload()
        expect(box(page, 0)).not_to_be_checked()
        expect(box(page, 0)).to_have_accessible_description(CHANGED)
        expect(page.get_by_text(CHANGED)).to_be_visible()
        assert ticked(page) == [items[1].text]
        box(page, 3).set_checked(not box(page, 3).is_checked())
        box(page, 3).uncheck()
    assert_accessible(page)
    box(page, 0).check()
    expect(page.get_by_text(CHANGED)).to_have_count(0)
    page.reload()
    expect(box(page, 0)).to_be_checked()
    expect(page.get_by_text(CHANGED)).to_have_count(0)


def test_a_ticked_item_that_is_gone_is_told(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    for place in (0, 1, 2):
        box(page, place).check()
    items = guidebook.by_id[NAME].checklist.items
    change_list(page.context, guidebook, NAME, items[2:])
    page.reload()
    gone = page.locator(".gb-gone")
    expect(gone).to_have_text("2 items that you ticked are no longer in this list.")
    assert ticked(page) == [items[2].text]
    box(page, 1).check()
    expect(gone).to_be_hidden()


def test_the_list_is_done_when_all_are_ticked(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page("404.html", timezone_id="Europe/Athens")
    page.clock.set_fixed_time("2026-11-22T12:05:00Z")
    page.goto(page.url.replace("404.html", HOT))
    count = tick_all(page)
    done = page.locator(".gb-done-at")
    expect(page.locator(".gb-count")).to_have_text(f"{count} of {count} done")
    expect(done).to_have_text("Done at 14:05")
    expect(page.locator(".gb-told")).to_have_text(f"{count} of {count} done. Done at 14:05")
    page.clock.set_fixed_time("2026-11-23T08:00:00Z")
    page.reload()
    expect(done).to_have_text("Done at 14:05 on 22 Nov 2026")
    box(page, 1).uncheck()
    expect(done).to_be_hidden()
    box(page, 1).check()
    expect(done).to_have_text("Done at 10:00")
    items = guidebook.by_id[NAME].checklist.items
    change_list(page.context, guidebook, NAME, (*items, Item(text="One more.", id=None)))
    page.reload()
    expect(done).to_be_hidden()


# Start again


def test_start_again_and_undo_by_keyboard(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    count = len(get_texts(guidebook))
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_hidden()
    box(page, 1).focus()
    page.keyboard.press("Space")
    again = page.get_by_role("button", name="Start again")
    again.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".gb-count")).to_have_text(f"0 of {count} done")
    expect(page.locator(".gb-told")).to_have_text("All ticks are gone. Undo brings them back.")
    page.keyboard.press("Enter")  # twice is not worse than once
    page.keyboard.press("Tab")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(undo).to_be_hidden()
    expect(again).to_be_focused()
    assert ticked(page) == [get_texts(guidebook)[1]]
    page.reload()
    assert ticked(page) == [get_texts(guidebook)[1]]


def test_a_new_tick_takes_the_way_back(open_page: Open) -> None:
    page = open_page(HOT)
    tick_all(page)
    page.get_by_role("button", name="Start again").click()
    page.reload()
    assert ticked(page) == []
    box(page, 0).check()
    page.get_by_role("button", name="Start again").click()
    box(page, 1).check()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


# Copy


def test_the_list_is_copied_as_text(open_page: Open, guidebook: Guidebook, address: str) -> None:
    page = open_page(HOT, timezone_id="Europe/Athens", permissions=CLIPBOARD)
    stop_clock(page, "2026-11-22T12:05:00Z")
    texts = get_texts(guidebook)
    box(page, 1).check()
    assert copy(page) == "\n".join(
        [
            guidebook.by_id[NAME].title,
            f"1 of {len(texts)} done, 22 Nov 2026, 14:05",
            "",
            f"[ ] {texts[0]}",
            f"[x] {texts[1]}",
            *[f"[ ] {text}" for text in texts[2:]],
            "",
            f"Service guidebook · version {guidebook.about.version}",
            address + HOT,
            "",
        ]
    )
    tick_all(page)
    page.clock.pause_at("2026-11-22T15:00:00Z")
    copied = copy(page)
    assert "\nDone, 22 Nov 2026, 14:05\n" in copied
    assert copied.count("[x]") == len(texts)


def copy(page: Page) -> str:
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(".gb-copy-list").click()
    expect(page.locator(".gb-copy-list")).to_have_text("Copied")
    page.clock.run_for(2000)
    expect(page.locator(".gb-copy-list")).to_have_text("Copy list")
    return read_clipboard(page)


def test_a_second_press_says_for_a_whole_moment_that_it_copied(open_page: Open) -> None:
    page = open_page(HOT, permissions=CLIPBOARD)
    stop_clock(page)
    button = page.locator(".gb-copy-list")
    button.click()
    expect(button).to_have_text("Copied")
    page.clock.run_for(1500)
    page.evaluate("delete document.querySelector('.gb-copy-list').dataset.done")
    button.click()
    expect(button).to_have_attribute("data-done", "")
    page.clock.run_for(1500)
    expect(button).to_have_text("Copied")
    page.clock.run_for(2000)
    expect(button).to_have_text("Copy list")


# For every hand, eye and ear


def test_axe_finds_nothing_in_any_state(open_page: Open) -> None:
    page = open_page(HOT)
    tick_all(page)
    assert_accessible_in_every_look(page, widths=[360])
    page.get_by_role("button", name="Start again").click()
    page.locator(".gb-check").get_by_role("switch").check()
    assert_accessible_in_every_look(page, widths=[360])
    page.get_by_role("button", name="Menu", exact=True).click()
    assert_accessible_in_every_look(page, widths=[360])


def test_what_one_touches_is_large(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=740)
    tick_all(page)
    page.get_by_role("button", name="Start again").click()
    assert assert_large(page, ".gb-check :is(button, label)", height=43.9) > 8
