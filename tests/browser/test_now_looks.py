"""Now mode on paper, in other colors, narrow and large, and where there are no scripts or motion."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CHOKING, Open
from tests.browser.looks import assert_nothing_is_cut, look, measure


def test_without_javascript_nothing_of_it_shows(open_page: Open) -> None:
    page = open_page(CHOKING, java_script_enabled=False)
    expect(page.get_by_text("One step at a time").locator("visible=true")).to_have_count(0)
    expect(page.locator("#see-adult")).to_be_visible()


def test_paper_shows_the_whole_page(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/2")
    page.emulate_media(media="print")
    expect(page.locator(".gb-mode")).to_be_hidden()
    expect(page.locator("#see-baby")).to_be_visible()


def test_nothing_moves_where_motion_is_reduced(open_page: Open) -> None:
    for motion, name in (("reduce", "none"), ("no-preference", "gb-mode-in")):
        page = open_page(f"{CHOKING}#now=adult/2", reduced_motion=motion)
        expect(page.locator(".gb-mode-head")).to_have_css("animation-name", name)


# Texts that the system draws on a ground of their own color.
UNSEEN = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const ground = getComputedStyle(probe).color;
  probe.remove();
  return [...document.querySelectorAll("body *")].filter((one) => {
    const { color, forcedColorAdjust } = getComputedStyle(one);
    const hasText = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    return hasText && one.checkVisibility() && color === ground && forcedColorAdjust === "auto";
  }).map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("path", [CHOKING, f"{CHOKING}#now=adult/3", "help-me-now/"])
def test_every_word_is_seen_in_forced_colors(open_page: Open, path: str) -> None:
    page = open_page(path, forced_colors="active")
    expect(page.locator(".gb-mode-head")).to_have_count(int("#now" in path))
    assert page.evaluate(UNSEEN) == []


@pytest.mark.parametrize("mark", ["now", "now=adult/3", "now=adult/end"])
def test_axe_finds_nothing(open_page: Open, mark: str) -> None:
    page = open_page(f"{CHOKING}#{mark}")
    expect(page.locator(".gb-mode-head")).to_be_focused()
    assert_accessible_in_every_look(page)


@pytest.mark.parametrize(
    ("width", "height", "large", "share"),
    [(360, 740, True, 0.6), (768, 1024, False, 0.22), (1280, 800, False, 0.24)],
)
def test_a_step_begins_high_on_every_screen(
    open_page: Open, width: int, height: int, large: bool, share: float
) -> None:
    page = open_page(f"{CHOKING}#now=adult/2")
    look(page, width=width, height=height, large=large)
    assert measure(page.locator(".gb-mode-head"))["y"] < share * height
    line = page.locator(".gb-mode-call .gb-call-line").first
    expect(line).to_be_visible(visible=width > 360)


@pytest.mark.parametrize("mark", ["now", "now=adult/3", "now=adult/end"])
def test_nothing_is_cut_when_narrow_or_large(open_page: Open, mark: str) -> None:
    page = open_page(f"{CHOKING}#{mark}")
    expect(page.locator(".gb-mode-head")).to_be_focused()
    look(page, width=320, height=640)
    assert_nothing_is_cut(page)
    look(page, width=360, height=740, large=True)
    assert_nothing_is_cut(page)


@pytest.mark.parametrize("width", [768, 1280])
def test_in_large_type_nothing_lies_over_the_step(open_page: Open, width: int) -> None:
    page = open_page(f"{CHOKING}#now=adult/2")
    look(page, width=width, large=True)
    head, side = (measure(page.locator(one)) for one in (".gb-mode-head", ".gb-mode-side"))
    assert head["width"] > width / 2
    assert side["y"] >= head["y"] + head["height"]


def test_in_large_type_on_a_phone_the_step_begins_on_the_first_screen(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/2")
    look(page, width=360, height=740, large=True)
    step, tools = (measure(page.locator(one)) for one in (".gb-mode-head", ".gb-mode-tools"))
    assert step["y"] + 50 < tools["y"]
