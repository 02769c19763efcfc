"""Hand-written pages are changed as a whole, in a real browser."""

from pathlib import Path

from playwright.sync_api import Page, expect

from generator.adapters.edit_server import EditServer
from tests.browser.driving import wait_until_written
from tests.browser.test_page_editor import home, page, server

__all__ = ["home", "page", "server"]


def test_a_hand_written_page_is_changed_as_a_whole(
    page: Page, home: Path, server: EditServer
) -> None:
    page.goto(f"{server.guard.origin}/about/")
    expect(page.locator(".gb-editor-on")).to_be_attached()
    page.get_by_role("button", name="Edit this page").click()
    box = page.locator(".gb-editor textarea")
    expect(box).to_have_value((home / "docs/about.md").read_text())
    box.fill("# About\n\nWritten anew.\n")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Written anew.")).to_be_visible()
    wait_until_written(page, home / "docs/about.md", "# About\n\nWritten anew.\n")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Written anew.")).to_have_count(0)
