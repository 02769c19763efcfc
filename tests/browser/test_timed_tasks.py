"""What staff look for, from the home page to the sentence, counted in taps and in keys.

At most two taps or six keys, and then one tap, or Enter, to the sentence: it stands on the first
screen of a phone. By keyboard alone nothing is tapped at all.
"""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import StandardPlaybook
from tests.browser.conftest import Open
from tests.browser.driving import wait_until

# Until then some lines that others typed are missing, and what is chosen already stays where it is.
KNOWS_ALL = """() => {
  const rest = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/finder/rest.js"));
  return rest?.responseEnd > 0
    && performance.getEntriesByName("finder ready").some((one) => one.startTime >= rest.responseEnd);
}"""
MOST_TAPS = 2
MOST_KEYS = 6


@dataclass
class Hand:
    """Does what a reader does, and counts it."""

    page: Page
    taps: int = 0
    keys: int = 0

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.click()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def search(self, words: str) -> None:
        """Type into the search, by keyboard alone; where the cursor is already, only the words."""
        if not self.page.evaluate("document.activeElement.matches('input')"):
            self.press("Control+k")
        self.press(*words)
        wait_until(self.page, KNOWS_ALL)
        expect(self.page.get_by_role("option").first).to_be_visible()

    def choose(self, title: str) -> None:
        """Go down the answers to one of this title."""
        answers = self.page.get_by_role("option")
        while title not in answers.and_(self.page.locator("[aria-selected=true]")).inner_text():
            self.press("ArrowDown")
            assert self.keys <= MOST_KEYS, f"“{title}” is too far down"

    def assert_few(self) -> None:
        """Before the last tap."""
        assert (self.taps <= MOST_TAPS and not self.keys) or (
            self.keys <= MOST_KEYS and not self.taps
        ), f"{self.taps} taps, {self.keys} keys"


@pytest.fixture
def hand(open_page: Open) -> Hand:
    """A reader with a phone, on the home page."""
    return Hand(open_page(width=360, height=740))


def find_sentence(guidebook: Guidebook, name: str) -> str:
    """What one came for: what to say first, or in an emergency what to do first."""
    playbook = guidebook.by_id[name]
    if isinstance(playbook, Emergency):
        return Inline(guidebook).plain(playbook.branches[0].now[0])
    assert isinstance(playbook, StandardPlaybook)
    return Inline(guidebook).plain(playbook.say[0].say)


def expect_sentence(page: Page, guidebook: Guidebook, name: str) -> None:
    title = Inline(guidebook).plain(guidebook.by_id[name].title)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    sentence = page.locator("main").get_by_text(find_sentence(guidebook, name)).first
    expect(sentence).to_be_in_viewport(ratio=1)


TYPED = {
    "choking": ("choki", "choking"),
    "prawns": ("sick", "food-safety-report"),
    "crying": ("cry", "vulnerable-customer"),
    "deaf customer": ("deaf", "access-needs"),
    "shaken": ("shook", "shake-it-off"),
}


@pytest.mark.parametrize(("words", "name"), TYPED.values(), ids=TYPED)
def test_typed_with_a_thumb(hand: Hand, guidebook: Guidebook, words: str, name: str) -> None:
    hand.page.get_by_role("combobox").focus()
    hand.search(words)
    hand.assert_few()
    title = Inline(guidebook).plain(guidebook.by_id[name].title)
    hand.page.get_by_role("option").filter(has_text=title).first.click()
    expect_sentence(hand.page, guidebook, name)


@pytest.mark.parametrize(("words", "name"), TYPED.values(), ids=TYPED)
def test_by_keyboard_alone(hand: Hand, guidebook: Guidebook, words: str, name: str) -> None:
    hand.search(words)
    hand.choose(Inline(guidebook).plain(guidebook.by_id[name].title))
    hand.assert_few()
    hand.page.keyboard.press("Enter")
    expect_sentence(hand.page, guidebook, name)


def test_what_she_says_of_the_prawns_is_understood(hand: Hand, guidebook: Guidebook) -> None:
    """Whoever types the whole sentence gets the right page before all else."""
    hand.search("prawns gave her the runs")
    hand.page.get_by_role("option").first.click()
    expect_sentence(hand.page, guidebook, "food-safety-report")


@pytest.mark.parametrize(
    ("tile", "name"),
    [
        ("Sick from our food", "food-safety-report"),
        ("Crying or struggling", "vulnerable-customer"),
        ("Me: shaken after a bad one", "shake-it-off"),
    ],
)
def test_the_first_page_leads_to_the_sentence(
    hand: Hand, guidebook: Guidebook, tile: str, name: str
) -> None:
    hand.page.get_by_role("link", name=tile).click()
    expect_sentence(hand.page, guidebook, name)


