"""The parts of a checklist on screen."""

from playwright.sync_api import Locator, Page

from generator.model.guidebook import Guidebook

NAME = "shouting-customer"
KEPT = "Object.entries(localStorage).filter(([name]) => /[.]ticks[.].*[.]check$/.test(name))"
"""In a page: the lists that are kept, as pairs of a name and a text."""


def get_texts(guidebook: Guidebook) -> list[str]:
    return [item.text for item in guidebook.by_id[NAME].checklist.items]


def box(page: Page, place: int) -> Locator:
    return page.locator("[data-item]").nth(place)


def ticked(page: Page) -> list[str]:
    return [
        one.strip() for one in page.locator("li:has([data-item]:checked) span").all_inner_texts()
    ]
