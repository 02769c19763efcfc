"""Lists of a large guidebook: their overviews and their parts, as a phone shows them."""

from collections.abc import Iterator
from functools import partial

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Page, expect

from generator.views import pages
from generator.views.pages.renderer import ListSizes
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_page
from tests.projects import load, make_project
from tests.serving import serve
from tests.test_list_parts import PLAYBOOKS

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guidebook whose lists count as long."""
    place = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "ListSizes", partial(ListSizes, 3, 10))
        titled = {name: {**one, "title": f"Page {name[5:]}"} for name, one in PLAYBOOKS.items()}
        build(load(make_project(place, samples.make_folder(titled))))
    with serve(place / "site") as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with make_page(browser, **PHONE) as page:
        yield page


@pytest.mark.parametrize("name", ["words", "checklists", "practice"])
def test_an_overview_leads_to_a_part(phone: Page, large: str, name: str) -> None:
    phone.goto(f"{large}{name}/")
    assert_accessible_in_every_look(phone)
    phone.get_by_role("link", name="Fair 3").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Fair")
    expect(phone.get_by_role("link", name="Page two", exact=True)).to_be_visible()
    assert_accessible_in_every_look(phone)
    phone.locator(".gb-where a").click()
    expect(phone).to_have_url(f"{large}{name}/")


def test_words_of_a_part_are_chosen_as_on_one_page(phone: Page, large: str) -> None:
    phone.goto(f"{large}words/in/fair/")
    phone.get_by_role("link", name="Page two").click()
    said = phone.get_by_role("button", name="Copy: “Tell me the main thing.”")
    expect(said).to_have_count(1)
    phone.get_by_role("link", name="All situations").click()
    expect(phone).to_have_url(f"{large}words/in/fair/")
    phone.locator("#filter-words").fill("two")
    expect(said).to_be_visible()


def test_a_part_is_searched_like_the_whole(phone: Page, large: str) -> None:
    phone.goto(f"{large}checklists/in/fair/")
    rows = phone.locator(".gb-row:visible")
    expect(rows).to_have_count(3)
    phone.locator("#sift-words").fill("two")
    expect(rows).to_have_count(1)
    phone.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(3)


def test_everything_is_reached_without_scripts(browser: Browser, large: str) -> None:
    with make_page(browser, java_script_enabled=False, **PHONE) as page:
        page.goto(f"{large}words/")
        told = page.locator(".gb-body > .gb-why")
        expect(told).to_have_text("Choose a chapter.", use_inner_text=True)
        page.get_by_role("link", name="Fair 3").click()
        page.locator("summary", has_text="3 phrases for 3 situations").click()
        expect(page.get_by_role("heading", name="Page two")).to_be_visible()
        page.goto(f"{large}practice/in/fair/")
        expect(page.get_by_role("link", name="Page two", exact=True)).to_be_visible()
