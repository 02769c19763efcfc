"""What the theme and the code both say, and a site without any theme below the guidebook's own."""

import gzip
import json
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from rcssmin import cssmin
from rjsmin import jsmin
from selectolax.lexbor import LexborHTMLParser

from generator.model import colour, paths
from generator.model.guidebook import Guidebook
from generator.model.playbook_items import Channel
from generator.views import bundles, finder, pwa, theme_context
from generator.views.finder import engine
from generator.views.pages.page import Layout
from tests import samples, tokens
from tests.bundle_paths import make_plain
from tests.conftest import ROOT
from tests.projects import load, make_project

THEME = ROOT / "generator" / "theme"
ASSETS = THEME / "assets" / "guidebook"
EVERY_PAGE_LOADS = ("early.js", "core.css", "core.js", "icon.svg")
MOST_BYTES = 60_000  # over the wire, gzipped
FONT = "vendor/atkinson-next-latin-normal.woff2"


def test_paper_and_card_are_the_same_in_style_sheet_and_code(guidebook: Guidebook) -> None:
    grounds = list(colour.GROUNDS.values())
    for name in ("paper", "card"):
        found = [colour.read(one) for one in tokens.COLORS[f"--gb-{name}"]]
        assert found == [getattr(ground, name) for ground in grounds]
    manifest = json.loads(pwa.make_manifest(guidebook))
    paper = theme_context.describe(guidebook, [], theme={})["paper"]
    assert list(paper.values()) == tokens.COLORS["--gb-paper"]
    assert manifest["theme_color"] == manifest["background_color"] == paper["light"]


def test_old_browsers_get_every_light_colour() -> None:
    block = re.search(r"@supports not .*?\{\n(.*?)\n\}", tokens.TEXT, re.DOTALL)
    assert block
    plain = dict(re.findall(r"(--gb-[a-z-]+): (.+);", block[1]))
    assert plain == {name: light for name, (light, _) in tokens.COLORS.items()}


OF_THE_PAGE = ("-packed", "-parts", "-fetch", "-state", "")
"""Scripts of the finder that the check has no use for, by the ends of their names."""


def test_the_page_loads_the_finders_scripts_in_the_checks_order(site: Path) -> None:
    script = (ASSETS / "finder-loader.js").read_text("utf-8")
    bundle = (site / bundles.FOLDER / "finder-engine.js").read_text("utf-8")
    parts = [
        (ASSETS / name).read_text("utf-8")
        for name in (*engine.SCRIPTS, *(f"finder{one}.js" for one in OF_THE_PAGE))
    ]
    assert bundle == jsmin("\n".join(parts))
    for path in finder.PATHS:
        assert f'"../../{path}"' in script
    assert '"finder-engine.css", "finder-engine.js"' in script


def test_scripts_name_the_page_of_a_folder_as_the_code_does() -> None:
    named = {
        name
        for path in ASSETS.glob("*.js")
        for name in re.findall(r"\b\w+\.html\b", path.read_text("utf-8"))
    }
    assert named == {paths.INDEX, "404.html"}


