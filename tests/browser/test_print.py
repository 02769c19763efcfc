"""Paper from the browser: printed from dark mode with backgrounds, then looked at as a picture."""

import io
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from generator.model.guidebook import Guidebook
from generator.model.playbook import Item
from tests.browser.edited import change_list

Open = Callable[..., Page]

HOT = "when-it-gets-hot/shouting-customer/"
NAME = "shouting-customer"
SIGNED = "serious-and-sensitive/medical-emergency/"
EVERY_KIND = ["", HOT, "help-me-now/", "put-it-right/", "words/", "checklists/", "practice/"]
EVERY_KIND += ["sources/", "managers/", "ideas/", "rules/", "write-a-playbook/", "404.html"]
SIZES = ["A4", "Letter"]
DOTS = 150
"""Dots per inch of the pictures that are looked at."""


class Print:
    """What came out of the printer."""

    def __init__(self, pdf: bytes) -> None:
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        self.pictures: list[Image.Image] = []
        self.pages: list[str] = []
        for page in document:
            self.pictures.append(page.render(scale=DOTS / 72).to_pil().convert("L"))
            self.pages.append(" ".join(page.get_textpage().get_text_range().split()))
        self.text = " ".join(self.pages)
        document.close()


def print_page(page: Page, size: str = "A4") -> Print:
    """Print as the browser's menu does."""
    return Print(page.pdf(format=size, print_background=True))


def print_sheet(page: Page, size: str = "A4") -> Print:
    """Renderer the checklist's own button, and let the browser print."""
    page.evaluate("window.print = () => {}")
    page.locator(".gb-print").click()
    return print_page(page, size)


def count_boxes(picture: Image.Image) -> int:
    """Count empty squares with a thin black edge, as large as one to tick by pen."""
    side = 3.6 / 25.4 * DOTS
    return sum(
        abs(right - left - side) <= 3
        and abs(bottom - top - side) <= 3
        and picture.crop((left + 3, top + 3, right - 2, bottom - 2)).getextrema()[0] > 200
        and all(
            picture.crop((x, y, x + 3, y + 3)).getextrema()[0] < 190
            for x in (left, right - 2)
            for y in (top, bottom - 2)
        )
        for left, top, right, bottom in find_shapes(picture)
    )


def find_shapes(picture: Image.Image) -> list[tuple[int, int, int, int]]:
    """The bounds of every group of dark dots that touch."""
    width = picture.width
    dots = {place for place, tone in enumerate(picture.tobytes()) if tone < 200}
    shapes = []
    while dots:
        found = [dots.pop()]
        for place in found:
            for near in (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1):
                if place + near in dots:
                    dots.remove(place + near)
                    found.append(place + near)
        across, down = [one % width for one in found], [one // width for one in found]
        shapes.append((min(across), min(down), max(across), max(down)))
    return shapes


def assert_on_white(printed: Print) -> None:
    for picture in printed.pictures:
        edge = DOTS // 4
        inside = (edge, edge, picture.width - edge, picture.height - edge)
        frame = picture.copy()
        frame.paste(255, inside)
        assert frame.getextrema() == (255, 255)
        assert picture.getextrema()[0] < 60
        dark = sum(picture.histogram()[:200]) / (picture.width * picture.height)
        assert dark < 0.12


# The counting itself


def test_only_empty_squares_are_counted(browser: Browser) -> None:
    page = browser.new_page()
    box = "width:3.6mm;height:3.6mm;border:.35mm solid #000;margin:5mm;"
    page.set_content(
        f"<body><div style='{box}'></div><div style='{box}'></div>"
        f"<div style='{box};border-radius:50%'></div><div style='{box};background:#000'></div>"
        f"<div style='{box};border-color:#ccc'></div><div style='{box};width:8mm'></div>"
    )
    page.add_style_tag(content="div { box-sizing: border-box }")
    assert count_boxes(print_page(page).pictures[0]) == 2
    page.close()


# One sheet


@pytest.mark.parametrize("size", SIZES)
def test_every_checklist_is_one_sheet(
    open_page: Open, guidebook: Guidebook, address: str, size: str
) -> None:
    page = open_page(color_scheme="dark")
    longer = []
    for playbook in guidebook.playbooks:
        page.goto(address + playbook.url)
        printed = print_sheet(page, size)
        if len(printed.pages) != 1:
            longer.append(playbook.id)
    assert longer == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [HOT, SIGNED, "put-it-right/broken-promise/"])
