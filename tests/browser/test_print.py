"""Paper from the browser: printed from dark mode with backgrounds."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

from generator.model.checklist import Item
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from tests.browser.conftest import CALM, CHOKING, HOT, Open, make_page
from tests.browser.edited import change_list
from tests.browser.printing import (
    Print,
    assert_on_white,
    await_font,
    press_print,
    print_page,
    print_sheet,
    print_to_read,
    squash,
)
from tests.longest import choose_longest, measure_checklist, measure_words

NAME = "shouting-customer"
SIGNED = "serious-and-sensitive/unsafe-product/"
SIZES = ("A4", "Letter")
SMALLEST = {"width": "210mm", "height": "279.4mm"}
"""As narrow as A4 and as short as Letter: what has room on it has room on both."""


# The number of a step, and how high the step is.
NUMBERS = """() => [...document.querySelectorAll('.gb-now > li')].map((one) =>
  [parseFloat(getComputedStyle(one, '::before').height), one.getBoundingClientRect().height])"""


def test_numbers_of_steps_stand_apart_on_paper(open_page: Open) -> None:
    page = open_page(CHOKING)
    page.emulate_media(media="print")
    numbers = page.evaluate(NUMBERS)
    assert len(numbers) > 2
    assert [one for one in numbers if one[0] + 1 > one[1]] == []


def test_a_list_on_paper_says_how_its_boxes_are_printed(open_page: Open) -> None:
    page = open_page("checklists/")
    note = page.get_by_text("To print the boxes, press Print beside one on the screen.")
    expect(note).to_be_hidden()
    expect(page.get_by_role("link", name="All checklists").first).to_be_attached()
    page.emulate_media(media="print")
    expect(note).to_be_visible()


# The counting itself


@pytest.mark.chromium("how a box is drawn in a PDF is each browser's own matter")
def test_only_empty_squares_are_counted(browser: Browser) -> None:
    box = "width:3.6mm;height:3.6mm;border:.35mm solid #000;margin:5mm;"
    with make_page(browser) as page:
        page.set_content(
            f"<body><div style='{box}'></div><div style='{box}'></div>"
            f"<div style='{box};border-radius:50%'></div><div style='{box};background:#000'></div>"
            f"<div style='{box};border-color:#ccc'></div><div style='{box};width:8mm'></div>"
        )
        page.add_style_tag(content="div { box-sizing: border-box }")
        assert print_page(page).count_boxes() == 2


# One sheet


@pytest.mark.parametrize("path", [HOT, SIGNED, CALM])
def test_a_sheet_holds_what_belongs_on_it(
    open_page: Open, guidebook: Guidebook, address: str, path: str, engine: str
) -> None:
    page = open_page(path, color_scheme="dark")
    playbook = guidebook.by_id[path.split("/")[1]]
    page.locator("[data-item]").first.check()
    for size in SIZES:
        printed = print_sheet(page, size)
        assert_on_white(printed)
        assert printed.count_boxes() == len(playbook.checklist.items)
        assert len(printed.pages) == 1
        if engine == "chromium":  # Firefox counts its pages in its own header
            assert "Page 1 of 1" in printed.text
        press_print(page)
        read = print_to_read(page, size).text
        for text in (
            playbook.title,
            playbook.purpose,
            playbook.say[0].say,
            playbook.stop.lead,
            *[item.text.partition("((")[0].strip() for item in playbook.checklist.items],
            f"Owner: {playbook.owner}",
            "Reviewed ",
            f"Service guidebook · version {guidebook.about.version}",
            address + path,
        ):
            assert squash(Inline(guidebook).plain(text)) in squash(read)
        assert ("Signature" in read) == playbook.checklist.sign_off
        for text in (
            playbook.steps[-1].do or "",
            playbook.say[1].say,
            "Menu",
            "Start again",
            "Shared computer",
        ):
            assert text
            assert text not in read


def test_the_button_prints_the_sheet_and_the_browser_the_page(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(HOT)
    step = guidebook.by_id[NAME].steps[2].do
    assert step
    assert step not in print_sheet(page).text
    assert step in print_page(page).text
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator(".gb-print").press("Enter")
    assert page.evaluate("window.printed")


# A whole page


def list_too_small(print_it: Callable[..., bytes], *, most: int) -> list[str]:
    """The sizes of paper on which it needs more sheets."""
    if len(PdfDocument(print_it(**SMALLEST))) <= most:
        return []
    return [size for size in SIZES if len(PdfDocument(print_it(format=size))) > most]


@pytest.mark.parametrize("part", range(4))
def test_every_playbook_is_two_pages_at_most_and_its_checklist_one(
    open_page: Open, guidebook: Guidebook, address: str, part: int
) -> None:
    """Emergencies fill their two pages, so all of them are printed; of others and lists the longest."""
    page = open_page(HOT, color_scheme="dark")
    whole = {one.id for one in choose_longest(guidebook.standard, measure_words)}
    whole |= {one.id for one in guidebook.playbooks if isinstance(one, Emergency)}
    lists = {one.id for one in choose_longest(guidebook.playbooks, measure_checklist)}
    longer = []

    def print_checklist(**size: Any) -> bytes:
        press_print(page)
        return page.pdf(**size)

    for playbook in [one for one in guidebook.playbooks if one.id in whole | lists][part::4]:
        page.goto(address + playbook.url)
        await_font(page)
        if playbook.id in whole:
            longer += [(playbook.id, size) for size in list_too_small(page.pdf, most=2)]
        if playbook.id in lists:
            found = list_too_small(print_checklist, most=1)
            longer += [(playbook.id, f"checklist on {size}") for size in found]
    assert longer == []


def test_no_heading_is_left_behind_by_its_list(open_page: Open, guidebook: Guidebook) -> None:
    pages = print_to_read(open_page(HOT)).pages
    playbook = guidebook.by_id[NAME]
    for heading, first in (
        ("Check yourself", playbook.checklist.items[0].text),
        ("Don’t say", playbook.avoid[0].say),
    ):
        assert first
        (page,) = (one for one in pages if first in one)
        assert heading in page


@pytest.mark.parametrize("path", [HOT, CHOKING])
def test_boxes_and_the_edges_of_cards_need_no_backgrounds(
    open_page: Open, guidebook: Guidebook, path: str
) -> None:
    page = open_page(path, color_scheme="dark")
    printed = Print(page.pdf(format="A4", print_background=False))
    boxes = guidebook.by_id[path.split("/")[1]].checklist.items
    assert printed.count_boxes() == len(boxes)
    page.emulate_media(media="print", color_scheme="dark")
    for card in page.locator(".gb-stop, .gb-say, .gb-call, .gb-check").all():
        edge = card.evaluate("one => getComputedStyle(one).borderTopColor")
        assert edge == "rgb(0, 0, 0)"


def test_what_is_not_set_is_a_line_to_fill_in_and_named_once(open_page: Open) -> None:
    printed = print_to_read(open_page(CALM))
    assert "within your spend limit. Spend limit: After" in printed.text.replace(" Not set", "")
    assert "spend limit (spend limit" not in printed.text


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}])
def test_a_playbook_is_printed_whole(
    open_page: Open, guidebook: Guidebook, options: dict[str, Any], engine: str
) -> None:
    page = open_page(HOT, color_scheme="dark", **options)
    playbook = guidebook.by_id[NAME]
    page.locator("[data-item]").nth(1).check()
    printed = print_page(page)
    assert_on_white(printed)
    assert printed.count_boxes() == len(playbook.checklist.items)
    assert len(printed.pages) == 2
    if engine == "chromium":  # Firefox counts its pages in its own header
        assert "Page 2 of 2" in printed.pages[1]
    read = print_to_read(page).text
    for text in (
        *[one.say for one in playbook.say],
        *[one.do for one in playbook.steps if one.do],
        *[one.text for one in playbook.checklist.items],
        *[one.say or one.do for one in playbook.avoid],
        *(playbook.signals or ()),
        "Owner: Service training",
        f"version {guidebook.about.version}",
        HOT,
    ):
        assert text
        assert squash(Inline(guidebook).plain(text)) in squash(read)
    for text in ("Help me now", "Start again", "Copy", "Show large", "Practice this", "Edit this"):
        assert text not in read


def test_the_number_of_an_emergency_is_black_where_backgrounds_are_left_out(
    open_page: Open,
) -> None:
    page = open_page(CHOKING, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    inks = page.evaluate(
        """() => [[".gb-call-number"], [".gb-call-number a"], [".gb-now > li", "::before"]].map(
          ([selector, part]) => getComputedStyle(document.querySelector(selector), part).color)"""
    )
    assert inks == ["rgb(0, 0, 0)"] * 3


def test_folds_are_as_they_were_after_printing(open_page: Open) -> None:
    page = open_page(HOT)
    page.locator(".gb-more summary").click()
    print_page(page)
    expect(page.locator("details[open]")).to_have_count(1)


def test_the_chosen_scheme_does_not_reach_the_paper(open_page: Open) -> None:
    page = open_page(HOT)
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    assert_on_white(print_page(page))


def test_no_item_is_split_and_no_heading_left_alone(
    open_page: Open, guidebook: Guidebook, address: str
) -> None:
    page = open_page("404.html", color_scheme="dark")
    items = [
        Item(text=f"Item {number} " + "is long enough for several lines, " * 9 + f"end {number}.")
        for number in range(60)
    ]
    change_list(page.context, guidebook, NAME, items)
    page.goto(address + HOT)
    for is_sheet, size in itertools.product((True, False), SIZES):
        if is_sheet:
            press_print(page)
        printed = print_to_read(page, size)
        assert len(printed.pages) > 3
        assert printed.count_boxes() == len(items)
        for item in items:
            assert sum(item.text in text for text in printed.pages) == 1
        (start,) = [text for text in printed.pages if "Check yourself" in text]
        assert items[0].text in start


def test_a_branch_of_an_emergency_is_not_cut(open_page: Open, guidebook: Guidebook) -> None:
    """Its heading and its last line are in one column of one page."""
    emergency = guidebook.by_id["choking"]
    assert isinstance(emergency, Emergency)
    page = open_page(CHOKING)
    assert len(print_page(page).pages) == 2
    printed = print_to_read(page)

    def find(text: str) -> list[tuple[int, bool]]:
        words = " ".join(text.replace("'", "’").split()[:4])
        found = []
        for number, sheet in enumerate(printed.document):
            search = sheet.get_textpage().search(words)
            while place := search.get_next():
                left = sheet.get_textpage().get_charbox(place[0])[0]
                found.append((number, left > sheet.get_width() / 2))
        return found

    for branch in emergency.branches:
        assert branch.never
        (start,) = find(branch.see)
        assert start in find(branch.never[-1])
