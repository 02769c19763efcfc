"""A role-play by itself: whatever is done, it stays a play; it ends where it says, and goes on."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.model.practice import RolePlay
from tests import samples
from tests.plays import Play, list_ways, write_play
from tests.scripts import Call, load

SMALL = RolePlay.model_validate(samples.make_practice(roleplay=True)["roleplay"])
PLAY = write_play(SMALL)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("checklist-state", "play-state", play="guidebookPlay") as call:
        yield call


def act(call: Call, play: Play, state: Any, kind: str, **more: Any) -> Any:
    return call("play.answer", play, state, {"type": kind, **more})


def run(call: Call, play: Play, way: list[int], words: str = "mine") -> Any:
    state = act(call, play, None, "begin")
    for reply in way:
        state = act(call, play, state, "speak", text=words)
        state = act(call, play, state, "choose", reply=reply)
        state = act(call, play, state, "goOn")
    return state


acts = st.one_of(
    st.just(("begin", {})),
    st.just(("goOn", {})),
    st.builds(lambda text: ("speak", {"text": text}), st.text(max_size=9)),
    st.builds(lambda reply: ("choose", {"reply": reply}), st.integers(0, 1)),
    st.builds(lambda place: ("goBack", {"place": place}), st.integers(0, 2)),
)


@given(done=st.lists(acts, max_size=25))
def test_whatever_is_done_can_be_kept_and_taken_up_again(
    call: Call, done: list[tuple[str, dict[str, Any]]]
) -> None:
    state = None
    for kind, more in done:
        state = act(call, PLAY, state, kind, **more)
        assert call("play.read", PLAY, call("play.keep", PLAY, state)) == state
        phase = call("play.findPhase", PLAY, state)
        assert phase in ("start", "speak", "choose", "look", "end")
        assert (phase == "start") == (state is None)
        if phase == "end":
            assert len(call("play.compare", PLAY, state)["rows"]) == 2


def test_every_way_of_every_role_play_ends_where_the_model_says(
    call: Call, guidebook: Guidebook
) -> None:
    count = 0
    for one in guidebook.playbooks:
        play = one.practice.roleplay if one.practice else None
        for way, ending in list_ways(play) if play else ():
            assert play
            written = write_play(play)
            past = [{"own": "", "reply": reply} for reply in way]
            state = {"past": past, "own": None, "reply": None}
            assert call("play.findPhase", written, state) == "end"
            assert call("play.findHere", written, state)["id"] == ending
            count += 1
    assert count > 400


def test_it_is_done_in_order(call: Call) -> None:
    state = act(call, PLAY, None, "begin")
    assert act(call, PLAY, state, "choose", reply=1) == state
    assert act(call, PLAY, state, "goOn") == state
    assert act(call, PLAY, state, "begin") == state
    spoken = act(call, PLAY, state, "speak", text="  Sit down. ")
    assert spoken["own"] == "Sit down."
    assert act(call, PLAY, spoken, "speak", text="No") == spoken


def test_ways_are_laid_over_one_another(call: Call) -> None:
    longest = PLAY | {
        "rounds": [
            PLAY["rounds"][0],
            PLAY["rounds"][1],
            {**PLAY["rounds"][1], "id": "side", "customer": "Aside"},
        ]
    }
    first = {**PLAY["rounds"][0]["replies"][0], "go": "side"}
    longest["rounds"][0] = {
        **PLAY["rounds"][0],
        "replies": [first, PLAY["rounds"][0]["replies"][1]],
    }
    found = call("play.compare", longest, run(call, longest, [0, 1]))
    assert [
        (row["same"], row["own"]["round"]["id"], row["best"]["round"]["id"])
        for row in found["rows"]
    ] == [
        (True, "start", "start"),
        (False, "side", "more"),
    ]
    assert found["rows"][0]["own"]["own"] == "mine"
    assert found["ending"] == found["bestEnding"]
    short = call("play.compare", PLAY, run(call, PLAY, [0]))
    assert [row["own"] and row["own"]["reply"] for row in short["rows"]] == [0, None]
    assert short["ending"]["id"] == "bad"
    assert short["bestEnding"]["id"] == "good"


def test_again_from_a_fork_keeps_what_was_before_it(call: Call) -> None:
    state = run(call, PLAY, [1, 0])
    again = act(call, PLAY, state, "goBack", place=1)
    assert again == {"past": state["past"][:1], "own": None, "reply": None}
    assert call("play.judge", PLAY, state) == {
        "outcome": "poor",
        "forks": 2,
        "best": 1,
        "isBest": False,
    }
    assert call("play.judge", PLAY, run(call, PLAY, [1, 1]))["isBest"]


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "",
        "{",
        "[]",
        "null",
        '{"form": 1}',
        {"play": "other"},
        {"form": 2},
        {"past": [{"own": "", "reply": 9}]},
        {"past": [{"own": "", "reply": 0}, {"own": "", "reply": 0}]},  # it is over after the first
        {"past": [{"own": 3, "reply": 0}]},
        {"past": [{"own": "", "reply": 0.5}]},
        {"past": [{"own": "", "reply": "__proto__"}]},
        {"own": 7},
        {"own": "", "reply": 5},
        {"own": None, "reply": 0},
    ],
)
def test_what_cannot_be_gone_on_with_starts_anew(call: Call, kept: Any) -> None:
    whole = json.loads(call("play.keep", PLAY, act(call, PLAY, None, "begin")))
    assert call("play.read", PLAY, json.dumps(whole)) is not None
    text = json.dumps(whole | kept) if isinstance(kept, dict) else kept
    assert call("play.read", PLAY, text) is None


@given(text=st.text(max_size=40))
def test_any_text_is_read_without_a_fault(call: Call, text: str) -> None:
    assert call("play.read", PLAY, text) is None


def test_a_play_that_has_changed_starts_anew(call: Call) -> None:
    kept = call("play.keep", PLAY, run(call, PLAY, [1]))
    assert call("play.read", PLAY, kept) is not None
    changed = {**PLAY, "endings": [{**PLAY["endings"][0], "text": "Other."}, PLAY["endings"][1]]}
    assert call("play.read", changed, kept) is None
