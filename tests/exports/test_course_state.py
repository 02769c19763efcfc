"""A course by itself: whatever is chosen, what is kept brings it back, and a score never falls."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.exports import course as course_data
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords
from tests import samples
from tests.conftest import ROOT
from tests.exports.readers import make_guidebook
from tests.scripts import Call, load

PLAYER = ROOT / "generator/views/exports/player"

# Somebody who does one thing after the other; what is not possible now is left out.
WALK = """(course, acts) => {
  const exercises = course.units.flatMap((unit) => unit.exercises);
  const seen = [];
  let now = state.FRESH;
  for (const [number, place, kind] of acts) {
    const one = exercises[number % exercises.length];
    let next = now;
    if (kind === "restart") {
      next = state.restart(now);
    } else if (!one.scenes) {
      next = state.answer(now, one, place % one.answers.length);
    } else {
      const { forks, here } = state.follow(one, state.read(now, one).past);
      if (kind === "back" || here.outcome) {
        next = forks.length ? state.goBack(now, one, place % forks.length) : now;
      } else {
        next = state.reply(now, one, place % here.choices.length);
      }
    }
    now = state.settle(course, next);
    seen.push({
      packed: state.pack(now),
      same: JSON.stringify(state.unpack(course, state.pack(now))) === JSON.stringify(now),
      ...state.measure(course, now, 80),
    });
  }
  return seen;
}"""


def make_course() -> dict[str, Any]:
    guidebook = make_guidebook(samples.make_practice(roleplay=True))
    units = course_data.list_units(Chosen.of(guidebook), ExportWords(guidebook))
    return {"units": units, "mastery": 80}


COURSE = make_course()
exercises = COURSE["units"][0]["exercises"]
acts = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 9), st.sampled_from(["go", "go", "go", "back", "restart"])
    ),
    min_size=1,
    max_size=25,
)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("course-state", folder=PLAYER, state="guidebookCourseState") as call:
        yield call


@given(acts)
def test_whatever_is_done_is_kept_and_no_score_falls(call: Call, acts: list[Any]) -> None:
    before = {"score": 0, "completed": False, "passed": False}
    for one in call(WALK, COURSE, acts):
        assert one["same"]
        assert len(one["packed"]) <= 4 + sum(
            8 + len(each["scenes"]) if "scenes" in each else 6 for each in exercises
        )
        assert one["packed"].isascii()
        assert one["score"] >= before["score"]
        assert one["completed"] >= before["completed"]
        assert one["passed"] >= before["passed"]
        before = one


marks = st.sampled_from([one["mark"] for one in exercises])
entries = st.builds(
    "".join, st.tuples(marks, st.text("0123456789.gmpx", max_size=5) | st.sampled_from(["length"]))
)


@given(st.lists(entries | st.text(max_size=8), max_size=6).map(";".join))
def test_whatever_was_kept_a_course_begins(call: Call, text: str) -> None:
    """What a platform gives back may be of an older course, or cut."""
    ask = "(course, text) => state.measure(course, state.unpack(course, text), 80)"
    measured = call(ask, COURSE, text)
    assert 0 <= measured["score"] <= 100
    assert 0 <= measured["done"] <= len(exercises)
    call("(course, text) => state.findNext(course, state.unpack(course, text))", COURSE, text)


def test_only_the_first_answer_counts(call: Call) -> None:
    right = next(place for place, one in enumerate(exercises[0]["answers"]) if one["right"])
    wrong = 1 - right
    first, second = call(WALK, COURSE, [[0, wrong, "go"], [0, right, "go"]])
    assert first["score"] == second["score"] == 0
    (only,) = call(WALK, COURSE, [[0, right, "go"]])
    assert only["score"] == 25


def test_an_exercise_with_other_answers_has_another_mark() -> None:
    other = make_course()["units"][0]["exercises"]
    assert [one["mark"] for one in other] == [one["mark"] for one in exercises]
    practice = samples.make_practice()
    practice["quiz"][0]["options"].reverse()
    guidebook = make_guidebook(practice)
    (unit,) = course_data.list_units(Chosen.of(guidebook), ExportWords(guidebook))
    changed = [one["mark"] for one in unit["exercises"]]
    assert changed[0] != exercises[0]["mark"]
    assert changed[1:] == [one["mark"] for one in exercises[1:3]]
