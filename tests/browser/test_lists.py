"""Lists that answer: progress, paper, what was opened last, folds; and the first page's order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import Open, make_page
from tests.conftest import ROOT

LISTS = "checklists/"
ASSETS = ROOT / "generator/theme/assets/guidebook"
HOT = "when-it-gets-hot/shouting-customer/"
CALM = "put-it-right/overdue-order/"


def find_row(page: Page, title: str) -> Locator:
    link = page.get_by_role("link", name=title, exact=True)
    return page.locator(".gb-row").filter(has=link)


def share_computer(page: Page) -> None:
    """Turn on the switch of a shared computer, wherever it is on the page."""
    page.locator(".gb-check .gb-shared input").check()


# Checklists


def test_a_row_tells_how_far_its_checklist_is(open_page: Open, address: str) -> None:
    page = open_page(LISTS)
    row = find_row(page, "Someone is shouting")
    boxes = int(row.get_attribute("data-boxes") or 0)
    expect(row.locator(".gb-aside")).to_have_text(f"{boxes} boxes")
    row.get_by_role("link", name="Start").click()
    expect(page.locator("#check")).to_be_in_viewport()
    inputs = page.locator(".gb-boxes input")
    inputs.nth(0).check()
    inputs.nth(1).check()
    page.goto(address + LISTS)
    expect(row.locator(".gb-aside")).to_have_text(f"2 of {boxes}")
    row.get_by_role("link", name="Go on").click()
    for number in range(boxes):
        inputs.nth(number).check()
    page.goto(address + LISTS)
    expect(row.locator(".gb-aside")).to_have_text("Done")
    expect(row.get_by_role("link", name="Start")).to_be_visible()
    assert_accessible_in_every_look(page)


def test_a_shared_computer_tells_nothing(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    page.locator(".gb-boxes input").first.check()
    share_computer(page)
    page.goto(address + LISTS)
    expect(find_row(page, "Someone is shouting").locator(".gb-aside")).to_have_text("7 boxes")
    page.goto(address)
    expect(page.locator(".gb-recent")).to_be_hidden()


def test_the_paper_is_chosen_once(open_page: Open, address: str, site: Path) -> None:
    page = open_page(LISTS, locale="en-US")
    row = find_row(page, "Someone is shouting")
    link = row.get_by_role("link", name="Print")
    expect(link).to_have_count(1)
    expect(link).to_contain_text("Print Letter")
    page.get_by_role("radio", name="A4").check()
    expect(link).to_contain_text("Print A4")
    page.goto(f"{address}practice/")
    expect(page.get_by_role("radio", name="A4")).to_be_checked()
    cards = row.get_by_role("link", name="Cue cards")
    expect(cards).to_contain_text("Cue cards A4")
    path = (cards.get_attribute("href") or "").removeprefix("../")
    assert (site / path).is_file()


def test_elsewhere_the_paper_is_a4(open_page: Open) -> None:
    page = open_page(LISTS, locale="en-GB")
    expect(page.get_by_role("radio", name="A4")).to_be_checked()


def test_without_a_script_both_papers_are_there(open_page: Open) -> None:
    page = open_page(LISTS, java_script_enabled=False)
    page.locator("details").nth(2).locator("summary").click()
    row = find_row(page, "Someone is shouting")
    expect(row.get_by_role("link", name="Print")).to_have_count(2)
    expect(page.get_by_role("radio", name="A4")).to_be_hidden()


def test_a_narrow_screen_gets_folds_and_a_wide_one_everything(open_page: Open) -> None:
    narrow = open_page(LISTS, width=360, height=740)
    expect(narrow.locator(".gb-main details[open]")).to_have_count(0)
    assert narrow.evaluate("document.documentElement.scrollHeight") < 2000
    wide = open_page(LISTS)
    expect(wide.locator(".gb-main details:not([open])")).to_have_count(0)
    left, right = (wide.locator(".gb-row").nth(one).bounding_box() for one in (0, 1))
    assert left
    assert right
    assert right["x"] > left["x"] + left["width"]


def test_practice_starts_where_it_says(open_page: Open) -> None:
    page = open_page("practice/")
    row = find_row(page, "Someone is shouting")
    row.get_by_role("link", name="Role-play").click()
    expect(page.locator("#role-play")).to_be_in_viewport()


# The long lists of the back of the house


@pytest.mark.parametrize(
    ("path", "most"),
    [("managers/", 2400), ("rules/", 3000), ("ideas/", 2400), ("sources/", 2600)],
)
def test_no_list_is_a_wall(open_page: Open, path: str, most: int) -> None:
    page = open_page(path, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollHeight") < most


def test_a_mark_opens_the_fold_it_is_in(open_page: Open) -> None:
    page = open_page("rules/#rule-title-length")
    expect(page.locator("#rule-title-length")).to_be_in_viewport()
    page.locator(".gb-jump a").last.click()
    expect(page.locator(".gb-section").last.locator(".gb-entries")).to_be_visible()


# Who, how much, which number


def test_a_plate_can_be_gone_to(open_page: Open) -> None:
    page = open_page("who-and-how-much/#value-person-in-charge", width=360, height=740)
    expect(page.locator("#value-person-in-charge")).to_be_in_viewport()


# The first page


def test_the_first_page_has_one_left_edge(open_page: Open) -> None:
    for width in (360, 768, 1280):
        page = open_page("", width=width)
        edges = [
            box["x"]
            for selector in (
                "h1",
                ".gb-finder--big",
                "#danger + * .gb-tile",
                "#look-up + * .gb-tile",
            )
            if (box := page.locator(selector).first.bounding_box())
        ]
        assert len(edges) == 4
        assert max(edges) - min(edges) < 1, (width, edges)


def test_the_first_page_lists_what_was_opened_last(open_page: Open, address: str) -> None:
    page = open_page("")
    expect(page.locator(".gb-recent")).to_be_hidden()
    for path in (HOT, "hurt-or-ill/choking/", CALM, HOT):
        page.goto(address + path)
    page.goto(address)
    links = page.locator(".gb-recent-list a")
    expect(links).to_have_text(["Someone is shouting", "Late order or a long wait", "Choking"])
    assert_accessible_in_every_look(page)
    links.last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choking")


def test_what_was_opened_last_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / HOT / "index.html").as_uri())
    page.goto((site / "index.html").as_uri())
    page.locator(".gb-recent-list a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone is shouting")


# The states by themselves


@pytest.fixture(scope="module")
def core(browser: Browser) -> Iterator[Page]:
    """The functions of state, in a page of nothing else."""
    with make_page(browser) as page:
        for name in ("lists-state", "paper-state", "recent-state"):
            page.add_script_tag(path=ASSETS / f"{name}.js")
        yield page


@pytest.mark.parametrize(
    ("ticks", "words", "start"),
    [
        (None, "", "Start"),
        ({}, "", "Start"),
        ({"a": "1x", "b": ""}, "1 of 3", "Go on"),
        ({"a": "1x", "b": "2x", "c": "3x"}, "Done", "Start"),
        ({"a": "1x", "b": "2x", "c": "3x", "gone": "4x"}, "Done", "Start"),
    ],
)
def test_how_progress_is_told(
    core: Page, ticks: dict[str, str] | None, words: str, start: str
) -> None:
    kept = None if ticks is None else {"ticks": ticks}
    told = core.evaluate("(kept) => guidebookLists.tellProgress(kept, 3)", kept)
    assert (told["words"], told["start"]) == (words, start)


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en-US", "letter"), ("es-MX", "letter"), ("en-GB", "a4"), ("en", "a4"), ("de", "a4")],
)
def test_the_paper_that_is_usual(core: Page, language: str, paper: str) -> None:
    assert core.evaluate("(one) => guidebookPaper.choose(one)", language) == paper


@pytest.mark.parametrize(
    "kept",
    ["", "{", "7", "null", '{"a": 1}', '[{"title": 1, "path": "a/b/"}]', '[{"title": "x"}]'],
)
def test_what_cannot_be_read_is_nothing(core: Page, kept: str) -> None:
    assert core.evaluate("(kept) => guidebookRecent.read(kept)", kept) == []


@pytest.mark.parametrize("path", ["//evil.example/", "javascript:x/y/", "../a/b/", "a/b/c/", "a/"])
def test_only_pages_of_the_guidebook_are_remembered(core: Page, path: str) -> None:
    page = {"title": "x", "path": path}
    assert core.evaluate("(page) => guidebookRecent.add([], page)", page) == []


def test_only_five_are_remembered(core: Page) -> None:
    add = "(pages, n) => guidebookRecent.add(pages, { title: `${n}`, path: `a/${n}/` })"
    found: list[dict[str, Any]] = core.evaluate(f"[1, 2, 3, 4, 5, 6, 3].reduce({add}, [])")
    assert [one["title"] for one in found] == ["3", "6", "5", "4", "2"]
