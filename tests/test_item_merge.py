"""Two people changed one file: both changes are in it, and where they meet somebody is asked."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problem import GuidebookError
from generator.reader.item_merge import Conflict, find_settlement, merge
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.item_edit import (
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Set,
    change_file,
)
from tests.messy_files import SHIPPED
from tests.test_properties import OF_FILES

BASE = """\
title: Late order   # as staff say
audience: [front line]
steps:
  # First of all.
  - Ask for the number of the order.
  - do: Look it up in the system.
    why: You need the day.
  - Say when the parcel will come.
  - Thank them for their patience today.
related: [a-b, c-d]
"""
ORDER, SYSTEM, PARCEL, THANKS = (
    "Ask for the number of the order.",
    "Look it up in the system.",
    "Say when the parcel will come.",
    "Thank them for their patience today.",
)


def take(*pairs: tuple[str, str]) -> bytes:
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text.encode()


@pytest.mark.parametrize(
    ("mine", "theirs", "made", "conflicts"),
    [
        ([(ORDER, "Ask for the order's number.")], [(PARCEL, "Say when.")], None, []),
        (
            [(ORDER, "Ask for the order's number.")],
            [(ORDER, "Ask for the order's number.")],
            None,
            [],
        ),
        (
            [(ORDER, "Ask for the order's number.")],
            [(ORDER, "Ask them for the number of it.")],
            [(ORDER, "Ask them for the number of it.")],
            [
                Conflict(
                    "a/b.yml",
                    ("steps", 0),
                    ORDER,
                    "Ask them for the number of it.",
                    "Ask for the order's number.",
                )
            ],
        ),
        (
            [("why: You need the day.", "why: So.")],
            [(SYSTEM, "Look it up in our system.")],
            None,
            [],
        ),
        ([(f"  - {PARCEL}\n", "")], [(ORDER, "Ask for the order's number.")], None, []),
        (
            [(f"  - {PARCEL}\n", "")],
            [(PARCEL, "Say when the parcel may come.")],
            [(PARCEL, "Say when the parcel may come.")],
            [Conflict("a/b.yml", ("steps", 2), PARCEL, "Say when the parcel may come.", None)],
        ),
        (
            [(PARCEL, "Say when the parcel may come.")],
            [(f"  - {PARCEL}\n", "")],
            [(f"  - {PARCEL}\n", "")],
            [Conflict("a/b.yml", ("steps",), PARCEL, None, "Say when the parcel may come.")],
        ),
        ([(PARCEL, f"{PARCEL}\n  - A new one.")], [(f"  - {THANKS}\n", "")], None, []),
        ([(PARCEL, f"{PARCEL}\n  - A new one.")], [(ORDER, f"{ORDER}\n  - Theirs.")], None, []),
        ([("c-d", "c-d, e-f")], [("a-b", "x-y, a-b")], None, []),
        ([("title: Late order   # as staff say\n", "")], [("related: [a-b, c-d]\n", "")], None, []),
        (
            [("related: [a-b, c-d]\n", "search:\n  - late\n")],
            [("[front line]", "everyone")],
            None,
            [],
        ),
        (
            [(f"  - {PARCEL}\n  - {THANKS}\n", f"  - {THANKS}\n  - {PARCEL}\n")],
            [(ORDER, "Ask for the order's number.")],
            None,
            [],
        ),
        (
            [("[front line]", "managers")],
            [("[front line]", "everyone")],
            [("[front line]", "everyone")],
            [Conflict("a/b.yml", ("audience",), ["front line"], "everyone", "managers")],
        ),
        (
            [("related: [a-b, c-d]\n", "")],
            [("[a-b, c-d]", "[a-b]")],
            [("[a-b, c-d]", "[a-b]")],
            [Conflict("a/b.yml", ("related",), ["a-b", "c-d"], ["a-b"], None)],
        ),
    ],
)
def test_both_changes_are_there_or_somebody_is_asked(
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    made: list[tuple[str, str]] | None,
    conflicts: list[Conflict],
) -> None:
    both = [*theirs, *(one for one in mine if one not in theirs)] if made is None else made
    merged = merge("a/b.yml", BASE.encode(), take(*mine), take(*theirs))
    assert merged.content.decode() == take(*both).decode()
    assert list(merged.conflicts) == conflicts


def test_two_orders_are_for_people() -> None:
    mine = take((f"  - {PARCEL}\n  - {THANKS}\n", f"  - {THANKS}\n  - {PARCEL}\n"))
    theirs = change_file("a/b.yml", BASE.encode(), [Move(("steps",), 0, 3)])
    merged = merge("a/b.yml", BASE.encode(), mine, theirs)
    assert merged.content == theirs
    assert [one.loc for one in merged.conflicts] == [("steps",)]


RECORDS = b"""\
ideas:
  S1:  # first
    text: People want to be heard.
  S2:
    text: Nobody wants to wait.
  S3:
    text: A name is worth much.
