"""Texts of every kind of page of the shipped guidebook are changed where they stand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.edit_server import EditServer
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import make_page
from tests.browser.test_page_editor import find, open_editor, open_form
from tests.conftest import ROOT
from tests.edit_parts import edit

CHOKING = "hurt-or-ill/choking.yml"
SHOUTING = "when-it-gets-hot/shouting-customer.yml"
TEXTS = [
    ("", "guidebook.yml", ("right_now", 0, "label")),
    ("", "guidebook.yml", ("chapters", 0, "purpose")),
    ("hurt-or-ill/choking/", CHOKING, ("first",)),
    ("hurt-or-ill/choking/", CHOKING, ("branches", 0, "see")),
    ("hurt-or-ill/choking/", CHOKING, ("branches", 1, "now", 0)),
    ("help-me-now/", "help-me-now.yml", ("questions", 0, "answers", 0, "say")),
    ("help-me-now/tree/", "help-me-now.yml", ("questions", 1, "ask")),
    ("when-it-gets-hot/shouting-customer/", SHOUTING, ("say", 0, "say")),
    ("when-it-gets-hot/shouting-customer/", SHOUTING, ("stop", "text")),
    ("words/#playbook-shouting-customer", SHOUTING, ("say", 0, "say")),
    ("managers/", "guidebook.yml", ("house_values", "spend-limit", "ask")),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kinds")
    shutil.copytree(ROOT / "playbooks", place / "playbooks")
    (place / "mkdocs.yml").write_text(
        "site_name: x\nplugins:\n- guidebook:\n    papers: false\n", "utf-8"
    )
    return place


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.fixture(scope="module")
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser, viewport={"width": 360, "height": 780}) as page:
        open_editor(page, server, "")
        yield page


@pytest.mark.parametrize(("path", "name", "loc"), TEXTS)
def test_a_text_is_changed(
    page: Page, server: EditServer, home: Path, path: str, name: str, loc: tuple[str | int, ...]
) -> None:
    page.goto(f"{server.guard.origin}/{path}")
    expect(page.locator(".gb-editor-on")).to_be_attached()
    text = find(page, *loc, name=name)
    expect(text).to_have_attribute("tabindex", "0")
    for fold in text.locator("xpath=ancestor::details").all():
        fold.evaluate("(one) => { one.open = true; }")
    box = open_form(page, *loc, name=name)
    assert_accessible(page)
    words = f"{box.input_value()[:20].rstrip(' .')} now{' and here' if 'words' in path else ''}"
    box.fill(words)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gb-editor")).to_have_count(0)
    expect(page.locator(".gb-editor-said")).to_have_text("Saved")
    expect(find(page, *loc, name=name)).to_contain_text(" now")
    assert words in (home / "playbooks" / name).read_text("utf-8")
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, "the page is wider than the screen"
