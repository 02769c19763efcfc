"""What the editor of a page decides, by itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.scripts import Call, load

ATS = [
    ["one.yml", "title"],
    ["one.yml", "steps", 0, "do"],
    ["one.yml", "steps", 0, "why"],
    ["one.yml", "steps", 1, "do"],
    ["two.yml", "title"],
]
parts = st.one_of(st.sampled_from(["steps", "say", "do"]), st.integers(0, 3))
places = st.lists(parts, max_size=4).map(lambda loc: ["one.yml", *loc])


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    folder = ROOT / "generator/views/page_editor"
    with load("page-editor-state", folder=folder, editor="guidebookEditorState") as call:
        yield call


@pytest.mark.parametrize(
    ("at", "beside"),
    [
        (["one.yml", "steps", 0, "why"], 2),
        (["one.yml", "steps", 1], 3),
        (["one.yml", "steps", 0, "sya"], 1),
        (["one.yml", "steps", 7, "do"], 1),
        (["one.yml", "steps"], 1),
        (["one.yml", "owner"], None),
        (["one.yml"], None),
        (["three.yml", "title"], None),
    ],
)
def test_a_problem_stands_beside_its_text(call: Call, at: list[Any], beside: int | None) -> None:
    assert call("editor.placeProblems", ATS, [{"at": at}]) == [beside]


@given(ats=st.lists(places, max_size=6), wanted=places)
def test_a_text_is_never_told_of_what_is_wrong_in_another_field(
    call: Call, ats: list[list[Any]], wanted: list[Any]
) -> None:
    found = call("editor.findText", ats, wanted)
    if wanted in ats:
        assert ats[found] == wanted
    elif found is not None:
        assert ats[found][:2] == wanted[:2]


@pytest.mark.parametrize(
    ("key", "place", "todo"),
    [
        ({"key": "Enter"}, "text", "open"),
        ({"key": "F2"}, "text", "open"),
        ({"key": "Enter"}, "page", None),
        ({"key": "Enter"}, "form", None),
        ({"key": "Enter", "ctrl": True}, "form", "save"),
        ({"key": "Escape"}, "form", "leave"),
        ({"key": "Escape"}, "text", None),
        ({"key": "z", "ctrl": True}, "text", "undo"),
        ({"key": "Z", "ctrl": True, "shift": True}, "page", "redo"),
        ({"key": "y", "ctrl": True}, "page", "redo"),
        ({"key": "z", "ctrl": True}, "form", None),  # the browser takes back what was typed
        ({"key": "z"}, "text", None),
        ({"key": "ArrowUp", "alt": True}, "text", "up"),
        ({"key": "ArrowDown", "alt": True}, "form", "down"),
        ({"key": "ArrowDown", "alt": True}, "page", None),
        ({"key": "ArrowDown"}, "text", None),
    ],
)
def test_keys(call: Call, key: dict[str, Any], place: str, todo: str | None) -> None:
    assert call("editor.decideKey", key, place) == todo


@given(
    middles=st.lists(st.integers(0, 900), min_size=1, max_size=8, unique=True).map(sorted),
    y=st.integers(-50, 950),
    data=st.data(),
)
def test_an_item_is_dropped_where_the_pointer_is(
    call: Call, middles: list[int], y: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(middles) - 1))
    to = call("editor.findDrop", middles, y, start)
    rest = [*middles[:start], *middles[start + 1 :]]
    assert 0 <= to < len(middles)
    assert all(middle < y for middle in rest[:to])
    assert all(middle >= y for middle in rest[to:])


@pytest.mark.parametrize(
    ("index", "way", "to"), [(0, "up", None), (0, "down", 1), (2, "up", 1), (2, "down", None)]
)
def test_a_step(call: Call, index: int, way: str, to: int | None) -> None:
    assert call("editor.findStep", {"index": index, "count": 3}, way) == to


def test_a_text_is_followed_to_where_its_item_is(call: Call) -> None:
    steps = ["one.yml", "steps"]
    assert call("editor.follow", ATS[2], steps, 0, 2) == ["one.yml", "steps", 2, "why"]
    assert call("editor.follow", ATS[3], steps, 0, 2) == ATS[3]
    assert call("editor.findNext", ATS, steps, 1) == ATS[3]
    assert call("editor.findNext", ATS, steps, 2) == ATS[3]
    assert call("editor.findNext", ATS[:1], steps, 0) is None


def block(key: str, frame: str, *texts: str) -> dict[str, Any]:
    return {"key": key, "frame": frame, "texts": list(texts)}


def test_only_what_differs_is_drawn_anew(call: Call) -> None:
    before = [block("lead", "x", "a", "b"), block("say", "y", "c")]
    plan = call("editor.planRedraw", before, before)
    assert plan == {"blocks": [], "texts": []}
    plan = call("editor.planRedraw", before, [block("lead", "x", "a", "B"), before[1]])
    assert plan == {"blocks": [], "texts": [{"key": "lead", "number": 1}]}
    plan = call("editor.planRedraw", before, [block("lead", "x!", "a"), before[1]])
    assert plan == {"blocks": ["lead"], "texts": []}
    assert call("editor.planRedraw", before, before[:1]) is None


def test_a_text_is_told_what_is_wrong_in_it_alone(call: Call) -> None:
    problems = [{"at": at} for at in ATS]
    assert call("editor.keepOwn", ATS[1], problems) == [problems[1]]
    assert call("editor.keepOwn", ["one.yml", "steps", 0], problems) == problems[1:3]


def test_the_worst_is_said_by_a_word(call: Call) -> None:
    described = call(
        "editor.describeProblems", [{"severity": "warning", "message": "Long.", "fix": "Cut it."}]
    )
    assert described == {
        "isWrong": False,
        "lines": [{"severity": "warning", "text": "Warning: Long.", "fix": "Cut it."}],
    }
    assert call("editor.describeProblems", [{"severity": "error", "message": "", "fix": ""}])[
        "isWrong"
    ]


def test_a_value_is_written_as_a_person_reads_it(call: Call) -> None:
    assert call("editor.writeValue", "Ask.") == "Ask."
    assert call("editor.writeValue", ["Ask.", {"do": "Wait.", "why": "So."}]) == (
        "Ask.\ndo: Wait.\nwhy: So."
    )
    assert call("editor.canJoin", {"theirs": "a", "mine": "b"})
    assert not call("editor.canJoin", {"theirs": None, "mine": "b"})


@given(st.lists(st.sampled_from(["", " ", "A word."]), min_size=1, max_size=4))
def test_the_first_text_that_is_missing_is_asked_for(call: Call, values: list[str]) -> None:
    labels = [f"Text {number}" for number in range(len(values))]
    missing = [number for number, value in enumerate(values) if not value.strip()]
    blank = call("editor.findBlank", labels, values)
    if not missing:
        assert blank is None
    else:
        what = f"“Text {missing[0]}”" if len(values) > 1 else "the text"
        assert blank == {"place": missing[0], "words": f"Write {what}, or press Cancel."}


def test_of_what_is_still_written_it_is_no_news_that_a_text_is_missing(call: Call) -> None:
    problems = [{"rule": "empty"}, {"rule": "reference"}]
    assert call("editor.dropEmpty", problems) == [{"rule": "reference"}]
