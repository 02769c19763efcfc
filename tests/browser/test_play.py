"""A role-play that is played in the page: its ways, its end, by keyboard, after a reload, unplugged."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.item_anchors import list_anchors
from generator.model.playbook import Playbook
from generator.model.practice import RolePlay
from generator.views.pages.practice_parts import ENDS
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import HOT, Open, make_page
from tests.browser.looks import assert_large, assert_nothing_is_cut, look
from tests.plays import list_ways

MARK = "#role-play"

# Every way through the role-play of a page, by its own buttons: what it says at the end of each.
PLAY_ALL = """async (ways) => {
  const find = (selector) => document.querySelector(`.gb-roleplay ${selector}`);
  const press = (words) => [...document.querySelectorAll(".gb-roleplay button")]
    .find((one) => one.checkVisibility() && one.textContent === words).click();
  press("Play it");
  while (!find(".gb-play textarea")) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ends = [];
  for (const way of ways) {
    for (const reply of way) {
      find("textarea").value = `words ${reply}`;
      press("Show the replies");
      find(`.gb-play-replies > li:nth-child(${reply + 1}) button`).click();
      press("Go on");
    }
    const [text, debrief] = find(".gb-play-ending").children;
    ends.push([find(".gb-play-head").textContent, text.textContent, debrief.textContent,
      find(".gb-play-turns").childElementCount]);
    press("Play again");
  }
  return ends;
}"""


def list_roleplays(guidebook: Guidebook) -> list[tuple[Playbook, RolePlay]]:
    found = [(one, one.practice and one.practice.roleplay) for one in guidebook.playbooks]
    return [(one, play) for one, play in found if play]


def test_every_way_of_every_role_play_ends_where_it_should(
    browser: Browser, guidebook: Guidebook, address: str
) -> None:
    plain = Inline(guidebook).plain
    count = 0
    with make_page(browser) as page:
        for playbook, play in list_roleplays(guidebook):
            page.goto(f"{address}{playbook.url}{MARK}")
            ways = list(list_ways(play))
            endings = {one.id: one for one in play.endings}
            told = page.evaluate(PLAY_ALL, [way for way, _ in ways])
            assert [tuple(one[:3]) for one in told] == [
                (ENDS[end.outcome], plain(end.text), plain(end.debrief))
                for end in (endings[name] for _, name in ways)
            ]
            assert all(turns >= len(way) for (way, _), (*_, turns) in zip(ways, told, strict=True))
            count += len(ways)
    assert count > 400


def start(open_page: Open, **options: Any) -> Page:
    page = open_page(f"{HOT}{MARK}", **options)
    page.get_by_role("button", name="Play it").click()
    expect(heading(page)).to_be_focused()
    return page


def heading(page: Page) -> Locator:
    return page.locator(".gb-play-head")


def press(page: Page, name: str) -> None:
    page.locator(".gb-play").get_by_role("button", name=name).first.click()


def reply(page: Page, place: int, words: str = "") -> None:
    page.get_by_label("In your own words").fill(words)
    press(page, "Show the replies")
    page.locator(".gb-play-reply").nth(place).click()
    press(page, "Go on")


def finish(page: Page) -> None:
    """The worst way of all, with one's own words at the first fork."""
    reply(page, 0, "Sit down, please.")
    reply(page, 1)
    expect(heading(page)).to_have_text(re.compile("end$"))


def test_a_double_click_takes_one_step(open_page: Open) -> None:
    page = start(open_page)
    page.locator(".gb-play").get_by_role("button", name="Show the replies").dblclick()
    expect(heading(page)).to_have_text("Turn 1: which comes nearest?")
    last = page.locator(".gb-play-reply").last
    words = last.inner_text()
    last.dblclick()
    expect(heading(page)).to_have_text("Turn 1: what happens")
    expect(page.locator(".gb-play-line", has_text=words)).to_be_visible()
    page.locator(".gb-play").get_by_role("button", name="Go on").dblclick()
    expect(heading(page)).to_have_text("Turn 2")


