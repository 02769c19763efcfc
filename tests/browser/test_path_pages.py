"""Pages of paths: how far one is, and where a step leads."""

import re

from playwright.sync_api import expect

from generator.model.guidebook import Guidebook
from tests.browser.conftest import Open


def test_a_path_shows_how_far_one_is(open_page: Open, guidebook: Guidebook) -> None:
    path = guidebook.paths[0]
    page = open_page("practice/")
    page.get_by_role("link", name=path.title).first.click()
    expect(page.locator(".gb-count")).to_have_text(f"0 of {len(path.steps)} done")
    page.get_by_role("checkbox", name="Read: Someone is hurt or ill").check()
    expect(page.locator(".gb-count")).to_have_text(f"1 of {len(path.steps)} done")
    page.reload()
    expect(page.locator(".gb-count")).to_have_text(f"1 of {len(path.steps)} done")
    page.locator(".gb-where a").click()
    row = page.locator(f"[data-ticks='path.{path.id}']")
    expect(row.locator(".gb-aside")).to_have_text(f"1 of {len(path.steps)}")
    expect(row.locator(".gb-act-words")).to_have_text("Go on")


def test_a_step_leads_to_what_it_is_about(open_page: Open) -> None:
    page = open_page("practice/paths/new-at-the-counter/")
    page.get_by_role("link", name=re.compile("^Play it ?: Listen first$")).click()
    expect(page.get_by_role("button", name="Play it")).to_be_visible()
    expect(page.locator("#role-play")).to_be_in_viewport()
