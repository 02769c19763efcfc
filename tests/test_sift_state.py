"""What is shown of a long list while somebody looks for something, by itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts import Call, load

PARTS = [
    {
        "heading": "Fair limits",
        "entries": [
            {"text": "Say no once, and say it kindly.", "kind": "verified"},
            {"text": "Don’t argue about the cafés.", "kind": "reported"},
        ],
    },
    {"heading": "Anger", "entries": [{"text": "Let them speak first.", "kind": "verified"}]},
]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("word-match", "sift-state", sift="guidebookSift") as call:
        yield call


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("", "", [[True, True], [True]]),
        ("say", "", [[True, False], [False]]),
        ("KIND no", "", [[True, False], [False]]),
        ("dont cafes", "", [[False, True], [False]]),
        ("fair", "", [[True, True], [False]]),
        ("fair argue", "", [[False, True], [False]]),
        ("indly", "", [[False, False], [False]]),
        ("", "verified", [[True, False], [True]]),
        ("anger", "reported", [[False, False], [False]]),
        ("?!", "", [[True, True], [True]]),
    ],
)
def test_what_is_shown(call: Call, words: str, kind: str, shown: list[list[bool]]) -> None:
    assert call("sift.choose", PARTS, {"words": words, "kind": kind}) == shown


@pytest.mark.parametrize(
    ("words", "kind", "is_asked"),
    [("", "", False), (" ?", "", False), ("a", "", True), ("", "x", True)],
)
def test_what_counts_as_asked(call: Call, words: str, kind: str, is_asked: bool) -> None:
    assert call("sift.isAsked", {"words": words, "kind": kind}) is is_asked


def test_how_it_is_described(call: Call) -> None:
    assert call("sift.describe", [[True, False], [True]]) == "2 of 3"
    assert call("sift.describe", [[False], []]) == "Nothing here has all of that. Try fewer words."


@given(words=st.text(max_size=12), more=st.text(max_size=12))
def test_more_words_never_show_more(call: Call, words: str, more: str) -> None:
    few: Any = call("sift.choose", PARTS, {"words": words, "kind": ""})
    fewer: Any = call("sift.choose", PARTS, {"words": f"{words} {more}", "kind": ""})
    for part, smaller in zip(few, fewer, strict=True):
        assert all(one or not other for one, other in zip(part, smaller, strict=True))
