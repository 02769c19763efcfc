"""The sentence as a card: large, turned over to the customer, read aloud, for the reader's channel."""

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import CLIPBOARD, HOT, Open, make_page, read_clipboard, set_channel
from tests.browser.driving import wait_until
from tests.browser.looks import assert_nothing_is_cut, look, measure
from tests.browser.printing import print_to_read

ALLERGY = "serious-and-sensitive/allergen-question/"
OWN_IT = "put-it-right/own-it-first/"
VOICE = """(() => {
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() { window.spoken.push('silence'); },
    speak(speech) { window.spoken.push(speech.text); window.speech = speech; },
  } });
})()"""


def say(guidebook: Guidebook, name: str) -> list[str]:
    playbook = next(one for one in guidebook.standard if one.id == name)
    return [Inline(guidebook).plain(one.say) for one in playbook.say]


def words(page: Page) -> Locator:
    return page.locator("dialog .gb-card-words")


# On the page


@pytest.mark.parametrize(("width", "height", "least"), [(360, 740, 50), (1280, 900, 90)])
def test_a_tap_shows_the_sentence_as_large_as_fits(
    open_page: Open, guidebook: Guidebook, width: int, height: int, least: int
) -> None:
    page = open_page(HOT, width=width, height=height, color_scheme="dark")
    page.locator(".gb-hero .gb-phrase").click()
    card = page.get_by_role("dialog")
    assert measure(card) == {"x": 0, "y": 0, "width": width, "height": height}
    expect(words(page)).to_have_text(say(guidebook, "shouting-customer")[0])
    size, paper, room = page.evaluate(
        """() => {
          const words = document.querySelector(".gb-card-words");
          const room = words.parentElement;
          return [parseFloat(getComputedStyle(words).fontSize),
            getComputedStyle(words.closest("dialog")).backgroundColor,
            room.scrollHeight <= room.clientHeight && room.scrollWidth <= room.clientWidth];
        }"""
    )
    assert size >= least
    assert paper == "rgb(255, 255, 255)"
    assert room
    words(page).click()
    expect(card).to_be_hidden()
    expect(page.get_by_role("button", name="Show large")).to_be_focused()


def test_by_keyboard_alone(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT)
    ways = say(guidebook, "shouting-customer")
    opener = page.get_by_role("button", name="Show large")
    opener.press("Enter")
    expect(words(page)).to_have_text(ways[0])
    page.keyboard.press("ArrowRight")
    expect(words(page)).to_have_text(ways[1])
    page.get_by_role("button", name="Another way, back").press("Enter")
    page.keyboard.press("ArrowLeft")
    expect(words(page)).to_have_text(ways[-1])
    expect(page.locator(".gb-card-place")).to_have_text(f"{len(ways)} of {len(ways)}")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_it_turns_over_to_the_customer(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(HOT, width=360, height=740)
    page.locator(".gb-hero .gb-phrase").click()
    page.get_by_role("button", name="Show to the customer").click()
    note = page.get_by_role("textbox", name="Type your answer here")
    expect(note).to_have_attribute("placeholder", "Type your answer here")
    expect(words(page)).to_be_visible()
    sentence, field = measure(words(page)), measure(note)
    assert sentence["y"] + sentence["height"] <= field["y"]  # it is read before it is answered
    assert sentence["height"] > 150 < field["height"]
    note.fill("Are you hurt?")
    note.press("ArrowLeft")  # moves in the note, not to another way
    expect(words(page)).to_have_text(say(guidebook, "shouting-customer")[0])
    words(page).click()
    expect(note).to_have_value("Are you hurt?")
    assert note.evaluate("note => parseFloat(getComputedStyle(note).fontSize)") == 38
    page.get_by_role("button", name="Back to the words").click()
    expect(note).to_be_hidden()
    page.get_by_role("button", name="Close").click()
    page.locator(".gb-hero .gb-phrase").click()
    page.get_by_role("button", name="Show to the customer").click()
    expect(note).to_have_value("")  # the next customer does not read it


def test_it_is_read_aloud_and_stops(browser: Browser, address: str, guidebook: Guidebook) -> None:
    with make_page(browser) as page:
        page.add_init_script(VOICE)
        page.goto(address + HOT)
        first = say(guidebook, "shouting-customer")[0]
        page.get_by_role("button", name="Show large").click()
        page.get_by_role("button", name="Read aloud").click()
        assert page.evaluate("spoken.at(-1)") == first
        page.get_by_role("button", name="Stop reading").click()
        assert page.evaluate("spoken.at(-1)") == "silence"
        page.get_by_role("button", name="Read aloud").click()
        page.evaluate("speech.onend()")
        expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
        page.get_by_role("button", name="Read aloud").click()
        page.keyboard.press("Escape")
        wait_until(page, "spoken.at(-1) === 'silence'")  # told after the card is closed


def test_without_a_voice_there_is_no_such_button(browser: Browser, address: str) -> None:
    with make_page(browser) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'speechSynthesis', { value: undefined })"
        )
        page.goto(address + HOT)
        page.get_by_role("button", name="Show large").click()
        expect(page.get_by_role("button", name="Show to the customer")).to_be_visible()
        expect(page.get_by_role("button", name="Read aloud")).to_have_count(0)


