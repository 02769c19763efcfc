"""The site without a network, from a stick."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.adapters import folder
from generator.site import offline_zip
from generator.views import zip_file
from tests.browser.conftest import HOT, Open, make_context, search
from tests.browser.driving import go_back


@pytest.fixture(scope="module")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip, in a folder as people name them."""
    place = tmp_path_factory.mktemp("stick") / "Übung für alle #1 (100 %)"
    place.mkdir()
    packed = place / "guidebook.zip"
    packed.write_bytes(zip_file.pack(offline_zip.make_files(folder.read_tree(site))))
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    return place


def test_from_a_stick(open_page: Open, stick: Path) -> None:
    page = open_page((stick / "Open the guidebook.html").as_uri(), width=360, height=740)
    heading = page.get_by_role("heading", level=1)
    page.wait_for_url(re.compile(r"/guidebook/index\.html$"))
    page.get_by_role("main").get_by_role("link", name="Anger and abuse").click()
    expect(heading).to_have_text("Anger and abuse")
    page.get_by_role("link", name="Someone is shouting").first.click()
    expect(heading).to_have_text("Someone is shouting")
    search(page, "broken promise")
    result = page.locator("[data-finder-result]").first
    expect(result).to_have_attribute("href", re.compile(r"/index\.html$"))
    result.click()
    expect(heading).not_to_have_text("Someone is shouting")
    go_back(page)
    expect(heading).to_have_text("Someone is shouting")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#gb-menu").get_by_role("link", name="Checklists").click()
    expect(heading).to_have_text("Checklists")
    page.get_by_role("link", name="Help me now").first.click()
    expect(heading).to_have_text("Help me now")
    go_back(page)
    go_back(page)
    expect(heading).to_have_text("Someone is shouting")


def test_what_is_written_into_a_page_of_the_stick_does_not_run(
    browser: Browser, stick: Path
) -> None:
    pages = list(stick.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        assert path.read_text("utf-8").count('<meta http-equiv="Content-Sec') == 1, path
    for home in (stick / "Open the guidebook.html", stick / "guidebook/about/index.html"):
        place = home.with_name("planted.html")
        text = home.read_text("utf-8")
        plant = "<script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
        place.write_text(text.replace("<h1", f"{plant}<h1", 1), "utf-8")
        told = _list_refused(browser, place)
        place.unlink()
        assert {"refused: script-src-elem", "refused: script-src-attr"} <= told


# Firefox says nothing of it in the console that a driver hears of. The front file leads on at once.
TELL_REFUSED = """document.addEventListener("securitypolicyviolation", (event) => {
  console.info(`refused: ${event.effectiveDirective}`);
});"""


def _list_refused(browser: Browser, place: Path) -> set[str]:
    """What is refused of a page in which something is planted that must not run."""
    told: set[str] = set()
    with make_context(browser) as context:
        page = context.new_page()
        page.add_init_script(TELL_REFUSED)
        page.on("console", lambda message: told.add(message.text))
        page.goto(place.as_uri())
        page.wait_for_load_state()
        assert page.evaluate("window.pwned") is None
    return told


def test_no_link_of_the_stick_leads_to_a_list_of_files(open_page: Open, stick: Path) -> None:
    page = open_page((stick / "guidebook" / "index.html").as_uri())
    for path in ("index.html", f"{HOT}index.html", "help-me-now/index.html", "about/index.html"):
        page.goto((stick / "guidebook" / path).as_uri())
        links = page.evaluate("[...document.links].map((link) => link.href)")
        assert links
        assert not [one for one in links if one.startswith("file:") and one.endswith("/")]


def test_the_front_file_alone_says_what_is_missing(
    browser: Browser, stick: Path, tmp_path: Path
) -> None:
    lonely = tmp_path / "Open the guidebook.html"
    lonely.write_bytes((stick / lonely.name).read_bytes())
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(lonely.as_uri())
        expect(page.get_by_text("Unpack the whole zip first")).to_be_visible()
