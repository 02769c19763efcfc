"""What the search missed: kept in this browser where the company wants it, shown, and handed in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli.main import main
from generator.model.search_note import read_notes
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import DOWNLOADS, make_page
from tests.browser.looks import assert_nothing_is_cut, look
from tests.projects import make_project
from tests.serving import serve

FILES = samples.make_folder({"fair/loud": samples.make_minimal()})
KEPT = "Object.entries(localStorage).filter(([name]) => name.endsWith('ticks.searches'))"
Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    def run(house: str) -> Path:
        place = tmp_path_factory.mktemp("learning")
        settings = make_project(place, FILES, theme="")
        (place / "house.yml").write_text(house)
        result = CliRunner().invoke(main, ["build", "-f", str(settings)])
        assert result.exit_code == 0, result.output
        return place / "site"

    return run


@pytest.fixture(scope="module")
def home(build: Build) -> Iterator[str]:
    with serve(build("learn:\n  searches: yes\n")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(home)
        yield page


def ask(page: Page, query: str) -> None:
    box = page.get_by_role("combobox")
    box.fill(query)
    expect(page.get_by_role("option").first).to_be_visible()


@DOWNLOADS
def test_what_found_nothing_is_shown_changed_and_handed_in(page: Page, home: str) -> None:
    ask(page, "zyzzyva for Mrs Jones, order 4711")
    page.goto(f"{home}searches/")
    words = page.get_by_label("Words")
    expect(words).to_have_value("zyzzyva for [name], order [number]")
    words.fill("toner for Anna Smith")
    page.get_by_label("The page you needed").fill("Someone is shouting")
    page.get_by_label("The page you needed").press("Tab")
    expect(words).to_have_value("toner for [name]")
    assert_accessible_in_every_look(page)
    look(page, width=320, height=640, large=True)
    assert_nothing_is_cut(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    content = Path(download.value.path()).read_bytes()
    (note,) = read_notes(content)
    assert (note.query, note.count, note.page) == ("toner for [name]", 1, "loud")
    assert set(json.loads(content)["searches"][0]) == {"query", "kind", "count", "page"}
    page.get_by_role("button", name="Forget them all").click()
    expect(page.get_by_role("status").filter(has_text="Nothing yet")).to_be_visible()
    assert page.evaluate(KEPT) == []


def test_what_somebody_types_stays_whatever_is_kept_in_another_tab(page: Page, home: str) -> None:
    ask(page, "zyzzyva")
    page.goto(f"{home}searches/")
    needed = page.get_by_label("The page you needed")
    needed.press_sequentially("Someone is sh")
    other = page.context.new_page()
    other.goto(f"{home}fair/loud/")
    other.get_by_role("checkbox").first.check()
    other.close()
    expect(needed).to_have_value("Someone is sh")
    expect(needed).to_be_focused()
    other = page.context.new_page()
    other.goto(home)
    other.get_by_role("button", name="Settings", exact=True).click()
    other.get_by_role("switch", name="Shared computer").check()
    expect(page.get_by_text("This is a shared computer")).to_be_visible()
    other.get_by_role("switch", name="Shared computer").uncheck()
    expect(page.get_by_text("Nothing yet")).to_be_visible()


def test_a_search_that_did_not_come_is_none_that_found_nothing(page: Page, home: str) -> None:
    page.route("**/finder/first.js", lambda route: route.fulfill(body=""))
    page.get_by_role("combobox").fill("zyzzyva")
    expect(page.get_by_text("The search could not be loaded.").first).to_be_visible()
    page.goto(f"{home}searches/")
    expect(page.get_by_text("Nothing yet")).to_be_visible()
    assert page.evaluate(KEPT) == []


def test_what_was_opened_is_not_kept(page: Page, home: str) -> None:
    ask(page, "shouting")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fair/loud/")
    assert page.evaluate(KEPT) == []
    ask(page, "shouting")
    page.goto(f"{home}searches/")
    expect(page.get_by_text("once, no page was opened")).to_be_visible()


def test_a_shared_computer_keeps_none(page: Page, home: str) -> None:
    page.evaluate(
        """() => {
          localStorage.setItem(`${guidebookTickStorage.own}shared`, "yes");
        }"""
    )
    page.reload()
    ask(page, "zyzzyva")
    page.goto(f"{home}searches/")
    expect(page.get_by_text("This is a shared computer")).to_be_visible()
    assert page.evaluate(KEPT) == []


def test_it_is_off_unless_the_company_switches_it_on(browser: Browser, build: Build) -> None:
    site = build("title: Ours\n")
    assert not (site / "searches").exists()
    engine = (site / "assets/guidebook/finder-engine.js").read_text("utf-8")
    assert "guidebookSearchNotes" not in engine
    with serve(site) as home, make_page(browser) as page:
        page.goto(home)
        ask(page, "zyzzyva")
        page.goto(f"{home}fair/loud/")
        assert page.evaluate(KEPT) == []
