"""What a page can be brought into, as one would with it, to take its picture then."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.browser.conftest import CHOKING, HOT, search
from tests.browser.kinds import WORDS
from tests.browser.looks import unfold

TICKS = "checklists/"
TRAIN = "practice/train/"


class State(NamedTuple):
    """A page by its address, what is done on it, and what of it is to be seen."""

    path: str
    reach: Callable[[Page], object]
    at: str = "body"


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def _open_settings(page: Page) -> None:
    page.evaluate("document.getElementById('gb-settings').showPopover()")
    expect(page.locator("#gb-settings")).to_be_visible()


def _show_to_the_customer(page: Page) -> None:
    _press(page, "Show large")
    _press(page, "Show to the customer")
    expect(page.get_by_role("textbox", name="Type your answer here")).to_be_visible()


def _tick(page: Page) -> None:
    boxes = page.locator("[data-item]")
    for place in range(2):
        boxes.nth(place).check()


def _show_ticks_in_the_list(page: Page) -> None:
    page.goto(f"{page.url.removesuffix(TICKS)}{HOT}")
    _tick(page)
    page.goto(page.url.removesuffix(HOT) + TICKS)
    unfold(page)
    expect(page.locator(".gb-row--begun")).to_be_visible()


def _collect(page: Page) -> None:
    for place in range(2):
        page.get_by_role("button", name=re.compile("^Add to the draft")).nth(place).click()


def _open_draft(page: Page) -> None:
    _collect(page)
    opener = page.get_by_role("button", name=re.compile("^Your draft"))
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()


def _step(page: Page) -> None:
    page.get_by_role("link", name="One step at a time").first.click()
    page.locator(".gb-mode").get_by_role("button", name="Next").click()


def _train(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".gb-training-bar")).to_contain_text("1 of ")


def _reply(page: Page, place: int) -> None:
    page.get_by_label("In your own words").fill("Sit down, please.")
    _press(page, "Show the replies")
    page.locator(".gb-play-reply").nth(place).click()


def _play(page: Page) -> None:
    _press(page, "Play it")
    _reply(page, 0)


def _end_play(page: Page) -> None:
    _play(page)
    _press(page, "Go on")
    _reply(page, 1)
    _press(page, "Go on")
    expect(page.locator(".gb-play-head")).to_have_text(re.compile("end$"))


STATES = {
    "menu": State(HOT, lambda page: _press(page, "Menu")),
    "settings": State(HOT, _open_settings),
    "search": State(HOT, lambda page: search(page, "crying")),
    "search-for-a-number": State(HOT, lambda page: search(page, "how much may I give away")),
    "search-unsure": State(HOT, lambda page: search(page, "the moon is made of cheese")),
    "search-at-home": State("", lambda page: search(page, "prawns")),
    "sentence-card": State(HOT, lambda page: _press(page, "Show large")),
    "customer-card": State(HOT, _show_to_the_customer),
    "ticks": State(HOT, _tick, ".gb-check"),
    "ticks-in-the-list": State(TICKS, _show_ticks_in_the_list, ".gb-row--begun"),
    "draft-tray": State(f"{WORDS}#playbook-shouting-customer", _collect),
    "draft-open": State(f"{WORDS}#playbook-shouting-customer", _open_draft),
    "now-mode": State(CHOKING, _step),
    "cover": State(HOT, lambda page: page.keyboard.press("F2")),
    "training": State(TRAIN, _train, ".gb-training-bar"),
    "role-play": State(f"{HOT}#role-play", _play, ".gb-play"),
    "role-play-end": State(f"{HOT}#role-play", _end_play, ".gb-play"),
    "change-to-read-again": State(
        "what-changed/",
        lambda page: page.locator(".gb-group > summary").first.click(),
        ".gb-group",
    ),
}
"""By what they are called: what is over a page, and what one gets to by using it."""
