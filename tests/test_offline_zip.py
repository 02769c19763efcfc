"""The zip for a stick, and what a browser needs to keep the site."""

import base64
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.adapters import folder
from generator.reader import guidebook_reader
from generator.site import link_check as checks
from generator.site import offline_zip
from generator.views import pwa, zip_file
from generator.views.delivery import find_delivery
from generator.views.pwa import EditionNote
from tests import samples
from tests.conftest import ROOT

ASSETS = ROOT / "generator" / "theme" / "assets" / "guidebook"
WORKER = "self.guidebookVersion="


def read_worker(script: str) -> tuple[str, dict[str, Any]]:
    version, listed, _ = script.split("\n", 2)
    return version.removeprefix(WORKER).strip('";'), json.loads(
        listed.removeprefix("self.guidebookSite=").removesuffix(";")
    )


# The zip


@pytest.mark.parametrize(
    ("page", "written", "read"),
    [
        ("index.html", "a/b/", "a/b/index.html"),
        ("index.html", ".", "./index.html"),
        ("a/index.html", "..", "../index.html"),
        ("a/index.html", "../", "../index.html"),
        ("a/index.html", "b/?x=1#y", "b/index.html?x=1#y"),
        ("a/index.html", "./", "./index.html"),
        ("index.html", "a", "a/index.html"),
        ("index.html", "f%C3%BCr%20alle/", "f%C3%BCr%20alle/index.html"),
        ("index.html", "x.pdf", "x.pdf"),
        ("index.html", "#here", "#here"),
        ("index.html", "https://x.example/a/", "https://x.example/a/"),
        ("index.html", "mailto:a@x.example", "mailto:a@x.example"),
    ],
)
def test_links_to_folders_name_the_page(page: str, written: str, read: str) -> None:
    files = dict.fromkeys(
        ["index.html", "a/index.html", "a/b/index.html", "für alle/index.html", "x.pdf"], b""
    )
    html = f'<!doctype html><title>T</title><p>é “x” &lt;b&gt;<a href="{written}">l</a>'
    named = offline_zip.name_files(html.encode(), page, files).decode()
    assert f'href="{read}"' in named
    assert "é “x” &lt;b&gt;" in named
    assert named.lower().startswith("<!doctype html>")
    assert (named == html) == (written == read)


def test_every_link_of_the_zip_leads_to_a_file(site: Path) -> None:
    files = offline_zip.make_files(folder.read_tree(site))
    html = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    assert len(html) > 50
    assert list(_find_broken(html, files)) == []
    for text in html.values():
        for address in re.findall(r'<a\b[^>]*\bhref="([^"#?]*)', text):
            assert not address.endswith(("/", ".", "..")) or ":" in address, address


def _find_broken(html: dict[str, str], files: dict[str, bytes]) -> list[str]:
    return [one.message for one in checks.find_broken_links(html, files.keys())]


def test_what_the_zip_leaves_out() -> None:
    names = ["a/x.js", "404.html", "sitemap.xml", "sitemap.xml.gz", "x.js.map", *NEEDED_ONLINE]
    files = offline_zip.make_files(
        {"index.html": b"<title>A &amp; B</title>", **dict.fromkeys(names, b"")}
    )
    assert set(files) == {
        "Open the guidebook.html",
        "READ ME.txt",
        "guidebook/index.html",
        "guidebook/a/x.js",
    }
    assert b"<title>A &amp; B</title>" in files["Open the guidebook.html"]
    note = files["READ ME.txt"].decode("utf-8-sig")
    assert note.startswith("A & B\r\n")
    assert "Open the guidebook.html" in note


NEEDED_ONLINE = [pwa.WORKER, pwa.MANIFEST, "guidebook.json"]


def test_the_same_files_give_the_same_zip() -> None:
    files = {"b/ü.html": b"x" * 1000, "a.html": b"y", "C.txt": b"z"}
    packed = zip_file.pack(files)
    assert packed == zip_file.pack(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(files)
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# The app


def make_guidebook(**about: Any) -> Any:
    files = samples.make_folder(
        {"fair/one": samples.make_minimal()}, samples.make_about(["fair"]) | about
    )
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook is not None
    return guidebook


def test_the_manifest_names_icons_of_their_size() -> None:
    manifest = json.loads(pwa.make_manifest(make_guidebook(title="Our guidebook")))
    assert manifest["name"] == "Our guidebook"
    assert manifest["display"] == "standalone"
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    found = {(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]}
    assert found == {(use, size) for use in ("any", "maskable") for size in ("192x192", "512x512")}
    for icon in manifest["icons"]:
        with Image.open(ROOT / "generator" / "theme" / icon["src"]) as image:
            assert "x".join(map(str, image.size)) == icon["sizes"]
            is_clear = image.mode == "RGBA" or "transparency" in image.info
            assert is_clear is (icon["purpose"] == "any")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Guidebook", "Guidebook"),
        ("Service guidebook", "Service"),
        ("How we do it here", "How we do it"),
        ("Kundendiensthandbuch", "Kundendienst"),
    ],
)
def test_the_name_below_an_icon_is_short(title: str, short: str) -> None:
    assert json.loads(pwa.make_manifest(make_guidebook(title=title)))["short_name"] == short


FILES = {
    "index.html": b"home",
    "a/index.html": b"a",
    "f\u00fcr alle/x.css": b"x",
    "404.html": b"none",
    "papers/a.pdf": b"pdf",
    "guidebook.json": b"{}",
    "sitemap.xml": b"today",
    "x.js.map": b"{}",
    "worker.js": b"old",
}


def make_worker(source: str, files: dict[str, bytes], **options: Any) -> str:
    return pwa.make_files(source, files, **options)[pwa.WORKER].decode()


