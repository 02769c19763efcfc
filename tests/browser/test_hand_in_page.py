"""Handing in from the preview, in a browser, as somebody does who has never seen git."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters import hand_in_desk
from generator.adapters.hand_in_desk import HandInDesk
from tests import repositories
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.edit_parts import change, follow, serve
from tests.repositories import git

PLAYBOOK = "playbooks/counter/late-order.yml"
OpenForm = Callable[[Path], Page]


@pytest.fixture
def open_form(browser: Browser) -> Iterator[OpenForm]:
    """Open the page for handing in of a project, by the link in the panel."""
    with ExitStack() as opened:

        def open_one(place: Path) -> Page:
            stage = opened.enter_context(follow(place))
            own = HandInDesk(place, stage)
            server = opened.enter_context(serve(stage, own.desk))
            page = opened.enter_context(make_page(browser))
            page.goto(server.address)
            page.locator(".gb-preview summary").first.click()
            page.get_by_role("link", name="hand it in").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Hand in")
            return page

        yield open_one


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repositories.isolate(monkeypatch, tmp_path)
    return repositories.make(tmp_path / "guide")


def find_status(page: Page, words: str) -> None:
    expect(page.locator(".gb-hand-in-status")).to_contain_text(words)


def test_a_change_is_looked_at_named_and_handed_in(place: Path, open_form: OpenForm) -> None:
    repositories.commit_all(place)
    repositories.add_remote(place, place.parent / "remote.git")
    change(place / PLAYBOOK, "Look for it.", "Look for it <i>twice</i>.")
    page = open_form(place)
    find_status(page, "what you changed")
    shown = page.locator(".gb-hand-in-changes")
    expect(shown).to_contain_text("Step reworded")
    expect(shown).to_contain_text("Look for it <i>twice</i>.")
    expect(page.locator(".gb-hand-in-where")).to_contain_text("sent to “origin”")
    expect(page.get_by_label("Your name")).to_be_hidden()
    expect(page.get_by_label("Hand in all the same")).to_be_hidden()
    message = page.get_by_label("What is it called?")
    expect(message).to_have_value("Late order: 1 step reworded")
    assert_accessible_in_every_look(page)
    message.fill("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("what you changed")
    message.fill("Look twice\n\nIt helps.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("region", name="Handed in")).to_contain_text("It was sent.")
    expect(page.get_by_role("region", name="Handed in")).to_be_focused()
    assert git(place.parent / "remote.git", "log", "-1", "--format=%B", "2026-11-27-look-twice")
    page.reload()
    find_status(page, "Nothing has changed")
    expect(page.get_by_role("button", name="Hand in")).to_be_hidden()


def test_who_one_is_and_errors_are_asked_about(
    place: Path, open_form: OpenForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    repositories.isolate(monkeypatch, place.parent, author=False)
    repositories.commit_all(place)
    change(place / PLAYBOOK, "owner: Service training", "owner: Nobody")
    page = open_form(place)
    find_status(page, "what you changed")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your name.")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your e-mail address").fill("ana@example.com")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert")).to_contain_text("error")
    assert_accessible_in_every_look(page)
    assert git(place, "branch", "--show-current") == "main"
    page.reload()  # by now it has been checked
    page.get_by_label("Hand in all the same").check()
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your e-mail address").fill("ana@example.com")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("region", name="Handed in")).to_contain_text(".patch")
    assert git(place, "log", "-1", "--format=%an <%ae>") == "Ana <ana@example.com>"


def test_only_what_was_shown_is_handed_in(place: Path, open_form: OpenForm) -> None:
    repositories.commit_all(place)
    change(place / PLAYBOOK, "Look for it.", "Look for it twice.")
    page = open_form(place)
    find_status(page, "what you changed")
    change(place / PLAYBOOK, "Say when it comes.", "Never say when it comes.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert")).to_contain_text("changed meanwhile")
    assert git(place, "branch", "--show-current") == "main"


def test_a_preview_that_does_not_answer_is_told(place: Path, open_form: OpenForm) -> None:
    repositories.commit_all(place)
    change(place / PLAYBOOK, "Look for it.", "Look for it twice.")
    page = open_form(place)
    find_status(page, "what you changed")
    page.route("**/~edit/hand-in-now", lambda route: route.fulfill(body="gone"))
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert")).to_contain_text("The preview does not answer.")
    page.unroute("**/~edit/hand-in-now")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("region", name="Handed in")).to_be_visible()


def test_without_git_there_is_a_file_to_send(place: Path, open_form: OpenForm) -> None:
    hand_in_desk.keep_copies(place)
    change(place / PLAYBOOK, "Look for it.", "Look for it twice.")
    page = open_form(place)
    expect(page.locator(".gb-hand-in-where")).to_contain_text("by e-mail")
    page.get_by_role("button", name="Make a file to send").click()
    expect(page.get_by_role("region", name="Handed in")).to_contain_text(".zip")
    assert list((place / "handed-in").glob("*.zip"))


def test_a_repository_in_which_nothing_can_be_handed_in_is_told(
    place: Path, open_form: OpenForm
) -> None:
    repositories.commit_all(place)
    git(place, "switch", "-q", "--detach")
    change(place / PLAYBOOK, "Look for it.", "Look for it twice.")
    page = open_form(place)
    find_status(page, "git switch main")
    expect(page.get_by_role("button", name="Hand in")).to_be_hidden()


def test_the_bar_leads_here_from_every_page(place: Path, open_form: OpenForm) -> None:
    repositories.commit_all(place)
    page = open_form(place)
    page.goto(page.url.replace("~edit/hand-in", "counter/late-order/"))
    bar = page.get_by_role("region", name="Editing")
    bar.get_by_role("link", name="Hand in").click()
    find_status(page, "Nothing has changed")