def test_places_to_fill_in_are_marked(open_page: Open) -> None:
    page = open_page(ALLERGY)
    page.get_by_role("button", name="Show large").click()
    page.get_by_role("button", name="Another way, next").click()
    assert words(page).locator(".gb-slot").all_inner_texts() == ["[food]", "[dish]"]


def test_axe_finds_nothing_in_the_card(open_page: Open) -> None:
    page = open_page(ALLERGY)
    page.get_by_role("button", name="Show large").click()
    for turned in (False, True):
        if turned:
            page.get_by_role("button", name="Show to the customer").click()
        assert_accessible_in_every_look(page, widths=(360, 1280))


def test_pressed_twice_while_it_loads_it_is_one_card(open_page: Open) -> None:
    page = open_page(HOT)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/sentence-dialog.js", hold)
    opener = page.get_by_role("button", name="Show large")
    with page.expect_request("**/sentence-dialog.js"):
        opener.click()
    opener.click()
    held[0].continue_()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    opener.click()
    expect(words(page)).to_be_visible()
    assert len(held) == 1


def test_words_and_sign_of_a_button_are_seen_under_the_pointer_in_forced_colors(
    open_page: Open,
) -> None:
    page = open_page(HOT, forced_colors="active")
    button = page.get_by_role("button", name="Show large")
    button.hover()
    sign, ground, words = button.evaluate(
        """one => [getComputedStyle(one, "::before").backgroundColor,
          getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"""
    )
    assert sign == words != ground
    # Else the browser puts ground of its own behind the words, in their color.
    expect(button).to_have_css("forced-color-adjust", "none")


def test_copying_without_https_leaves_the_focus(browser: Browser, address: str) -> None:
    with make_page(browser) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(address + HOT)
        page.get_by_role("button", name="Copy", exact=True).press("Enter")
        expect(page.get_by_role("button", name="Copied")).to_be_focused()


@pytest.mark.parametrize(("width", "height", "large"), [(320, 640, True), (844, 390, False)])
def test_all_of_the_card_can_be_reached(
    open_page: Open, width: int, height: int, large: bool
) -> None:
    page = open_page(ALLERGY)
    look(page, width=width, height=height, large=large)
    page.get_by_role("button", name="Show large").click()
    assert_nothing_is_cut(page)
    for name in ("Another way, next", "Show to the customer", "Close"):
        button = page.get_by_role("button", name=name)
        button.focus()
        # Firefox leaves what is seen in part where it is.
        expect(button).to_be_in_viewport(ratio=0.5)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)


# The reader's channel


@pytest.mark.parametrize(("channel", "place"), [("counter", 0), ("phone", 0), ("email", 1)])
def test_the_first_words_fit_the_readers_channel(
    browser: Browser, address: str, guidebook: Guidebook, channel: str, place: int
) -> None:
    with make_page(browser, permissions=CLIPBOARD) as page:
        page.add_init_script(f"localStorage.setItem('guidebook.channel', '{channel}')")
        page.goto(address + OWN_IT)
        wanted = say(guidebook, "own-it-first")[place]
        expect(page.locator(".gb-hero .gb-phrase")).to_have_text(f"“{wanted}”")
        expect(page.locator(".gb-hero")).to_be_visible()
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert read_clipboard(page) == wanted


def test_another_channel_is_taken_up_at_once(open_page: Open, guidebook: Guidebook) -> None:
    page = open_page(OWN_IT)
    ways = say(guidebook, "own-it-first")
    for channel, place in (("email", 1), ("", 0)):
        set_channel(page, channel)
        expect(page.locator(".gb-hero .gb-phrase")).to_have_text(f"“{ways[place]}”")
    shown = page.locator(".gb-way .gb-phrase").all_text_contents()
    assert shown == [f"“{one}”" for one in ways]


def test_words_that_do_not_fit_are_not_seen_before_they_are_changed(
    browser: Browser, address: str
) -> None:
    with make_page(browser) as page:
        page.add_init_script("localStorage.setItem('guidebook.channel', 'email')")
        page.route("**/page-playbook.*.js", lambda route: route.fulfill(body=""))
        page.goto(address + OWN_IT)
        assert page.locator(".gb-hero").evaluate("one => getComputedStyle(one).visibility") == (
            "hidden"
        )
        expect(page.locator(".gb-hero")).to_be_visible()  # all the same, if nothing exchanges them


def test_the_card_is_printed_alone_without_its_buttons(
    open_page: Open, guidebook: Guidebook
) -> None:
    page = open_page(HOT)
    page.locator(".gb-hero .gb-phrase").click()
    expect(page.locator(".gb-card-dialog[open]")).to_be_visible()
    words = say(guidebook, "shouting-customer")[0]
    for size in ("A4", "A5", "Letter"):
        printed = print_to_read(page, size)
        assert printed.text == f"Page 1 of 1 Say {words}", size
    page.get_by_role("button", name="Show to the customer").click()
    (printed_page,) = print_to_read(page).pages
    assert printed_page.startswith(f"Page 1 of 1 For the customer {words}")
    assert "Back to the words" not in printed_page
