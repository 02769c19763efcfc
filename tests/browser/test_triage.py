"""Help me now, question by question, with a thumb, with keys, without JavaScript, and on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.triage import Triage
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, FINGER, Open, read_clipboard
from tests.browser.driving import draw, go_back
from tests.browser.looks import assert_large, assert_nothing_is_cut, look, measure
from tests.browser.printing import Print

HELP = "help-me-now/"
TREE = "help-me-now/tree/"


@pytest.fixture
def triage(guidebook: Guidebook) -> Triage:
    assert guidebook.triage is not None
    return guidebook.triage


def expect_step(page: Page, text: str) -> None:
    """One step shows, and it is this one."""
    expect(page.locator(".gb-step h2:visible")).to_have_text([text])


def answer(page: Page, say: str) -> None:
    page.locator(".gb-reply:visible", has_text=say).click()


def test_one_question_at_a_time_down_to_the_words(
    open_page: Open, guidebook: Guidebook, triage: Triage
) -> None:
    page = open_page(HELP, width=360, height=740)
    expect_step(page, triage.first.ask)
    expect(page.get_by_role("button", name="Back")).to_be_hidden()
    answer(page, "No, everyone is safe")
    expect(page.locator("#question-trouble")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Question")).to_have_text(
        "Question 2, 5 answers"
    )
    answer(page, "Someone is angry")
    answer(page, "Shouting")
    playbook = guidebook.by_id["shouting-customer"]
    expect_step(page, "Shouting")
    end = page.locator(".gb-step--now")
    plain = Inline(guidebook).plain
    expect(end).to_contain_text(plain(playbook.stop.text))
    expect(end).to_contain_text(plain(playbook.say[0].say))
    expect(end).to_be_in_viewport(ratio=0.9)
    end.get_by_role("link", name=playbook.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(playbook.title)
    go_back(page)
    expect_step(page, "Shouting")


@pytest.mark.parametrize("by_touch", [False, FINGER])
def test_a_double_tap_answers_one_question(open_page: Open, address: str, by_touch: bool) -> None:
    """The second one falls on an answer of the next question, and opened another emergency."""
    page = open_page(HELP, width=360, height=740, has_touch=by_touch)
    first = measure(page.locator(".gb-reply:visible", has_text="Violence, threats or touching"))
    spot = first["x"] + 60, first["y"] + first["height"] / 2
    if by_touch:
        page.touchscreen.tap(*spot)
        page.touchscreen.tap(*spot)
    else:
        page.mouse.dblclick(*spot)
    draw(page)
    assert page.url.startswith(f"{address}{HELP}#question-")
    below = "(spot) => document.elementFromPoint(...spot).closest('.gb-reply') !== null"
    assert page.evaluate(below, spot), "an answer of the next question is there"
    page.locator(".gb-reply:visible").first.click()
    expect(page).not_to_have_url(re.compile("#question-"))


def test_every_way_ends_at_its_playbooks(
    open_page: Open, address: str, guidebook: Guidebook, triage: Triage
) -> None:
    page = open_page(HELP)
    for question in triage.questions:
        for number, one in enumerate(question.answers, 1):
            if triage.find_next(one) is not None:
                continue
            page.goto(f"{address}{HELP}#question-{question.id}")
            reply = page.locator(".gb-step--now .gb-reply").nth(number - 1)
            first = guidebook.by_id[one.go[0]]
            if len(one.go) == 1 and isinstance(first, Emergency):
                # Nothing is said about it here that it does not say better itself.
                expect(reply).to_have_attribute("href", re.compile(f"/{first.url}#now$"))
            else:
                expect(reply).to_have_attribute("href", f"#end-{question.id}-{number}")
                page.goto(f"{address}{HELP}#end-{question.id}-{number}")
                titles = [Inline(guidebook).plain(guidebook.by_id[name].title) for name in one.go]
                expect(page.locator(".gb-step--now h3")).to_have_text(titles)


def test_an_emergency_opens_with_one_tap_and_back_leads_back(open_page: Open) -> None:
    page = open_page(HELP, width=360, height=740)
    answer(page, "Hurt, ill or collapsed")
    answer(page, "Breath, throat or chest")
    answer(page, "Choking on something")
    expect(page.locator(".gb-mode-head")).to_have_text("What do you see?")
    page.get_by_role("button", name="Back").click()
    expect_step(page, "What is it like?")


def test_nothing_is_asked_or_shown_twice(open_page: Open, triage: Triage) -> None:
    page = open_page(HELP, width=360, height=740)
    expect(page.locator(".gb-tile")).to_have_count(0)
    shown = [one.strip() for one in page.locator("main :is(h1, h2, a):visible").all_inner_texts()]
    assert len(shown) == len(set(shown)), shown
    for question in triage.questions:
        page.goto(f"{page.url.split('#')[0]}#question-{question.id}")
        expect(page.locator(f".gb-step--now #question-{question.id}")).to_be_visible()
        said = page.locator(".gb-step--now .gb-reply").all_inner_texts()
        assert len(set(said)) == len(said) == len(question.answers)


def test_red_tells_one_answer_from_another(open_page: Open, address: str, triage: Triage) -> None:
    page = open_page(HELP)
    for question in triage.questions:
        page.goto(f"{address}{HELP}#question-{question.id}")
        expect(page.locator(f".gb-step--now #question-{question.id}")).to_be_visible()
        red = page.locator(".gb-step--now .gb-reply--danger").count()
        danger = [one.danger for one in question.answers]
        assert red == (0 if all(danger) else sum(danger))


def test_hand_over_copies_the_address_of_the_step(open_page: Open, address: str) -> None:
    page = open_page(HELP, permissions=CLIPBOARD)
    answer(page, "No, everyone is safe")
    answer(page, "Someone is angry")
    button = page.get_by_role("button", name="Hand over")
    button.click()
    expect(page.locator(".gb-hand-over")).to_have_text("Address copied")
    copied = read_clipboard(page)
    assert copied == f"{address}{HELP}#question-heat"
    colleague = open_page(copied)
    expect_step(colleague, "What are they doing?")
    way = colleague.get_by_role("navigation", name="Your answers so far").get_by_role("link")
    expect(way).to_have_text(["No, everyone is safe (change)", "Someone is angry or rude (change)"])


def test_back_start_over_and_the_way_so_far(open_page: Open, triage: Triage) -> None:
    page = open_page(HELP)
    answer(page, "No, everyone is safe")
    answer(page, "They want something")
    way = page.get_by_role("navigation", name="Your answers so far").get_by_role("link")
    expect(way).to_have_text(["No, everyone is safe (change)", "They want something (change)"])
    page.get_by_role("button", name="Back").click()
    expect_step(page, "What is happening?")
    go_back(page)
    expect_step(page, "What do they want?")
    go_back(page)
    expect_step(page, "What is happening?")
    go_back(page)
    expect_step(page, triage.first.ask)
    page.go_forward()
    answer(page, "They want something")
    way.first.click()
    expect_step(page, triage.first.ask)
    expect(way).to_have_count(0)
    answer(page, "No, everyone is safe")
    page.get_by_role("button", name="Start over").click()
    expect_step(page, triage.first.ask)


def test_two_answers_that_lead_to_one_question(open_page: Open, address: str) -> None:
    page = open_page()

    def fulfill(route: Route) -> None:
        response = route.fetch()
        html = response.text()
        assert html.count('href="#question-care"') == 1
        body = html.replace('href="#question-care"', 'href="#question-heat"')
        route.fulfill(response=response, body=body)

    page.route(f"{address}{HELP}", fulfill)
    page.goto(address + HELP)
    answer(page, "No, everyone is safe")
    way = page.get_by_role("navigation", name="Your answers so far").get_by_role("link")
    for say in ("It needs extra care", "Someone is angry or rude", "It needs extra care"):
        answer(page, say)
        expect_step(page, "What are they doing?")
        expect(way.last).to_have_text(f"{say} (change)")
        page.get_by_role("button", name="Back").click()
    go_back(page)
    expect(way.last).to_have_text("It needs extra care (change)")
    page.reload()
    expect(way).to_have_text(["No, everyone is safe (change)", "Someone is angry or rude (change)"])


def test_by_keyboard(open_page: Open) -> None:
    page = open_page(f"{HELP}#question-wants")
    expect(page.locator("#question-wants")).to_be_focused()
    expect(
        page.get_by_role("navigation", name="Your answers so far").get_by_role("link")
    ).to_have_count(2)
    page.keyboard.press("Tab")
    expect(page.locator(".gb-step--now .gb-reply").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#end-wants-1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="They ask for a manager")).to_be_focused()
    for _ in range(page.locator(".gb-step--now .gb-ref").count() + 1):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Back", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#question-wants")).to_be_focused()


def test_other_marks_change_nothing(open_page: Open, triage: Triage) -> None:
    page = open_page(f"{HELP}#pages")
    expect_step(page, triage.first.ask)
    answer(page, "No, everyone is safe")
    expect_step(page, "What is happening?")
    page.evaluate(
        """() => new Promise((resolve) => {
          addEventListener("hashchange", resolve, { once: true });
          location.hash = "tree";
        })"""
    )
    expect_step(page, "What is happening?")


def test_the_first_question_stands_on_the_first_screen(open_page: Open) -> None:
    page = open_page(HELP, width=360, height=740)
    expect(page.locator(".gb-help-call a").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".gb-step--now .gb-reply").last).to_be_in_viewport(ratio=1)
    assert_large(page, ".gb-reply", height=44)


def test_without_javascript_all_are_headings_and_links(open_page: Open, triage: Triage) -> None:
    page = open_page(HELP, java_script_enabled=False)
    for question in triage.questions:
        expect(page.locator(f"#question-{question.id}")).to_have_text(question.ask)
        expect(page.locator(f"#question-{question.id}")).to_be_visible()
    page.get_by_role("link", name="No, everyone is safe").click()
    expect(page.locator("#question-trouble")).to_be_in_viewport()
    expect(page.locator(".gb-ends").first).to_be_hidden()
    page.get_by_role("link", name="Shouting: Someone is shouting").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone is shouting")


def test_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / HELP / "index.html").as_uri())
    answer(page, "No, everyone is safe")
    expect_step(page, "What is happening?")
    go_back(page)
    answer(page, "Hurt, ill or collapsed")
    answer(page, "Doesn’t wake or doesn’t answer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not breathing or not waking")


def test_axe_finds_nothing(open_page: Open, address: str) -> None:
    page = open_page()
    for mark in ("question-danger", "question-heat", "end-heat-2", "end-violence-5"):
        page.goto(f"{address}{HELP}#{mark}")
        expect(page.locator(f".gb-step--now #{mark}")).to_be_visible()
        assert_accessible_in_every_look(page)


def test_nothing_is_cut_when_narrow_or_large(open_page: Open, address: str) -> None:
    page = open_page(HELP)
    for mark in ("question-danger", "end-violence-5", "question-wants"):
        page.goto(f"{address}{HELP}#{mark}")
        expect(page.locator(f".gb-step--now #{mark}")).to_be_visible()
        look(page, width=320, height=640)
        assert_nothing_is_cut(page)
        look(page, width=360, height=740, large=True)
        assert_nothing_is_cut(page)


SMALL_TEXTS = """() => [...document.querySelectorAll("body *")].filter((one) =>
  [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
  && one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 13)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", [HELP, TREE])
def test_all_questions_can_be_read_on_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, width=360, height=740)
    assert page.evaluate(SMALL_TEXTS) == []
    pictures = page.locator("main :is(img, svg:not(.gb-icon), object, embed)")
    expect(pictures.locator("visible=true")).to_have_count(0)
    assert_nothing_is_cut(page)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_list_prints_on_few_sheets(open_page: Open, size: str) -> None:
    sheet = open_page(TREE).pdf(format=size, prefer_css_page_size=True)
    assert 1 <= len(Print(sheet).pages) <= 4


def test_the_tree_to_print_is_linked(open_page: Open, site: Path, triage: Triage) -> None:
    page = open_page(HELP)
    page.get_by_role("link", name="All questions as a list, and as a tree to print").click()
    links = page.locator(".gb-papers").get_by_role("link")
    assert links.all_inner_texts() == ["Tree of questions, A3", "Tree of questions, Tabloid"]
    for link in links.all():
        path = (link.get_attribute("href") or "").removeprefix("../../")
        assert (site / path).read_bytes()[:4] == b"%PDF"
    expect(page.locator(".gb-asked > li")).to_have_count(len(triage.questions))
