"""The page for trainers: a session is chosen, kept in the address, and shown as slides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli.main import main
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.projects import make_project
from tests.serving import serve

PRACTICE = samples.make_practice(roleplay=True)
FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(title="First", practice=PRACTICE, steps=["A.", "B."]),
        "fair/other": samples.make_minimal(title="Second"),
        "hurt/choking": samples.make_emergency(),
    }
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


def test_a_session_is_chosen_and_kept_in_its_address(page: Page) -> None:
    page.get_by_label("10 minutes").check()
    page.locator(".gb-fold summary").first.click()
    page.get_by_role("checkbox", name="First", exact=True).check()
    rows = page.locator(".gb-session-plan tbody tr")
    expect(rows.first).to_contain_text("0–1")
    expect(rows.last).to_contain_text("9–10")
    page.get_by_role("checkbox", name="Second", exact=True).click()
    expect(page.locator(".gb-session-told")).to_contain_text("10 minutes hold 1 playbook.")
    expect(page.get_by_role("checkbox", name="Second", exact=True)).not_to_be_checked()
    assert page.url.endswith("#10,one")
    page.reload()
    expect(page.get_by_role("checkbox", name="First", exact=True)).to_be_checked()
    expect(page.locator(".gb-session-topic")).to_have_text("First")


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


def test_without_scripts_it_says_where_papers_are(browser: Browser, home: str) -> None:
    with make_page(browser, java_script_enabled=False) as page:
        page.goto(f"{home}trainers/")
        expect(page.locator(".gb-no-js")).to_contain_text("hand-out and cue cards")
        expect(page.locator(".gb-session-form")).to_be_hidden()
