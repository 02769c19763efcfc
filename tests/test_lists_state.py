"""What lists say of what is kept in a browser, and which pages it remembers, by themselves."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scripts import Call, load


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("lists-state", "paper-state", "recent-state", "seen-state") as call:
        yield call


@pytest.mark.parametrize(
    ("ticks", "words", "start"),
    [
        (None, "", "Start"),
        ({}, "", "Start"),
        ({"a": "1x", "b": ""}, "1 of 3", "Go on"),
        ({"a": "1x", "b": "2x", "c": "3x"}, "Done", "Start"),
        ({"a": "1x", "b": "2x", "c": "3x", "gone": "4x"}, "Done", "Start"),
    ],
)
def test_how_progress_is_described(
    call: Call, ticks: dict[str, str] | None, words: str, start: str
) -> None:
    kept = None if ticks is None else {"ticks": ticks}
    described = call("guidebookLists.describeProgress", kept, 3)
    assert (described["words"], described["start"]) == (words, start)


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en-US", "letter"), ("es-MX", "letter"), ("en-GB", "a4"), ("en", "a4"), ("de", "a4")],
)
def test_the_paper_that_is_usual(call: Call, language: str, paper: str) -> None:
    assert call("guidebookPaper.choose", language) == paper


@pytest.mark.parametrize(
    "kept",
    ["", "{", "7", "null", '{"a": 1}', '[{"title": 1, "path": "a/b/"}]', '[{"title": "x"}]'],
)
def test_what_cannot_be_read_is_nothing(call: Call, kept: str) -> None:
    assert call("guidebookRecent.read", kept) == []


@pytest.mark.parametrize("path", ["//evil.example/", "javascript:x/y/", "../a/b/", "a/b/c/", "a/"])
def test_only_pages_of_the_guidebook_are_remembered(call: Call, path: str) -> None:
    page = {"title": "x", "path": path}
    assert call("guidebookRecent.add", [], page) == []


def test_only_five_are_remembered(call: Call) -> None:
    add = "(pages, n) => guidebookRecent.add(pages, { title: `${n}`, path: `a/${n}/` })"
    found: list[dict[str, Any]] = call(f"() => [1, 2, 3, 4, 5, 6, 3].reduce({add}, [])")
    assert [one["title"] for one in found] == ["3", "6", "5", "4", "2"]


@pytest.mark.parametrize(
    ("kept", "judged"),
    [
        (None, {"isChanged": False, "isNew": True}),
        ("a1", {"isChanged": False, "isNew": False}),
        ("b2", {"isChanged": True, "isNew": False}),
    ],
)
def test_a_page_has_changed_only_for_those_who_read_it(
    call: Call, kept: str | None, judged: dict[str, bool]
) -> None:
    assert call("guidebookSeen.judge", "a1", kept) == judged
