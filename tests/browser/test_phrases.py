"""Words to use: choosing, copying, the draft, and what must not be said."""

import re
from pathlib import Path

from markupsafe import escape
from playwright.sync_api import Page, Route, expect

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import Open, stop_clock
from tests.browser.looks import assert_nothing_is_cut, look

WORDS = "words/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ_CLIPBOARD = "navigator.clipboard.readText()"


def choose(page: Page, **names: str) -> None:
    for name, value in names.items():
        page.locator(f"#filter-{name}").select_option(value)


def count_shown(page: Page) -> int:
    return page.locator(".gb-words-say > li:visible").count()


def add(page: Page, text: str) -> None:
    page.get_by_role("button", name=f"Add to draft “{text}”").click()


def test_choices_work_together_and_are_told(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS)
    told = page.locator(".gb-filter-count")
    standard = guidebook.standard
    every = sum(len(one.say) for one in standard)
    expect(told).to_have_text(f"{every} phrases for {len(standard)} situations")
    choose(page, feeling="angry", channel="phone")
    expected = [
        phrase
        for one in standard
        for phrase in one.say
        if "angry" in (phrase.feelings or one.feelings or ["angry"])
        and "phone" in (phrase.channels or one.channels or ["phone"])
    ]
    assert 0 < len(expected) < every
    assert count_shown(page) == len(expected)
    choose(page, situation="chapter-when-it-gets-hot")
    assert page.locator(".gb-section:visible h2").all_inner_texts() == [
        "Anger and abuse",
        "Your draft",
    ]
    choose(page, situation="playbook-shouting-customer")
    expect(told).to_have_text("4 phrases for 1 situation")
    page.locator("#filter-words").fill("zzzz")
    expect(told).to_have_text("No phrase fits all of this")
    page.get_by_role("button", name="Show all").click()
    expect(told).to_have_text(f"{every} phrases for {len(standard)} situations")


def test_a_choice_can_be_sent(open_page: Open) -> None:
    page = open_page(WORDS)
    choose(page, situation="playbook-shouting-customer", channel="phone")
    page.locator("#filter-words").fill("Écrit down")
    page.locator("#filter-words").fill("writing it dówn")
    assert count_shown(page) == 1
    another = open_page()
    another.goto(page.evaluate("location.href"))
    expect(another.locator("#filter-situation")).to_have_value("playbook-shouting-customer")
    expect(another.locator("#filter-words")).to_have_value("writing it dówn")
    assert count_shown(another) == 1
    another.evaluate("location.hash = 'feeling=angry&channel=nowhere'")
    expect(another.locator("#filter-situation")).to_have_value("")
    expect(another.locator("#filter-channel")).to_have_value("")
    expect(another.locator("#filter-feeling")).to_have_value("angry")


def test_looking_for_what_not_to_say_shows_what_to_say(open_page: Open) -> None:
    page = open_page(WORDS)
    page.locator("#filter-words").fill("calm down")
    shouting = page.locator(".gb-situation", has=page.locator("#playbook-shouting-customer"))
    expect(shouting.get_by_text("“Calm down.”")).to_be_visible()
    expect(shouting.locator(".gb-words-say > li:visible")).to_have_count(4)


def test_a_phrase_is_copied(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, permissions=CLIPBOARD)
    stop_clock(page)
    said = Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[0].say)
    button = page.get_by_role("button", name=f"Copy “{said}”")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate(READ_CLIPBOARD) == said
    page.clock.run_for(2000)
    expect(button).to_have_text("Copy")


def test_what_is_not_set_is_copied_as_a_blank(
    open_page: Open, address: str, guidebook: Guidebook
) -> None:
    said = str(escape(guidebook.by_id["shouting-customer"].say[0].say))
    inner = (
        'Call <span class="gb-value gb-value--unset">alarm: not set</span> or'
        ' <span class="gb-value">112</span>.'
    )
    page = open_page("404.html", permissions=CLIPBOARD)

    def change(route: Route) -> None:
        response = route.fetch()
        assert said in response.text()
        route.fulfill(response=response, body=response.text().replace(said, inner))

    page.route(address + WORDS, change)
    page.goto(address + WORDS)
    stop_clock(page)
    button = page.get_by_role("button", name="Copy “Call ____ or 112.”")
    button.click()
    expect(button).to_have_text("Copied: fill in ____")
    expect(page.locator(".gb-draft-status")).to_contain_text("your company has not set it")
    assert page.evaluate(READ_CLIPBOARD) == "Call ____ or 112."
    add(page, "Call ____ or 112.")
    expect(page.locator(".gb-draft-blank")).to_be_visible()


