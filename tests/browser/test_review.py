"""A page that nobody has looked at for long says so, quietly, on the day it is read."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from generator.model.guidebook import Guidebook
from generator.model.review_plan import list_reviews
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CHOKING, HOT, Open


@pytest.mark.parametrize("path", [HOT, CHOKING])
def test_a_page_is_marked_after_its_day(open_page: Open, guidebook: Guidebook, path: str) -> None:
    due = guidebook.review_due(guidebook.by_id[path.split("/")[1]])
    page = open_page("404.html")
    page.clock.set_fixed_time(f"{due}T12:00:00Z")
    page.goto(page.url.replace("404.html", path))
    expect(page.locator("[data-due]")).to_have_count(1)
    expect(page.get_by_text("Overdue")).to_have_count(0)
    page.clock.set_fixed_time(f"{due.replace(year=due.year + 1)}T12:00:00Z")
    page.reload()
    badge = page.locator(".gb-small-print").get_by_text("Overdue", exact=True)
    expect(badge).to_be_visible()
    # It comes after everything that is said and done, and moves nothing.
    box, foot = badge.bounding_box(), page.locator(".gb-small-print").bounding_box()
    assert box
    assert foot
    assert box["y"] > foot["y"]
    assert box["y"] > 900
    assert_accessible_in_every_look(page)


def test_managers_see_how_many_are_overdue(open_page: Open, guidebook: Guidebook) -> None:
    reviews = list_reviews(guidebook)
    page = open_page("404.html")
    page.clock.set_fixed_time(f"{reviews[0].due}T12:00:00Z")
    page.goto(page.url.replace("404.html", "managers/"))
    expect(page.get_by_text("No review is overdue.")).to_be_visible()
    page.clock.set_fixed_time(f"{reviews[-1].due + timedelta(1)}T12:00:00Z")
    page.reload()
    expect(page.get_by_text(f"{len(reviews)} pages are overdue for review.")).to_be_visible()
    marked = page.locator("summary [data-due]").filter(has_text="Overdue")
    expect(marked).to_have_count(len({one.due for one in reviews}))
    assert_accessible_in_every_look(page)


def test_without_scripts_the_days_stand_there(open_page: Open) -> None:
    page = open_page("managers/", java_script_enabled=False)
    expect(page.locator("[data-due]").first).to_contain_text("By ")
    expect(page.locator(".gb-overdue-count")).to_have_text("Read again what is due")
