"""A trainer makes a playbook of every kind, with all that belongs to it, and sees no YAML."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.adapters import folder
from generator.adapters.edit_server import EditServer
from generator.model.playbook import Kind
from tests import commands, sound_project
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.edit_parts import edit

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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for path, content in sound_project.make_files().items():
        folder.put(tmp_path / path, content.encode())
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [{guidebook: {papers: false}}]\n")
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(server.address)
        page.seen = []  # type: ignore[attr-defined]
        yield page


def find_words(loc: list[str | int]) -> str:
    names = tuple(part for part in loc if isinstance(part, str))
    numbers = [part for part in loc if isinstance(part, int)]
    found = TEXTS.get(names) or TEXTS[names[:-1]]
    return found if isinstance(found, str) else found[numbers[-1] % len(found)]


def check_no_yaml(page: Page) -> None:
    """No text that is on screen is of a file."""
    shown = page.locator("main").inner_text()
    assert not re.search(r"^\s*(?:- )?[a-z_]+:( |$)", shown, re.MULTILINE), shown


def make_playbook(page: Page, title: str, kind: str) -> None:
    page.get_by_role("link", name="New playbook").first.click()
    check_no_yaml(page)
    page.get_by_label("Title").fill(title)
    page.get_by_role("radio", name=kind.capitalize()).check()
    page.get_by_label("Chapter").select_option("counter")
    page.get_by_label("A page that leads here").select_option("listen-first")
    page.get_by_role("button", name="Make it").click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".gb-editor-on")).to_be_attached()


def fill_gaps(page: Page) -> None:
    """Write each text of the page in which there is a gap, where it stands."""
    gaps = page.locator("main [data-at]", has_text="[[")
    expect(page.locator("main [data-at][tabindex]").first).to_be_attached()
    while gaps.count():
        at = json.loads(gaps.first.get_attribute("data-at") or "")
        one = find_text(page, at)
        one.evaluate(
            "(text) => { for (let at = text; at; at = at.parentElement) if (at.localName === 'details') at.open = true; }"
        )
        one.focus()
        page.keyboard.press("Enter")
        box = page.locator(".gb-editor textarea")
        expect(box).to_be_focused()
        box.fill(find_words(at[1:]))
        page.keyboard.press("Control+Enter")
        expect(page.locator(".gb-editor")).to_have_count(0)
        expect(find_text(page, at)).not_to_contain_text("[[")
    check_no_yaml(page)


def find_text(page: Page, at: list[str | int]) -> Locator:
    written = json.dumps(at, ensure_ascii=False)
    return page.locator(f"main [data-at='{written}']").first


def field(page: Page, label: str) -> Locator:
    return (
        page.locator(".gb-field")
        .filter(
            has=page.locator("label, legend", has_text=re.compile(rf"^\s*{re.escape(label)}\s*$"))
        )
        .first
    )


def save(page: Page) -> None:
    expect(page.locator(".gb-form-said")).to_have_text("Saved.")
    page.locator(".gb-form-said").evaluate("(said) => { said.textContent = ''; }")


def write_lines(page: Page, label: str, lines: list[str]) -> None:
    box = field(page, label).locator("textarea")
    box.fill("\n".join(lines))
    box.press("Control+Enter")
    save(page)


def add_name(page: Page, label: str, name: str) -> None:
    box = field(page, label).locator(".gb-field-add input")
    box.fill(name)
    box.press("Enter")
    save(page)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).first.click()
    save(page)


def describe_page(page: Page, kind: str) -> None:
    """What the page does not show: where it leads, how it is found, what it rests on."""
    page.get_by_role("link", name="About this page").first.click()
    expect(page.locator(".gb-form")).to_be_visible()
    check_no_yaml(page)
    add_name(page, "Related playbooks", "Late order")
    add_name(page, "Related playbooks", "Long queue")
    write_lines(page, "Search", [f"late {number} {kind}" for number in range(15)])
    write_lines(page, "Must find it", [f"late 3 {kind}"])
    add_name(page, "Sources", "A study")
    add_name(page, "Ideas", "Waits feel long.")
    field(page, "Review every").locator("input").fill("120")
    field(page, "Review every").locator("input").press("Enter")
    save(page)
    press(page, "Add a quiz")
    expect(page.locator(".gb-found")).to_contain_text("bring this page up first.")


def play_roles(page: Page) -> None:
    """A role-play: its words are filled in box by box."""
    press(page, "Add a role-play")
    page.get_by_role("link", name="Role-play").first.click()
    expect(page.locator(".gb-flow svg")).to_be_visible()
    boxes = page.locator(".gb-field textarea")
    for at in range(boxes.count()):
        box = boxes.nth(at)
        if "[[" in box.input_value():
            key = (box.get_attribute("id") or "").rpartition("-")[2]
            texts = PLAY[key]
            number = (
                int(re.findall(r"-(\d+)-", box.get_attribute("id") or "-0-")[-1:][0])
                if not isinstance(texts, str)
                else 0
            )
            box.fill(texts if isinstance(texts, str) else texts[number])
            box.press("Enter")
            save(page)
    expect(page.locator(".gb-flow svg")).to_contain_text("Where is my order?")
    check_no_yaml(page)


def lead_to(page: Page, title: str) -> None:
    """An answer of “Help me now” that leads to the page."""
    page.get_by_role("link", name="Settings").first.click()
    page.get_by_role("main").get_by_role("link", name="Help me now").click()
    expect(page.locator(".gb-flow svg")).to_be_visible()
    press(page, "Add an answer")
    part = page.locator(".gb-form-part").last
    part.locator("textarea").first.fill(title)
    part.locator("textarea").first.press("Enter")
    save(page)
    names = page.locator(".gb-form-part").last.locator(".gb-field-add input")
    names.fill(title)
    names.press("Enter")
    save(page)
    page.locator(".gb-form-part").last.get_by_role("button", name="Remove").first.click()
    save(page)
    expect(page.locator(".gb-flow svg")).to_contain_text(title)
    check_no_yaml(page)


def check_clean(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = commands.run("check", str(home))
    assert done.exit_code == 0, done.output
    assert not re.search(r"\d+ (error|warning)", done.output), done.output


@pytest.mark.parametrize("kind", list(Kind))
def test_a_playbook_of_each_kind_is_made_without_yaml(
    page: Page, server: EditServer, home: Path, kind: Kind, capsys: pytest.CaptureFixture[str]
) -> None:
    title = f"A new {kind.value}"
    make_playbook(page, title, kind.value)
    fill_gaps(page)
    describe_page(page, kind.value)
    if kind is Kind.SCENARIO:
        play_roles(page)
        page.get_by_role("link", name=title).first.click()
    else:
        page.get_by_role("link", name=title).first.click()
    fill_gaps(page)
    if kind in (Kind.SCENARIO, Kind.EMERGENCY):
        lead_to(page, title)
    check_clean(home, capsys)
