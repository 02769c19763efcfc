"""The site as staff meet it: in a browser, by thumb and by keyboard, in both schemes."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Kind
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CALM, CLIPBOARD, HOT, Open, read_clipboard, search, stop_clock
from tests.browser.driving import wait_until
from tests.browser.looks import assert_large, look, measure, unfold
from tests.longest import choose_longest, measure_top

# What stands where


def test_a_scenario_fits_its_first_words_or_step_on_the_first_screen(
    open_page: Open, address: str, guidebook: Guidebook
) -> None:
    page = open_page(width=360, height=740)
    scenarios = [one for one in guidebook.standard if one.kind == Kind.SCENARIO]
    assert scenarios
    late = {}
    for playbook in choose_longest(scenarios, measure_top):
        page.goto(address + playbook.url)
        stop = page.locator(".gb-stop").bounding_box()
        say = measure(page.locator(".gb-phrase").first)
        # Where a box says first when to stop, what comes next on the screen is what to say.
        if stop and stop["y"] < say["y"]:
            bottom = say
        else:
            bottom = measure(page.locator(".gb-steps > li").first.locator("p").first)
        end = bottom["y"] + bottom["height"]
        if end > 740:
            late[playbook.id] = end
    assert not late


def test_the_stop_box_comes_first_where_it_is_hot(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=740)
    stop, say = (measure(page.locator(one)) for one in (".gb-stop", "#say"))
    assert stop["y"] < say["y"]


def test_two_columns_on_a_wide_screen_and_the_right_one_stays(open_page: Open) -> None:
    page = open_page(HOT, width=1280, height=900)
    side = page.locator(".gb-side")
    left, right = measure(page.locator(".gb-main")), measure(side)
    assert right["x"] > left["x"] + left["width"]
    page.mouse.wheel(0, 300)
    wait_until(page, "scrollY > 200")
    expect(page.locator(".gb-avoid .gb-body")).to_be_in_viewport()
    # It is higher than the screen, so it goes along until its end is seen, and stays then.
    places = []
    for top in (600, 800):
        page.evaluate("top => scrollTo(0, top)", top)
        box = measure(side)
        places.append((box["x"], box["y"]))
        assert 850 < box["y"] + box["height"] <= 900
    assert places[0] == places[1]
    unfold(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    ends = page.evaluate(
        """() => [document.querySelector('.gb-side').getBoundingClientRect().bottom,
          document.querySelector('.gb-below').getBoundingClientRect().top]"""
    )
    assert ends[0] <= ends[1] + 0.01


# Accessibility


def test_axe_finds_nothing_in_the_menu_and_the_finder(open_page: Open, address: str) -> None:
    page = open_page()
    page.get_by_role("button", name="Menu").click()
    assert_accessible_in_every_look(page)
    expect(page.locator("#gb-menu")).to_be_visible()
    for path, query in (("", "shouting"), (HOT, "shouting"), (HOT, "qqqq")):
        page.goto(address + path)
        search(page, query)
        assert_accessible_in_every_look(page)
        expect(page.get_by_role("option").first).to_be_visible()


def test_touch_targets_are_large(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=740)
    touched = "button, summary, .gb-boxes label, .gb-header a, .gb-finder-input, .gb-next a"
    assert_large(page, touched, height=42)


# Finder


@pytest.mark.parametrize("path", ["", CALM])
def test_the_finder_finds(open_page: Open, address: str, path: str) -> None:
    page = open_page(path, width=360, height=740)
    for query, title in (
        ("shouting", "Someone is shouting"),
        ("custmer yeling at me", "Someone is shouting"),
        ("he has a knife", "Threats and violence"),
    ):
        page.goto(address + path)
        search(page, query)
        first = page.locator("[data-finder-result]").first
        expect(first).to_contain_text(title)
        expect(first).to_contain_text(re.compile("Say: “|Do: "))
        first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_finder_by_keyboard(open_page: Open) -> None:
    page = open_page(HOT)
    box = page.get_by_role("combobox")
    for key in ("/", "s", "k"):  # a word that is spoken to the computer is keys alone
        page.keyboard.press(key)
    expect(box).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("refund")
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    identifier = options.nth(1).get_attribute("id")
    assert identifier
    expect(box).to_have_attribute("aria-activedescendant", identifier)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("refund")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    chosen = page.locator("[aria-selected=true] .gb-result-title").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(chosen)


def test_the_finder_tells_how_many_and_leads_on_when_there_are_none(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(HOT)
    search(page, "no receipt")
    expect(page.locator(".gb-finder-status")).to_have_text(
        f"{page.get_by_role('option').count()} answers"
    )
    page.get_by_role("combobox").fill("qqqqzzzz")
    expect(page.locator(".gb-finder-status")).to_contain_text("No answer")
    assert page.get_by_role("option").all_inner_texts() == [
        "Help me now",
        *[chapter.title for chapter in guidebook.about.chapters],
    ]
    page.get_by_role("combobox").fill("")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_long_list_begins_at_its_top(open_page: Open) -> None:
    page = open_page(HOT, width=360, height=420)
    search(page, "no receipt")
    answers = page.get_by_role("listbox")
    page.keyboard.press("ArrowUp")
    wait_until(page, "document.querySelector('[role=listbox]').scrollTop > 0")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowUp")
    wait_until(page, "document.querySelector('[role=listbox]').scrollTop > 0")
    search(page, "someone shouts")
    assert answers.evaluate("list => list.scrollTop") == 0


def test_the_finder_closes_when_one_goes_on(open_page: Open) -> None:
    page = open_page(HOT)
    search(page, "refund")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


# A playbook


def test_the_words_can_be_copied(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT, permissions=CLIPBOARD)
    stop_clock(page)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    said = Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[0].say)
    assert read_clipboard(page) == said


def test_more_ways_open_in_place(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    second = page.get_by_text(
        Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[1].say)
    )
    expect(second).to_be_hidden()
    page.locator(".gb-more summary").click()
    expect(second).to_be_visible()


def test_a_role_play_leads_from_round_to_round(open_page: Open) -> None:
    page = open_page(f"{HOT}#practice")
    page.get_by_text("All rounds and endings").click()
    expect(page.locator("#round-opening")).to_be_visible()
    reply = page.locator(".gb-round .gb-answer").first
    reply.locator("summary").click()
    target = reply.locator(".gb-onward").get_attribute("href")
    assert target
    reply.locator(".gb-onward").click()
    expect(page.locator(target)).to_be_in_viewport()


def test_a_mark_inside_a_fold_opens_it(open_page: Open) -> None:
    page = open_page(f"{HOT}#round-opening")
    expect(page.locator("#round-opening")).to_be_in_viewport()


def test_a_mark_that_cannot_be_decoded_stops_nothing(open_page: Open) -> None:
    page = open_page(f"{HOT}#50%")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)


# Without script, without server


def test_all_can_be_read_without_javascript(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT, java_script_enabled=False)
    playbook = guidebook.by_id["shouting-customer"]
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_be_hidden()
    page.locator(".gb-more summary").click()
    expect(page.get_by_text(Inline(guidebook).plain(playbook.say[1].say))).to_be_visible()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#gb-menu").get_by_role("link", name="Help me now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help me now")


def test_the_site_works_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / "index.html").as_uri(), width=360, height=740)
    search(page, "shouting")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone is shouting")
    page.get_by_role("link", name="Help me now").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help me now")


@pytest.mark.chromium("Firefox installs no sites")
def test_it_can_be_installed(open_page: Open, address: str) -> None:
    page = open_page(HOT)
    session = page.context.new_cdp_session(page)
    manifest: dict[str, Any] = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{address}manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in errors} <= {"in-incognito"}


@pytest.mark.parametrize(
    ("width", "large", "least"),
    [(360, False, 340), (768, False, 700), (768, True, 700), (1280, False, 440)],
)
def test_answers_are_wide_enough_to_read(
    open_page: Open, width: int, large: bool, least: int
) -> None:
    page = open_page(HOT, width=width)
    look(page, width=width, large=large)
    search(page, "how much may I give away")
    assert measure(page.locator(".gb-header .gb-results"))["width"] >= least
    assert measure(page.get_by_role("combobox"))["width"] >= least
