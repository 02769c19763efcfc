"""A trainer who writes playbooks in the browser, with a mouse or without."""

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.model.playbook import Kind

TEXTS = {
    ("purpose",): "Say when it will be there.",
    ("signals",): ["They ask where it is", "They hold a receipt"],
    ("steps",): ["Look for it.", "Say when it comes.", "Give them a seat."],
    ("say",): ["I will look for it now.", "It will be here at six."],
    ("avoid", "say"): "Where did you buy it?",
    ("avoid", "do"): "Looking away from them.",
    ("avoid", "why"): "They hear that you doubt them.",
    ("avoid", "instead"): "I will look for it now.",
    ("stop", "text"): "When it is lost, hand over to a manager.",
    ("checklist", "items"): [
        "I found it.", "I gave a time.", "I called back.", "I said sorry.", "I wrote it down.",
    ],
    ("practice", "quiz", "prompt"): "Where is it?",
    ("practice", "quiz", "options", "text"): ["I look now.", "I wait for a long while.", "I go."],
    ("practice", "quiz", "options", "feedback"): "So.",
    ("branches", "see"): "They can't speak or breathe.",
    ("branches", "now"): ["Shout for help.", "Hit between the shoulder blades."],
    ("after",): ["Someone saw a doctor.", "The manager knows."],
}  # fmt: skip
"""What the trainer writes, by the names of the fields."""

PLAY = {
    "setting": "You are at the desk.",
    "customer": "Where is my order?",
    "say": ["It will be here soon.", "I will look now."],
    "leads": "They wait.",
    "text": ["They know when.", "They leave."],
    "debrief": ["You looked.", "Soon is no time."],
}


# How often Tab is pressed at least until the focus comes to an element, 0 where it is, -1 where it is behind.
COUNT_STOPS = """(one) => {
  const stops = [...document.querySelectorAll(
      "a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex]")]
    .filter((stop) => stop.tabIndex >= 0 && !stop.disabled
      && stop.checkVisibility({ visibilityProperty: true }));
  const isAfter = (stop, other) => stop.compareDocumentPosition(other) & 4;
  const { activeElement } = document;
  if (one === activeElement) return 0;
  if (!isAfter(activeElement, one)) return -1;
  return 1 + stops.filter((stop) => isAfter(activeElement, stop) && isAfter(stop, one)).length;
}"""


