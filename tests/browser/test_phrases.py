"""Words to use: choosing, copying, and what must not be said."""

from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Route, expect

from generator.model.guidebook import Guidebook
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, Open, read_clipboard, set_channel, stop_clock
from tests.browser.driving import go_back, wait_until
from tests.browser.looks import measure
from tests.browser.phrase_parts import SHOUTING, WORDS, adder, area, copier, list_phrases, opener

# Choosing


def test_three_phrases_are_in_a_draft_with_four_taps(open_page: Open, said: list[str]) -> None:
    page = open_page(WORDS, width=360, height=740, has_touch=True, permissions=CLIPBOARD)
    page.get_by_role("link", name="Someone is shouting").tap()
    for text in said[:3]:
        adder(page, text).tap()
    expect(opener(page)).to_have_text("Your draft 3 lines")
    page.get_by_role("button", name="Copy the reply").tap()
    expect(page.locator(".gb-draft-told")).to_have_text("Copied. Still blank: time")
    assert read_clipboard(page) == "\n".join(said[:3])


def test_the_same_by_keyboard_alone(open_page: Open, said: list[str]) -> None:
    page = open_page(WORDS)
    page.locator("#filter-words").focus()
    page.keyboard.type("shouting")
    page.keyboard.press("Enter")
    expect(copier(page, said[0])).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
    expect(area(page)).to_have_value("\n".join(said[:3]))


def test_one_situation_at_a_time(open_page: Open, said: list[str]) -> None:
    page = open_page(WORDS, width=360, height=740)
    expect(list_phrases(page)).to_have_count(0)
    link = page.get_by_role("link", name="Someone is shouting")
    link.click()
    heading = page.get_by_role("heading", name="Someone is shouting")
    expect(heading).to_be_focused()
    expect(list_phrases(page)).to_have_count(len(said))
    expect(copier(page, said[0])).to_be_in_viewport()
    assert page.locator("h2:visible").all_inner_texts() == ["Anger and abuse"]
    page.get_by_role("link", name="The regular you dread").click()
    expect(page.get_by_role("heading", name="The regular you dread")).to_be_focused()
    go_back(page)
    expect(heading).to_be_visible()
    page.get_by_role("link", name="All situations").click()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    expect(list_phrases(page)).to_have_count(0)


def test_a_long_list_is_left_and_found_again(open_page: Open) -> None:
    page = open_page(WORDS, width=360, height=740)
    link = page.locator(".gb-picks a").last
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    link.click()
    expect(link).to_be_hidden()
    go_back(page)
    expect(link).to_be_focused()
    wait_until(page, f"scrollY === {top}")


def test_a_link_leads_to_one_situation(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING)
    expect(list_phrases(page)).to_have_count(len(said))
    expect(page.get_by_role("heading", name="Someone is shouting")).to_be_visible()
    page.evaluate("location.hash = 'chapter-run-it-well'")
    expect(page.get_by_role("heading", name="Run it well")).to_be_in_viewport()
    expect(list_phrases(page)).to_have_count(0)
    page.evaluate("location.hash = 'playbook-gone'")
    expect(page.locator(".gb-filter-count")).to_contain_text("situations")


def test_choices_work_together_and_are_told(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS)
    told = page.locator(".gb-filter-count")
    standard = guidebook.standard
    every = sum(len(one.say) for one in standard)
    expect(told).to_have_text(f"{every} phrases for {len(standard)} situations")
    page.locator("#filter-feeling").select_option("sad")
    page.locator("#filter-channel").select_option("phone")
    expected = [
        one.id
        for one in standard
        for phrase in one.say
        if "sad" in (phrase.feelings or one.feelings)
        and "phone" in (phrase.channels or one.channels)
    ]
    situations = len(set(expected))
    assert situations < len(standard)
    expect(told).to_have_text(f"{len(expected)} phrases for {situations} situations")
    assert page.locator(".gb-picks a:visible").count() == situations
    page.locator("#filter-words").fill("zzzz")
    expect(told).to_have_text("No phrase fits all of this")
    page.get_by_role("button", name="Show all").click()
    expect(told).to_have_text(f"{every} phrases for {len(standard)} situations")


