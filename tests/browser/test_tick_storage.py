"""Where ticks are kept: on a computer for many, in two tabs, and where nothing can be kept."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.model.guidebook import Guidebook
from tests.browser.conftest import HOT, Open
from tests.browser.driving import go_back
from tests.browser.list_parts import KEPT, box, get_texts, ticked

NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } })"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError'); }"""
FULL_LATER = """(() => { const keep = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    if (name.includes('.ticks.')) throw new DOMException('full', 'QuotaExceededError');
    keep.call(this, name, text); } })()"""


# A computer for many


def test_a_shared_computer_keeps_nothing(open_page: Open) -> None:
    page = open_page(HOT)
    box(page, 0).check()
    switch = page.locator(".gb-check").get_by_role("switch")
    switch.check()
    expect(page.locator(".gb-kept")).to_have_text("Nothing is kept on this computer.")
    expect(box(page, 0)).to_be_checked()
    box(page, 1).check()
    assert page.evaluate(KEPT) == []
    page.reload()
    expect(switch).to_be_checked()
    assert ticked(page) == []
    box(page, 2).check()
    switch.uncheck()
    expect(page.locator(".gb-kept")).to_have_text("Ticks are kept in this browser.")
    page.reload()
    expect(switch).not_to_be_checked()
    assert len(ticked(page)) == 1


def test_the_settings_have_the_switch_on_every_page(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    box(page, 0).check()
    page.goto(f"{address}words/")
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("switch", name="Shared computer").check()
    assert page.evaluate(KEPT) == []
    page.goto(address + HOT)
    expect(page.locator(".gb-check").get_by_role("switch")).to_be_checked()
    assert ticked(page) == []
    page.get_by_role("button", name="Settings").click()
    page.locator("#gb-settings").get_by_role("switch").uncheck()
    expect(page.locator(".gb-shared input:checked")).to_have_count(0)


def test_going_back_shows_no_ticks_of_someone_else(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    page.locator(".gb-check").get_by_role("switch").check()
    box(page, 0).check()
    page.goto(f"{address}words/")
    go_back(page)
    expect(box(page, 0)).not_to_be_checked()


def test_another_guidebook_keeps_its_ticks(open_page: Open) -> None:
    page = open_page(HOT)
    page.evaluate("localStorage.setItem('guidebook.other.ticks.x.check', 'theirs')")
    page.locator(".gb-check").get_by_role("switch").check()
    assert page.evaluate(KEPT) == [["guidebook.other.ticks.x.check", "theirs"]]


# Two tabs


def test_another_tab_follows(open_page: Open, address: str, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    other = page.context.new_page()
    other.goto(address + HOT)
    texts = get_texts(guidebook)
    box(page, 0).check()
    expect(box(other, 0)).to_be_checked()
    box(other, 1).check()
    expect(box(page, 1)).to_be_checked()
    page.get_by_role("button", name="Start again").click()
    expect(other.locator(".gb-count")).to_have_text(f"0 of {len(texts)} done")
    page.get_by_role("button", name="Undo").click()
    expect(other.locator(".gb-count")).to_have_text(f"2 of {len(texts)} done")
    other.locator(".gb-check").get_by_role("switch").check()
    expect(page.locator(".gb-check").get_by_role("switch")).to_be_checked()
    expect(page.locator(".gb-count")).to_have_text(f"0 of {len(texts)} done")


# Without storage, script or server


@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE, FULL_LATER])
def test_ticks_work_where_nothing_can_be_kept(
    open_page: Open, address: str, guidebook: Guidebook, script: str
) -> None:
    page = open_page("404.html")
    page.add_init_script(script)
    page.goto(address + HOT)
    box(page, 0).check()
    expect(page.locator(".gb-count")).to_have_text(f"1 of {len(get_texts(guidebook))} done")
    expect(page.locator(".gb-kept")).to_contain_text("This browser keeps no ticks")
    expect(page.get_by_role("switch")).to_have_count(0)
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Undo").click()
    assert len(ticked(page)) == 1
    page.reload()
    assert ticked(page) == []


def test_what_was_kept_may_be_anything(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    box(page, 0).check()
    ((name, _),) = page.evaluate(KEPT)
    for kept in (
        "",
        "null",
        "[]",
        "{",
        '{"form":9}',
        '{"form":1,"ticks":null,"order":[]}',
        '{"form":1,"ticks":{"x":1},"order":{}}',
    ):
        page.evaluate("([name, kept]) => localStorage.setItem(name, kept)", [name, kept])
        page.reload()
        expect(page.locator(".gb-count")).to_have_text(f"0 of {len(get_texts(guidebook))} done")
        assert ticked(page) == [], kept


def test_without_javascript_the_boxes_are_plain(open_page: Open) -> None:
    page = open_page(HOT, java_script_enabled=False)
    for name in ("Undo", "Copy list", "Print"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    expect(page.get_by_role("switch")).to_have_count(0)
    expect(page.locator(".gb-count")).to_be_hidden()
    box(page, 0).check()
    box(page, 0).press("Enter")
    expect(box(page, 0)).to_be_checked()
    assert page.url.endswith(HOT)
    page.get_by_role("button", name="Start again").click()
    expect(box(page, 0)).not_to_be_checked()


def test_ticks_are_kept_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / HOT / "index.html").as_uri())
    box(page, 0).check()
    page.reload()
    expect(box(page, 0)).to_be_checked()
    assert page.locator(".gb-address").text_content() == HOT
