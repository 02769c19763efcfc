"""Now mode: an emergency one step at a time, by thumb and by keyboard, and handed to a colleague."""

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.emergency_playbook import Branch, Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from tests.browser.conftest import CHOKING, CLIPBOARD, Open, read_clipboard
from tests.browser.driving import draw, go_back, wait_until
from tests.browser.looks import assert_large, measure
from tests.browser.now_parts import press

SIZES = {"38px", "27px", "21px"}

# Every step of every branch of a page: how large its type is, and how far below the buttons' upper
# edge it, what to say with it and what never to do end.
MEASURE = """async () => {
  await document.fonts.ready;
  const found = [];
  for (const section of document.querySelectorAll(".gb-branch")) {
    const count = section.querySelectorAll(":is(.gb-now, .gb-then) > li").length;
    for (let step = 1; step <= count; step += 1) {
      location.hash = `now=${section.querySelector("h2").id.replace("see-", "")}/${step}`;
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      const edge = document.querySelector(".gb-mode-tools").getBoundingClientRect().top;
      const parts = [...document.querySelectorAll(".gb-mode-head, .gb-mode-say, .gb-mode-never")];
      const end = Math.max(...parts.map((one) => one.getBoundingClientRect().bottom));
      const { fontSize } = getComputedStyle(document.querySelector(".gb-mode-head"));
      found.push([location.hash, fontSize, end - edge, scrollY]);
    }
  }
  return found;
}"""


@pytest.fixture
def choking(guidebook: Guidebook) -> Emergency:
    found = guidebook.by_id["choking"]
    assert isinstance(found, Emergency)
    return found


def list_steps(guidebook: Guidebook, branch: Branch) -> list[str]:
    return [Inline(guidebook).plain(one) for one in (*branch.now, *(branch.then or ()))]


def expect_step(page: Page, text: str | re.Pattern[str]) -> None:
    """This step is shown, and it is where a screen reader reads."""
    expect(page.locator(".gb-mode-head")).to_have_text(text)
    expect(page.locator(".gb-mode-head")).to_be_focused()


def test_one_step_at_a_time_to_a_visible_end(
    open_page: Open, guidebook: Guidebook, choking: Emergency
) -> None:
    page = open_page(CHOKING, width=360, height=740)
    page.get_by_role("link", name="One step at a time").first.click()
    branch = choking.branches[0]
    plain = Inline(guidebook).plain
    steps = list_steps(guidebook, branch)
    for number, text in enumerate(steps, 1):
        expect_step(page, text)
        expect(page.locator(".gb-mode-count")).to_have_text(f"Step {number} of {len(steps)}")
        expect(page.locator(".gb-mode [role=status]")).to_have_text(
            f"Step {number} of {len(steps)}"
        )
        expect(page.locator(".gb-mode-call a").first).to_be_in_viewport(ratio=1)
        expect(page.locator(".gb-mode-never li")).to_have_text(
            [plain(one) for one in branch.never or ()]
        )
        expect(page.locator(".gb-mode-done a")).to_have_text(steps[: number - 1])
        expect(page.locator(".gb-mode-say")).to_have_count(int(number <= len(branch.now)))
        press(page, "Next")
    expect_step(page, "That was the last step.")
    expect(page.locator(".gb-mode-done a")).to_have_text(steps)
    expect(page.locator(".gb-mode").get_by_role("button", name="Next")).to_be_hidden()
    expect(page.locator(".gb-mode-choice a").last).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="When it is over").click()
    expect(page.locator("#after")).to_be_focused()
    expect(page.locator("#after")).to_be_in_viewport()
    expect(page.locator(".gb-mode")).to_be_hidden()