def test_one_round_at_a_time_and_own_words_first(open_page: Open) -> None:
    page = start(open_page)
    expect(heading(page)).to_have_text("Turn 1")
    expect(page.get_by_role("status").filter(has_text="Say it in your own words")).to_have_count(1)
    expect(page.locator(".gb-play-reply")).to_have_count(0)
    page.get_by_label("In your own words").fill("What do you need?")
    page.keyboard.press("Control+Enter")
    expect(heading(page)).to_be_focused()
    expect(page.locator(".gb-play-line", has_text="Your words")).to_contain_text(
        "“What do you need?”"
    )
    expect(page.get_by_role("status").filter(has_text="3 replies to choose from")).to_have_count(1)
    expect(page.locator(".gb-play-reply")).to_have_count(3)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".gb-play-led")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Turn 2")


def test_the_end_lays_ones_way_over_the_best_one(open_page: Open, guidebook: Guidebook) -> None:
    page = start(open_page)
    finish(page)
    turns = page.locator(".gb-play-turns > li")
    expect(turns.first).to_contain_text("“Sit down, please.”")
    expect(turns.first).to_contain_text("Best here")
    expect(turns.nth(1)).to_contain_text("The best way")
    links = page.locator(".gb-play").get_by_role("link")
    assert links.count() >= 3
    playbook = guidebook.by_id["shouting-customer"]
    play = playbook.practice and playbook.practice.roleplay
    assert play
    mark = list_anchors(playbook)[play.rounds[0].rests_on or ""].mark
    assert links.first.get_attribute("href") == f"#{mark}"
    links.first.click()
    step = page.locator(f"[id={mark}]")
    expect(step).to_be_in_viewport()
    assert step.evaluate("one => one.matches('.gb-steps > li')")


def test_the_end_is_told_first_and_to_play_again_is_at_hand(open_page: Open) -> None:
    page = start(open_page, width=360, height=740)
    finish(page)
    outcome = page.locator(".gb-play-outcome")
    expect(outcome).to_contain_text("Best replies: 0 of 2")
    assert outcome.locator(".gb-play-marks > span").count() == 2
    expect(outcome.locator(".gb-play-mark")).to_have_count(0)
    expect(outcome).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".gb-play-turns > li").last).not_to_be_in_viewport()
    expect(page.get_by_role("button", name="Play again")).to_be_in_viewport(ratio=1)


def test_again_from_a_fork(open_page: Open) -> None:
    page = start(open_page)
    finish(page)
    page.get_by_role("button", name="Again from here, turn 2").click()
    expect(heading(page)).to_have_text("Turn 2")
    expect(page.get_by_label("In your own words")).to_have_value("")
    page.get_by_label("In your own words").fill("other words")
    press(page, "Show the replies")
    page.locator(".gb-play-reply").first.click()
    expect(heading(page)).to_have_text("Turn 2: what happens")


def test_a_reload_goes_on(open_page: Open) -> None:
    page = start(open_page)
    reply(page, 0, "mine")
    page.get_by_label("In your own words").fill("next")
    press(page, "Show the replies")
    page.reload()
    expect(heading(page)).to_have_text(re.compile("^Turn 2: which"))
    expect(page.locator(".gb-play-line", has_text="Your words")).to_contain_text("“next”")
    # Without the mark, a button leads back to it.
    page.goto(page.url.split("#")[0])
    page.locator(".gb-below .gb-fold summary").first.click()
    page.get_by_role("button", name="Play it").click()
    expect(heading(page)).to_have_text(re.compile("^Turn 2: which"))


def test_a_shared_computer_keeps_nothing(open_page: Open) -> None:
    page = start(open_page)
    reply(page, 0, "mine")
    assert page.evaluate("JSON.stringify(localStorage)").count("mine") == 1
    page.locator(".gb-check").get_by_role("switch").check()
    assert "mine" not in page.evaluate("JSON.stringify(localStorage)")
    expect(heading(page)).to_have_text("Turn 2")
    page.get_by_label("In your own words").fill("more")
    press(page, "Show the replies")
    assert "more" not in page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    page.reload()
    expect(page.get_by_role("button", name="Play it")).to_be_visible()
    page.get_by_role("button", name="Play it").click()
    expect(page.get_by_text("Nothing is kept on this computer.").last).to_be_visible()


