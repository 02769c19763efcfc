"""The message that is proposed for a change."""

from typing import Any

import pytest

from generator.views.changes.message import MOST
from generator.views.changes.proposal import FileChange, Proposal, propose
from tests.test_changes import NEW, OLD, read

BASE: dict[str, Any] = {
    "steps": ["Look for it.", "Say when it comes."],
    "say": ["I will look for it."],
}
FILE = FileChange("playbooks/goods/lost.yml", b"1", b"2", "goods/lost.yml")


def tell(*files: FileChange, **fields: Any) -> Proposal:
    return propose([FILE, *files], read(BASE), read({**BASE, **fields}), days=(OLD, NEW))


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        (
            {"steps": ["Look for it twice.", "Say when it comes."]},
            "The parcel is lost: 1 step reworded",
        ),
        (
            {"steps": ["Look for it twice.", "Say at what time it comes."]},
            "The parcel is lost: 2 steps reworded",
        ),
        (
            {"signals": ["They ask where it is", "They hold a receipt"]},
            "The parcel is lost: 2 signs of the right place added",
        ),
        ({"say": ["I will look for it now."]}, "The parcel is lost: words to say reworded"),
        ({"search": ["gone"]}, "The parcel is lost: search words added"),
        ({"reviewed": "2026-11-26"}, "The parcel is lost: day of the review changed"),
    ],
)
def test_it_says_what_changed(fields: dict[str, Any], first: str) -> None:
    assert tell(**fields).message == f"{first}\n"


def test_many_changes_are_counted_and_listed_below() -> None:
    told = tell(
        FileChange("docs/about.md", None, b"x"),
        steps=["Look for it twice."],
        say=["I look for it now."],
        purpose="Find it.",
    ).message
    first, _, *rest = told.splitlines()
    assert first == "The parcel is lost: 4 changes"
    assert rest[0].startswith("- The parcel is lost: ")
    assert rest[1:] == ["- docs/about.md: new"]


def test_a_first_line_is_never_too_long() -> None:
    long = "They say that the parcel is lost and that nobody looked for it again and again"
    for fields in ({"title": long}, {"title": long, "steps": ["Look."]}):
        first = tell(**fields).message.partition("\n")[0]
        assert len(first) <= MOST
        assert first.endswith("…")


def test_files_alone_are_named() -> None:
    files = [FileChange(f"docs/{one}.md", b"1", b"2") for one in "abc"]
    same = read(BASE)
    heads = [propose(files[:count], same, same, days=(OLD, NEW)).message for count in (1, 3)]
    assert heads[0].splitlines()[0] == "docs/a.md: changed"
    assert heads[1].splitlines()[0] == "docs/a.md, docs/b.md and 1 more changed"


def test_a_file_with_nothing_but_another_comment_is_told_line_by_line() -> None:
    same = read(BASE)
    told = propose([FILE], same, same, days=(OLD, NEW))
    assert told.unmentioned == (FILE,)
    assert "-1\n+2\n" in told.write_text()
    assert FileChange("logo.png", b"\0", b"\0\1").lines == ""


def test_what_staff_read_again_comes_first() -> None:
    told = tell(steps=["Look for it twice.", "Say when it comes."], search=["gone"]).message
    assert told == "The parcel is lost: 1 step reworded, search words added\n"