def test_the_number_dials_and_what_to_say_stands_in_quotes(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/1", width=360, height=740)
    links = page.locator(".gb-mode-call a")
    expect(links.first).to_be_visible()
    for link in links.all():
        assert (link.get_attribute("href") or "").startswith("tel:")
    expect(page.locator(".gb-mode-say")).to_have_text(re.compile(r"^Say\s+“.+”\s*$"))


def test_every_question_and_step_of_every_emergency_fits_on_a_phone(
    open_page: Open, address: str, guidebook: Guidebook
) -> None:
    page = open_page(width=360, height=740)
    sizes = []
    for playbook in guidebook.playbooks:
        if isinstance(playbook, Emergency):
            page.goto(f"{address}{playbook.url}#now")
            expect(page.locator(".gb-mode-head")).to_be_focused()
            answers = page.locator(".gb-mode-choice a")
            expect(answers).to_have_count(len(playbook.branches))
            expect(answers.last).to_be_in_viewport(ratio=1)
            found = page.evaluate(MEASURE)
            assert len(found) == sum(
                len(list_steps(guidebook, branch)) for branch in playbook.branches
            )
            assert [one for one in found if one[2] > 0 or one[3]] == []
            sizes += [size for _, size, *_ in found]
    assert set(sizes) <= SIZES
    assert sizes.count("38px") > 0.8 * len(sizes)


def test_what_one_presses_is_large_and_at_the_thumb(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/4", width=360, height=740)
    for name in ("Back", "Next"):
        box = measure(page.locator(".gb-mode").get_by_role("button", name=name))
        assert box["height"] >= 60
        assert box["y"] > 0.75 * 740
    assert assert_large(page, ".gb-mode :is(button, .gb-close, .gb-mode-done a)", height=44) == 8


def test_back_is_one_step_for_the_button_and_for_the_browser(open_page: Open) -> None:
    page = open_page(CHOKING)
    page.get_by_role("link", name="One step at a time").first.click()
    press(page, "Next")
    press(page, "Next")
    count = page.locator(".gb-mode-count")
    expect(count).to_have_text("Step 3 of 9")
    go_back(page)
    expect(count).to_have_text("Step 2 of 9")
    press(page, "Back")
    expect(count).to_have_text("Step 1 of 9")
    page.go_forward()
    expect(count).to_have_text("Step 2 of 9")
    press(page, "Back")
    go_back(page)
    expect(page.locator(".gb-mode")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(f"{CHOKING}$"))


@pytest.mark.chromium("the driver of Firefox counts no clicks, as its mouse does")
def test_a_double_tap_asks_what_one_sees_and_answers_nothing(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/end", width=360, height=740)
    page.get_by_role("link", name="What do you see now?").dblclick()
    expect(page.locator(".gb-mode-head")).to_have_text("What do you see?")
    draw(page)
    assert page.url.endswith("#now")
    page.get_by_role("link", name="A baby under one").click()
    expect(page.locator(".gb-mode-count")).to_have_text("Step 1 of 9")


def test_the_way_so_far_leads_back_and_the_sign_can_be_changed(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/4")
    page.locator(".gb-mode-done a").nth(1).click()
    expect(page.locator(".gb-mode-count")).to_have_text("Step 2 of 9")
    page.locator(".gb-mode-seen").get_by_role("link", name="Change").click()
    expect_step(page, "What do you see?")
    page.get_by_role("link", name="A baby under one").click()
    expect(page.locator(".gb-mode-seen")).to_contain_text("A baby under one")
    expect(page.locator(".gb-mode-count")).to_have_text("Step 1 of 9")
    page.get_by_role("link", name="Whole page").click()
    expect(page.locator("#see-baby")).to_be_focused()
    expect(page.locator("#see-baby")).to_be_in_viewport()


def test_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now")
    page.locator(".gb-mode-head").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    count = page.locator(".gb-mode-count")
    expect(count).to_have_text("Step 1 of 9")
    page.keyboard.press("ArrowRight")
    expect(count).to_have_text("Step 2 of 9")
    page.keyboard.press("Enter")
    expect(count).to_have_text("Step 3 of 9")
    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("Step 2 of 9")
    page.keyboard.press("Escape")
    expect(page.locator("#see-adult")).to_be_focused()
    expect(page.locator(".gb-mode")).to_be_hidden()


def test_the_screen_can_be_covered_and_keys_wait_behind(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/2")
    press(page, "Cover the screen")
    clock = page.get_by_role("dialog", name="Clock")
    expect(clock).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(clock).to_be_hidden()
    expect(page.locator(".gb-mode-count")).to_have_text("Step 2 of 9")


def test_the_address_shows_a_colleague_the_same_step(open_page: Open, address: str) -> None:
    page = open_page(f"{CHOKING}#now=adult/1", permissions=CLIPBOARD)
    press(page, "Next")
    press(page, "Next")
    press(page, "Hand over")
    expect(page.locator(".gb-hand-over:visible")).to_have_text("Address copied")
    copied = read_clipboard(page)
    assert copied == f"{address}{CHOKING}#now=adult/3"
    colleague = open_page(copied, width=360, height=740)
    expect_step(colleague, re.compile("Still stuck"))
    expect(colleague.locator(".gb-mode-done a")).to_have_count(2)
    expect(colleague.locator(".gb-mode-seen")).to_contain_text("Adult or child over one")


def test_a_device_that_shares_gets_the_step_in_words(open_page: Open, address: str) -> None:
    page = open_page()
    page.add_init_script("navigator.share = async (words) => { globalThis.shared = words; }")
    page.goto(f"{address}{CHOKING}#now=adult/2")
    press(page, "Hand over")
    shared = page.evaluate("shared")
    assert shared["url"] == f"{address}{CHOKING}#now=adult/2"
    assert shared["title"] == "Choking"
    assert "Step 2 of 9 · Lean them forward." in shared["text"]


def test_the_screen_stays_on_until_the_end(open_page: Open, address: str) -> None:
    page = open_page()
    page.add_init_script(
        """globalThis.held = 0;
        Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
          held += 1;
          return Object.assign(new EventTarget(), { release() {
            held -= 1;
            this.dispatchEvent(new Event("release"));
          } });
        } } });"""
    )
    page.goto(f"{address}{CHOKING}#now=adult/8")
    wait_until(page, "held === 1")
    press(page, "Next")
    assert page.evaluate("held") == 1
    press(page, "Next")
    wait_until(page, "held === 0")
    press(page, "Back")
    wait_until(page, "held === 1")
    page.get_by_role("link", name="Whole page").click()
    wait_until(page, "held === 0")


def test_the_notice_of_a_newer_version_does_not_lie_over_the_buttons(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#now=adult/1")
    expect(page.locator(".gb-mode-head")).to_be_focused()
    page.evaluate("document.body.append(guidebookElements.make('p', 'gb-newer', 'Newer'))")
    expect(page.locator(".gb-newer")).to_be_hidden()
    press(page, "Next")
    page.keyboard.press("Escape")
    expect(page.locator(".gb-newer")).to_be_visible()


def test_another_tab_is_the_browsers_before_anything_is_loaded(open_page: Open) -> None:
    page = open_page(CHOKING)
    link = page.get_by_role("link", name="One step at a time").first
    with page.context.expect_page():
        link.click(modifiers=["ControlOrMeta"])
    expect(page.locator(".gb-mode")).to_have_count(0)
    assert "#now" not in page.url


def test_other_anchors_and_the_page_stay_as_they_were(open_page: Open) -> None:
    page = open_page(f"{CHOKING}#see-baby")
    expect(page.locator(".gb-mode")).to_be_hidden()
    expect(page.locator("#see-baby")).to_be_in_viewport()
    page.evaluate("location.hash = 'after'")
    expect(page.locator("#after")).to_be_in_viewport()
