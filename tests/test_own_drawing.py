"""`guidebook build` draws the guidebook's own pages, and MkDocs alone builds the same site."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build

from generator.adapters import folder, mkdocs_build
from generator.adapters.followed_project import FollowedProject
from generator.site import link_check
from generator.site.link_check import Parts
from generator.views import theme_context
from generator.views.frame import Frame, Framed, find_way
from generator.views.frame_copies import FrameCopies
from tests import samples
from tests.page_samples import make_full
from tests.projects import MATERIAL, load, make_project
from tests.test_plugin import HOSTILE

DOCS = {"about.md": b"# About\n\nRead [one](fair/play-0.md).\n", "own.css": b"p {}\n"}


@pytest.fixture
def signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playbooks that the guidebook draws itself say so."""
    draw = FrameCopies.draw

    def sign(copies: FrameCopies, page: Framed) -> str:
        return f"{draw(copies, page)}<!-- drawn -->"

    monkeypatch.setattr(FrameCopies, "draw", sign)


def make_files() -> dict[str, bytes]:
    """Two chapters: one with words that a frame has to escape, one too long for the menu."""
    words = {
        f"fair/play-{number}": make_full(text)
        | {"stop": {"lead": text, "text": text}, "related": []}
        for number, text in enumerate(HOSTILE[:4])
    }
    many = {f"long/page-{number}": samples.make_minimal() for number in range(61)}
    about = samples.make_about(["fair", "long"], title=HOSTILE[5], purpose=HOSTILE[8])
    return {**samples.make_folder({**words, **many}, about), "sources.yml": samples.SOURCES}


def build_both(place: Path, **settings: str) -> list[dict[str, bytes]]:
    """The site of MkDocs alone, and that of the command."""
    config = make_project(place, make_files(), docs=DOCS, **settings)
    build(load(config, site_dir=str(place / "alone")))
    mkdocs_build.build(config, place / "own")
    return [folder.read_tree(place / name) for name in ("alone", "own")]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"theme": ""},
        {"theme": MATERIAL, "more": "repo_url: https://x.example/a/b\nedit_uri: edit/main/docs/\n"},
        {"more": "site_url: https://x.example/guide/\nextra_css: [own.css]\n"},
    ],
    ids=["Material", "no theme", "edit links", "own style"],
)
def test_mkdocs_alone_builds_the_same_site(tmp_path: Path, settings: dict[str, str]) -> None:
    alone, own = build_both(tmp_path, **settings)
    assert alone.keys() == own.keys()
    assert [path for path in alone if alone[path] != own[path]] == []


@pytest.mark.usefixtures("signed")
def test_pages_are_drawn_by_the_frame(tmp_path: Path) -> None:
    alone, own = build_both(tmp_path)
    page = "fair/play-0/index.html"
    assert own[page].removeprefix(alone[page]) == b"<!-- drawn -->"


@pytest.mark.usefixtures("signed")
def test_settings_that_change_pages_leave_them_to_mkdocs(tmp_path: Path) -> None:
    alone, own = build_both(tmp_path, more="extra_css: [own.css]\n")
    page = "fair/play-0/index.html"
    assert own[page] == alone[page]
    assert b"own.css" in own[page]


def test_a_copy_is_the_page_that_the_frame_draws(tmp_path: Path) -> None:
    make_project(tmp_path, make_files())
    preview = FollowedProject(tmp_path).read_quickly({})
    frame: Frame = preview._frame
    copies = FrameCopies(frame)
    for page in preview.site.pages.values():
        if page.written_in:
            for address in (None, f"https://x.example/?a&b/{page.url}"):
                meta = theme_context.describe_page(page)
                framed = Framed(page.url, page.title, page.html, meta, address)
                drawn = copies.draw(framed)
                assert drawn == frame.draw(framed)
                whole = link_check._read_html(drawn)
                parts = Parts(copies.find_outline(framed).around, page.html)
                ids, written = link_check._read_parts(parts)
                assert (sorted(ids), written) == (sorted(whole.ids), whole.written)
    assert len(copies._outlines) == 4


@pytest.mark.parametrize(
    ("path", "page", "way"),
    [
        (".", "", "."),
        (".", "fair/", ".."),
        ("help-me-now/", "help-me-now/", "./"),
        ("help-me-now/", "fair/one/", "../../help-me-now/"),
        ("fair/two/", "fair/one/", "../two/"),
        ("assets/a.css", "", "assets/a.css"),
    ],
)
def test_the_shortest_way(path: str, page: str, way: str) -> None:
    assert find_way(path, page) == way
