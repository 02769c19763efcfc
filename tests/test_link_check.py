"""Checks on a finished site."""

import pytest

from generator.model.kept_work import KeptWork
from generator.site import link_check
from generator.site.link_check import Parts
from tests import samples

GOOD = '<a href="../b/#x">b</a><a href="#top">t</a><img src="../i.png"><p id="y">'


def find(html: dict[str, str], *more: str) -> list[str]:
    files = set(html) | set(more)
    return [f"{one.place.path} {one.message}" for one in link_check.find_broken_links(html, files)]


def test_a_colon_in_an_address_and_a_mark_on_a_link() -> None:
    page = '<p id="fn:1"><a id="one" href="#fn:1">1</a> <a href="mailto:x@y.example">2</a></p>'
    assert list(link_check.find_broken_links({"index.html": page}, {"index.html"})) == []
    (told,) = link_check.find_broken_links({"index.html": '<a href="#fn:2">1</a>'}, {"index.html"})
    assert "#fn:2" in told.message


def test_good_links() -> None:
    pages = {"a/index.html": GOOD, "b/index.html": '<h2 id="x">x</h2><a href="../a/">a</a>'}
    assert find(pages, "i.png") == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="nowhere/">', "“a/nowhere/”: there is no such page or file."),
        ('<a href="../b/#z">', "“b/#z”: there is no such place on that page."),
        ('<a href="#z">', "“#z”: there is no such place on that page."),
        ('<a href="javascript:alert(1)">', "this kind of address is not allowed."),
        ('<img src="https://x.example/i.png">', "may not load anything from another host."),
        ('<link rel="stylesheet" href="//x.example/i.css">', "may not load anything"),
        ('<script src="https://x.example/i.js"></script>', "may not load anything"),
        ('<p id="a"></p><p id="a"></p>', "“#a”: this mark is on the page twice."),
        ('<a href="../../up.html">', "there is no such page or file."),
    ],
)
def test_bad_link(html: str, told: str) -> None:
    (found,) = find({"a/index.html": html, "b/index.html": '<p id="x">'})
    assert found.startswith("site/a/index.html")
    assert told in found


def test_links_to_other_hosts_are_links_not_loads() -> None:
    html = (
        '<a href="https://x.example/">x</a><a href="mailto:a@x.example">m</a>'
        '<link rel="canonical" href="https://x.example/a/">'
    )
    assert find({"a/index.html": html}) == []


def test_a_fault_on_many_pages_is_told_once() -> None:
    pages = {f"a/{name}/index.html": '<a href="../../gone/">g</a>' for name in "xyz"}
    (found,) = find(pages)
    assert "“gone/” (also on 2 more): there is no such page or file." in found


def test_a_missing_page_is_reported() -> None:
    site = samples.make_site(
        {"fair/one": samples.make_minimal(), "fair/other": samples.make_minimal()}
    )
    built = dict.fromkeys(site.contents, b"<p>")
    assert list(link_check.find_problems(site, built)) == []
    del built["fair/other/index.html"], built["finder/first.js"]
    found = {one.place.path: one.rule.id for one in link_check.find_problems(site, built)}
    assert found == {"fair/other/index.html": "no-page", "finder/first.js": "no-page"}


def test_a_site_in_a_folder_of_its_host() -> None:
    pages = {"404.html": '<a href="/our/guide/a/">a</a>', "a/index.html": "<p>"}
    assert list(link_check.find_broken_links(pages, set(pages), base="/our/guide/")) == []
    (found,) = link_check.find_broken_links(pages, set(pages))
    assert "“our/guide/a/”: there is no such page or file." in found.message


def test_links_that_are_known_are_checked_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = f'{GOOD}<a href="gone/">g</a><p id="y"><img srcset="../i.png, ../j.png 2x">'
    work = KeptWork()

    def check(kept: KeptWork | None) -> list[str]:
        pages = {"a/index.html": Parts('<a href="../b/">b</a>', inside, kept), "b/index.html": GOOD}
        return [one.message for one in link_check.find_broken_links(pages, {*pages, "i.png"})]

    told = check(None)
    assert len(told) == 4
    assert told == sorted(told)
    assert check(work) == told
    read: list[str] = []
    real = link_check._read_html
    monkeypatch.setattr(link_check, "_read_html", lambda text: read.append(text) or real(text))
    known = KeptWork(dict(work.used))
    assert check(known) == told
    assert inside not in read
    assert known.used == work.used
