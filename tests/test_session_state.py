"""A session in the browser: the same minutes as on paper, every slide in its place, keys that turn."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import session_plan
from generator.model.guidebook import Guidebook
from generator.model.session_plan import Length
from generator.views import session_data
from generator.views.papers import PaperLinks, Requests, list_links
from tests.scripts import Call, load

CHOSEN = ["saying-no-well", "shouting-customer"]


@pytest.fixture(scope="module")
def data(guidebook: Guidebook) -> Any:
    script = session_data.make_script(guidebook, PaperLinks())
    return json.loads(script.partition("=")[2].rstrip(";\n"))


@pytest.fixture(scope="module")
def call(data: Any) -> Iterator[Call]:
    with load("session-state", session="guidebookSession") as call:
        call("(data) => { globalThis.data = data; }", data)
        yield call


@given(drawn=st.data(), length=st.sampled_from(Length))
def test_the_plan_is_that_of_the_paper(
    call: Call, guidebook: Guidebook, drawn: st.DataObject, length: Length
) -> None:
    places = st.integers(0, len(guidebook.playbooks) - 1)
    most = session_plan.find_most(length)
    chosen = [
        guidebook.playbooks[one]
        for one in drawn.draw(st.lists(places, min_size=1, max_size=most, unique=True))
    ]
    planned = call(
        "(one) => session.plan(data, one)", {"minutes": length, "ids": [one.id for one in chosen]}
    )
    blocks = session_plan.plan(chosen, length)
    assert [(one["part"], one["end"] - one["start"], one["id"]) for one in planned] == [
        (one.part, one.minutes, one.playbook.id if one.playbook else "") for one in blocks
    ]
    assert planned[0]["start"] == 0
    assert planned[-1]["end"] == length


@given(text=st.text())
def test_any_address_is_read(call: Call, guidebook: Guidebook, text: str) -> None:
    chosen = call("(text) => session.read(data, text)", f"#{text}")
    assert chosen["minutes"] in list(Length)
    assert set(chosen["ids"]) <= set(guidebook.by_id)


def test_an_address_keeps_the_session(call: Call) -> None:
    chosen = {"minutes": 30, "ids": CHOSEN}
    written = call("session.write", chosen)
    assert written == "#30,saying-no-well,shouting-customer"
    assert call("(text) => session.read(data, text)", written) == chosen
    assert call("(text) => session.read(data, text)", "#10,x,x,__proto__")["ids"] == []


def test_there_is_room_for_so_many(call: Call) -> None:
    choose = "(one, id, isOn) => session.choose(data, one, id, isOn)"
    full = {"minutes": 10, "ids": CHOSEN[:1]}
    assert call(choose, full, CHOSEN[1], True) == full
    assert call(choose, full, CHOSEN[0], False)["ids"] == []
    longer = {**full, "minutes": 60}
    assert call(choose, longer, CHOSEN[1], True)["ids"] == CHOSEN


def test_every_step_has_its_slide(call: Call, guidebook: Guidebook) -> None:
    for playbook in guidebook.playbooks:
        chosen = {"minutes": 10, "ids": [playbook.id]}
        slides = call("(one) => session.listSlides(data, one)", chosen)
        assert all(one["head"] for one in slides)
        heads = [one["head"] for one in slides]
        steps = len(getattr(playbook, "steps", ()))
        assert [f"Step {number} of {steps}" for number in range(1, steps + 1)] == [
            one for one in heads if one.startswith("Step ")
        ]
        if playbook.practice and playbook.practice.roleplay:
            assert {"Setting", "The customer", "A good answer", "How it ends"} <= set(heads)


@pytest.mark.parametrize(
    ("key", "at", "leads"),
    [
        ("ArrowRight", 0, 1),
        (" ", 1, 2),
        ("PageDown", 2, None),
        ("ArrowLeft", 0, None),
        ("PageUp", 2, 1),
        ("Home", 2, 0),
        ("End", 0, 2),
        ("x", 1, None),
        ("constructor", 1, None),
    ],
)
def test_keys_turn_the_slides(call: Call, key: str, at: int, leads: int | None) -> None:
    assert call("session.turn", at, 3, key) == leads


def test_papers_stand_beside_their_part(guidebook: Guidebook) -> None:
    links = list_links(guidebook, Requests(guidebook))
    script = session_data.make_script(guidebook, links)
    playbooks = json.loads(script.partition("=")[2].rstrip(";\n"))["playbooks"]
    found = {(one["part"], one["name"]) for one in playbooks["shouting-customer"]["papers"]}
    assert found == {
        ("read", "Checklist"),
        ("poor", "Poor version"),
        ("quiz", "Trainer’s hand-out"),
        ("play", "Cue cards"),
        ("play", "Observer’s sheet"),
    }
