"""Lists of a large guidebook: each chapter's part is a page of its own, and all are led to."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import folder
from generator.model.kept_work import KeptWork
from generator.reader import guidebook_reader
from generator.site import assembly
from generator.site.assembly import Site, Sources
from generator.views import pages
from generator.views.pages.page import Page
from generator.views.pages.renderer import ListSizes
from tests import samples
from tests.projects import load, make_project

LISTS = ("words", "checklists", "practice")
SMALL = ListSizes(whole=3, part=2)
PLAYBOOKS = {
    "fair/one": samples.make_minimal(practice=samples.make_practice()),
    "fair/two": samples.make_minimal(practice=samples.make_practice()),
    "fair/three": samples.make_minimal(practice=samples.make_practice()),
    "hot/four": samples.make_minimal(practice=samples.make_practice(roleplay=True)),
    "hot/five": samples.make_emergency(),
}


def make_site(
    sizes: ListSizes, docs: Mapping[str, bytes] | None = None, kept: KeptWork | None = None
) -> Site:
    reading = guidebook_reader.read(samples.make_folder(PLAYBOOKS))
    assert reading.guidebook
    sources = Sources(docs=samples.list_files("docs", docs or {}), list_sizes=sizes, kept=kept)
    return assembly.make(reading.guidebook, sources, reading.locate)


@pytest.fixture(scope="module")
def cut() -> Site:
    return make_site(SMALL)


def list_ways(page: Page) -> list[tuple[str, str]]:
    return [
        (" ".join(link.text().split()), link.attributes["href"] or "")
        for link in LexborHTMLParser(page.html).css(".gb-ways a")
    ]


def list_parts(site: Site, name: str) -> dict[str, Page]:
    return {path: one for path, one in site.pages.items() if path.startswith(f"{name}/in/")}


def find_playbooks(html: str) -> list[str]:
    """The playbooks that a page leads to, each once."""
    found = re.findall(r'href="[./]*((?:fair|hot)/[a-z]+)/', html)
    return list(dict.fromkeys(found))


def test_a_list_that_is_not_long_is_one_page() -> None:
    site = make_site(ListSizes(whole=5, part=2))
    for name in LISTS:
        assert list_parts(site, name) == {}
        assert find_playbooks(site.pages[f"{name}.md"].html)
    assert "words/#chapter-fair" in site.pages["fair/index.md"].html


def test_the_shipped_lists_are_not_cut() -> None:
    assert ListSizes().whole > 200


def test_a_long_list_leads_to_its_parts_with_their_counts(cut: Site) -> None:
    assert list_ways(cut.pages["checklists.md"]) == [
        ("Fair 1–2", "../checklists/in/fair/"),
        ("Fair 3–3", "../checklists/in/fair/2/"),
        ("Hot 2", "../checklists/in/hot/"),
    ]
    assert list_ways(cut.pages["words.md"])[-1] == ("Hot 1", "../words/in/hot/")


@pytest.mark.parametrize("name", LISTS)
def test_everything_is_on_one_part(cut: Site, name: str) -> None:
    whole = make_site(ListSizes()).pages[f"{name}.md"]
    parts = list_parts(cut, name)
    found = [one for page in parts.values() for one in find_playbooks(page.html)]
    assert found == find_playbooks(whole.html)
    assert all(len(find_playbooks(page.html)) <= SMALL.part for page in parts.values())
    assert find_playbooks(cut.pages[f"{name}.md"].html) == []
    ways = [path.removeprefix("../") for _, path in list_ways(cut.pages[f"{name}.md"])]
    assert ways == [page.url for page in parts.values()]


def test_only_a_list_that_is_long_is_cut() -> None:
    site = make_site(ListSizes(whole=4, part=2))
    assert list_parts(site, "checklists")
    assert not list_parts(site, "practice")


def test_a_part_says_what_it_is_and_leads_back(cut: Site) -> None:
    for path, title in (("words/in/hot.md", "Hot"), ("practice/in/fair/2.md", "Fair, 3 to 3 of 3")):
        tree = LexborHTMLParser(cut.pages[path].html)
        assert tree.css_first("h1").text() == title
        way = tree.css_first(".gb-where a").attributes["href"] or ""
        assert way.lstrip("./") == f"{path.split('/')[0]}/"
        assert tree.css_first("form") is not None
    assert cut.pages["practice/in/fair/2.md"].title == "Practice: Fair, 3 to 3 of 3"


def test_a_chapter_leads_to_its_own_parts(cut: Site) -> None:
    ways = [path for _, path in list_ways(cut.pages["hot/index.md"])]
    assert ways == ["../words/in/hot/", "../checklists/in/hot/", "../practice/in/hot/"]


def test_what_is_kept_of_a_list_that_was_shorter_is_not_taken(cut: Site) -> None:
    before = KeptWork()
    assert all(one.html for one in make_site(ListSizes(), kept=before).pages.values())
    pages = make_site(SMALL, kept=KeptWork(before.used)).pages
    assert {path: one.html for path, one in pages.items()} == {
        path: one.html for path, one in cut.pages.items()
    }


def test_the_mark_of_a_chapter_stays(cut: Site) -> None:
    """Who kept an address of the list gets to the same chapter."""
    for name in LISTS:
        html = cut.pages[f"{name}.md"].html
        assert re.findall(r'id="(chapter-\w+)"', html) == ["chapter-fair", "chapter-hot"]


def test_the_address_of_a_part_is_taken() -> None:
    site = make_site(SMALL, {"words/in/fair.md": b"# Mine\n"})
    (problem,) = site.problems
    assert "“Words to use: Fair, 1 to 2 of 3”" in problem.message
    assert problem.place.path == "docs/words/in/fair.md"


def test_the_search_finds_lists_and_no_parts(cut: Site) -> None:
    urls = {one["url"] for one in assembly.make_index(cut)["documents"]}
    assert "words/" in urls
    assert not any("/in/" in one for one in urls)


def test_a_built_site_knows_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A strict build checks all links; the worker and the map of the site have the new pages."""
    monkeypatch.setattr(pages, "ListSizes", partial(ListSizes, SMALL.whole, SMALL.part))
    address = "https://x.example/guide/"
    config = make_project(tmp_path, samples.make_folder(PLAYBOOKS), more=f"site_url: {address}\n")
    build(load(config))
    built = folder.read_tree(tmp_path / "site")
    worker, listed = built["worker.js"].decode(), built["sitemap.xml"].decode()
    for name in LISTS:
        for path in (f"{name}/in/fair/", f"{name}/in/fair/2/", f"{name}/in/hot/"):
            assert f"{path}index.html" in built
            assert f'"{path}"' in worker
            assert f"<loc>{address}{path}</loc>" in listed