def list_styles(site: Path) -> dict[str, set[str]]:
    """The style sheets that each page loads, by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix(f"/{paths.INDEX}"): {
            (node.attributes["href"] or "").rpartition("assets/")[2].split(".")[0]
            for node in LexborHTMLParser(path.read_text("utf-8")).css("link[rel=stylesheet]")
        }
        for path in site.rglob("*.html")
    }


def test_only_hand_written_pages_load_material(site: Path) -> None:
    styles = list_styles(site)
    material = {name for name, loaded in styles.items() if "stylesheets/main" in loaded}
    assert material == {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert {path.name for path in (site / "assets").iterdir()} == {"guidebook", "stylesheets"}
    assert not list(site.rglob("*.map"))
    page = LexborHTMLParser((site / paths.INDEX).read_text("utf-8"))
    assert not page.css('[class*="md-"]')


@pytest.mark.parametrize("theme", ["", "theme: {name: readthedocs}\n"])
def test_without_material_nothing_of_a_theme_is_there(tmp_path: Path, theme: str) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal()})
    docs = {"notes.md": b"# Notes\n\nSome words.\n"}
    build(load(make_project(tmp_path, files, docs=docs, theme=theme)))
    site = tmp_path / "site"
    assert {path.name for path in (site / "assets").iterdir()} == {"guidebook"}
    assert not {path.name for path in site.iterdir()} & {"css", "js", "fonts", "img", "search.html"}
    styles = list_styles(site)
    assert styles["notes"] == styles["404.html"]
    assert "guidebook/page-prose" in styles["notes"]
    page = LexborHTMLParser((site / "notes" / paths.INDEX).read_text("utf-8"))
    assert page.css_first("main h1").text() == "Notes"
    assert page.css_first("nav [aria-current=page]").text() == "Notes"


def test_the_settings_offer_every_channel(site: Path) -> None:
    page = LexborHTMLParser((site / paths.INDEX).read_text("utf-8"))
    offered = [one.attributes["value"] for one in page.css("#gb-settings [name=channel]")]
    assert sorted(filter(None, offered)) == sorted(Channel)


def list_plain(site: Path) -> dict[str, Path]:
    """The style sheets, scripts and signs of a site, by their path without a digest."""
    files = [path for path in (site / bundles.FOLDER).iterdir() if path.is_file()]
    return {make_plain(path.relative_to(site).as_posix()): path for path in files}


MODES = ("now-mode", "role-play-mode", "sentence-dialog")
"""What a page loads when somebody asks for it."""


def test_every_layout_has_its_style_sheet_and_script(site: Path) -> None:
    files = [name.rpartition("/")[2] for name in list_plain(site)]
    made = {one for one in files if not one.endswith(".asked.json")}  # the worker’s lists
    named = [bundles.name_bundles(layout) for layout in Layout]
    styles = {f"{one['style']}.css" for one in named}
    scripts = {f"{one['script']}.js" for one in named if one["script"]}
    assert styles | scripts <= made
    rest = {"core.css", "page-prose.css", "page-material.css", "early.js", "core.js"}
    rest |= {f"{name}.{kind}" for name in MODES for kind in ("css", "js")}
    rest |= {"finder-engine.css", "finder-engine.js", "edition.js", "problems.css", "icon.svg"}
    assert made - styles - scripts == rest


def test_no_playbook_weighs_more_than_a_slow_phone_can_wait_for(
    site: Path, guidebook: Guidebook
) -> None:
    """The heaviest is 52 kB today, with what it loads. A browser test counts the files."""

    def weigh(*names: str) -> int:
        read = [plain.get(name, site / name).read_bytes() for name in names]
        return sum(len(gzip.compress(one, 6)) for one in read)

    plain = list_plain(site)
    usual = ["manifest.webmanifest", *(f"{bundles.FOLDER}{name}" for name in EVERY_PAGE_LOADS)]
    common = weigh(*usual) + (site / bundles.FOLDER / FONT).stat().st_size
    heavy = {}
    for playbook in guidebook.playbooks:
        own = f"{bundles.FOLDER}page-{'emergency' if playbook.kind == 'emergency' else 'playbook'}"
        weight = common + weigh(f"{playbook.url}index.html", f"{own}.css", f"{own}.js")
        if weight > MOST_BYTES:
            heavy[playbook.id] = weight
    assert heavy == {}


def test_every_file_of_the_theme_is_in_a_bundle(site: Path) -> None:
    """A style sheet or a script that no bundle takes in would be forgotten."""
    made = [path.read_text("utf-8") for path in (site / bundles.FOLDER).glob("*.*s")]
    for path in ASSETS.glob("*.*s"):
        if not path.name.startswith("worker") and path.stem not in bundles.LEARNING:
            text = path.read_text("utf-8")
            small = jsmin(text) if path.suffix == ".js" else cssmin(text)
            assert any(small in one for one in made), path.name


def test_every_colour_cut_out_of_a_pictogram_has_its_shape_once(site: Path) -> None:
    defined = re.compile(r"(--gb-icon-[a-z0-9-]+):url")
    frames = set(defined.findall(list_plain(site)[f"{bundles.FOLDER}core.css"].read_text("utf-8")))
    for path in (site / bundles.FOLDER).glob("*.css"):
        text = path.read_text("utf-8")
        used = set(re.findall(r"var\((--gb-icon-[a-z0-9-]+)\)", text))
        own = used if path.name.startswith("core.") else used - frames
        assert own == set(defined.findall(text)), path.name
