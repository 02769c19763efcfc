"""A playbook's and an emergency's page on screen: what is largest, what is red, what is where."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.guidebook import Guidebook
from generator.model.playbook_items import StopLevel
from tests.browser.conftest import CALM, CHOKING, HOT, Open, make_page
from tests.browser.looks import assert_large, list_type_sizes, look, measure

# Everything that is drawn in the page, with the colors of its text, ground and edges.
DRAWN = """() => [...document.querySelectorAll(".gb-page *")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, ...[null, "::before", "::after"].map((part) => getComputedStyle(one, part))])
"""
# A color can be written in many ways, so it is painted, and its pixel is read.
RED = f"""() => {{
  const paper = new OffscreenCanvas(1, 1).getContext("2d", {{ willReadFrequently: true }});
  const found = new Map();
  const isRed = (color) => {{
    if (!found.has(color)) {{
      paper.clearRect(0, 0, 1, 1);
      paper.fillStyle = color;
      paper.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = paper.getImageData(0, 0, 1, 1).data;
      found.set(color, alpha && red > 1.8 * green && red > 1.8 * blue && red - green > 90);
    }}
    return found.get(color);
  }};
  const edges = ["Top", "Right", "Bottom", "Left"].map((one) => `border${{one}}`);
  return ({DRAWN})().filter(([, ...styles]) => styles.some((style) =>
    style.content !== "none" && [style.color, style.backgroundColor,
      ...edges.filter((one) => style[`${{one}}Style`] !== "none").map((one) => style[`${{one}}Color`]),
    ].some(isRed))).map(([one]) => one.className);
}}"""


def size(page: Page, selector: str) -> float:
    found = page.locator(selector).first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    return float(found)


@pytest.mark.parametrize(("width", "title", "sentence"), [(360, 21, 27), (1280, 27, 38)])
def test_the_sentence_is_the_largest_and_the_title_quieter(
    open_page: Open, width: int, title: float, sentence: float
) -> None:
    page = open_page(HOT, width=width)
    assert size(page, "h1") == title
    assert size(page, ".gb-hero .gb-phrase") == sentence
    assert max(list_type_sizes(page)) == sentence


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_red_is_only_in_danger(
    browser: Browser, guidebook: Guidebook, address: str, scheme: str
) -> None:
    one_of = {
        level: next(one for one in guidebook.standard if one.stop.level is level)
        for level in StopLevel
    }
    with make_page(browser, color_scheme=scheme) as page:
        for level, playbook in one_of.items():
            page.goto(address + playbook.url)
            red = page.evaluate(RED)
            assert ("gb-stop gb-stop--danger" in red) is (level is StopLevel.DANGER)
            if level is not StopLevel.DANGER:
                assert red == []


def test_nothing_stands_between_two_cards(open_page: Open) -> None:
    page = open_page(HOT)
    for width in (360, 1280):
        look(page, width=width)
        stop, say = (measure(page.locator(one)) for one in (".gb-stop", ".gb-say"))
        assert 0 < say["y"] - stop["y"] - stop["height"] < 20
        assert stop["x"] == say["x"]


def test_columns_start_at_the_top_of_the_page(open_page: Open) -> None:
    page = open_page(HOT)
    title, side, say = (measure(page.locator(one)) for one in ("h1", ".gb-side", ".gb-say"))
    assert side["y"] < title["y"] + title["height"]
    assert side["x"] >= say["x"] + say["width"]


# House facts


def test_a_fact_that_a_step_is_about_is_on_a_plate(open_page: Open) -> None:
    page = open_page(CALM)
    step = page.locator(".gb-steps > li", has=page.locator(".gb-step-plate"))
    expect(step.locator(".gb-do")).to_have_text(
        "Offer something that fits what they lost, within your spend limit."
    )
    plate = step.locator(".gb-step-plate")
    expect(plate).to_have_class("gb-step-plate gb-step-plate--unset")
    assert " ".join((plate.text_content() or "").split()) == "Spend limit: Not set"
    assert size(page, ".gb-step-plate-value") == 17
    assert size(page, ".gb-step-plate-label") == 13


# Papers


@pytest.mark.parametrize(
    ("language", "first", "other"), [("en-GB", "A4", "Letter"), ("en-US", "Letter", "A4")]
)
def test_papers_are_on_the_readers_sheet(
    browser: Browser, address: str, language: str, first: str, other: str
) -> None:
    with make_page(browser, locale=language) as page:
        page.goto(address + HOT)
        links = page.locator(".gb-papers").get_by_role("link")
        assert links.all_inner_texts()[:2] == ["Checklist", "All of it, on two sides"]
        assert f"-{first.lower()}.pdf" in str(links.first.get_attribute("href"))
        page.get_by_role("button", name=f"Change to {other}").click()
        assert f"-{other.lower()}.pdf" in str(links.first.get_attribute("href"))
        page.goto(address + CHOKING)
        assert f"-{other.lower()}.pdf" in str(links.first.get_attribute("href"))


def test_what_comes_out_of_the_printer_is_drawn(open_page: Open) -> None:
    for path, names in (
        (HOT, ["Checklist", "All of it, on two sides", "Poster", "Pocket cards"]),
        (CHOKING, ["Checklist", "Poster", "Pocket cards"]),
    ):
        page = open_page(path, width=360, height=740)
        pictures = page.locator(".gb-paper-pictures a:visible")
        expect(pictures).to_have_text([re.compile(rf"^\s*{name}") for name in names])
        expect(page.locator(".gb-paper-pictures svg:visible")).to_have_count(len(names))
        assert_large(page, ".gb-paper-pictures a", height=44)


def test_without_a_script_papers_are_on_every_sheet(open_page: Open) -> None:
    page = open_page(HOT, java_script_enabled=False)
    links = page.locator(".gb-papers").get_by_role("link").all_inner_texts()
    assert links[:2] == ["Checklist, A4", "Checklist, Letter"]
    expect(page.get_by_role("button", name="Show large")).to_be_hidden()
    expect(page.locator(".gb-hero .gb-phrase")).to_be_visible()


# An emergency


@pytest.mark.parametrize(("width", "step"), [(360, 21), (1280, 27)])
def test_the_number_of_an_emergency_is_the_largest(
    open_page: Open, width: int, step: float
) -> None:
    page = open_page(CHOKING, width=width, height=740)
    assert size(page, ".gb-call-number a") == 38
    assert size(page, ".gb-now > li") == step
    assert max(list_type_sizes(page)) == 38
    assert_large(page, ".gb-signs a", height=56)
    for target in page.locator(".gb-signs a").all():
        box = measure(target)
        assert box["y"] + box["height"] <= 740  # all of them on the first screen
    for number in page.locator(".gb-call-number a").all():
        rows = number.evaluate("one => [...one.getClientRects()].map(({ height }) => height)")
        assert len(rows) == 1
        assert rows[0] >= 44