def read_asked(files: dict[str, bytes]) -> dict[str, str]:
    """What is kept once somebody asked for it, from the lists beside the worker."""
    made = pwa.make_files("source", files)
    hashes = read_worker(made[pwa.WORKER].decode())[1]["asked"]
    found: dict[str, str] = {}
    for number, digest in enumerate(hashes):
        content = made[f"assets/guidebook/{number}.asked.json"]
        assert base64.b64encode(hashlib.sha256(content).digest()).decode() == digest
        found |= json.loads(content)
    return found


def test_a_worker_does_not_grow_with_the_papers() -> None:
    papers = {f"papers/{number}.pdf": b"words" for number in range(5000)}
    assert len(read_asked(papers)) == 5000
    made = pwa.make_files("source", papers)
    assert len(made[pwa.WORKER]) < 2000
    lists = [content for path, content in made.items() if path.endswith(".asked.json")]
    assert max(map(len, lists)) < 25_000
    assert pwa.make_files("source", papers | made) == made
    changed = pwa.make_files("source", papers | {"papers/7.pdf": b"other words"})
    assert sum(made[path] != content for path, content in changed.items()) == 3


def test_the_worker_lists_what_is_kept() -> None:
    version, listed = read_worker(make_worker("source", FILES))
    assert set(listed["kept"]) == {"", "a/", "f%C3%BCr%20alle/x.css", "404.html", "edition.json"}
    assert set(read_asked(FILES)) == {"papers/a.pdf", "guidebook.json"}
    assert base64.b64decode(listed["kept"]["a/"]) == hashlib.sha256(b"a").digest()
    assert len(version) == 12


def test_a_phone_keeps_the_long_page_of_an_edition_once_it_was_opened() -> None:
    edition = "what-changed/edition-2-0/"
    pages = {"what-changed/index.html": b"short", f"{edition}index.html": b"long"}
    assert set(read_worker(make_worker("source", pages))[1]["kept"]) == {
        "what-changed/",
        "edition.json",
    }
    assert set(read_asked(pages)) == {edition}
    assert find_delivery(f"{edition}index.html").packed


def test_what_is_told_of_a_version_follows_from_it() -> None:
    note = EditionNote("2.0", "27 Nov 2026")
    urgent = {"x/index.html": b'<meta name="guidebook-words" content="abc1">'}
    first = pwa.make_files("source", FILES | urgent, edition=note)
    version, listed = read_worker(first[pwa.WORKER].decode())
    told = json.loads(first[pwa.EDITION])
    assert told["version"] == version
    assert (told["name"], told["day"], told["worker"]) == ("2.0", "27 Nov 2026", True)
    digest = base64.b64encode(hashlib.sha256(first[pwa.EDITION]).digest()).decode()
    assert listed["kept"][pwa.EDITION] == digest

    calm = pwa.make_files("source", FILES | urgent | {"b/x.css": b"new"}, edition=note)
    assert json.loads(calm[pwa.EDITION])["urgent"] == told["urgent"]
    urgent["x/index.html"] = urgent["x/index.html"].replace(b"abc1", b"abc2")
    pressing = pwa.make_files("source", FILES | urgent, edition=note)
    assert json.loads(pressing[pwa.EDITION])["urgent"] != told["urgent"]


def test_a_site_that_is_not_kept_has_the_worker_that_takes_itself_away() -> None:
    made = pwa.make_files("source", FILES, keeps=False)
    assert made[pwa.WORKER] == b"source"
    told = json.loads(made[pwa.EDITION])
    assert not told["worker"]
    assert told["version"] != read_worker(make_worker("source", FILES))[0]


def test_of_a_large_site_a_phone_keeps_what_it_needs_first() -> None:
    urgent = b'<meta name="guidebook-words" content="abc1">'
    pages = {f"calm/{number}/index.html": b"x" for number in range(pwa.WHOLE)}
    top = {"index.html": b"home", "calm/index.html": b"chapter", "hot/one/index.html": urgent}
    listed = read_worker(make_worker("source", pages | top))[1]
    assert set(listed["kept"]) == {"", "calm/", "hot/one/", "edition.json"}
    assert len(read_asked(pages | top)) == pwa.WHOLE
    few = dict(list(pages.items())[:5])
    assert not read_worker(make_worker("source", few | top))[1]["asked"]


def test_a_phone_keeps_what_holds_all_playbooks_again_only_of_a_small_site() -> None:
    again = {
        "trainers/index.html": b"x",
        "trainers/sessions.js": b"x",
        "practice/exercises.js": b"x",
    }
    pages = {f"calm/{number}/index.html": b"x" for number in range(pwa.WHOLE)}
    top = {"index.html": b"home", **again}
    names = {"trainers/", "trainers/sessions.js", "practice/exercises.js"}
    assert set(read_asked(pages | top)) >= names
    assert not names & set(read_worker(make_worker("source", pages | top))[1]["kept"])
    assert names <= set(read_worker(make_worker("source", top))[1]["kept"])


def test_the_version_changes_with_every_file_and_with_nothing_else() -> None:
    same = make_worker("source", FILES)
    assert same == make_worker("source", dict(reversed(FILES.items())))
    assert same == make_worker("source", FILES | {"sitemap.xml": b"tomorrow"})
    versions = {
        read_worker(one)[0]
        for one in (
            same,
            make_worker("other", FILES),
            make_worker("source", FILES, base="/guide/"),
            *(
                make_worker("source", FILES | {path: b"new"})
                for path in ("a/index.html", "papers/a.pdf", "b/x.css")
            ),
        )
    }
    assert len(versions) == 6
