"""Where all printers hold the same sheets, nobody is asked for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Page, expect

from tests import samples
from tests.browser.conftest import make_page
from tests.projects import load, make_project
from tests.serving import serve

TILES = [{"label": "Loud", "playbook": "one"}]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with papers for US Letter alone."""
    place: Path = tmp_path_factory.mktemp("letters")
    playbook = samples.make_minimal(title="One", practice=samples.make_practice())
    about = samples.make_about(["fair"], sheets="letter", right_now=TILES)
    build(
        load(make_project(place, samples.make_folder({"fair/one": playbook}, about), papers=True))
    )
    with serve(place / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of somebody whose other guidebooks are printed on A4."""
    with make_page(browser, locale="en-GB") as page:
        yield page


def test_papers_are_there_whatever_was_chosen_elsewhere(page: Page, letters: str) -> None:
    page.goto(f"{letters}fair/one/")
    links = page.locator(".gb-papers").get_by_role("link")
    expect(links.filter(has_text="Letter").first).to_be_visible()
    assert all(one.is_visible() for one in links.all())
    expect(page.get_by_role("button", name="Change to")).to_have_count(0)


def test_a_list_prints_without_a_choice(page: Page, letters: str) -> None:
    page.goto(f"{letters}checklists/")
    expect(page.get_by_role("link", name="Print Letter")).to_be_visible()
    expect(page.get_by_role("radio", name="A4")).to_have_count(0)


def test_a_session_links_its_papers(page: Page, letters: str) -> None:
    page.goto(f"{letters}trainers/")
    page.get_by_role("checkbox", name="Loud").check()
    papers = page.locator(".gb-session-papers a")
    expect(papers.first).to_be_visible()
    assert all("letter" in (one.get_attribute("href") or "") for one in papers.all())
