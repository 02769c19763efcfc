"""The search of a large guidebook: what it loads when somebody types, and what it does without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Locator, Page, Response, expect

from generator.views.finder import word_parts
from generator.views.pages.menu import MANY
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.projects import load, make_project
from tests.serving import serve

PLAYBOOKS = {
    "fair/parcel": samples.make_minimal(
        title="A parcel is late",
        search=["where is my order", "courier never came"],
        say=["I will find it for you."],
    ),
    "fair/refund": samples.make_minimal(
        title="Money back", search=["refund please"], checklist=["The zebra is back in its stable."]
    ),
    "hot/shouting": samples.make_minimal(title="Someone is loud", search=["kicking off"]),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guidebook whose search is in parts."""
    place = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_parts, "MANY", 1)
        build(load(make_project(place, samples.make_folder(PLAYBOOKS))))
    with serve(place / "site") as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with make_page(browser, viewport={"width": 360, "height": 740}) as page:
        yield page


def ask(page: Page, query: str) -> None:
    page.get_by_role("combobox").fill(query)


def note_parts(page: Page) -> list[str]:
    """The parts of the index that a page loads from now on."""
    loaded: list[str] = []

    def note(response: Response) -> None:
        if "/finder/" in response.url:
            loaded.append(response.url.rpartition("/")[2].removesuffix(".js"))

    page.on("response", note)
    return loaded


def test_a_phone_loads_the_lines_of_the_words_typed(phone: Page, large: str) -> None:
    loaded = note_parts(phone)
    phone.goto(f"{large}checklists/")
    ask(phone, "courier")
    first = phone.get_by_role("option").first
    expect(first).to_contain_text("A parcel is late")
    expect(first).to_contain_text("Say: “I will find it for you.”")
    assert_accessible_in_every_look(phone)
    kinds = [one.partition("-")[0] for one in loaded]
    assert sorted(kinds) == ["first", "rest", "shown", "words"]
    ask(phone, "courier ")
    ask(phone, "kicking off")
    expect(first).to_contain_text("Someone is loud")
    assert len(loaded) == len(set(loaded))


def test_titles_answer_where_no_line_can_be_had(phone: Page, large: str) -> None:
    phone.route("**/finder/words-*", lambda route: route.fulfill(body=""))
    phone.route("**/finder/shown-*", lambda route: route.fulfill(body=""))
    phone.goto(f"{large}checklists/")
    ask(phone, "parcel late")
    expect(phone.get_by_role("option", name="A parcel is late")).to_have_count(1)


def test_a_phone_searches_all_texts_when_it_is_asked(phone: Page, large: str) -> None:
    loaded = note_parts(phone)
    phone.goto(f"{large}checklists/")
    ask(phone, "zebra stable")
    more = phone.get_by_role("option", name="Search every word of all pages")
    expect(more).to_have_count(1)
    assert "all" not in loaded
    more.click()
    expect(phone.get_by_role("option", name="Money back")).to_have_count(1)
    expect(more).to_have_count(0)
    assert loaded.count("all") == 1


def test_the_same_by_keyboard(phone: Page, large: str) -> None:
    phone.goto(f"{large}checklists/")
    ask(phone, "zebra stable")
    more = phone.get_by_role("option", name="Search every word of all pages")
    expect(more).to_have_count(1)
    box = phone.get_by_role("combobox")
    for _ in range(phone.get_by_role("option").count()):
        if more.get_attribute("aria-selected") == "true":
            break
        box.press("ArrowDown")
    box.press("Enter")
    expect(phone.get_by_role("option", name="Money back")).to_have_count(1)


def test_a_wide_screen_searches_all_texts_anyway(browser: Browser, large: str) -> None:
    with make_page(browser) as page:
        loaded = note_parts(page)
        page.goto(f"{large}checklists/")
        ask(page, "zebra stable")
        expect(page.get_by_role("option", name="Money back")).to_have_count(1)
        assert "all" in loaded


def test_of_very_many_chapters_a_search_that_finds_nothing_leads_to_all(
    browser: Browser, tmp_path: Path
) -> None:
    playbooks = {f"at-{number}/one-{number}": samples.make_minimal() for number in range(MANY + 1)}
    build(load(make_project(tmp_path, samples.make_folder(playbooks))))
    with serve(tmp_path / "site") as address, make_page(browser) as page:
        page.goto(f"{address}checklists/")
        ask(page, "qqqq")
        expect(page.get_by_role("option")).to_have_text(["Help me now", "All chapters"])


def ask_about_a_parcel(phone: Page, large: str) -> Locator:
    """Ask, and be answered, so that words are there; returns the box for the next query."""
    phone.goto(f"{large}checklists/")
    ask(phone, "courier")
    expect(phone.get_by_role("option").first).to_contain_text("A parcel is late")
    return phone.get_by_role("combobox")


def test_enter_that_is_pressed_twice_leads_to_what_is_asked(phone: Page, large: str) -> None:
    box = ask_about_a_parcel(phone, large)
    box.fill("kicking off")
    box.press("Enter")
    box.press("Enter")
    phone.wait_for_url("**/hot/shouting/")


def test_enter_waits_for_what_is_typed_meanwhile(phone: Page, large: str) -> None:
    box = ask_about_a_parcel(phone, large)
    box.fill("kicking")
    box.press("Enter")
    box.press_sequentially(" off")
    expect(phone.get_by_role("option").first).to_contain_text("Someone is loud")
    assert phone.url == f"{large}checklists/"
