"""One list of what a site is: who has which address, and what happens if two want the same."""

from pathlib import Path

import pytest

from generator.adapters import project, site_files
from generator.problem import Problem
from generator.views.file import File
from generator.views.pages.page import Page
from tests import samples

ONE = {"contact/one": samples.make_minimal()}


def describe(problem: Problem) -> str:
    others = ", ".join(label.place.path for label in problem.labels)
    return f"{problem.place.path} [{others}] {problem.message}"


def test_everything_is_in_one_list() -> None:
    site = samples.make_site(
        ONE,
        docs={"about.md": b"# About", "map.svg": b"<svg/>"},
        theme={"assets/a.css": b"", "main.html": b""},
    )
    assert site.problems == ()
    assert isinstance(site.contents["contact/one/index.html"], Page)
    assert {"index.html", "about/index.html", "map.svg", "assets/a.css", "finder/first.js"} < set(
        site.contents
    )
    assert "main.html" not in site.contents


def test_an_earlier_address_leads_to_the_playbook() -> None:
    site = samples.make_site({"contact/one": {**samples.make_minimal(), "formerly": ["won"]}})
    page = site.contents["contact/won/index.html"]
    assert isinstance(page, File)
    assert b'content="0; url=../one/"' in page.content
    assert b'<a href="../one/">Someone is shouting</a>' in page.content
    assert site.problems == ()


def test_an_earlier_address_that_is_taken_is_an_error_with_both_places() -> None:
    playbooks = {
        "contact/one": {**samples.make_minimal(), "formerly": ["two"]},
        "contact/two": samples.make_minimal(),
    }
    (problem,) = samples.make_site(playbooks).problems
    assert describe(problem) == (
        "contact/one.yml [contact/two.yml] Two things want the address “contact/two/”: the playbook"
        " “Someone is shouting”, and a page that was called so."
    )


@pytest.mark.parametrize(
    ("docs", "told"),
    [
        (
            "contact.md",
            "docs/contact.md [guidebook.yml] Two things want the address “contact/”: the chapter"
            " “Contact”, and the file contact.md.",
        ),
        (
            "contact/one.md",
            "docs/contact/one.md [contact/one.yml] Two things want the address “contact/one/”: the"
            " playbook “Someone is shouting”, and the file contact/one.md.",
        ),
        (
            "Contact/One.md",
            "docs/Contact/One.md [contact/one.yml] Two things want the address “Contact/One/”: the"
            " playbook “Someone is shouting”, and the file Contact/One.md.",
        ),
        (
            "words/index.html",
            "docs/words/index.html [] Two things want the address “words/”: the page “Words to"
            " use”, which every guidebook has, and the file words/index.html.",
        ),
        (
            "worker.js",
            "docs/worker.js [] Two things want the address “worker.js”: a file of every guidebook,"
            " and the file worker.js.",
        ),
        (
            "assets/a.css",
            "docs/assets/a.css [] Two things want the address “assets/a.css”: a file of the theme,"
            " and the file assets/a.css.",
        ),
        (
            "contact",
            "docs/contact [guidebook.yml] Two things want the address “contact”: the chapter"
            " “Contact”, and the file contact.",
        ),
    ],
)
def test_two_things_cannot_have_one_address(docs: str, told: str) -> None:
    site = samples.make_site(ONE, docs={docs: b"# Mine"}, theme={"assets/a.css": b""})
    assert [describe(one) for one in site.problems] == [told]
    assert docs not in site.docs
    assert not isinstance(site.contents.get("contact/index.html"), File)


def test_two_files_cannot_have_one_address() -> None:
    site = samples.make_site(ONE, docs={"a.md": b"# A", "a/index.md": b"# Other"})
    (problem,) = site.problems
    assert describe(problem).startswith("docs/a/index.md [docs/a.md] ")
    assert list(site.handwritten) == ["a.md"]


def test_what_the_guidebook_itself_takes_twice() -> None:
    about = samples.make_about(["words"])
    site = samples.make_site({"words/index": samples.make_minimal()}, about)
    assert [describe(one) for one in site.problems] == [
        "words/index.yml [guidebook.yml] Two things want the address “words/”: the chapter"
        " “Words”, and the playbook “Someone is shouting”.",
        "guidebook.yml [] Two things want the address “words/”: the page “Words to use”, which"
        " every guidebook has, and the chapter “Words”.",
    ]


def test_nothing_is_written_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise AssertionError

    monkeypatch.setattr("generator.views.pages.renderer.PageWriter.write", fail)
    site = samples.make_site(ONE)
    with pytest.raises(AssertionError):
        _ = site.pages["contact/one.md"].html


def test_another_encoding_is_reported_with_its_place() -> None:
    site = samples.make_site(ONE, docs={"a.md": "# Café".encode("windows-1252")})
    (problem,) = site.problems
    assert (problem.place.path, problem.rule.id) == ("docs/a.md", "encoding")


def test_links_out_of_the_folder_of_pages_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "more.md").write_text("# More")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# A")
    (docs / "b.md").symlink_to(tmp_path / "secret.md")
    (docs / "c").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "playbooks").mkdir()
    listed, problems = site_files.list_docs(project.find(tmp_path))
    assert [one.path for one in listed] == ["a.md"]
    assert [Path(one.place.path).name for one in problems] == ["b.md", "c"]
    assert {one.rule.id for one in problems} == {"link"}
