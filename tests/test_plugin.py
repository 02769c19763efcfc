"""The plugin inside MkDocs, on a strict build of small guidebooks."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import folder
from generator.model import typography
from tests import samples
from tests.page_samples import make_full
from tests.projects import load, make_project

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "[x](javascript:alert(1))",
    "](javascript:alert(1))",
    "a | b | c",
    "<img src=x onerror=alert(1)>",
    "{: onclick=alert(1) }",
    "{% raw %} &amp; &lt;",
    "\"' onmouseover=alert(1) x='",
    '--8<-- "/etc/passwd"',
    "$x$ # y",
    "</title></script></style>",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A site in which every text of every field is hostile."""
    playbooks = {
        f"fair/play-{number}": make_full(text)
        | {
            "stop": {"lead": text, "text": text},
            "search": [text],
            "sources": [],
            "related": ["play-0"] if number else [],
        }
        for number, text in enumerate(HOSTILE)
    }
    about = samples.make_about(["fair"], right_now=[{"playbook": "play-0", "label": HOSTILE[0]}])
    about |= {"title": HOSTILE[5], "purpose": HOSTILE[8]}
    about["chapters"][0] |= {"title": HOSTILE[0], "purpose": HOSTILE[1]}
    build(load(make_project(tmp_path, samples.make_folder(playbooks, about), papers=True)))
    return tmp_path / "site"


def test_every_text_shows_literally(hostile: Path) -> None:
    for number, text in enumerate(HOSTILE):
        page = LexborHTMLParser((hostile / "fair" / f"play-{number}" / "index.html").read_text())
        shown = typography.curl(text)
        assert page.css_first("h1").text().strip() == shown
        assert page.css_first("title").text().startswith(shown)
        seen = page.css_first("main").text()
        assert seen.count(shown) >= 10
        for node in page.css("*"):
            assert not any(name.startswith("on") for name in node.attributes), node.html
            assert "javascript:" not in (node.attributes.get("href") or "")
        assert not [node for node in page.css("script") if "alert(1)" in node.text()]
        assert not page.css("img[src=x]")
    for path in hostile.rglob("*.html"):
        page = LexborHTMLParser(path.read_text())
        assert not page.css("[onerror], [onclick], [onmouseover]")
        assert not page.css("img[src=x]")
        assert not [node for node in page.css("script") if node.text().strip() == "alert(1)"]


def test_edit_links_lead_to_the_yaml(tmp_path: Path) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal()})
    settings = make_project(tmp_path, files)
    repository = "https://github.com/acme/book"
    build(load(settings, repo_url=repository, edit_uri="edit/main/docs/"))
    page = (tmp_path / "site" / "fair" / "one" / "index.html").read_text()
    assert 'href="https://github.com/acme/book/edit/main/playbooks/fair/one.yml"' in page


def test_no_edit_link_without_a_repository(tmp_path: Path) -> None:
    build(load(make_project(tmp_path, samples.make_folder({"fair/one": samples.make_minimal()}))))
    assert "Edit this playbook" not in (tmp_path / "site/fair/one/index.html").read_text()


def test_a_page_carries_its_own_chapter_only(tmp_path: Path) -> None:
    build(load(make_project(tmp_path, samples.make_files(60, chapter_size=20))))
    page = LexborHTMLParser((tmp_path / "site/chapter-001/playbook-00025/index.html").read_text())
    linked = {node.attributes["href"] or "" for node in page.css("nav a[href]")}
    named = {link.rpartition("/playbook-")[2].strip("/") for link in linked if "playbook-" in link}
    assert named == {f"{number:05}" for number in range(20, 40)}
    assert {"../../chapter-000/", "../../chapter-002/"} <= linked
    assert page.css_first('nav a[aria-current="page"]').attributes["href"] == (
        "../../chapter-001/playbook-00025/"
    )


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    files = samples.make_files(5)
    sites = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        build(load(make_project(tmp_path / name, files, papers=True)))
        found = folder.read_tree(tmp_path / name / "site")
        sites.append({path: data for path, data in found.items() if "sitemap" not in path})
    assert sites[0] == sites[1]


def test_a_hand_written_page_is_never_lost_without_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = samples.make_folder({"contact/one": samples.make_minimal()})
    config = load(make_project(tmp_path, files))
    (tmp_path / "docs" / "contact.md").write_text("# Contact us")
    with pytest.raises(Abort):
        build(config)
    assert "docs/contact.md:1:1: Two things want the address “contact/”" in caplog.text
    config.plugins.on_startup(command="serve", dirty=False)
    config.strict = False
    build(config)
    assert "docs/contact.md" in (tmp_path / "site/contact/one/index.html").read_text()


def test_edition_holds_every_text(tmp_path: Path) -> None:
    files = samples.make_files(3)
    build(load(make_project(tmp_path, files)))
    edition = json.loads((tmp_path / "site/guidebook.json").read_text())
    assert len(edition["playbooks"]) == 3
    first = edition["playbooks"][0]
    assert {"id", "title", "chapter", "kind", "url", "steps", "say", "avoid", "stop"} <= set(first)
    assert (tmp_path / "site" / first["url"] / "index.html").is_file()
    assert all(item["key"] for item in first["checklist"]["items"])


def test_menu_of_a_large_guidebook_stays_short(tmp_path: Path) -> None:
    build(load(make_project(tmp_path, samples.make_files(90, chapter_size=80))))
    page = LexborHTMLParser((tmp_path / "site/chapter-000/playbook-00025/index.html").read_text())
    assert not page.css('nav a[href*="playbook-"]')
    assert page.css('nav a[href$="chapter-001/"]')
    page = LexborHTMLParser((tmp_path / "site/chapter-001/playbook-00085/index.html").read_text())
    assert len(page.css('nav a[href*="playbook-"]')) == 10


def test_menu_of_very_many_chapters_names_only_this_one(tmp_path: Path) -> None:
    build(load(make_project(tmp_path, samples.make_files(70, chapter_size=1))))
    page = LexborHTMLParser((tmp_path / "site/chapter-003/playbook-00003/index.html").read_text())
    assert len(page.css('nav a[href*="/chapter-"]')) == 2
    assert "All chapters" in page.css_first("nav").text()


@pytest.mark.parametrize(
    ("address", "root"), [("https://x.example/our/guide", "/our/guide/"), (None, "/")]
)
def test_the_page_for_what_is_not_there_leads_home(
    tmp_path: Path, address: str | None, root: str
) -> None:
    about = samples.make_about(["fair"])
    about["address"] = address
    files = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    build(load(make_project(tmp_path, files)))
    page = LexborHTMLParser((tmp_path / "site" / "404.html").read_text())
    links = [node.attributes["href"] or "" for node in page.css("nav a")]
    assert f"{root}fair/" in links
    assert all(link.startswith(root) and "//" not in link for link in links)


def test_the_settings_may_say_where_the_site_stands(tmp_path: Path) -> None:
    about = samples.make_about(["fair"]) | {"address": None}
    files = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    config = load(make_project(tmp_path, files))
    config.site_url = "https://settings.example/guide/"
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    edition = json.loads((tmp_path / "site/guidebook.json").read_text())
    assert edition["guidebook"]["address"] == "https://settings.example/guide/"
