"""The form of a playbook beside its page: what is saved shows, and the page stays."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.adapters.edit_server import EditServer
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.driving import wait_until, wait_until_written
from tests.browser.test_page_editor import find, home, page, read, server

__all__ = ["home", "page", "server"]


@pytest.fixture
def side(page: Page, server: EditServer) -> Locator:
    page.get_by_role("button", name="Edit", exact=True).click()
    expect(page.locator(".gb-editor-on")).to_have_count(0)
    page.evaluate("globalThis.isSame = true")
    return open_side(page)


def open_side(page: Page) -> Locator:
    wait_until(page, "typeof guidebookFormSide === 'object'")
    page.get_by_role("link", name="About this page").press("Enter")
    side = page.get_by_role("dialog", name="About: One")
    expect(side.locator("select, textarea, input").first).to_be_focused()
    return side


def find_field(side: Locator, label: str) -> Locator:
    return side.locator("[data-field]", has=side.page.locator(f"text=/^{label}$/")).first


def wait_until_saved(side: Locator) -> None:
    expect(side.locator(".gb-form-said")).to_have_text("Saved.")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_saved_beside_a_page_shows_on_it(
    page: Page, side: Locator, home: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.locator("h1")).to_be_in_viewport()
    two = page.get_by_role("main").get_by_role("link", name="Two")
    expect(two).to_have_count(0)
    box = find_field(side, "Related playbooks").locator("input")
    box.fill("Two")
    page.keyboard.press("Enter")
    wait_until_saved(side)
    expect(two.first).to_be_attached()
    expect(box).to_be_focused()
    assert "related:" in read(home)
    expect(side).to_be_visible()
    assert page.evaluate("globalThis.isSame"), "the page was loaded again while somebody writes"
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="About this page")).to_be_focused()
    wait_until(page, "!globalThis.isSame")  # its scripts know of what is new


def test_escape_saves_what_is_typed_and_goes_back_to_the_link(
    page: Page, side: Locator, home: Path
) -> None:
    words = find_field(side, "Search").locator("textarea")
    words.fill("loud")
    page.keyboard.press("Escape")
    expect(side).to_have_count(0)
    expect(page.get_by_role("link", name="About this page")).to_be_focused()
    assert "loud" in read(home)
    assert page.evaluate("globalThis.isSame"), "the page was loaded again"
    assert page.url.endswith("/fair/one/")


def test_what_cannot_be_saved_keeps_the_form_open(page: Page, side: Locator) -> None:
    box = find_field(side, "Review every").locator("input")
    box.fill("soon")
    page.keyboard.press("Escape")
    expect(side.locator(".gb-field-problem--error")).to_contain_text("must be a whole number")
    expect(side).to_be_visible()
    box.fill("12")
    page.keyboard.press("Escape")
    expect(side).to_have_count(0)


def test_texts_of_the_page_can_be_changed_meanwhile(page: Page, home: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    path = home / "playbooks/fair/one.yml"
    side = open_side(page)
    find_field(side, "Search").locator("textarea").press_sequentially("loud")
    text = find(page, "steps", 0, "do")
    text.click()
    box = page.locator(".gb-editor textarea").first
    box.fill("Hear them out.")
    page.keyboard.press("Control+Enter")
    expect(text).to_have_text("Hear them out.")
    expect(side).to_be_visible()
    expect(side.locator(".gb-form-said")).to_have_text("Saved.")
    wait_until_written(page, path, "Hear them out.")
    wait_until_written(page, path, "loud")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_form_is_accessible_beside_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_side(page)
    assert_accessible_in_every_look(page)


def type_over_another(page: Page, side: Locator, home: Path) -> Locator:
    """Type into a field that somebody else changes meanwhile; return its box."""
    box = find_field(side, "Search").locator("textarea")
    box.fill("loud")
    page.keyboard.press("Control+Enter")
    wait_until_saved(side)
    box.fill("shouting")
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("loud", "noisy"))
    wait_until(
        page,
        "fetch('/~edit/about/one/').then((one) => one.text()).then((one) => one.includes('noisy'))",
    )
    return box


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Keep theirs", "noisy"), ("Use mine", "shouting"), ("Put both in the field", "")],
)
def test_where_two_changed_a_field_a_person_decides(
    page: Page, side: Locator, home: Path, choice: str, kept: str
) -> None:
    box = type_over_another(page, side, home)
    expect(box).to_have_value("shouting")
    box.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="This was changed elsewhere meanwhile")
    expect(dialog.locator(".gb-editor-side p")).to_have_text(["loud", "noisy", "shouting"])
    dialog.get_by_role("button", name=choice).focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    if kept:
        wait_until_saved(side)
        expect(box).to_have_value(kept)
    else:
        expect(side.locator(".gb-form-said")).to_contain_text("Not saved yet")
        expect(box).to_be_focused()
        expect(box).to_have_value("noisy\nshouting")
        page.keyboard.press("Control+Enter")
        wait_until_saved(side)
        assert "shouting" in read(home)
        kept = "noisy"
    assert kept in read(home)


def test_a_form_that_is_wanted_before_the_scripts_are_there_opens_beside_the_page(
    page: Page,
) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/~edit/form-side.js", hold)
    page.goto(page.url, wait_until="commit")
    link = page.get_by_role("link", name="About this page")
    link.press("Enter", no_wait_after=True)
    assert page.evaluate("typeof guidebookFormSide") == "undefined"
    for one in waiting:
        one.continue_()
    expect(page.get_by_role("dialog", name="About: One")).to_be_visible()
    assert page.url.endswith("/fair/one/")


def test_a_page_that_is_loaded_again_has_its_form_again(page: Page, side: Locator) -> None:
    box = find_field(side, "Search").locator("textarea")
    box.focus()
    page.reload()
    expect(page.get_by_role("dialog", name="About: One")).to_be_visible()
    expect(find_field(side, "Search").locator("textarea")).to_be_focused()


def test_who_loads_the_page_anew_lays_nothing_over_what_somebody_else_saved(
    page: Page, side: Locator, home: Path
) -> None:
    box = type_over_another(page, side, home)
    page.reload()
    expect(box).to_have_value("shouting")
    box.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="This was changed elsewhere meanwhile")
    expect(dialog.locator(".gb-editor-side p")).to_have_text(["loud", "noisy", "shouting"])
