"""Owners, sources and ideas are moved and renamed in their forms, with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.edit_server import EditServer
from tests import samples
from tests.browser.conftest import make_page
from tests.browser.driving import enter, hold_first, wait_until_held
from tests.edit_parts import edit, make

IDEAS = """\
ideas:
  S1:
    text: People want to be heard.
    group: People
  S2:
    text: Nobody wants to wait.
    group: People
  S3:
    text: A name is worth much.
    group: People
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make(tmp_path)
    data = samples.make_minimal(title="One", owner="Training", ideas=["S1"])
    (tmp_path / "playbooks/fair/one.yml").write_bytes(samples.dump(data))
    (tmp_path / "playbooks/ideas.yml").write_text(IDEAS)
    about = samples.make_about(["fair"])
    about["owners"] = ["Training", "Safety", "Counter"]
    (tmp_path / "playbooks/guidebook.yml").write_bytes(samples.dump(about))
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        enter(page, server.address)
        yield page


def open_form(page: Page, server: EditServer, name: str) -> None:
    page.goto(f"{server.guard.origin}/~edit/{name}/")
    expect(page.locator("#b-undo")).to_be_disabled()


def list_owners(page: Page) -> list[str]:
    boxes = page.locator("[data-field$=-name] textarea")
    return [boxes.nth(at).input_value() for at in range(boxes.count())]


def test_an_owner_goes_on_moving_while_one_presses_the_same_key(
    page: Page, server: EditServer, home: Path
) -> None:
    open_form(page, server, "owners")
    page.locator("#b-up-owners-2").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#b-up-owners-1")).to_be_focused()
    assert list_owners(page) == ["Training", "Counter", "Safety"]
    page.keyboard.press("Enter")
    expect(page.locator("#b-down-owners-0")).to_be_focused()
    assert list_owners(page) == ["Counter", "Training", "Safety"]
    text = (home / "playbooks/guidebook.yml").read_text()
    assert "- Counter\n- Training\n- Safety\n" in text


def test_what_is_added_is_typed_over(page: Page, server: EditServer, home: Path) -> None:
    open_form(page, server, "owners")
    page.get_by_role("button", name="Add an owner").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#c-guidebook-owners-3-name")).to_be_focused()
    page.keyboard.type("Night team")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Night team")).to_be_visible()
    assert "Night team" in (home / "playbooks/guidebook.yml").read_text()


def test_an_idea_moves_and_gets_another_id_where_it_is_named(
    page: Page, server: EditServer, home: Path
) -> None:
    open_form(page, server, "ideas/S3")
    page.get_by_role("button", name="Up", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#b-down")).to_be_attached()
    expect(page.locator("#b-up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#b-down")).to_be_focused()
    expect(page.get_by_text("It comes before S1.")).to_be_visible()
    page.goto(f"{server.guard.origin}/~edit/ideas/S1/")
    box = page.get_by_label("Id", exact=True)
    box.fill("S2")
    expect(page.locator(".gb-field-problem--error")).to_contain_text("“S2” is taken.")
    box.fill("heard")
    expect(page.locator(".gb-field-problem--error")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.guard.origin}/~edit/ideas/heard/")
    expect(page.get_by_label("Id", exact=True)).to_have_value("heard")
    playbook = home / "playbooks/fair/one.yml"
    assert "- heard\n" in playbook.read_text()
    page.locator("#b-undo").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.guard.origin}/~edit/ideas/")
    expect(page.get_by_role("link", name="S1: People want")).to_be_visible()
    assert "- S1\n" in playbook.read_text()


def test_a_button_that_is_pressed_before_the_scripts_are_there_counts(
    page: Page, server: EditServer
) -> None:
    open_form(page, server, "ideas/S3")
    held = hold_first(page, "**/~edit/form.js")
    page.goto(f"{server.guard.origin}/~edit/ideas/S3/", wait_until="commit")
    page.locator("#b-up").press("Enter")
    wait_until_held(page, held)
    held[0].continue_()
    expect(page.get_by_text("It comes after S1 and before S2.")).to_be_visible()
