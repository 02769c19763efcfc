"""What stands over a page that is edited leaves room for who writes, also on a phone."""

import pytest
from playwright.sync_api import Page, expect

from generator.adapters.edit_server import EditServer
from tests.browser.driving import wait_until
from tests.browser.test_page_editor import find, home, page, server, wait_for_the_check

__all__ = ["home", "page", "server"]

PHONE = {"width": 360, "height": 740}
# The keys and boxes of which something else is at the middle, or that are out of sight.
LIST_COVERED = """(within) => [...document.querySelectorAll(`${within} :is(button, textarea)`)]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return !one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  }).map((one) => one.textContent || one.localName)"""


def wait_until_free(page: Page, within: str) -> None:
    expect(page.locator(f"{within} button").first).to_be_visible()
    wait_until(page, f"!({LIST_COVERED})({within!r}).length")


def open_phone(page: Page, server: EditServer) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.guard.origin}/fair/one/")
    wait_for_the_check(page)
    wait_until(page, "document.querySelector('main [data-at][tabindex]')")


def test_on_a_phone_what_is_wrong_is_a_line_until_somebody_opens_it(
    page: Page, server: EditServer
) -> None:
    open_phone(page, server)
    fold = page.locator(".gb-preview > details")
    expect(fold.locator("summary").first).to_contain_text("warnings")
    expect(fold.get_by_role("heading", name="On this page")).to_be_hidden()
    fold.locator("summary").first.click()
    expect(fold.get_by_role("heading", name="On this page")).to_be_visible()
    page.evaluate("guidebookPanel.exchange(guidebookPanel.find().cloneNode(true))")
    expect(fold.get_by_role("heading", name="On this page")).to_be_visible()


@pytest.mark.parametrize("was_open", [False, True])
@pytest.mark.parametrize("step", [0, 2])
def test_on_a_phone_all_keys_of_an_open_text_are_free(
    page: Page, server: EditServer, step: int, was_open: bool
) -> None:
    open_phone(page, server)
    if was_open:
        page.locator(".gb-preview summary").first.click()
    find(page, "steps", step, "do").click()
    box = page.locator(".gb-editor textarea")
    expect(box).to_be_focused()
    wait_until_free(page, ".gb-editor")
    expect(page.locator(".gb-preview > details")).not_to_have_attribute("open", "")
    expect(page.locator(".gb-preview-links")).to_be_hidden()
    expect(page.locator(".gb-editor-bar")).to_have_css("position", "static")
    box.fill("Ask ((twoo)). " + "It has many words. " * 12)
    expect(page.locator(".gb-editor .gb-editor-problem").first).to_be_visible()
    wait_until_free(page, ".gb-editor")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".gb-preview-links")).to_be_visible()
    wait_until_free(page, ".gb-editor-bar")


def test_beside_an_open_panel_all_keys_of_an_open_text_are_free(page: Page) -> None:
    wait_for_the_check(page)
    expect(page.get_by_role("heading", name="On this page")).to_be_visible()
    for loc in (("steps", 2, "do"), ("avoid", 0, "say"), ("checklist", "items", 0, "text")):
        find(page, *loc).click()
        expect(page.locator(".gb-editor textarea")).to_be_focused()
        wait_until_free(page, ".gb-editor")
        page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("name", ["house", "about/one"])
def test_the_way_back_of_a_form_stands_above_the_foot(
    page: Page, server: EditServer, name: str, width: int
) -> None:
    page.set_viewport_size({**PHONE, "width": width})
    page.goto(f"{server.guard.origin}/~edit/{name}/")
    box = page.locator(".gb-form textarea").first
    box.fill("Changed.")
    box.press("Control+Enter")
    expect(page.locator(".gb-form-said")).to_have_text("Saved.")
    wait_until_free(page, ".gb-form-foot")
    page.locator(".gb-preview summary").first.click()
    wait_until_free(page, ".gb-form-foot")
