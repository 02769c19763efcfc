"""Two taps in a row, as frightened hands make them: one of them counts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FINGER, Open
from tests.browser.driving import draw
from tests.browser.looks import measure
from tests.browser.test_play import heading, start

HELP = "help-me-now/"
COUNTED = pytest.mark.chromium("the driver of Firefox counts no clicks, as its mouse does")
TAP_TWICE = """(reply, [from, isMouse]) => {
  const { x, y, height } = reply.getBoundingClientRect();
  const spot = { clientX: x + from, clientY: y + height / 2 };
  for (let tap = 0; tap < 2; tap += 1) {
    const shared = { ...spot, bubbles: true, cancelable: true };
    const place = document.elementFromPoint(spot.clientX, spot.clientY);
    if (isMouse) {
      place.dispatchEvent(new MouseEvent("mousedown", { ...shared, detail: tap + 1 }));
    }
    place.dispatchEvent(new MouseEvent("click", { ...shared, detail: 1 }));
  }
}"""


@COUNTED
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


@pytest.mark.parametrize("is_mouse", [False, True])
def test_two_taps_at_one_spot_are_one_where_clicks_are_not_counted(
    open_page: Open, address: str, is_mouse: bool
) -> None:
    """On an iPhone each is a first one; in Firefox only what is pressed is counted."""
    page = open_page(HELP, width=360, height=740, has_touch=not is_mouse)
    replies = page.locator(".gb-reply:visible")
    replies.filter(has_text="Violence, threats or touching").evaluate(TAP_TWICE, [60, is_mouse])
    draw(page)
    assert page.url.startswith(f"{address}{HELP}#question-")
    replies.first.evaluate(TAP_TWICE, [200, is_mouse])  # elsewhere, so that it is no third tap
    expect(page).not_to_have_url(re.compile("#question-"))


@COUNTED
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
