"""What the fields of a form hold, and what is said of the search, by itself."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.scripts import Call, load

OPTIONS = [{"name": "late-order", "words": "Late order"}, {"name": "D1", "words": "A study"}]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    folder = ROOT / "generator/views/editor"
    with load("form-state", folder=folder, form="guidebookFormState") as call:
        yield call


def test_lines_that_say_nothing_do_not_count(call: Call) -> None:
    assert call("form.readLines", " one \n\n\ttwo\n ") == ["one", "two"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("late order ", "late-order"), ("d1", "D1"), ("A STUDY", "D1"), ("study", None), ("", None)],
)
def test_a_name_is_found_by_its_words_or_itself(call: Call, typed: str, name: str | None) -> None:
    assert call("form.findName", OPTIONS, typed) == name


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(-1, 7))
def test_an_item_moves_one_place_and_none_is_lost(call: Call, items: list[int], at: int) -> None:
    moved = call("form.moveUp", items, at)
    assert sorted(moved) == sorted(items)
    if 1 <= at < len(items):
        assert moved[at - 1] == items[at]
        assert moved[at] == items[at - 1]
    else:
        assert moved == items


@pytest.mark.parametrize(
    ("rank", "first", "said"),
    [
        (1, [["Late order", "/x/"]], "comes first"),
        (3, [["Choking", "/x/"]], "comes third; first comes “Choking”"),
        (None, [["Choking", "/x/"]], "does not bring it up; first comes “Choking”"),
        (None, [], "does not bring it up; nothing comes"),
    ],
)
def test_a_finding_is_a_sentence(
    call: Call, rank: int | None, first: list[list[str]], said: str
) -> None:
    assert call("form.describeFinding", {"rank": rank, "first": first}) == said


def test_how_many_come_first_is_told_if_any_were_asked(call: Call) -> None:
    findings = [{"rank": 1}, {"rank": 2}, {"rank": None}]
    assert call("form.countFirst", findings) == "1 of 3 bring this page up first."
    assert call("form.countFirst", []) == ""


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9)


@given(_TEXT, _TEXT, st.lists(_TEXT, max_size=4), st.booleans())
def test_of_what_two_wrote_nothing_is_lost(
    call: Call, theirs: str, mine: str, held: list[str], joined: bool
) -> None:
    conflict = {"was": "x", "theirs": theirs, "mine": mine, "isJoined": joined}
    text = call("form.combine", theirs, conflict)
    assert mine in text
    assert not joined or theirs in text
    lines = call("form.combine", [*held, theirs], conflict)
    assert sorted(lines) == sorted([*held, theirs, mine])
    assert call("form.combine", held, {**conflict, "mine": None}) == held
