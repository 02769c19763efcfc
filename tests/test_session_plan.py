"""Sessions of practice: the minutes add up, whatever is chosen; role-plays are shown both ways."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import session_plan
from generator.model.guidebook import Guidebook
from generator.model.practice import Outcome, RolePlay
from generator.model.roleplay_ways import Way, find_best_way, find_poor_way
from generator.model.session_plan import Length, Part
from tests import samples


@given(data=st.data(), length=st.sampled_from(Length))
def test_minutes_add_up(guidebook: Guidebook, data: st.DataObject, length: Length) -> None:
    most = session_plan.find_most(length)
    places = st.integers(0, len(guidebook.playbooks) - 1)
    drawn = data.draw(st.lists(places, min_size=1, max_size=most, unique=True))
    chosen = [guidebook.playbooks[place] for place in drawn]
    blocks = list(session_plan.plan(chosen, length))
    assert sum(one.minutes for one in blocks) == length
    assert min(one.minutes for one in blocks) >= 1
    assert blocks[0].part is Part.OPEN
    assert blocks[-1].part is Part.CLOSE
    for playbook in chosen:
        parts = [one.part for one in blocks if one.playbook is playbook]
        known = session_plan.list_parts(playbook)
        assert set(known) - {Part.POOR} <= set(parts) <= set(known)
        assert sorted(parts, key=known.index) == parts
    order = [one.playbook for one in blocks if one.playbook]
    assert sum(one is not other for one, other in pairwise(order)) == len(chosen) - 1


def test_more_time_is_for_how_it_goes_wrong(guidebook: Guidebook) -> None:
    playbook = guidebook.by_id["shouting-customer"]
    short, long = (list(session_plan.plan([playbook], one)) for one in (Length.SHORT, Length.LONG))
    assert Part.POOR not in [one.part for one in short]
    assert [one.part for one in long][:4] == [Part.OPEN, Part.CASE, Part.READ, Part.POOR]


def test_without_a_role_play_words_are_said_in_pairs() -> None:
    reading = samples.make_site({"fair/one": samples.make_minimal()})
    (playbook,) = reading.guidebook.playbooks
    assert session_plan.list_parts(playbook) == (Part.READ, Part.PAIRS, Part.DEBRIEF)


def test_the_ways_of_every_role_play(guidebook: Guidebook) -> None:
    plays = [one.practice.roleplay for one in guidebook.playbooks if one.practice]
    found = [play for play in plays if play]
    assert found
    for play in found:
        best, poor = find_best_way(play), find_poor_way(play)
        assert best
        assert poor
        follow(play, best)
        follow(play, poor)
        assert play.endings[best.ending].outcome is Outcome.GOOD
        assert play.endings[poor.ending].outcome is not Outcome.GOOD
        assert not any(play.rounds[one].replies[other].best for one, other in poor.turns)


def follow(play: RolePlay, way: Way) -> None:
    here = play.rounds[0].id
    for number, reply in way.turns:
        assert play.rounds[number].id == here
        here = play.rounds[number].replies[reply].go
    assert here == play.endings[way.ending].id


@pytest.mark.parametrize(
    ("goes", "ending"),
    [
        ({"start": "poor"}, "poor"),
        ({"start": "mixed"}, "mixed"),
        ({"start": "good"}, None),
        ({"start": "start"}, None),
        ({"start": "more", "more": "start"}, None),
        ({"start": "more", "more": "poor"}, "poor"),
    ],
)
def test_a_poor_way(goes: dict[str, str], ending: str | None) -> None:
    play = RolePlay.model_validate(make_play({"more": "good", **goes}))
    way = find_poor_way(play)
    assert (play.endings[way.ending].id if way else None) == ending


def make_play(goes: dict[str, str]) -> dict[str, Any]:
    def reply(go: str, *, best: bool) -> dict[str, Any]:
        return {"say": "So.", "leads": "Then.", "best": best, "go": go}

    endings = [
        {"id": one, "outcome": one, "text": "End.", "debrief": "Why."}
        for one in ("good", "mixed", "poor")
    ]
    rounds = [
        {
            "id": one,
            "customer": "Hello!",
            "replies": [reply("good", best=True), reply(goes[one], best=False)],
        }
        for one in ("start", "more")
    ]
    return {"setting": "Here.", "rounds": rounds, "endings": endings}
