"""Slips in a file that says only what differs, or that was meant to."""

import pytest

from tests.test_layers_of_playbooks import KEYS, LATE, read


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("titel: Somebody shouts", "Did you mean “title”?"),  # the title is in the file below
        (f"steps:\n  - delete: {KEYS[0]}", "Did you mean “leave_out”?"),
        (f"steps:\n  - leave-out: {KEYS[0]}", "Did you mean “leave_out”?"),
    ],
)
def test_other_words_in_a_file_that_says_only_what_differs(text: str, fix: str) -> None:
    (error,) = read({LATE: f"only_changes: yes\n{text}\n"}).errors
    assert error.rule.id == "unknown-name"
    assert error.fix == fix


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        (
            "title: Somebody shouts\n",
            1,
            "If it says only what differs, write as its first line:  only_changes: yes",
        ),
        ("# Ours\nonly_change: yes\ntitle: X\n", 2, "Did you mean “only_changes”?"),
        ("only changes: yes\nstop: Leave.\n", 1, "Did you mean “only_changes”?"),
    ],
)
def test_a_file_that_does_not_say_that_it_says_only_what_differs(
    text: str, line: int, fix: str
) -> None:
    (error,) = read({LATE: text}).errors
    assert (error.rule.id, error.place.line, error.fix) == ("missing", line, fix)


def test_a_chapter_that_takes_the_place_of_all_is_told_once_where_it_is() -> None:
    text = (
        "only_changes: yes\n# Our chapters: one\n"
        "chapters:\n  - id: ours\n    title: Ours\n    audience: everyone\n"
    )
    (error,) = read({"guidebook.yml": text}).errors
    assert (error.rule.id, error.place.path, error.place.line) == (
        "unknown-chapter",
        "playbooks/guidebook.yml",
        3,
    )
    assert "at: end" in error.fix
    assert read({"guidebook.yml": text.replace("- id", "- at: end\n    id")}).errors == ()


@pytest.mark.parametrize(
    ("own", "line", "text"),
    [
        ("same:\n  - [parcel, package]", 3, "[parcel, package]"),
        ("same: [parcel, package]", 2, "[parcel, package]"),
        ("danger:\n  choking: [stuck bone]", 3, "stuck bone"),
    ],
)
def test_words_that_take_the_place_of_all_are_told_once(own: str, line: int, text: str) -> None:
    below = {"words.yml": "same:\n  - [late, overdue]\ndanger:\n  choking: [can't breathe]\n"}
    (error,) = read({"words.yml": f"only_changes: yes\n{own}\n"}, layers=(below,)).errors
    assert (error.rule.id, error.place.line) == ("loses-items", line)
    assert f"  - at: end\n    text: {text}" in error.fix


def test_words_that_are_added_lose_none() -> None:
    below = {"words.yml": "same:\n  - [late, overdue]\n"}
    more = "only_changes: yes\nsame:\n  - at: end\n    text: [parcel, package]\n"
    reading = read({"words.yml": more}, layers=(below,))
    assert not reading.errors
    assert reading.guidebook
    assert reading.guidebook.words.same == (("late", "overdue"), ("parcel", "package"))


def test_words_that_are_taken_out_by_a_list_without_them_are_told_how_to_go() -> None:
    below = {"words.yml": "same:\n  - [late, overdue]\n  - [parcel, package]\n"}
    own = "only_changes: yes\nsame:\n  - [late, overdue]\n"
    (error,) = read({"words.yml": own}, layers=(below,)).errors
    assert error.fix.startswith("To take some out, write the whole file")


def test_owners_that_take_the_place_of_all_are_told_once() -> None:
    (error,) = read({"guidebook.yml": "only_changes: yes\nowners: [Anna]\n"}).errors
    assert error.rule.id == "loses-items"
    assert error.fix.endswith("\nowners:\n  - at: end\n    name: Anna")
    reading = read({"guidebook.yml": "only_changes: yes\nowners: [Anna, Service training]\n"})
    assert not reading.errors


def test_questions_that_take_the_place_of_all_are_told_once() -> None:
    own = "only_changes: yes\nquestions:\n  - id: mine\n    ask: What?\n    answers: []\n"
    (error,) = read({"help-me-now.yml": own}).errors
    assert error.rule.id == "loses-items"
    assert "  - at: end\n    id: mine\n    ask: What?\n    answers: …" in error.fix


@pytest.mark.parametrize(
    ("change", "fix"),
    [
        (f"leave_out: [{KEYS[0]}, {KEYS[1]}]", f"- leave_out: {KEYS[0]}\n- leave_out: {KEYS[1]}"),
        ("at: top\n    do: Nod.", "at: start  or  at: end;"),
    ],
)
def test_a_change_of_two_items_or_at_no_place(change: str, fix: str) -> None:
    (error,) = read({LATE: f"only_changes: yes\nsteps:\n  - {change}\n"}).errors
    assert error.rule.id == "unclear-change"
    assert fix in error.fix


def test_an_item_with_another_name_than_text() -> None:
    own = "only_changes: yes\nsignals:\n  - at: end\n    do: They cry\n"
    (error,) = read({LATE: own}).errors
    assert (error.rule.id, error.place.line) == ("unknown-name", 4)
    assert error.fix == "Here the items are texts. Write  text: They cry"
    own = "only_changes: yes\nowners:\n  - at: end\n    text: Anna\n"
    (error,) = read({"guidebook.yml": own}).errors
    assert error.fix == "Did you mean “name”?"
