"""Lists that answer: progress, paper, what was opened last, folds; and the first page's order."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CHOKING, HOT, Open
from tests.browser.looks import measure
from tests.browser.printing import print_page, print_to_read

LISTS = "checklists/"
LATE = "put-it-right/overdue-order/"


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
    page.locator(".gb-group").nth(2).locator("summary").click()
    row = find_row(page, "Someone is shouting")
    expect(row.get_by_role("link", name="Print")).to_have_count(2)
    expect(page.get_by_role("radio", name="A4")).to_be_hidden()


def test_without_a_script_each_tile_says_which_paper_it_prints(open_page: Open) -> None:
    page = open_page(LISTS, java_script_enabled=False)
    shown = page.locator(".gb-prints-now .gb-act").all_inner_texts()
    assert len(shown) == len(set(shown)) > 20
    for sheet in page.locator(".gb-prints-now .gb-act > :last-child").all():
        box = measure(sheet)
        assert box["width"] > 10


FIRST_ROWS = """() => [...document.querySelectorAll('.gb-group:has(.gb-rows)')].map((one) =>
  ['h3', '.gb-row-head a'].map((name) => one.querySelector(name).textContent.trim()))"""


@pytest.mark.chromium("it reads its bold letters back")
@pytest.mark.parametrize("path", ["practice/", LISTS])
def test_a_chapter_on_paper_is_named_above_its_first_row(open_page: Open, path: str) -> None:
    page = open_page(path)
    rows = page.evaluate(FIRST_ROWS)
    assert len(rows) > 5
    for size in ("A4", "Letter"):
        pages = print_page(page, size).pages
        lost = [row for row in rows if not any(all(one in text for one in row) for text in pages)]
        assert lost == [], size


def test_what_a_manager_fills_in_takes_few_sheets(open_page: Open) -> None:
    printed = print_to_read(open_page("managers/"))
    assert "Which number do staff call for ambulance" in printed.text
    assert "Used in" not in printed.text


def test_a_narrow_screen_gets_folds_and_a_wide_one_everything(open_page: Open) -> None:
    narrow = open_page(LISTS, width=360, height=740)
    expect(narrow.locator(".gb-main details[open]")).to_have_count(0)
    assert narrow.evaluate("document.documentElement.scrollHeight") < 2000
    wide = open_page(LISTS)
    expect(wide.locator(".gb-main details:not([open])")).to_have_count(0)
    left, right = (measure(wide.locator(".gb-row").nth(one)) for one in (0, 1))
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
    expect(page.locator(".gb-group[open]")).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "words", "found"),
    [
        ("sources/", "verbal JUDO", "Verbal Judo"),
        ("rules/", "title-length", "title-length"),
        ("ideas/", "care is fre", "Care is free"),
        ("checklists/", "allergy", "Allergy question about our food"),
        ("practice/", "allergy", "Allergy question about our food"),
    ],
)
def test_a_long_list_is_searched(open_page: Open, path: str, words: str, found: str) -> None:
    page = open_page(path, width=360, height=740)
    entries = page.locator(".gb-group > ul > li:visible")
    expect(entries).to_have_count(0)
    box = page.locator("#sift-words")
    box.fill(words)
    expect(entries.filter(has_text=found).first).to_be_visible()
    assert entries.count() < 10
    expect(page.get_by_text(re.compile(r"^\d of \d+$"))).to_be_visible()
    expect(page.locator(".gb-main > .gb-section:visible")).to_have_count(1)
    assert_accessible_in_every_look(page)
    box.fill(f"{words} zebra")
    expect(page.get_by_text("Nothing here has all of that.")).to_be_visible()
    expect(page.locator(".gb-group:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(box).to_be_focused()
    expect(entries).to_have_count(0)
    expect(page.locator(".gb-group:not([hidden])")).to_have_count(page.locator(".gb-group").count())


def test_a_list_is_sifted_by_kind(open_page: Open) -> None:
    page = open_page("sources/")
    page.locator("#sift-kind").select_option("contested")
    entries = page.locator(".gb-entries > li:visible")
    expect(entries.first).to_be_visible()
    assert set(entries.locator(".gb-tag").all_inner_texts()) == {"Contested"}


def test_without_a_script_a_list_is_its_parts(open_page: Open) -> None:
    page = open_page("sources/", java_script_enabled=False)
    expect(page.locator(".gb-sift")).to_be_hidden()
    page.locator(".gb-group > summary").first.click()
    expect(page.locator(".gb-entries > li").first).to_be_visible()


# What managers do


def test_each_thing_to_do_has_one_way_to_it(open_page: Open) -> None:
    page = open_page("managers/", width=360, height=740)
    tasks = page.locator(".gb-task")
    assert tasks.count() >= 4
    for one in tasks.all():
        expect(one.get_by_role("link")).to_have_count(1)
    expect(tasks.filter(has_text="No review is overdue.")).to_be_visible()
    tasks.first.get_by_role("link").click()
    expect(page.locator("#house-values")).to_be_in_viewport()


# A chapter


def test_a_chapter_leads_on_to_its_own_part_of_each_list(open_page: Open) -> None:
    page = open_page("put-it-right/", width=360, height=740)
    page.locator("#more + * a", has_text="Checklists").click()
    expect(page.locator(".gb-group[open] h3")).to_have_text(["Complaints and mistakes"])


# Who, how much, which number


def test_a_plate_can_be_gone_to(open_page: Open) -> None:
    page = open_page("who-and-how-much/#value-person-in-charge", width=360, height=740)
    expect(page.locator("#value-person-in-charge")).to_be_in_viewport()


# The first page


def test_the_first_page_has_one_left_edge(open_page: Open) -> None:
    for width in (360, 768, 1280):
        page = open_page("", width=width)
        edges = [
            measure(page.locator(selector).first)["x"]
            for selector in (
                "h1",
                ".gb-finder--big",
                "#danger + * .gb-tile",
                "#look-up + * .gb-tile",
            )
        ]
        assert max(edges) - min(edges) < 1, (width, edges)


def test_the_first_page_lists_what_was_opened_last(open_page: Open, address: str) -> None:
    page = open_page("")
    expect(page.locator(".gb-recent")).to_be_hidden()
    for path in (HOT, CHOKING, LATE, HOT):
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
