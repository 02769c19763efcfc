"""What tests of now mode share."""

from playwright.sync_api import Page


def press(page: Page, name: str) -> None:
    page.locator(".gb-mode").get_by_role("button", name=name).click()