def test_it_is_accessible_at_every_stage(open_page: Open) -> None:
    page = start(open_page)
    assert_accessible_in_every_look(page)
    page.get_by_label("In your own words").fill("mine")
    press(page, "Show the replies")
    assert_accessible_in_every_look(page)
    assert_large(page, ".gb-play-reply", height=44)
    page.locator(".gb-play-reply").first.click()
    press(page, "Go on")
    reply(page, 1)
    assert_accessible_in_every_look(page)
    for large in (False, True):
        look(page, width=320, height=640, large=large)
        assert_nothing_is_cut(page)


def test_without_a_script_all_of_it_is_there(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT, java_script_enabled=False)
    expect(page.get_by_role("button", name="Play it")).to_be_hidden()
    page.locator(".gb-below .gb-fold summary").first.click()
    page.get_by_text("All rounds and endings").click()
    rounds = page.locator(".gb-round:visible")
    expect(rounds.first).to_be_visible()
    rounds.first.locator("summary").nth(1).click()
    playbook = guidebook.by_id["shouting-customer"]
    play = playbook.practice and playbook.practice.roleplay
    assert play
    assert rounds.count() == len(play.rounds) + len(play.endings)
    expect(rounds.locator(".gb-answer > p:visible")).to_have_count(1)


# Speech


HEARS = """this.onresult(
  { results: [[{ transcript: "Take a seat. " }], [{ transcript: "Tea?" }]] });"""
IS_DEAF = "setTimeout(() => { this.onerror({}); this.onend(); });"


def speak(available: str, start: str = HEARS) -> str:
    """A browser that listens, but only on the device as far as it says so."""
    return f"""
globalThis.SpeechRecognition = class {{
  static available({{ processLocally }}) {{
    return Promise.resolve(processLocally ? "{available}" : "available");
  }}
  start() {{
    if (!this.processLocally) {{
      throw new Error("it would leave the device");
    }}
    {start}
  }}
  stop() {{
    this.onend();
  }}
}};"""


def test_words_are_spoken_where_the_browser_listens_by_itself(open_page: Open) -> None:
    page = open_page("404.html")
    page.add_init_script(speak("available"))
    page.goto(page.url.replace("404.html", f"{HOT}{MARK}"))
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Speak").click()
    expect(page.get_by_label("In your own words")).to_have_value("Take a seat. Tea?")
    expect(page.get_by_role("button", name="Speak", pressed=True)).to_be_visible()
    page.get_by_role("button", name="Speak").click()
    expect(page.get_by_role("button", name="Speak", pressed=False)).to_be_visible()
    expect(page.get_by_label("In your own words")).to_be_focused()


def test_a_microphone_that_is_off_is_told(open_page: Open) -> None:
    page = open_page("404.html")
    page.add_init_script(speak("available", IS_DEAF))
    page.goto(page.url.replace("404.html", f"{HOT}{MARK}"))
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Speak").click()
    expect(page.get_by_text("Nothing was heard.")).to_be_visible()
    expect(page.get_by_role("button", name="Speak", pressed=False)).to_be_visible()


@pytest.mark.parametrize("available", ["downloadable", "unavailable"])
def test_words_are_not_sent_away_to_be_written_down(open_page: Open, available: str) -> None:
    page = open_page("404.html")
    page.add_init_script(speak(available))
    page.goto(page.url.replace("404.html", f"{HOT}{MARK}"))
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Speak").click()
    expect(page.get_by_text("so it does not listen")).to_be_visible()
    expect(page.get_by_role("button", name="Speak")).to_be_hidden()
    expect(page.get_by_label("In your own words")).to_have_value("")