def test_choking_by_taps(hand: Hand, guidebook: Guidebook) -> None:
    hand.tap(hand.page.get_by_role("link", name="Choking"))
    hand.assert_few()
    hand.page.locator(".gb-signs a").first.click()
    expect_sentence(hand.page, guidebook, "choking")


def test_choking_by_help_me_now(hand: Hand, guidebook: Guidebook) -> None:
    """Whoever has no word for it answers four questions, and then has one step at a time."""
    for name in ("Help me now", "Hurt, ill", "Breath, throat", "Choking on"):
        hand.tap(hand.page.get_by_role("link", name=name))
    hand.tap(hand.page.locator(".gb-mode-choice a").first)
    step = hand.page.locator(".gb-mode-head")
    expect(step).to_have_text(find_sentence(guidebook, "choking"))
    expect(step).to_be_in_viewport(ratio=1)
    assert hand.taps == 5


LIMIT = "Spend limit"


def expect_limit(page: Page) -> None:
    """The limit of what one may give away, or that it is not set yet, and whom to ask."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Who, how much, which number")
    expect(page.get_by_text(LIMIT, exact=True).first).to_be_in_viewport(ratio=1)


def test_how_much_may_i_give_away_by_taps(hand: Hand) -> None:
    hand.tap(hand.page.locator(".gb-header").get_by_role("link", name="Who, how much"))
    hand.assert_few()
    hand.page.get_by_role("link", name="Not set yet").click()
    expect_limit(hand.page)


def test_how_much_may_i_give_away_by_keyboard(hand: Hand) -> None:
    hand.search("spen")
    hand.choose(LIMIT)
    hand.assert_few()
    hand.page.keyboard.press("Enter")
    expect_limit(hand.page)


def test_how_much_may_i_give_away_in_whole_words(hand: Hand) -> None:
    hand.search("how much may i give away")
    hand.page.keyboard.press("Enter")
    expect_limit(hand.page)


def test_a_checklist_is_printed(hand: Hand) -> None:
    hand.page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
    hand.tap(hand.page.get_by_role("link", name="Shouting", exact=True))
    hand.assert_few()
    hand.page.locator(".gb-check").get_by_role("button", name="Print").click()
    wait_until(hand.page, "globalThis.printed")


def test_a_checklist_that_is_used_often_is_printed_by_the_list_of_checklists(hand: Hand) -> None:
    hand.tap(hand.page.get_by_role("link", name="Checklists"))
    paper = hand.page.locator("#print ~ * a:visible").filter(has_text="Shouting")
    expect(paper).to_have_count(1)  # without the script there is one for each sheet
    expect(paper).to_be_in_viewport(ratio=1)
    with hand.page.expect_request("**/shouting-customer-checklist-*.pdf"):
        hand.tap(paper)
    hand.assert_few()


def test_a_paper_of_the_list_of_checklists_is_one_tap_away(hand: Hand) -> None:
    hand.tap(hand.page.get_by_role("link", name="Checklists"))
    hand.tap(hand.page.locator("main summary").nth(2))
    hand.assert_few()
    paper = hand.page.locator("main details a[href$='.pdf']:visible").first
    expect(paper).to_be_in_viewport(ratio=1)


def test_three_phrases_are_in_a_draft(hand: Hand, guidebook: Guidebook) -> None:
    """Two taps to the phrases, and one for each."""
    hand.tap(hand.page.get_by_role("link", name="Words to use"))
    hand.tap(hand.page.get_by_role("link", name="Someone is shouting"))
    hand.assert_few()
    sentence = find_sentence(guidebook, "shouting-customer")
    expect(hand.page.get_by_text(sentence).locator("visible=true").first).to_be_in_viewport(ratio=1)
    adders = hand.page.get_by_role("button", name="Add to the draft")
    for index in range(3):
        adders.nth(index).click()
    expect(hand.page.get_by_role("button", name="Your draft")).to_have_text("Your draft 3 lines")


def test_the_way_to_the_draft_by_keyboard(hand: Hand) -> None:
    hand.search("words")
    hand.choose("Words to use")
    hand.assert_few()
    hand.page.keyboard.press("Enter")
    expect(hand.page.get_by_role("heading", level=1)).to_have_text("Words to use")


def test_the_draft_by_keyboard(hand: Hand, address: str) -> None:
    hand.page.goto(f"{address}words/")
    hand.page.locator("#filter-words").focus()
    hand.press(*"shout")
    hand.assert_few()
    hand.page.keyboard.press("Enter")
    for _ in range(3):
        for key in ("Tab", "Enter", "ArrowDown"):
            hand.page.keyboard.press(key)
    expect(hand.page.get_by_role("button", name="Your draft")).to_have_text("Your draft 3 lines")
