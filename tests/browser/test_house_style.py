"""A company's own logo and colour on the site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.adapters import folder
from generator.cli.main import main
from generator.model import colour
from tests import samples
from tests.browser.accessibility import assert_accessible

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    b'<rect width="40" height="20" fill="#7a1fa2"/></svg>'
)
ACCENT = "#7a1fa2"
TONE = """name => {
  const [red, green, blue] = getComputedStyle(document.querySelector(name[0]))[name[1]].match(/\\d+/g);
  return [red, green, blue].map(Number); }"""


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("own")
    about = samples.make_about(["hot"], title="Harbour <b> café", logo="logo.svg", accent=ACCENT)
    files = samples.make_folder({"hot/loud": samples.make_minimal()}, about)
    folder.write(place / "playbooks", {**files, "logo.svg": LOGO})
    (place / "docs").mkdir()
    config = place / "mkdocs.yml"
    config.write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [guidebook: {papers: false}]\n"
    )
    result = CliRunner().invoke(main, ["build", "-f", str(config)])
    assert result.exit_code == 0, result.output
    return place / "site"


@pytest.fixture
def open_own(browser: Browser, own_site: Path) -> Iterator[Any]:
    opened = []

    def open_one(path: str, **options: Any) -> Page:
        page = browser.new_page(**options)
        opened.append(page)
        page.goto((own_site / path).as_uri())
        return page

    yield open_one
    for page in opened:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_accent_takes_the_brands_place(open_own: Any, scheme: str) -> None:
    page = open_own("hot/loud/index.html", color_scheme=scheme)
    wanted = colour.make_schemes((0x7A, 0x1F, 0xA2))[scheme]
    brand = colour.read(wanted["brand"])
    tint = colour.read(wanted["brand-tint"])
    assert tuple(page.evaluate(TONE, [".gb-say h2", "color"])) == brand
    assert tuple(page.evaluate(TONE, [".gb-say", "backgroundColor"])) == tint
    assert (scheme == "light") == (wanted["brand"] == ACCENT)
    for path in ("hot/loud/index.html", "index.html"):
        page = open_own(path, color_scheme=scheme)
        for box in page.get_by_role("checkbox").all():
            box.check()
        if path == "index.html":
            page.get_by_role("button", name="Menu").click()
        assert_accessible(page)


def test_the_chosen_scheme_wins(open_own: Any) -> None:
    page = open_own("hot/loud/index.html", color_scheme="light")
    schemes = colour.make_schemes((0x7A, 0x1F, 0xA2))
    for scheme in ("dark", "light"):
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme }", scheme)
        brand = colour.read(schemes[scheme]["brand"])
        assert tuple(page.evaluate(TONE, [".gb-say h2", "color"])) == brand
    page.emulate_media(media="print")
    assert page.evaluate(TONE, [".gb-say h2", "color"]) == [0, 0, 0]


def test_the_logo_stands_beside_the_name(open_own: Any) -> None:
    page = open_own("index.html", viewport={"width": 360, "height": 740})
    home = page.get_by_role("link", name="Harbour <b> café", exact=True).first
    logo = home.get_by_role("img")
    expect(logo).to_have_accessible_name("Harbour <b> café")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert logo.bounding_box()["height"] < 44
    page = open_own("hot/loud/index.html", viewport={"width": 360, "height": 740})
    page.get_by_role("button", name="Menu", exact=True).click()
    logo = page.locator("#gb-menu .gb-name img")
    expect(logo).to_be_in_viewport()
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")


def test_without_them_nothing_is_left(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".gb-name img, head style")).to_have_count(0)
    page.close()
