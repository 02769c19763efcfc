"""Now mode of an ordinary playbook: what to say first, the steps, when to stop, and an address."""

import pytest
from playwright.sync_api import expect

from generator.model.guidebook import Guidebook
from generator.model.playbook import StandardPlaybook
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, HOT, Open, read_clipboard
from tests.browser.looks import assert_nothing_is_cut, look
from tests.browser.now_parts import press

# Where the step, its words and its plates end, and where the stop box does, below the buttons' edge.
MEASURE = """async () => {
  await document.fonts.ready;
  const found = [];
  const count = document.querySelectorAll(".gb-steps > li").length;
  for (let step = 1; step <= count; step += 1) {
    location.hash = `now=do/${step}`;
    await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    const edge = document.querySelector(".gb-mode-tools").getBoundingClientRect().top;
    const [own, stop] = [
      ".gb-mode :is(.gb-mode-head, .gb-mode-say, .gb-words, .gb-step-plate)",
      ".gb-mode .gb-stop",
    ].map((parts) => Math.max(...[...document.querySelectorAll(parts)].map(
      (one) => one.getBoundingClientRect().bottom - edge,
    )));
    found.push([location.hash, document.querySelector(".gb-mode").dataset.size, own, stop]);
  }
  return found;
}"""


@pytest.fixture
def shouting(guidebook: Guidebook) -> StandardPlaybook:
    found = guidebook.by_id["shouting-customer"]
    assert isinstance(found, StandardPlaybook)
    return found


def test_one_step_at_a_time_to_the_check(open_page: Open, shouting: StandardPlaybook) -> None:
    page = open_page(HOT, width=360, height=740)
    page.get_by_role("link", name="One step at a time").click()
    steps = [(one.do or "").replace("'", "’") for one in shouting.steps]
    for number, text in enumerate(steps, 1):
        expect(page.locator(".gb-mode-head")).to_have_text(text)
        expect(page.locator(".gb-mode-head")).to_be_focused()
        expect(page.locator(".gb-mode-count")).to_have_text(f"Step {number} of {len(steps)}")
        expect(page.locator(".gb-mode-done a")).to_have_text(steps[: number - 1])
        expect(page.locator(".gb-mode-say")).to_have_count(int(number == 1))
        expect(page.locator(".gb-mode .gb-stop")).to_be_in_viewport(ratio=1)
        press(page, "Next")
    expect(page.locator(".gb-mode-head")).to_have_text("That was the last step.")
    page.locator(".gb-mode-choice").get_by_role("link", name="Check yourself").click()
    expect(page.locator("#check")).to_be_focused()
    expect(page.locator(".gb-mode")).to_be_hidden()


def test_the_address_shows_a_colleague_the_same_step(open_page: Open, address: str) -> None:
    page = open_page(f"{HOT}#now=do/2", permissions=CLIPBOARD)
    press(page, "Next")
    press(page, "Hand over")
    expect(page.locator(".gb-hand-over:visible")).to_have_text("Address copied")
    copied = read_clipboard(page)
    assert copied == f"{address}{HOT}#now=do/3"
    colleague = open_page(copied, width=360, height=740)
    expect(colleague.locator(".gb-mode-count")).to_have_text("Step 3 of 7")
    expect(colleague.locator(".gb-mode-done a")).to_have_count(2)


def test_back_from_the_first_step_leads_to_the_page(open_page: Open) -> None:
    page = open_page(HOT)
    page.get_by_role("link", name="One step at a time").click()
    press(page, "Next")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".gb-mode-count")).to_have_text("Step 1 of 7")
    press(page, "Back")
    expect(page.locator(".gb-mode")).to_be_hidden()
    expect(page.get_by_role("heading", name="Do this")).to_be_in_viewport()


def test_every_step_of_every_playbook_fits_on_a_phone(
    open_page: Open, address: str, guidebook: Guidebook
) -> None:
    page = open_page(width=360, height=740)
    sizes: list[str] = []
    stops: list[float] = []
    for playbook in guidebook.standard:
        page.goto(f"{address}{playbook.url}#now")
        expect(page.locator(".gb-mode-head")).to_be_focused()
        found = page.evaluate(MEASURE)
        assert len(found) == len(playbook.steps)
        assert [one for one in found if one[2] > 0] == []
        stops += [one[3] for one in found]
        sizes += [one[1] for one in found]
    assert sizes.count("flow") == 0
    assert sizes.count("xxl") > 0.7 * len(sizes)
    assert sizes.count("brief") <= 0.01 * len(sizes)  # nearly every step keeps its reason
    # The longest reaches below the edge, and is scrolled to.
    assert sum(end > 0 for end in stops) <= 0.01 * len(stops)


@pytest.mark.parametrize("mark", ["now=do/1", "now=do/end"])
def test_it_is_accessible_and_nothing_is_cut(open_page: Open, mark: str) -> None:
    page = open_page(f"{HOT}#{mark}")
    expect(page.locator(".gb-mode-head")).to_be_focused()
    assert_accessible_in_every_look(page)
    look(page, width=320, height=640)
    assert_nothing_is_cut(page)
    look(page, width=360, height=740, large=True)
    assert_nothing_is_cut(page)


def test_without_javascript_and_on_paper_the_page_is_whole(open_page: Open) -> None:
    page = open_page(HOT, java_script_enabled=False)
    expect(page.get_by_text("One step at a time").locator("visible=true")).to_have_count(0)
    page = open_page(f"{HOT}#now=do/2")
    page.emulate_media(media="print")
    expect(page.locator(".gb-mode")).to_be_hidden()
    expect(page.get_by_text("One step at a time").locator("visible=true")).to_have_count(0)
    expect(page.locator(".gb-steps")).to_be_visible()
