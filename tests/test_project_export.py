"""The same site from two site generators, with and without Material: a reader meets the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.cli.main import main
from generator.site import project_export
from generator.views import finder
from tests import samples
from tests.conftest import ROOT, MakeOnce
from tests.indexes import read_first


@pytest.fixture(scope="module")
def own_site(make_once: MakeOnce) -> Path:
    """The shipped guidebook, built without Material: MkDocs' own theme is its default."""

    def make(target: Path) -> None:
        build(
            load_config(str(ROOT / "mkdocs.yml"), strict=True, theme="mkdocs", site_dir=str(target))
        )

    return make_once("own-site", make)


@pytest.fixture(scope="module")
def zensical_site(make_once: MakeOnce) -> Path:
    def make(project: Path) -> None:
        folders = ["--playbooks", str(ROOT / "playbooks"), "--docs", str(ROOT / "docs")]
        result = CliRunner().invoke(main, ["write", str(project), *folders])
        assert result.exit_code == 0, result.output
        command = [str(Path(sys.executable).with_name("zensical")), "build", "--clean", "--strict"]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    return make_once("zensical", make) / "site"


def read_content(path: Path) -> LexborNode:
    html = re.sub("<wbr ?/?>", "", path.read_text("utf-8"))  # where a name may break is no word
    content = LexborHTMLParser(html).css_first("article")
    assert content is not None, path
    return content


def list_pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def list_headings(content: LexborNode) -> list[tuple[str, str]]:
    return [(node.tag or "", words(node)) for node in content.css("h1, h2, h3, h4, h5, h6")]


def words(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).replace("¶", "").strip()


def list_anchors(content: LexborNode) -> list[str]:
    return [node.attributes["id"] or "" for node in content.css("[id]")]


@pytest.fixture(params=["own_site", "zensical_site"])
def other_site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_same_pages(site: Path, other_site: Path) -> None:
    assert list_pages(site) == list_pages(other_site)


def test_same_content(site: Path, other_site: Path) -> None:
    for name in sorted(list_pages(site)):
        one, other = read_content(site / name), read_content(other_site / name)
        assert list_headings(one) == list_headings(other), name
        assert list_anchors(one) == list_anchors(other), name
        assert words(one) == words(other), name


@pytest.mark.parametrize("name", ["when-it-gets-hot/shouting-customer", "about"])
def test_same_title_and_menu(site: Path, other_site: Path, name: str) -> None:
    one, other = (
        LexborHTMLParser((place / name / "index.html").read_text("utf-8"))
        for place in (site, other_site)
    )
    for part in ("title", "nav", "header", "footer", "[aria-current]"):
        assert words(one.css_first(part)) == words(other.css_first(part)), part


def test_same_way_to_the_parts_of_a_long_page(site: Path, other_site: Path) -> None:
    for place in (site, other_site):
        page = LexborHTMLParser((place / "own-guidebook/index.html").read_text("utf-8"))
        links = page.css(".gb-contents a")
        parts = page.css("article h2")
        assert len(parts) > 3
        assert [words(one) for one in links] == [words(one) for one in parts]
        assert [one.attributes["href"] for one in links] == [
            f"#{one.attributes['id']}" for one in parts
        ]


def test_same_files_for_programs(site: Path, other_site: Path) -> None:
    for name in ("guidebook.json", *finder.PATHS):
        assert (site / name).read_bytes() == (other_site / name).read_bytes()


def test_hand_written_pages_keep_their_addresses_and_titles() -> None:
    docs = {
        "price-index.md": "\ufeff# What things cost\n".encode(),
        "team/README.md": "# Our café\n".encode(),
        "opening_hours.md": b"At nine.\n",
        "named.md": b"---\ntitle: Its own name\n---\n\n# A heading\n",
    }
    site = samples.make_site({"fair/one": samples.make_minimal()}, docs=docs)
    files = project_export.make_files(site)
    index = read_first(files[f"docs/{finder.FIRST_PATH}"].decode())
    found = {one["title"]: one["url"] for one in index["documents"]}
    menu = yaml.safe_load(files["mkdocs.yml"])["extra"]["guidebook"]["menu"]["back_of_house"]
    for title, url in (
        ("What things cost", "price-index/"),
        ("Our café", "team/"),
        ("Opening hours", "opening_hours/"),
        ("Its own name", "named/"),
    ):
        assert found[title] == url
        assert {"title": title, "url": url} in menu
