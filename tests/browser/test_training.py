"""Ten minutes a day: a session through, what is kept and what is not, files, the record."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.guidebook import Guidebook
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import DOWNLOADS, HOT, Open, make_page
from tests.browser.looks import assert_large, assert_nothing_is_cut, look
from tests.browser.printing import print_page

TRAIN = "practice/train/"
KEPT = """() => Object.entries(localStorage).filter(([name]) => name.includes(".ticks."))"""


def press(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def start(page: Page) -> None:
    press(page, "Start")
    expect(page.locator(".gb-training-bar")).to_contain_text("1 of ")


def card(page: Page) -> Locator:
    return page.locator(".gb-training-card")


def day(page: Page) -> Locator:
    """What was done today."""
    return page.locator(".gb-training-rows li").first


def find_kind(page: Page) -> str:
    return str(card(page).locator(".gb-play-head").first.inner_text())


def answer(page: Page, *, well: bool = True) -> str:
    """Answer the exercise that is there; return its kind."""
    box = card(page)
    kind = find_kind(page)
    words = box.get_by_role("textbox")
    words.fill("my own words")
    if kind == "A question":
        press(box, "Show the answers")
        expect(box.get_by_text("“my own words”")).to_be_visible()
        box.locator(".gb-play-reply").first.click()
    elif kind == "Say it better":
        press(box, "Show better words")
        press(box, "I had it" if well else "Not yet")
    else:
        while box.get_by_role("textbox").count():
            press(box, "Show the replies")
            box.locator(".gb-play-reply").first.click()
            press(box, "Go on")
    return kind


def go_on(page: Page) -> None:
    card(page).get_by_role("button", name=re.compile("^(Next|Finish)$")).click()


def test_a_session_mixes_all_kinds_and_says_what_came_of_it(open_page: Open) -> None:
    page = open_page(TRAIN)
    expect(page.locator(".gb-training-due")).to_have_text("All of it is new. 0 tried so far.")
    start(page)
    count = int(str(page.locator(".gb-training-bar").inner_text()).split()[2])
    kinds = []
    for number in range(1, count + 1):
        expect(page.locator(".gb-training-bar")).to_contain_text(f"{number} of {count}")
        kinds.append(answer(page))
        go_on(page)
    assert set(kinds) == {"A question", "Say it better", "A role-play"}
    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    expect(card(page)).to_contain_text(
        re.compile(rf"\d of {count} right. The next ones are due on")
    )
    expect(page.locator(".gb-training-due")).to_contain_text(f"{count} tried so far.")
    expect(day(page)).to_contain_text(f" {count} done, ")
    page.reload()
    expect(day(page)).to_contain_text(f" {count} done, ")
    expect(page.locator(".gb-training-due")).to_contain_text("Nothing is due today")


def test_what_was_not_known_comes_back_first(open_page: Open) -> None:
    page = open_page(TRAIN)
    page.clock.install(time="2026-11-27T08:00:00Z")
    page.reload()
    start(page)
    known: dict[str, bool] = {}
    for _ in range(3):
        link = page.locator(".gb-training-bar a")
        title = str(link.inner_text())
        well = find_kind(page) != "Say it better"
        answer(page, well=well)
        known[title] = known.get(title, True) and well
        go_on(page)
    hard = [title for title, well in known.items() if not well]
    page.clock.set_system_time("2026-11-28T09:00:00Z")
    page.reload()
    expect(page.locator(".gb-training-due")).to_contain_text(re.compile(r"\d due today."))
    start(page)
    first = str(page.locator(".gb-training-bar a").inner_text())
    assert first in known
    assert hard


def test_a_session_goes_on_after_a_reload(open_page: Open) -> None:
    page = open_page(TRAIN)
    page.clock.install(time="2026-11-27T08:00:00Z")
    page.reload()
    start(page)
    answer(page)
    go_on(page)
    bar = page.locator(".gb-training-bar")
    expect(bar).to_contain_text("2 of ")
    second = bar.inner_text()
    page.reload()
    expect(bar).to_have_text(second)
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    answer(page)
    page.reload()  # what is answered does not come again
    expect(bar).to_contain_text("3 of ")
    expect(day(page)).to_contain_text(" 2 done, ")
    page.clock.set_system_time("2026-11-28T08:00:00Z")
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    expect(bar).to_be_hidden()


def test_a_path_narrows_what_is_trained(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(TRAIN)
    page.get_by_label("From").select_option(label="Back office")
    titles = {guidebook.by_id[one.playbook].title for one in guidebook.paths[2].steps}
    start(page)
    for _ in range(4):
        assert page.locator(".gb-training-bar a").inner_text().replace("’", "'") in titles
        answer(page)
        go_on(page)


def test_a_shared_computer_keeps_nothing_of_it(open_page: Open) -> None:
    page = open_page(TRAIN)
    start(page)
    answer(page)
    assert len(page.evaluate(KEPT)) == 2
    assert "my own words" not in json.dumps(page.evaluate(KEPT))
    page.locator("#progress").locator("..").get_by_role("switch").check()
    assert page.evaluate(KEPT) == []
    expect(page.get_by_text("Save your progress as a file before you leave.")).to_be_visible()
    go_on(page)
    answer(page)
    assert page.evaluate(KEPT) == []
    expect(day(page)).to_contain_text(" 2 done, ")
    page.reload()
    expect(page.get_by_text("What you have done will be shown here")).to_be_visible()


def save(page: Page, name: str, target: Path) -> str:
    with page.expect_download() as found:
        press(page, name)
    found.value.save_as(target)
    return found.value.suggested_filename


@DOWNLOADS
def test_progress_goes_from_browser_to_browser_as_a_file(open_page: Open, tmp_path: Path) -> None:
    page = open_page(TRAIN)
    start(page)
    answer(page)
    name = save(page, "Save your progress as a file", tmp_path / "progress.json")
    assert re.fullmatch(r"training-\d{4}-\d\d-\d\d\.json", name)
    other = open_page(TRAIN)
    start(other)
    answer(other)
    other.locator("input[type=file]").set_input_files(tmp_path / "progress.json")
    expect(other.get_by_text("Loaded, and joined with what was here.")).to_be_visible()
    expect(day(other)).to_contain_text(" 2 done, ")
    (tmp_path / "other.json").write_text('{"a": 1}')
    other.locator("input[type=file]").set_input_files(tmp_path / "other.json")
    expect(other.get_by_text("This is no file that was saved here.")).to_be_visible()
    expect(day(other)).to_contain_text(" 2 done, ")


def test_forgetting_can_be_taken_back(open_page: Open) -> None:
    page = open_page(TRAIN)
    start(page)
    answer(page)
    press(page, "Forget it all")
    assert page.evaluate(KEPT) == []
    expect(page.get_by_text("What you have done will be shown here")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    press(page, "Undo")
    expect(day(page)).to_contain_text(" 1 done, ")
    assert len(page.evaluate(KEPT)) == 1


@DOWNLOADS
def test_the_record_is_saved_and_printed(open_page: Open, tmp_path: Path) -> None:
    page = open_page(TRAIN)
    tools = page.locator(".gb-training-tools").get_by_role("button")
    expect(tools).to_have_text(["Load saved progress"])  # there is nothing yet to print or save
    start(page)
    title = page.locator(".gb-training-bar a").inner_text()
    answer(page)
    expect(tools).to_have_count(5)
    name = save(page, "Save the record", tmp_path / "record.txt")
    assert name.startswith("training-record-")
    text = (tmp_path / "record.txt").read_text("utf-8")
    assert re.search(rf": 1 done, [01] right\. {re.escape(title)}\n", text)
    printed = print_page(page, "A4").text
    assert title in printed
    assert "Signature" in printed
    assert "Start" not in printed
    assert "Show the answers" not in printed


@pytest.fixture(scope="module")
def stages(browser: Browser, address: str) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(address + TRAIN)
        yield page


@pytest.mark.parametrize("kind", ["A question", "Say it better", "A role-play"])
def test_every_kind_is_accessible(stages: Page, kind: str) -> None:
    page = stages
    page.evaluate("localStorage.clear()")
    page.reload()
    start(page)
    while find_kind(page) != kind:
        answer(page)
        go_on(page)
    assert_accessible_in_every_look(page)
    answer(page)
    assert_accessible_in_every_look(page)
    assert_large(page, ".gb-training-card button:not(.gb-link)", height=44)
    for large in (False, True):
        look(page, width=320, height=640, large=large)
        assert_nothing_is_cut(page)


def test_its_scripts_are_loaded_on_that_page_alone(open_page: Open) -> None:
    page = open_page(HOT)
    assert page.evaluate("typeof FSRS") == "undefined"
    page.goto(page.url.replace(HOT, "practice/"))
    assert page.evaluate("typeof FSRS") == "undefined"
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.get_by_role("link", name="Train me").click()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    assert page.evaluate("typeof FSRS") == "object"
    assert any(one.endswith("practice/exercises.js") for one in asked)


def test_without_a_script_it_says_where_to_go(open_page: Open) -> None:
    page = open_page(TRAIN, java_script_enabled=False)
    expect(page.get_by_text("This page needs JavaScript.")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    page.locator(".gb-no-js").get_by_role("link", name="Practice").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Practice")


def test_exercises_that_cannot_be_loaded_are_told(open_page: Open) -> None:
    page = open_page("404.html")
    page.route("**/practice/exercises.js", lambda route: route.fulfill(status=200, body=""))
    page.goto(page.url.replace("404.html", TRAIN))
    expect(page.get_by_text("The exercises could not be loaded.")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()


def test_it_trains_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / TRAIN / "index.html").as_uri())
    start(page)
    page.locator(".gb-training-bar a").click()
    expect(page.locator(".gb-check")).to_be_visible()