@dataclass
class Trainer:
    """Somebody who writes playbooks. Without a mouse, the Tab key leads everywhere."""

    page: Page
    has_mouse: bool = True

    def go(self, one: Locator) -> None:
        """Put the focus on something."""
        expect(one).to_be_attached()
        if self.has_mouse:
            one.focus()
            return
        for _ in range(600):
            stops = one.evaluate(COUNT_STOPS)
            if stops == 0:
                return
            for _ in range(max(1, stops)):
                self.page.keyboard.press("Tab")
        pytest.fail(f"no way leads to {one}")

    def press(self, one: Locator) -> None:
        """Follow a link, press a button, open a text."""
        if self.has_mouse:
            one.click()
        else:
            self.go(one)
            self.page.keyboard.press("Enter")

    def write(self, box: Locator, text: str) -> None:
        if self.has_mouse:
            box.fill(text)
        else:
            self.go(box)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)

    def pick(self, box: Locator, words: str) -> None:
        """Choose from a list that drops down."""
        if self.has_mouse:
            box.select_option(label=words)
        else:
            self.go(box)
            self.page.keyboard.type(words)
        expect(box.locator("option:checked")).to_have_text(words)

    def follow(self, name: str, *, inside: str = "body") -> None:
        self.press(self.page.locator(inside).get_by_role("link", name=name, exact=True).first)

    def look(self) -> None:
        """Nothing on the page is as files have it."""
        shown = self.page.locator("main").inner_text()
        assert not re.search(r"^\s*(?:- )?[a-z_]+:( |$)", shown, re.MULTILINE), shown

    def make_playbook(self, title: str, kind: str) -> None:
        page = self.page
        self.follow("New playbook")
        self.look()
        self.write(page.get_by_label("Title"), title)
        radio = page.get_by_role("radio", name=kind.capitalize())
        if self.has_mouse:
            radio.check()
        else:
            self.go(page.locator("main input[name=kind]:checked"))
            while not radio.is_checked():
                page.keyboard.press("ArrowDown")
        self.pick(page.get_by_label("Chapter"), "Counter")
        self.pick(page.get_by_label("Owner"), "Service training")
        self.pick(page.get_by_label("A page that leads here"), "Listen first")
        self.press(page.get_by_role("button", name="Make it"))
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator(".gb-editor-on")).to_be_attached()

    def fill_gaps(self) -> None:
        """Write each text of the page in which there is a gap, where it stands."""
        page = self.page
        texts = page.locator("main [data-at]")
        gaps = texts.filter(has=page.locator(".gb-gap")).or_(texts.filter(has_text="[["))
        expect(page.locator("main [data-at][tabindex]").first).to_be_attached()
        while gaps.count():
            at = json.loads(gaps.first.get_attribute("data-at") or "")
            one = find_text(page, at)
            self.open_details(at)
            self.go(one)
            page.keyboard.press("Enter")
            box = page.locator(".gb-editor textarea")
            expect(box).to_be_focused()
            self.write(box, find_words(at[1:]))
            page.keyboard.press("Control+Enter")
            expect(page.locator(".gb-editor")).to_have_count(0)
            expect(one.locator(".gb-gap")).to_have_count(0)
            expect(one).not_to_contain_text("[[")
            expect(one).to_be_focused()
        self.look()

    def open_details(self, at: list[str | int]) -> None:
        text = self.page.locator(f"[data-at='{json.dumps(at, ensure_ascii=False)}']")
        closed = self.page.locator("main details:not([open])").filter(has=text).locator("> summary")
        while closed.count():
            self.press(closed.first)

    def find_field(self, label: str) -> Locator:
        words = re.compile(rf"^\s*{re.escape(label)}\s*$")
        named = self.page.locator("label, legend", has_text=words)
        return self.page.locator(".gb-field").filter(has=named).first

    def wait_until_saved(self) -> None:
        said = self.page.locator(".gb-form-said")
        expect(said).to_have_text("Saved.")
        said.evaluate("(said) => { said.textContent = ''; }")

    def write_field(self, box: Locator, text: str, key: str = "Enter") -> None:
        self.write(box, text)
        self.page.keyboard.press(key)
        self.wait_until_saved()

    def write_lines(self, label: str, lines: list[str]) -> None:
        box = self.find_field(label).locator("textarea")
        self.write_field(box, "\n".join(lines), "Control+Enter")

    def add_name(self, box: Locator, name: str) -> None:
        self.write_field(box.locator(".gb-field-add input"), name)

    def press_button(self, label: str, *, inside: str = ".gb-form") -> None:
        place = self.page.locator(inside).last
        self.press(place.get_by_role("button", name=label, exact=True).first)
        self.wait_until_saved()

    def open_form(self) -> None:
        """The form of what the page does not show, beside it."""
        self.follow("About this page")
        expect(self.page.locator(".gb-form")).to_be_visible()
        self.look()
        for label in (
            "Related playbooks",
            "Search",
            "Must find it",
            "Review every",
            "Sources",
            "Ideas",
        ):
            expect(self.find_field(label)).to_be_visible()
        expect(self.page.get_by_role("button", name="Add a quiz", exact=True)).to_be_visible()

    def describe_page(self, kind: str) -> None:
        """What the page does not show: where it leads, how it is found, what it rests on."""
        self.open_form()
        if kind == Kind.EMERGENCY:
            words = find_words(["purpose"])
            self.write_field(self.find_field("Purpose").locator("textarea"), words)
        for name in ("Late order", "Long queue"):
            self.add_name(self.find_field("Related playbooks"), name)
        self.write_lines("Search", [f"late {number} {kind}" for number in range(15)])
        self.write_lines("Must find it", [f"late 3 {kind}"])
        self.write_field(self.find_field("Review every").locator("input"), "120")
        self.add_name(self.find_field("Sources"), "A study")
        self.add_name(self.find_field("Ideas"), "Waits feel long.")
        self.press_button("Add a quiz")
        expect(self.page.locator(".gb-found")).to_contain_text("bring this page up first.")

    def play_roles(self) -> None:
        """A role-play: its words are filled in box by box."""
        page = self.page
        self.press_button("Add a role-play")
        self.follow("Role-play", inside=".gb-form-side")
        drawing = page.locator(".gb-flow svg")
        expect(drawing).to_be_visible()
        boxes = page.locator(".gb-field textarea")
        for at in range(boxes.count()):
            name = boxes.nth(at).get_attribute("id") or ""
            if "[[" in boxes.nth(at).input_value():
                self.write_field(boxes.nth(at), find_line(name))
        expect(drawing).to_contain_text("Where is my order?")
        self.look()

    def go_back(self, title: str) -> None:
        """Close the form beside the page; the focus is on the page again."""
        self.page.keyboard.press("Escape")
        expect(self.page.locator(".gb-form-side")).to_have_count(0)
        expect(self.page.locator("h1")).to_have_text(title)

    def lead_to(self, title: str) -> None:
        """An answer of “Help me now” that leads to the page."""
        self.follow("Settings")
        self.follow("Help me now", inside="main")
        drawing = self.page.locator(".gb-flow svg")
        expect(drawing).to_be_visible()
        self.press_button("Add an answer")
        part = self.page.locator(".gb-form-part").last
        self.write_field(part.locator("textarea").first, title)
        self.add_name(part, title)
        self.press(part.locator("[data-remove]").first)
        self.wait_until_saved()
        expect(drawing).to_contain_text(title)
        self.look()


def find_words(loc: list[str | int]) -> str:
    names = tuple(part for part in loc if isinstance(part, str))
    numbers = [part for part in loc if isinstance(part, int)]
    found = TEXTS.get(names) or TEXTS[names[:-1]]
    return found if isinstance(found, str) else found[numbers[-1] % len(found)]


def find_line(name: str) -> str:
    """What a person of the role-play says, by the name of its box."""
    found = PLAY[name.rpartition("-")[2]]
    number = re.findall(r"-(\d+)-", name)[-1:]
    return found if isinstance(found, str) else found[int(number[0])]


def find_text(page: Page, at: list[str | int]) -> Locator:
    written = json.dumps(at, ensure_ascii=False)
    return page.locator(f"main [data-at='{written}']").first
