"""Parts of the page “Words to use”, as its tests find them."""

import re

from playwright.sync_api import Locator, Page

WORDS = "words/"
SHOUTING = "words/#playbook-shouting-customer"


def list_phrases(page: Page) -> Locator:
    return page.locator(".gb-words-say > li:visible")


def copier(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=f"Copy: “{text}”")


def adder(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=f"Add to the draft: “{text}”")


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Your draft"))


def area(page: Page) -> Locator:
    return page.get_by_label("Your reply")
