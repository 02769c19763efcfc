"""A trainer makes a playbook of every kind, with all that belongs to it, and sees no YAML."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.edit_server import EditServer
from generator.model.playbook import Kind
from tests import commands, repositories
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.browser.driving import enter, hold_first, wait_until_held
from tests.browser.trainer import Trainer
from tests.edit_parts import change, edit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return repositories.make(tmp_path)


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(server.address)
        yield page


@pytest.fixture(scope="module")
def quiet_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditServer]:
    """Of a project that nobody changes."""
    with edit(repositories.make(tmp_path_factory.mktemp("quiet"))) as server:
        yield server


@pytest.fixture(scope="module")
def quiet_page(browser: Browser, quiet_server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(quiet_server.address)
        yield page


def check_clean(home: Path) -> None:
    done = commands.run("check", str(home))
    assert done.exit_code == 0, done.output
    assert not re.search(r"\d+ (error|warning)", done.output), done.output


NO_MOUSE = pytest.param(
    Kind.CHECKLIST,
    marks=pytest.mark.chromium("in Firefox, Tab after the last stop goes on to its own bars"),
)


@pytest.mark.parametrize("kind", [*(one for one in Kind if one is not Kind.CHECKLIST), NO_MOUSE])
def test_a_playbook_of_each_kind_is_made_without_yaml(page: Page, home: Path, kind: Kind) -> None:
    """Checklists are made without a mouse."""
    trainer = Trainer(page, has_mouse=kind is not Kind.CHECKLIST)
    title = f"A new {kind.value}"
    trainer.make_playbook(title, kind.value)
    trainer.fill_gaps()
    trainer.describe_page(kind.value)
    if kind is Kind.SCENARIO:
        trainer.play_roles()
    trainer.go_back(title)
    trainer.fill_gaps()
    if kind in (Kind.SCENARIO, Kind.EMERGENCY, Kind.CHECKLIST):
        trainer.lead_to(title)
    check_clean(home)


@pytest.mark.parametrize(
    "name",
    ["about/choking", "about/late-order", "flow", "house", "new", "rename/late-order",
     "delete/late-order", "settings", "chapters", "queries", "owners", "shortcuts", "paths",
     "sources", "ideas", "rulings", "guidebook", "."],
)  # fmt: skip
def test_every_form_is_accessible(quiet_page: Page, quiet_server: EditServer, name: str) -> None:
    quiet_page.goto(f"{quiet_server.guard.origin}/~edit/{name}/")  # the last one is the overview
    expect(quiet_page.locator("h1")).to_be_visible()
    assert_accessible_in_every_look(quiet_page)


def test_a_button_that_is_pressed_twice_makes_one_playbook(
    page: Page, server: EditServer, home: Path
) -> None:
    page.goto(f"{server.guard.origin}/~edit/new/")
    page.get_by_label("Title").fill("A wholly new thing")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the chapter")
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.get_by_label("Chapter").select_option("Counter")
    page.get_by_label("Owner").select_option("Service training")
    held = hold_first(page, "**/~edit/create")
    page.get_by_role("button", name="Make it").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    wait_until_held(page, held)
    held[0].continue_()
    expect(page.locator("h1")).to_have_text("A wholly new thing")
    assert sent == [f"{server.guard.origin}/~edit/create"]
    assert len(list(home.glob("playbooks/**/a-wholly-new-thing*"))) == 1


def test_a_button_of_a_form_that_is_pressed_twice_does_one_thing(
    page: Page, server: EditServer, home: Path
) -> None:
    page.goto(f"{server.guard.origin}/~edit/flow/")
    said = page.locator(".gb-form-said")
    page.locator("#b-down-questions-0-answers-0").dblclick()
    expect(said).to_have_text("Saved.")
    expect(page.locator("#b-down-questions-0-answers-1")).to_be_focused()
    assert list_answers(home) == ["Somebody shouts", "Somebody chokes", "An order is late"]
    page.locator("#b-remove-questions-0-answers-0").dblclick()
    expect(page.locator("#b-remove-questions-0-answers-2")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(said).to_have_text("Taken back.")
    assert list_answers(home) == ["Somebody shouts", "Somebody chokes", "An order is late"]


def list_answers(home: Path) -> list[str]:
    written = (home / "playbooks/help-me-now.yml").read_text()
    return re.findall(r"say: (Somebody \w+|An order .*)", written)


def test_what_is_taken_away_comes_back(page: Page, server: EditServer, home: Path) -> None:
    trainer = Trainer(page)
    page.goto(f"{server.guard.origin}/~edit/delete/late-order/")
    expect(page.get_by_role("main")).to_contain_text("Listen first")
    trainer.pick(page.get_by_label("What names it leads to"), "Long queue")
    trainer.press(page.get_by_role("button", name="Delete"))
    expect(page.locator("h1")).to_have_text("Counter")
    assert not (home / "playbooks/counter/late-order.yml").exists()
    page.goto(f"{server.guard.origin}/~edit/about/long-queue/")
    trainer.press(page.get_by_role("button", name="Undo"))
    expect(page.locator(".gb-form-said")).to_have_text("Taken back.")
    check_clean(home)


def test_who_types_keeps_the_focus_while_the_form_is_drawn_anew(
    page: Page, server: EditServer
) -> None:
    told = "**/~edit/all?*form-digests*"
    with page.expect_response(told):
        page.goto(f"{server.guard.origin}/~edit/about/late-order/")
    page.route(told, lambda _: None)  # that answer lets wait for itself
    field = Trainer(page).find_field("Review every").locator("input")
    with page.expect_request(told):
        field.fill("6")
        field.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("0")
    expect(field).to_have_value("60")


def test_a_problem_stands_at_its_field_as_one_types(page: Page, server: EditServer) -> None:
    trainer = Trainer(page)
    page.goto(f"{server.guard.origin}/~edit/about/late-order/")
    field = trainer.find_field("Review every")
    field.locator("input").press_sequentially("soon")
    told = field.locator(".gb-field-problem--error")
    expect(told).to_contain_text("must be a whole number")
    page.keyboard.press("Enter")
    expect(page.locator(".gb-form-said")).to_have_text("Not saved.")
    expect(told).to_be_visible()


def test_a_box_of_the_picture_opens_its_text(page: Page, server: EditServer) -> None:
    page.goto(f"{server.guard.origin}/~edit/flow/")
    page.locator(".gb-flow a", has_text="Somebody shouts").click()
    expect(page.locator(":focus")).to_have_value("Somebody shouts")
    page.locator(".gb-flow a", has_text="Choking").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Choking")


def test_what_somebody_else_saves_is_shown_and_nothing_typed_is_lost(
    page: Page, server: EditServer, home: Path
) -> None:
    page.goto(f"{server.guard.origin}/~edit/about/late-order/")
    trainer = Trainer(page)
    box = trainer.find_field("Search").locator("textarea")
    box.press("Control+End")
    box.press_sequentially("\nstill typing")
    path = home / "playbooks/counter/late-order.yml"
    text = path.read_text()
    path.write_text(text.replace("review_every: '120'", "review_every: '119'"))
    expect(trainer.find_field("Review every").locator("input")).to_have_value("119")
    expect(box).to_be_focused()
    assert box.input_value().endswith("still typing")
    box.press("Control+Enter")
    trainer.wait_until_saved()
    assert "still typing" in path.read_text()


def test_chapter_and_owner_are_chosen_and_not_guessed(browser: Browser, home: Path) -> None:
    change(home / "playbooks/guidebook.yml", "owners:\n", "owners:\n- Night team\n")
    with edit(home) as server, make_page(browser) as page:
        enter(page, server.address)
        page.goto(f"{server.guard.origin}/~edit/new/")
        expect(page.get_by_label("Owner").locator("option")).to_have_count(3)
        expect(page.get_by_label("Chapter")).to_have_value("")
        expect(page.get_by_label("Owner")).to_have_value("")
        page.get_by_label("Title").fill("A new thing")
        refused = page.get_by_role("alert")
        make = page.get_by_role("button", name="Make it")
        make.click()
        expect(refused).to_have_text("Choose the chapter that it belongs to.")
        page.get_by_label("Chapter").select_option("counter")
        make.click()
        expect(refused).to_have_text("Choose the owner: who keeps it right.")
        page.get_by_label("Owner").select_option("Night team")
        make.click()
        expect(page.locator("h1")).to_have_text("A new thing")
    assert "Night team" in (home / "playbooks/counter/a-new-thing.yml").read_text()


@pytest.mark.parametrize("path", ["counter/", "counter/late-order/"])
def test_who_comes_from_a_chapter_writes_for_it(
    quiet_page: Page, quiet_server: EditServer, path: str
) -> None:
    quiet_page.goto(f"{quiet_server.guard.origin}/{path}")
    quiet_page.get_by_role("link", name="New playbook").click()
    expect(quiet_page.get_by_label("Chapter")).to_have_value("counter")
