"""The page for trainers: a session is chosen, kept in the address, and shown as slides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli.main import main
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import Open, make_page
from tests.browser.looks import assert_nothing_is_cut, look, unfold
from tests.projects import make_project
from tests.serving import serve

PRACTICE = samples.make_practice(roleplay=True)
FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(title="First", practice=PRACTICE, steps=["A.", "B."]),
        "fair/other": samples.make_minimal(title="Second"),
        "hurt/choking": samples.make_emergency(),
    },
    samples.make_about(["fair", "hurt"], right_now=[{"label": "Loud", "playbook": "other"}]),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("trainers")
    settings = make_project(place, FILES, theme="")
    result = CliRunner().invoke(main, ["build", "-f", str(settings)])
    assert result.exit_code == 0, result.output
    with serve(Path(place / "site")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(f"{home}trainers/")
        yield page


def test_an_address_that_a_message_has_escaped_keeps_the_session(page: Page, home: str) -> None:
    page.goto(f"{home}trainers/#10%2Cone")
    expect(page.locator(".gb-session-topic")).to_have_text("First")
    expect(page.get_by_label("10 minutes")).to_be_checked()


def test_a_session_is_chosen_and_kept_in_its_address(page: Page) -> None:
    page.get_by_label("10 minutes").check()
    page.get_by_text("All chapters").click()
    page.get_by_role("heading", name="Fair").click()
    page.get_by_role("checkbox", name="First", exact=True).check()
    rows = page.locator(".gb-session-plan tbody tr")
    expect(rows.first).to_contain_text("0–1")
    expect(rows.last).to_contain_text("9–10")
    page.get_by_role("checkbox", name="Second", exact=True).click()
    expect(page.locator(".gb-session-told")).to_contain_text("10 minutes hold 1 playbook.")
    expect(page.get_by_role("checkbox", name="Second", exact=True)).not_to_be_checked()
    assert page.url.endswith("#10,one")
    # What is chosen is no setting of pages: it is in the address alone.
    assert (
        page.evaluate("Object.keys(localStorage).filter((name) => /minutes|playbook/.test(name))")
        == []
    )
    page.reload()
    expect(page.get_by_role("checkbox", name="First", exact=True)).to_be_checked()
    expect(page.locator(".gb-session-topic")).to_have_text("First")


def test_what_happens_most_is_a_tap_away(page: Page) -> None:
    page.get_by_role("checkbox", name="Loud").check()
    expect(page.locator(".gb-session-topic")).to_have_text("Second")
    for _ in range(2):
        fold = page.locator(".gb-session-all")
        expect(fold.locator("> summary")).to_have_text("All chapters 1 chosen")
        expect(fold).not_to_have_attribute("open")  # it is seen above already
        expect(fold.locator("[value=other]")).to_be_checked()
        page.reload()
    expect(page.get_by_role("checkbox", name="Loud")).to_be_checked()


def test_what_is_chosen_elsewhere_is_seen_in_its_chapter(page: Page, home: str) -> None:
    page.goto(f"{home}trainers/#30,choking")
    page.reload()
    expect(page.get_by_role("checkbox", name="Choking", exact=True)).to_be_visible()


def test_papers_are_on_the_readers_own_sheets(open_page: Open) -> None:
    page = open_page("trainers/#30,shouting-customer")
    expect(page.locator(".gb-session-topic")).to_be_visible()
    papers = page.locator(":is(.gb-session-papers, .gb-paper-names) a:visible")
    for size, other in (("letter", "A4"), ("a4", "Letter")):
        links = papers.evaluate_all("links => links.map(({ href }) => href)")
        assert len(links) > 3
        assert {link.rsplit("-", 1)[1] for link in links} == {f"{size}.pdf"}
        page.get_by_role("button", name=f"Change to {other}").click()


def test_slides_by_keyboard(page: Page, home: str) -> None:
    page.goto(f"{home}trainers/#30,one")
    show = page.get_by_role("button", name="Show the slides")
    show.focus()
    page.keyboard.press("Enter")
    slides = page.get_by_role("dialog", name="Slides")
    expect(slides.get_by_role("heading")).to_have_text("30 minutes")
    seen = []
    while True:
        seen.append(slides.get_by_role("heading").inner_text())
        count = slides.locator(".gb-slides-count").inner_text()
        if len(set(count.split(" of "))) == 1:
            break
        page.keyboard.press("ArrowRight" if len(seen) % 2 else "Space")
    assert seen[:4] == ["30 minutes", "Open", "Read it", "First"]
    assert [one for one in seen if one.startswith("Step")] == ["Step 1 of 2", "Step 2 of 2"]
    assert seen[-1] == "One thing each"
    page.keyboard.press("Home")
    expect(slides.get_by_role("heading")).to_have_text("30 minutes")
    assert_accessible_in_every_look(page)
    page.keyboard.press("Escape")
    expect(slides).to_be_hidden()
    expect(show).to_be_focused()


def test_the_page_is_accessible(page: Page, home: str) -> None:
    page.goto(f"{home}trainers/#60,one,choking")
    expect(page.locator(".gb-session-plan table")).to_be_visible()
    assert_accessible_in_every_look(page)


@pytest.mark.parametrize("large", [False, True])
def test_nothing_of_a_plan_is_cut(page: Page, home: str, large: bool) -> None:
    page.goto(f"{home}trainers/#30,one,other,choking")
    expect(page.locator(".gb-session-plan table")).to_be_visible()
    look(page, width=320, height=640, large=large)
    unfold(page)
    assert_nothing_is_cut(page)


def test_times_stand_apart_from_titles_on_a_phone(open_page: Open) -> None:
    page = open_page("trainers/#30,shouting-customer", width=360)
    times = page.locator("td.gb-session-minutes")
    expect(times.first).to_be_visible()
    gaps = times.evaluate_all(
        """(all) => all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return one.nextElementSibling.getBoundingClientRect().left - range.getBoundingClientRect().right;
        })"""
    )
    assert gaps
    assert min(gaps) > 5


def test_without_scripts_it_says_where_papers_are(browser: Browser, home: str) -> None:
    with make_page(browser, java_script_enabled=False) as page:
        page.goto(f"{home}trainers/")
        expect(page.locator(".gb-no-js")).to_contain_text("hand-out and cue cards")
        expect(page.locator(".gb-session-form")).to_be_hidden()