def test_a_sheet_holds_what_belongs_on_it(
    open_page: Open, guidebook: Guidebook, address: str, path: str, size: str
) -> None:
    page = open_page(path, color_scheme="dark")
    playbook = guidebook.by_id[path.split("/")[1]]
    page.locator("[data-item]").first.check()
    printed = print_sheet(page, size)
    assert_on_white(printed)
    assert count_boxes(printed.pictures[0]) == len(playbook.checklist.items)
    for text in (
        playbook.title,
        playbook.purpose,
        playbook.say[0].say,
        playbook.stop.lead,
        *[item.text.partition("((")[0].strip() for item in playbook.checklist.items],
        f"Owner: {playbook.owner}",
        "Reviewed 20 Nov 2026",
        "Service guidebook · version 1.0",
        address + path,
        "Page 1 of 1",
    ):
        assert text in printed.text
    assert ("Signature" in printed.text) == playbook.checklist.sign_off
    for text in (playbook.steps[-1].do or "", playbook.say[1].say, "Menu", "Start again", "keep"):
        assert text
        assert text not in printed.text.replace("kept", "")


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


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}])
def test_a_playbook_is_printed_whole(
    open_page: Open, guidebook: Guidebook, options: dict[str, Any]
) -> None:
    page = open_page(HOT, color_scheme="dark", **options)
    playbook = guidebook.by_id[NAME]
    page.locator("[data-item]").nth(1).check()
    printed = print_page(page)
    assert_on_white(printed)
    assert sum(map(count_boxes, printed.pictures)) == len(playbook.checklist.items)
    roleplay = playbook.practice.roleplay if playbook.practice else None
    assert roleplay
    for text in (
        *[one.say for one in playbook.say],
        *[one.do for one in playbook.steps if one.do],
        *[one.text for one in playbook.checklist.items],
        *[one.say or one.do for one in playbook.avoid],
        *(playbook.signals or ()),
        *[reply.leads for one in roleplay.rounds for reply in one.replies],
        *[one.debrief for one in roleplay.endings],
        *[guidebook.sources[one].fact for one in playbook.sources],
        "Owner: Service training",
        "version 1.0",
        HOT,
        f"Page 2 of {len(printed.pages)}",
    ):
        assert text
        assert text in printed.text
    for text in ("Help me now", "Start again", "Copy", "Play again", "Edit this"):
        assert text not in printed.text


def test_folds_are_as_they_were_after_printing(open_page: Open) -> None:
    page = open_page(HOT)
    page.locator(".gb-more summary").click()
    print_page(page)
    expect(page.locator("details[open]")).to_have_count(1)


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_kind_of_page_prints_on_white(open_page: Open, address: str, path: str) -> None:
    page = open_page(path, color_scheme="dark")
    printed = print_page(page, "Letter")
    assert_on_white(printed)
    assert page.locator("h1").inner_text() in printed.pages[0]
    assert "version 1.0" in printed.pages[-1]
    assert address + path in printed.pages[-1]
    assert f"Page 1 of {len(printed.pages)}" in printed.pages[0]
    assert "Shared computer" not in printed.text


def test_the_chosen_scheme_does_not_reach_the_paper(open_page: Open) -> None:
    page = open_page(HOT)
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    assert_on_white(print_page(page))


@pytest.mark.parametrize("size", SIZES)
def test_no_item_is_split_and_no_heading_left_alone(
    open_page: Open, guidebook: Guidebook, address: str, size: str
) -> None:
    page = open_page("404.html", color_scheme="dark")
    items = [
        Item(text=f"Item {number} " + "is long enough for several lines, " * 9 + f"end {number}.")
        for number in range(60)
    ]
    change_list(page.context, guidebook, NAME, items)
    page.goto(address + HOT)
    for printed in (print_sheet(page, size), print_page(page, size)):
        assert len(printed.pages) > 3
        assert sum(map(count_boxes, printed.pictures)) == len(items)
        for item in items:
            assert sum(item.text in text for text in printed.pages) == 1
        (start,) = [text for text in printed.pages if "Check yourself" in text]
        assert items[0].text in start