def test_what_managers_say_among_staff_fits_no_customer(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(WORDS)
    managers = page.get_by_role("link", name=guidebook.by_id["authority-to-decide"].title)
    expect(managers).to_be_visible()
    page.locator("#filter-channel").select_option("social")
    expect(managers).to_be_hidden()
    page.locator("#filter-channel").select_option("")
    page.locator("#filter-feeling").select_option("sad")
    expect(managers).to_be_hidden()


def test_a_choice_can_be_sent(open_page: Open) -> None:
    page = open_page(WORDS)
    page.locator("#filter-channel").select_option("phone")
    page.locator("#filter-words").fill("dówn writing fixing")
    expect(list_phrases(page)).to_have_count(1)
    another = open_page()
    another.goto(page.evaluate("location.href"))
    expect(another.locator("#filter-channel")).to_have_value("phone")
    expect(another.locator("#filter-words")).to_have_value("dówn writing fixing")
    expect(list_phrases(another)).to_have_count(1)
    another.evaluate("location.hash = 'feeling=angry&channel=nowhere'")
    expect(another.locator("#filter-words")).to_have_value("")
    expect(another.locator("#filter-channel")).to_have_value("")
    expect(another.locator("#filter-feeling")).to_have_value("angry")


def test_looking_for_what_not_to_say_shows_what_to_say(open_page: Open) -> None:
    page = open_page(WORDS)
    page.locator("#filter-words").fill("calm down")
    shouting = page.locator(".gb-situation", has=page.locator("#playbook-shouting-customer"))
    expect(shouting.get_by_text("Calm down.")).to_be_visible()
    expect(shouting.locator(".gb-words-say > li:visible")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(list_phrases(page)).to_have_count(0)


def test_where_the_reader_is_comes_first(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS)
    set_channel(page, "phone")
    expect(page.locator("#filter-channel")).to_have_value("phone")
    page.get_by_role("link", name=guidebook.by_id["overdue-order"].title).click()
    assert page.url.endswith("#playbook-overdue-order")
    expect(page.locator(".gb-elsewhere")).to_have_count(1)
    elsewhere = [
        "gb-elsewhere" in (item.get_attribute("class") or "") for item in list_phrases(page).all()
    ]
    assert elsewhere == sorted(elsewhere)
    expect(page.locator(".gb-elsewhere")).to_contain_text("Counter")
    set_channel(page, "")
    expect(page.locator(".gb-elsewhere:visible")).to_have_count(0)


def test_arrows_go_through_what_is_shown(open_page: Open, said: list[str]) -> None:
    page = open_page(WORDS)
    field = page.locator("#filter-words")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".gb-picks a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.type("shouting")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(copier(page, said[1])).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    expect(copier(page, said[0])).to_be_focused()


# Copying


def test_a_phrase_is_copied_by_a_tap_on_it(open_page: Open, said: list[str]) -> None:
    page = open_page(SHOUTING, permissions=CLIPBOARD)
    stop_clock(page)
    page.get_by_text(said[0]).click()
    expect(copier(page, said[0])).to_have_attribute("data-done", "Copied")
    expect(page.locator(".gb-said")).to_have_text("Copied")
    assert read_clipboard(page) == said[0]
    page.clock.run_for(2000)
    expect(copier(page, said[0])).not_to_have_attribute("data-done", "Copied")


def test_what_is_not_set_is_a_blank_to_fill_in(
    open_page: Open, address: str, said: list[str]
) -> None:
    inner = (
        'Call <span class="gb-value gb-value--unset">alarm: not set</span> or'
        ' <a href="tel:112"><span class="gb-value">112</span></a>.'
    )
    page = open_page("404.html", permissions=CLIPBOARD)

    def change(route: Route) -> None:
        response = route.fetch()
        assert str(escape(said[0])) in response.text()
        route.fulfill(response=response, body=response.text().replace(said[0], inner))

    page.route(address + WORDS, change)
    page.goto(address + SHOUTING)
    copier(page, "Call [alarm] or 112.").click()
    expect(page.locator(".gb-said")).to_have_text("Copied. Still blank: alarm")
    assert read_clipboard(page) == "Call [alarm] or 112."
    adder(page, "Call [alarm] or 112.").click()
    page.get_by_label("alarm", exact=True).fill("Mr. Green")
    expect(area(page)).to_have_value("Call Mr. Green or 112.")


def test_what_not_to_say_is_never_copied_alone(open_page: Open) -> None:
    page = open_page(SHOUTING, permissions=CLIPBOARD)
    assert page.locator(".gb-words-avoid button").count() == 0
    select = """(what) => {
      const item = [...document.querySelectorAll('.gb-words-avoid > li')]
        .find((one) => one.textContent.includes('Calm down.'));
      const range = document.createRange();
      if (what === 'words') range.selectNodeContents(item.querySelector('q'));
      if (what === 'item') range.selectNodeContents(item);
      if (what === 'situation') range.selectNodeContents(item.closest('.gb-situation'));
      if (what === 'list') range.selectNodeContents(item.parentElement);
      if (what === 'said') range.selectNodeContents(
        item.closest('.gb-situation').querySelector('.gb-words-say q'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }"""

    def copy(what: str) -> str:
        page.evaluate(select, what)
        page.keyboard.press("Control+c")
        return read_clipboard(page)

    assert copy("words") == "(Don’t say:) Calm down."
    assert copy("item").startswith("(Don’t say:) “Calm down.”")
    for what in ("situation", "list"):
        lines = copy(what).split("\n")
        (calm,) = [line for line in lines if "Calm down." in line]
        assert calm.startswith("(Don’t say:) “Calm down.”")
        assert not any("draft" in line for line in lines)
    assert "Don’t say" not in copy("said")


# Everywhere


def test_without_javascript_it_is_folded_by_chapter(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, java_script_enabled=False, width=360, height=740)
    expect(page.locator(".gb-filter")).to_be_hidden()
    expect(page.locator(".gb-picks").first).to_be_hidden()
    expect(page.locator("#draft")).to_be_hidden()
    assert measure(page.locator("body"))["height"] < 2000
    assert page.locator(".gb-words-say > li").count() == sum(
        len(one.say) for one in guidebook.standard
    )
    one = guidebook.list_standard("fair-limits")
    count = sum(len(each.say) for each in one)
    page.get_by_text(f"{count} phrases for {len(one)} situations").click()
    expect(list_phrases(page)).to_have_count(count)


def test_the_list_is_short_on_a_phone(open_page: Open) -> None:
    page = open_page(WORDS, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollHeight") < 5000
    page.goto(f"{page.url}#playbook-shouting-customer")
    assert page.evaluate("document.documentElement.scrollHeight") < 1500


def test_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / WORDS / "index.html").as_uri())
    page.locator("#filter-channel").select_option("phone")
    page.locator("#filter-words").fill("shouting")
    expect(list_phrases(page)).to_have_count(4)
    assert page.evaluate("location.hash") == "#words=shouting&channel=phone"


@pytest.mark.parametrize("state", ["list", "one", "found"])
def test_axe_finds_nothing(open_page: Open, state: str) -> None:
    page = open_page(WORDS if state == "list" else SHOUTING)
    if state == "found":
        page.locator("#filter-words").fill("calm down")
    assert_accessible_in_every_look(page)