"""


def test_another_name_of_a_record_keeps_what_others_write_in_it() -> None:
    mine = change_file("ideas.yml", RECORDS, [Rename(("ideas", "S1"), "H1")])
    theirs = RECORDS.replace(b"be heard", b"be heard out")
    merged = merge("ideas.yml", RECORDS, mine, theirs)
    assert merged.content == mine.replace(b"be heard", b"be heard out")
    assert not merged.conflicts
    back = merge("ideas.yml", mine, RECORDS, merged.content)
    assert (back.content, back.conflicts) == (theirs, ())


def test_of_two_names_for_one_record_people_choose_one() -> None:
    mine = change_file("ideas.yml", RECORDS, [Rename(("ideas", "S1"), "H1")])
    theirs = change_file("ideas.yml", RECORDS, [Rename(("ideas", "S1"), "X1")])
    merged = merge("ideas.yml", RECORDS, mine, theirs)
    assert merged.content == theirs
    (name,) = merged.conflicts
    assert name == Conflict("ideas.yml", ("ideas", "X1"), "S1", "X1", "H1", is_name=True)
    chosen = change_file("ideas.yml", merged.content, [find_settlement(merged.content, name)])
    assert chosen == mine


def test_a_record_that_they_took_out_comes_back_only_if_wanted() -> None:
    mine = change_file("ideas.yml", RECORDS, [Rename(("ideas", "S1"), "H1")])
    theirs = change_file("ideas.yml", RECORDS, [Delete(("ideas", "S1"))])
    merged = merge("ideas.yml", RECORDS, mine, theirs)
    assert merged.content == theirs
    record = {"text": "People want to be heard."}
    assert merged.conflicts == (Conflict("ideas.yml", ("ideas", "H1"), record, None, record),)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ([Rename(("ideas", "S1"), "H1")], [Set(("ideas", "H1"), {"text": "Another."})]),
        (
            [Rename(("ideas", "S1"), "H1"), Set(("ideas", "X1"), {"text": "Another."})],
            [Rename(("ideas", "S1"), "X1")],
        ),
    ],
)
def test_a_name_that_another_record_got_meanwhile_is_refused(
    mine: list[Change], theirs: list[Change]
) -> None:
    versions = [change_file("ideas.yml", RECORDS, one) for one in (mine, theirs)]
    with pytest.raises(GuidebookError, match=r"has made another “[HX]1” meanwhile"):
        merge("ideas.yml", RECORDS, *versions)


def test_a_record_that_moves_goes_where_it_was_meant_to_go() -> None:
    mine = change_file("ideas.yml", RECORDS, [Move(("ideas",), 2, 0)])
    theirs = change_file(
        "ideas.yml",
        RECORDS,
        [Set(("ideas", "S2", "text"), "No."), Set(("ideas", "S4"), {"a": "b"})],
    )
    merged = merge("ideas.yml", RECORDS, mine, theirs)
    assert list(load(merged.content)["ideas"]) == ["S3", "S1", "S2", "S4"]
    assert sorted(merged.content.splitlines()) == sorted(theirs.splitlines())
    back = merge("ideas.yml", mine, RECORDS, merged.content)
    assert (back.content, back.conflicts) == (theirs, ())


def test_a_version_with_mistakes_is_not_merged() -> None:
    with pytest.raises(GuidebookError, match="one version has mistakes"):
        merge("a/b.yml", BASE.encode(), take((ORDER, "Ask.")), b"title: [")


def load(content: bytes) -> Any:
    text, _ = read_text("a.yml", content)
    return parse("a.yml", text or "").data


TWO_NAMES = [one for one in SHIPPED if len(one[1]) < 20_000 and len(load(one[1])) > 1]


@OF_FILES
@given(st.data(), st.sampled_from(TWO_NAMES))
def test_what_does_not_meet_is_all_there(data: st.DataObject, chosen: tuple[str, bytes]) -> None:
    """One changes one top name, the other another: nobody is asked, and neither loses a word."""
    path, base = chosen
    was = load(base)
    names = data.draw(st.permutations(list(was)))[:2]
    versions = []
    wanted = copy.deepcopy(was)
    for name in names:
        change: Any = Set((name,), data.draw(st.sampled_from(["new", ["x", "y"], {"z": "w"}])))
        old = was[name]
        if isinstance(old, list) and len(old) > 1:
            changes = [
                Insert((name,), data.draw(st.integers(0, len(old))), "A new one."),
                Delete((name, data.draw(st.integers(0, len(old) - 1)))),
                Move((name,), data.draw(st.integers(0, len(old) - 1)), 0),
            ]
            change = data.draw(st.sampled_from([*changes, change]))
        made = change_file(path, base, [change])
        wanted[name] = load(made)[name]
        versions.append(made)
    merged = merge(path, base, *versions)
    assert not merged.conflicts
    assert load(merged.content) == wanted
