"""Training by itself: dates come from FSRS and a clock that is given; what is weak comes first."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts import Call, load

DAY = 86_400_000
NOW = int(datetime(2026, 11, 27, 12, tzinfo=UTC).timestamp() * 1000)
KINDS = ["quiz", "words", "roleplay"]
EXERCISES = [
    {"id": f"playbook-{place}.{kind}", "kind": kind, "playbook": f"playbook-{place}"}
    for place in range(12)
    for kind in KINDS
]
IDS = [one["id"] for one in EXERCISES]
EMPTY: dict[str, Any] = {"cards": {}, "done": []}

answers = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from([1, 2, 3]), st.integers(0, 40)), max_size=12
)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load(
        "vendor/ts-fsrs",
        "checklist-state",
        "training-state",
        "training-record",
        training="guidebookTraining",
        record="guidebookTrainingRecord",
    ) as call:
        yield call


def give(call: Call, progress: Any, name: str, rating: int, now: int) -> Any:
    return call("training.grade", progress, name, rating, now)


def run(call: Call, done: list[tuple[str, int, int]]) -> tuple[Any, int]:
    progress, now = EMPTY, NOW
    for name, rating, days in done:
        now += days * DAY
        progress = give(call, progress, name, rating, now)
    return progress, now


def test_what_is_known_comes_back_later_and_later(call: Call) -> None:
    progress, now = EMPTY, NOW
    waits = []
    for _ in range(4):
        progress = give(call, progress, IDS[0], 3, now)
        waits.append((progress["cards"][IDS[0]]["due"] - now) // DAY)
        now = progress["cards"][IDS[0]]["due"]
    assert waits == sorted(waits)
    assert waits[0] >= 1
    assert waits[-1] > 20
    forgotten = give(call, progress, IDS[0], 1, now)["cards"][IDS[0]]
    assert (forgotten["due"] - now) // DAY < waits[0] + 3
    assert forgotten["lapses"] == 1


def test_the_same_answers_give_the_same_dates(call: Call) -> None:
    done = [(IDS[0], 3, 0), (IDS[1], 1, 1), (IDS[0], 2, 5)]
    assert run(call, done) == run(call, done)


def test_due_ones_come_first_and_the_weakest_of_them_first(call: Call) -> None:
    # Both are due; the one that was answered wrong is more likely to be forgotten.
    progress = give(call, EMPTY, IDS[0], 3, NOW)
    progress = give(call, progress, IDS[3], 1, NOW)
    progress = give(call, progress, IDS[6], 3, NOW + 59 * DAY)
    planned = call("training.plan", EXERCISES, progress, NOW + 60 * DAY, 10)
    assert planned[:2] == [IDS[3], IDS[0]]
    assert IDS[6] not in planned
    assert call("training.count", EXERCISES, progress, NOW + 60 * DAY)["due"] == 2


def test_what_is_new_is_mixed_and_differs_from_day_to_day(call: Call) -> None:
    kinds = {one["id"]: one["kind"] for one in EXERCISES}
    plans = [call("training.plan", EXERCISES, EMPTY, NOW + day * DAY, 10) for day in range(4)]
    for planned in plans:
        assert {kinds[name] for name in planned} == set(KINDS)
        assert len({name.split(".")[0] for name in planned}) == len(planned)
    assert len({tuple(one) for one in plans}) > 1


def test_with_nothing_new_or_due_the_weakest_are_trained(call: Call) -> None:
    few = EXERCISES[:3]
    progress = give(call, EMPTY, IDS[0], 3, NOW)
    progress = give(call, progress, IDS[1], 1, NOW)
    progress = give(call, progress, IDS[2], 3, NOW)
    planned = call("training.plan", few, progress, NOW + 1000, 10)
    assert sorted(planned) == sorted(IDS[:3])
    counted = call("training.count", few, progress, NOW + 1000)
    assert counted["due"] == 0
    assert counted["next"] == min(one["due"] for one in progress["cards"].values())


def test_what_comes_back_on_a_day_is_due_from_its_morning_on(call: Call) -> None:
    evening, morning, midnight = (
        call("(...day) => new Date(2026, 10, ...day).getTime()", *day)
        for day in [(27, 18), (28, 7, 30), (28, 0)]
    )
    progress = give(call, EMPTY, IDS[0], 1, evening)
    assert progress["cards"][IDS[0]]["due"] > morning
    for now, due in ((midnight - 1, 0), (midnight, 1), (morning, 1)):
        counted = call("training.count", EXERCISES, progress, now)
        assert (counted["due"], counted["next"] is None) == (due, due == 1)
    assert call("training.plan", EXERCISES, progress, morning, 10)[0] == IDS[0]
    assert IDS[0] not in call("training.plan", EXERCISES, progress, midnight - 1, 10)


@given(done=answers, minutes=st.integers(0, 30))
def test_a_plan_has_each_exercise_once_and_fits_into_its_minutes(
    call: Call, done: list[tuple[str, int, int]], minutes: int
) -> None:
    progress, now = run(call, done)
    planned = call("training.plan", EXERCISES, progress, now, minutes)
    takes = {"quiz": 1, "words": 0.5, "roleplay": 3}
    kinds = {one["id"]: one["kind"] for one in EXERCISES}
    assert len(set(planned)) == len(planned)
    assert sum(takes[kinds[name]] for name in planned) <= minutes


@given(done=answers)
def test_what_is_written_is_read_again(call: Call, done: list[tuple[str, int, int]]) -> None:
    progress, _ = run(call, done)
    assert call("record.read", call("record.write", progress)) == progress
    assert call("record.merge", progress, progress)["cards"] == progress["cards"]


def test_of_two_files_the_later_answer_counts(call: Call) -> None:
    first = give(call, EMPTY, IDS[0], 1, NOW)
    later = give(call, EMPTY, IDS[0], 3, NOW + DAY)
    both = call("record.merge", later, first)
    assert both == call("record.merge", first, later)
    assert both["cards"] == later["cards"]
    assert [one["at"] for one in both["done"]] == [NOW, NOW + DAY]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    cards=st.dictionaries(
        st.sampled_from([*IDS[:2], "__proto__", "x" * 300]), json_values, max_size=3
    ),
    done=json_values,
)
def test_any_file_is_read_without_a_fault_and_can_be_gone_on_with(
    call: Call, cards: Any, done: Any
) -> None:
    text = json.dumps({"form": "guidebook-training-1", "cards": cards, "done": done})
    found = call("record.read", text)
    if found is not None:
        after = give(call, found, IDS[0], 3, NOW)
        assert after["cards"][IDS[0]]["due"] > NOW
        call("training.plan", EXERCISES, after, NOW, 10)


@pytest.mark.parametrize(
    "change",
    [
        {"due": 1e300},
        {"last": "yesterday"},
        {"stability": 0},
        {"stability": None},
        {"difficulty": 11},
        {"difficulty": 0},
        {"state": 7},
        {"reps": 0},
        {"lapses": -1},
    ],
)
def test_a_card_that_cannot_be_is_left_out(call: Call, change: dict[str, Any]) -> None:
    progress = give(call, EMPTY, IDS[0], 3, NOW)
    progress = give(call, progress, IDS[1], 3, NOW)
    progress["cards"][IDS[0]] |= change
    found = call("record.read", json.dumps({"form": "guidebook-training-1", **progress}))
    assert list(found["cards"]) == [IDS[1]]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"form": "other", "cards": {}, "done": []}']
)
def test_another_file_is_none(call: Call, text: str) -> None:
    assert call("record.read", text) is None


def test_the_record_is_by_day(call: Call) -> None:
    progress, now = run(call, [(IDS[0], 3, 0), (IDS[1], 1, 0), (IDS[3], 2, 1), ("gone.quiz", 3, 0)])
    titles = dict.fromkeys(IDS[:3], "One") | {IDS[3]: "Two"}
    rows = call("record.list", progress, titles)
    assert [(row["day"], row["done"], row["right"], row["titles"]) for row in rows] == [
        ("28 Nov 2026", 2, 2, ["Two"]),
        ("27 Nov 2026", 2, 1, ["One"]),
    ]
    written = call("record.writeText", rows, {"title": "Record", "now": now})
    assert written.split("\n") == [
        "Record",
        "Written 28 Nov 2026",
        "",
        "28 Nov 2026: 2 done, 2 right. Two",
        "27 Nov 2026: 2 done, 1 right. One",
        "",
    ]


@pytest.mark.parametrize(
    ("outcome", "best", "rating"),
    [("good", True, 3), ("good", False, 2), ("mixed", False, 1), ("poor", False, 1)],
)
def test_a_role_play_is_worth_how_it_went(
    call: Call, outcome: str, best: bool, rating: int
) -> None:
    assert call("training.rate", {"outcome": outcome, "isBest": best}) == rating


def test_a_clock_that_was_put_back_stops_nothing(call: Call) -> None:
    progress = give(call, EMPTY, IDS[0], 3, NOW)
    before = NOW - 400 * DAY
    assert call("training.plan", EXERCISES[:1], progress, before, 10) == [IDS[0]]
    again = give(call, progress, IDS[0], 3, before)
    assert again["cards"][IDS[0]]["due"] > before


def test_progress_goes_on_under_a_playbooks_new_name(call: Call) -> None:
    progress = give(call, EMPTY, "old.quiz.a", 1, NOW)
    progress = give(call, progress, "new.quiz.b", 3, NOW)
    renamed = call("record.rename", progress, {"old": "new"})
    assert renamed["cards"]["new.quiz.a"] == progress["cards"]["old.quiz.a"]
    assert [one["id"] for one in renamed["done"]] == ["new.quiz.a", "new.quiz.b"]
    both = give(call, progress, "new.quiz.a", 3, NOW + DAY)  # the later answer counts
    assert call("record.rename", both, {"old": "new"})["cards"]["new.quiz.a"]["last"] == NOW + DAY


def test_a_session_that_was_begun_is_gone_on_with_on_its_day(call: Call) -> None:
    session = {"queue": IDS[:3], "at": 1, "right": 1, "began": NOW}
    text = call("record.writeSession", session)
    assert call("record.readSession", text, IDS, NOW + DAY // 8) == session
    assert call("record.readSession", text, IDS, NOW + DAY) is None
    assert call("record.readSession", text, IDS[1:], NOW) is None


@given(
    text=st.one_of(
        st.text(),
        st.dictionaries(
            st.sampled_from(["form", "queue", "at", "right", "began"]),
            st.one_of(st.none(), st.integers(), st.text(), st.lists(st.sampled_from(IDS))),
        ).map(json.dumps),
    )
)
def test_any_text_is_a_session_or_none(call: Call, text: str) -> None:
    assert call("record.readSession", text, IDS, NOW) is None
