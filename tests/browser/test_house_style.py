"""A company's own logo and colour on the site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from generator.cli.main import main
from generator.model import colour
from tests import samples, tokens
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import HOT, Open
from tests.browser.looks import measure
from tests.projects import make_project
from tests.serving import serve

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" width="80" height="20">'
    b'<rect width="80" height="20" fill="#7a1fa2"/></svg>'
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
    settings = make_project(place, {**files, "logo.svg": LOGO})
    result = CliRunner().invoke(main, ["build", "-f", str(settings)])
    assert result.exit_code == 0, result.output
    return place / "site"


@pytest.fixture(scope="module")
def home(own_site: Path) -> Iterator[str]:
    """Where it is served, longer than a page of a test is open."""
    with serve(own_site) as address:
        yield address


@pytest.fixture
def open_own(open_page: Open, home: str) -> Open:
    return lambda path, **options: open_page(home + path, **options)


def test_the_accent_takes_the_brands_place(open_own: Open) -> None:
    page = open_own("hot/loud/")
    schemes = colour.make_schemes((0x7A, 0x1F, 0xA2))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        brand = colour.read(schemes[scheme]["brand"])
        tint = colour.read(schemes[scheme]["brand-tint"])
        assert tuple(page.evaluate(TONE, [".gb-say h2", "color"])) == brand
        assert tuple(page.evaluate(TONE, [".gb-say", "backgroundColor"])) == tint
        assert (scheme == "light") == (schemes[scheme]["brand"] == ACCENT)


def test_axe_finds_nothing_in_its_tints(open_own: Open) -> None:
    page = open_own("hot/loud/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    assert_accessible_in_every_look(page, widths=[1280])
    page = open_own("")
    page.get_by_role("button", name="Menu").click()
    assert_accessible_in_every_look(page, widths=[1280])


def test_the_chosen_scheme_wins(open_own: Open) -> None:
    page = open_own("hot/loud/", color_scheme="light")
    schemes = colour.make_schemes((0x7A, 0x1F, 0xA2))
    for scheme in ("dark", "light"):
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme }", scheme)
        brand = colour.read(schemes[scheme]["brand"])
        assert tuple(page.evaluate(TONE, [".gb-say h2", "color"])) == brand
    page.emulate_media(media="print")
    assert page.evaluate(TONE, [".gb-say h2", "color"]) == [0, 0, 0]


def test_the_logo_stands_beside_the_name(open_own: Open) -> None:
    page = open_own("", width=360, height=740)
    home = page.get_by_role("banner").get_by_role("link", name="Harbour <b> café: first page")
    logo = home.locator("img")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert measure(logo)["height"] < 44
    page = open_own("hot/loud/", width=360, height=740)
    page.get_by_role("button", name="Menu", exact=True).click()
    logo = page.locator("#gb-menu .gb-name img")
    expect(logo).to_be_in_viewport()
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")


def test_a_wide_logo_leaves_the_search_its_room_on_a_phone(open_own: Open, open_page: Open) -> None:
    plain = open_page(HOT, width=360, height=740)
    room = measure(plain.get_by_role("combobox"))["width"]
    page = open_own("hot/loud/", width=360, height=740)
    assert measure(page.get_by_role("combobox"))["width"] >= room - 1
    home = page.get_by_role("banner").get_by_role("link", name="first page")
    assert measure(home.locator("img"))["width"] <= measure(home)["width"] <= 45


def test_without_them_name_and_colour_are_the_guidebooks_own(open_page: Open) -> None:
    page = open_page(HOT)
    expect(page.locator(".gb-name img")).to_have_count(0)
    for scheme, brand in zip(("light", "dark"), tokens.COLORS["--gb-brand"], strict=True):
        page.emulate_media(color_scheme=scheme)
        assert tuple(page.evaluate(TONE, [".gb-say h2", "color"])) == colour.read(brand)