def test_a_draft_is_collected_ordered_edited_and_copied(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(WORDS, permissions=CLIPBOARD)
    stop_clock(page)
    area = page.get_by_label("Your reply")
    expect(area).to_be_hidden()
    plain = Inline(guidebook).plain
    one, two, three = (plain(phrase.say) for phrase in guidebook.by_id["shouting-customer"].say[:3])
    for text in (one, two, three):
        add(page, text)
    expect(area).to_have_value(f"{one}\n{two}\n{three}")
    expect(page.locator(".gb-draft-status")).to_have_text("Your draft: 3 lines")
    up = page.get_by_role("button", name=f"Move up: “{three}”")
    up.focus()
    page.keyboard.press("Enter")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(area).to_have_value(f"{three}\n{one}\n{two}")
    expect(page.get_by_role("button", name=f"Move down: “{three}”")).to_be_focused()
    page.get_by_role("button", name=f"Remove: “{one}”").click()
    expect(page.get_by_role("button", name=f"Remove: “{two}”")).to_be_focused()
    area.fill(f"Hello Sam,\n\n{three}\n{two}\n\nYour store")
    expect(page.locator(".gb-draft-list > li")).to_have_count(4)
    page.get_by_role("button", name=f"Move up: “{two}”").click()
    expect(area).to_have_value(f"Hello Sam,\n\n{two}\n{three}\n\nYour store")
    page.get_by_role("button", name="Copy the reply").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate(READ_CLIPBOARD) == f"Hello Sam,\n\n{two}\n{three}\n\nYour store"
    page.reload()
    expect(area).to_have_value(f"Hello Sam,\n\n{two}\n{three}\n\nYour store")
    assert page.evaluate("localStorage.getItem('guidebook.draft')") is None
    expect(page.locator(".gb-draft-blank")).to_be_hidden()
    area.fill("Up to ____")
    expect(page.locator(".gb-draft-blank")).to_be_visible()
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(area).to_be_hidden()
    page.reload()
    expect(area).to_be_hidden()


def test_on_a_phone_a_bar_leads_to_the_draft(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, width=360, height=740)
    choose(page, feeling="angry")
    before = page.evaluate("location.href")
    bar = page.locator(".gb-draft-bar")
    expect(bar).to_be_hidden()
    add(page, Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[0].say))
    expect(bar).to_have_text("Your draft: 1 line")
    bar.click()
    expect(page.get_by_label("Your reply")).to_be_focused()
    expect(page.get_by_label("Your reply")).to_be_in_viewport()
    expect(bar).to_be_hidden()
    assert page.evaluate("location.href") == before


def test_what_not_to_say_is_never_copied_alone(open_page: Open) -> None:
    page = open_page(WORDS, permissions=CLIPBOARD)
    assert page.locator(".gb-avoided button").count() == 0
    select = """(what) => {
      const item = [...document.querySelectorAll('.gb-avoided')]
        .find((one) => one.textContent.includes('Calm down.'));
      const range = document.createRange();
      if (what === 'words') range.selectNodeContents(item.querySelector('.gb-spoken'));
      if (what === 'item') range.selectNodeContents(item);
      if (what === 'situation') range.selectNodeContents(item.closest('.gb-situation'));
      if (what === 'list') range.selectNodeContents(item.parentElement);
      if (what === 'said') range.selectNodeContents(document.querySelector('.gb-words-say .gb-spoken'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }"""

    def copy(what: str) -> str:
        page.evaluate(select, what)
        page.keyboard.press("Control+c")
        return str(page.evaluate(READ_CLIPBOARD))

    assert copy("words") == "(Don’t say:) Calm down."
    assert copy("item").startswith("(Don’t say:) “Calm down.”")
    for what in ("situation", "list"):
        lines = copy(what).split("\n")
        (calm,) = [line for line in lines if "Calm down." in line]
        assert calm.startswith("(Don’t say:) “Calm down.”")
        assert not any("Add to draft" in line for line in lines)
    assert "Don’t say" not in copy("said")


def test_a_draft_may_be_copied_by_hand(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, permissions=CLIPBOARD)
    said = guidebook.by_id["shouting-customer"].say[0].say
    add(page, said)
    page.get_by_label("Your reply").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    assert page.evaluate(READ_CLIPBOARD) == said


def test_without_javascript_it_is_a_list(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, java_script_enabled=False)
    expect(page.locator(".gb-filter")).to_be_hidden()
    expect(page.locator("#draft")).to_be_hidden()
    assert count_shown(page) == sum(len(one.say) for one in guidebook.standard)


def test_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / WORDS / "index.html").as_uri())
    choose(page, situation="playbook-shouting-customer", feeling="angry")
    assert count_shown(page) == 4
    assert page.evaluate("location.hash") == "#situation=playbook-shouting-customer&feeling=angry"


def test_axe_finds_nothing(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS)
    stop_clock(page)
    choose(page, situation="chapter-when-it-gets-hot")
    for phrase in guidebook.by_id["shouting-customer"].say[:2]:
        add(page, Inline(guidebook).plain(phrase.say))
    page.get_by_label("Your reply").fill("One\nUp to ____")
    page.clock.run_for(2000)  # the buttons say for a moment what they did
    page.clock.resume()
    expect(page.get_by_role("button").filter(has_text=re.compile("^Added$"))).to_have_count(0)
    assert_accessible_in_every_look(page)


def test_nothing_is_cut_when_narrow_or_large(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS)
    add(page, Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[0].say))
    look(page, width=320, height=640)
    assert_nothing_is_cut(page)
    look(page, width=360, height=740, large=True)
    assert_nothing_is_cut(page)


def test_targets_are_large(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(WORDS, width=360, height=740)
    add(page, Inline(guidebook).plain(guidebook.by_id["shouting-customer"].say[0].say))
    small = page.evaluate(
        """() => [...document.querySelectorAll('.gb-page :is(button, select, input, textarea)')]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML)"""
    )
    assert small == []
