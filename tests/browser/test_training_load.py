"""Ten minutes a day, while the exercises are on their way: nothing moves, and nothing is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.driving import hold, wait_until

TRAIN = "practice/train/"
WHERE = "[...document.querySelectorAll('main :is(h2, button, label)')].map((one) => one.offsetTop).join()"
DRAWN = "document.querySelector('.gb-foot') && [...document.fonts].some(({ status }) => status === 'loaded')"


def hold_exercises(page: Page, address: str) -> Callable[[], Route]:
    """Open the page while the exercises are still on their way."""
    held = hold(page, "practice/exercises.js")
    page.goto(address + TRAIN, wait_until="commit")
    expect(page.get_by_text("Loading the exercises …")).to_be_visible()
    expect(page.locator(".gb-training-kept")).not_to_be_empty()
    return held


def test_nothing_moves_when_scripts_and_exercises_come(open_page: Open, address: str) -> None:
    page = open_page("data:,")
    script = hold(page, "page-training.*.js")
    exercises = hold(page, "practice/exercises.js")
    page.goto(address + TRAIN, wait_until="commit")
    wait_until(page, DRAWN)
    before = page.evaluate(WHERE)
    script().continue_()
    expect(page.locator(".gb-training-kept")).not_to_be_empty()
    assert page.evaluate(WHERE) == before
    exercises().continue_()
    expect(page.get_by_text("All of it is new.")).to_be_visible()
    assert page.evaluate(WHERE) == before


def test_who_starts_before_the_exercises_come_trains_when_they_do(
    open_page: Open, address: str
) -> None:
    page = open_page("data:,")
    held = hold_exercises(page, address)
    page.get_by_role("button", name="Start", exact=True).click()
    held().continue_()
    expect(page.locator(".gb-training-bar")).to_contain_text("1 of ")


def test_without_the_exercises_nothing_can_be_started(open_page: Open, address: str) -> None:
    page = open_page("data:,")
    held = hold_exercises(page, address)
    held().fulfill(status=200, content_type="text/javascript", body="")
    expect(page.get_by_text("The exercises could not be loaded.")).to_be_visible()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_hidden()
