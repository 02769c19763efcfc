"""Texts of a page are changed where they stand, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.adapters.edit_server import EditServer
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_context, make_page
from tests.browser.driving import draw, enter, wait_until, wait_until_written
from tests.browser.looks import measure
from tests.edit_parts import edit, make

STEPS = ["Listen to the end.", {"do": "Breathe out.", "why": "It calms you."}, "Offer one thing."]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make(tmp_path)
    playbook = samples.make_minimal(
        title="One",
        steps=STEPS,
        avoid=["Calm down."],
        signals=["They shout.", "They cry."],
        practice={"quiz": samples.make_playbook(samples.random.Random(1), [], "x")["practice"]["quiz"]},
    )  # fmt: skip
    content = samples.dump(playbook).replace(b"steps:\n", b"# The steps, in order.\nsteps:\n")
    (tmp_path / "playbooks/fair/one.yml").write_bytes(content)
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        open_editor(page, server)
        yield page


def open_editor(page: Page, server: EditServer, path: str = "fair/one/") -> None:
    enter(page, server.address)
    page.goto(f"{server.guard.origin}/{path}")
    page.get_by_role("button", name="Edit", exact=True).click()
    expect(page.locator(".gb-editor-on")).to_be_attached()
    wait_until(page, "document.querySelector('main [data-at][tabindex]')")


def find(page: Page, *loc: str | int, name: str = "fair/one.yml") -> Locator:
    at = json.dumps([name, *loc], ensure_ascii=False)
    return page.locator(f"main [data-at='{at}']:not(nav *)").first


def open_form(page: Page, *loc: str | int, name: str = "fair/one.yml") -> Locator:
    find(page, *loc, name=name).focus()
    page.keyboard.press("Enter")
    box = page.locator(".gb-editor textarea").first
    expect(box).to_be_focused()
    return box


def read(home: Path) -> str:
    return (home / "playbooks/fair/one.yml").read_text()


def test_a_text_is_changed_by_keyboard(page: Page, home: Path) -> None:
    page.evaluate("globalThis.isSame = true")
    before = read(home)
    box = open_form(page, "steps", 1, "why")
    expect(box).to_have_value("It calms you.")
    box.fill("It calms **you** and [name].")
    expect(find(page, "steps", 1, "why").locator("strong")).to_have_text("you")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor")).to_have_count(0)
    expect(page.locator(".gb-editor-said")).to_have_text("Saved")
    expect(find(page, "steps", 1, "why")).to_be_focused()
    assert read(home) == before.replace("It calms you.", "It calms **you** and [name].")
    assert page.evaluate("globalThis.isSame"), "the page was loaded again"


def test_escape_leaves_everything_as_it_was(page: Page, home: Path) -> None:
    before = read(home)
    box = open_form(page, "steps", 0, "do")
    box.fill("Something else.")
    expect(find(page, "steps", 0, "do")).to_have_text("Something else.")
    page.keyboard.press("Escape")
    expect(find(page, "steps", 0, "do")).to_have_text("Listen to the end.")
    expect(find(page, "steps", 0, "do")).to_be_focused()
    assert read(home) == before


@pytest.mark.parametrize("held", [0, 300], ids=["tapped", "held for a moment"])
@pytest.mark.parametrize("typed", ["Another purpose.", ""])
def test_who_goes_on_to_another_text_has_saved(
    page: Page, home: Path, typed: str, held: int
) -> None:
    """One click does, though without the form the other text stands higher."""
    before = read(home)
    box = open_form(page, "purpose")
    box.fill(typed or box.input_value())
    find(page, "steps", 0, "do").click(delay=held)
    expect(page.locator(".gb-editor textarea:focus")).to_have_value("Listen to the end.")
    expect(page.locator(".gb-editor")).to_have_count(1)
    if typed:
        wait_until_written(page, home / "playbooks/fair/one.yml", f"purpose: {typed}")
        expect(find(page, "purpose")).to_have_text(typed)
    else:
        assert read(home) == before


@pytest.mark.parametrize("typed", ["Another purpose.", ""])
def test_who_goes_on_elsewhere_stays_there(page: Page, home: Path, typed: str) -> None:
    box = open_form(page, "purpose")
    box.fill(typed or box.input_value())
    page.get_by_role("combobox").click(delay=300)
    expect(page.locator(".gb-editor")).to_have_count(0)
    if typed:
        expect(page.locator(".gb-editor-said")).to_have_text("Saved")
        expect(find(page, "purpose")).to_have_text(typed)
    page.keyboard.type("li")
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("combobox")).to_have_value("li")


def test_a_problem_stands_beside_the_field_as_one_types(page: Page, home: Path) -> None:
    box = open_form(page, "steps", 0, "do")
    box.fill("Ask ((twoo)).")
    told = page.locator(".gb-editor .gb-editor-problem")
    expect(told).to_contain_text("There is no playbook, house value or fact called “twoo”.")
    expect(box).to_have_attribute("aria-invalid", "true")
    described = (box.get_attribute("aria-describedby") or "").split()
    assert any(page.locator(f"#{one} .gb-editor-problem").count() for one in described)
    box.fill("Ask ((two)).")
    expect(told).to_have_count(0)
    expect(box).to_have_attribute("aria-invalid", "false")


def test_what_would_make_a_file_unreadable_is_not_saved(page: Page, home: Path) -> None:
    before = read(home)
    box = open_form(page, "title")
    box.fill("")
    expect(page.locator(".gb-editor .gb-editor-problem--error")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor-said")).to_have_text("Not saved")
    expect(box).to_be_focused()
    assert read(home) == before


def test_changes_are_taken_back_and_made_again(page: Page, home: Path) -> None:
    before = read(home)
    open_form(page, "signals", 0).fill("They scream.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    after = read(home)
    page.keyboard.press("Control+z")
    expect(find(page, "signals", 0)).to_have_text("They shout.")
    assert read(home) == before
    page.keyboard.press("Control+Shift+z")
    expect(find(page, "signals", 0)).to_have_text("They scream.")
    assert read(home) == after
    page.get_by_role("button", name="Undo").click()
    expect(find(page, "signals", 0)).to_have_text("They shout.")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_scroll_stays_when_a_page_is_redrawn(page: Page, home: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    find(page, "checklist", "items", 0, "text").scroll_into_view_if_needed()
    box = open_form(page, "checklist", "items", 0, "text")
    before = page.evaluate("scrollY")
    assert before > 100
    box.fill("I listened to the end.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor")).to_have_count(0)
    expect(find(page, "checklist", "items", 0, "text")).to_be_in_viewport()


def test_links_and_boxes_are_texts_while_one_edits(page: Page) -> None:
    url = page.url
    find(page, "checklist", "items", 0, "text").click()
    expect(page.locator(".gb-editor textarea")).to_have_value("I listened.")
    assert not page.locator("[data-item]").first.is_checked()
    page.keyboard.press("Escape")
    assert page.url == url
    page.get_by_role("button", name="Edit", exact=True).click()
    wait_until(page, "!document.querySelector('.gb-editor-on')")
    expect(page.locator("main [data-at][tabindex]")).to_have_count(0)
    find(page, "checklist", "items", 0, "text").click()
    expect(page.locator("[data-item]").first).to_be_checked()


def test_the_home_page_and_the_questions(page: Page, home: Path, server: EditServer) -> None:
    page.goto(f"{server.guard.origin}/fair/")
    expect(page.locator(".gb-editor-on")).to_be_attached()
    open_form(page, "chapters", 0, "title", name="guidebook.yml").fill("Fair and square")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor-said")).to_have_text("Saved")
    expect(page.locator("h1")).to_have_text("Fair and square")
    assert "title: Fair and square" in (home / "playbooks/guidebook.yml").read_text()


def test_the_editor_is_accessible(page: Page) -> None:
    assert_accessible_in_every_look(page)
    box = open_form(page, "steps", 0, "do")
    box.fill("Ask ((twoo)).")
    expect(page.locator(".gb-editor .gb-editor-problem")).to_have_count(1)
    assert_accessible_in_every_look(page)


def test_who_has_no_token_changes_nothing(browser: Browser, home: Path, server: EditServer) -> None:
    """The browser holds the cookie; what it sends without the token is refused."""
    before = read(home)
    with make_context(browser) as context:
        page = context.new_page()
        open_editor(page, server)
        assert send_forged(page) == [403, 403, 403]
    assert read(home) == before


def send_forged(page: Page) -> list[int]:
    body = {"name": "fair/one.yml", "changes": [{"set": ["title"], "value": "Forged"}]}
    found: list[int] = page.evaluate(
        """async (body) => {
          const found = [];
          for (const headers of [
            { "Content-Type": "application/json" },
            { "Content-Type": "application/json", "X-Guidebook": "guessed" },
            { "Content-Type": "text/plain" },
          ]) {
            const content = JSON.stringify(body);
            const answer = await fetch("/~edit/change", { method: "POST", headers, body: content });
            found.push(answer.status);
          }
          return found;
        }""",
        body,
    )
    return found


def wait_for_the_check(page: Page) -> None:
    """Wait until the panel holds what the check has found, and the bar stands above it."""
    expect(page.locator(".gb-preview")).not_to_contain_text("checking …")
    draw(page)


def test_a_key_of_the_bar_stays_below_the_finger(page: Page) -> None:
    """What the check has found may make the panel higher between a press and its end."""
    wait_for_the_check(page)
    box = measure(page.get_by_role("button", name="Edit", exact=True))
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(page.locator(".gb-editor-switch:active")).to_be_attached()
    page.evaluate("guidebookPanel.find().style.height = '300px'")
    draw(page)
    page.mouse.up()
    expect(page.locator(".gb-editor-on")).to_have_count(0)


def test_the_bar_stays_above_the_panel_when_that_becomes_another(page: Page) -> None:
    wait_for_the_check(page)
    bar = page.locator(".gb-editor-bar")
    before = bar.evaluate("(bar) => bar.style.bottom")
    page.evaluate("guidebookPanel.exchange(guidebookPanel.find().cloneNode(true))")
    draw(page)
    assert bar.evaluate("(bar) => bar.style.bottom") == before != "6px"


def test_a_gap_is_one_plain_mark(page: Page) -> None:
    open_form(page, "purpose").fill("[[One sentence: what this page helps to do.]]")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor-said")).to_have_text("Saved")
    purpose = find(page, "purpose")
    expect(purpose).to_have_text("One sentence: what this page helps to do.")
    expect(purpose.locator(":scope > .gb-gap")).to_have_text(purpose.inner_text())
    expect(purpose.locator(".gb-gap *")).to_have_count(0)
