"""The drawing of a role-play or of “Help me now”: nothing overlaps, arrows end at their boxes."""

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.views.editor.flow import Box, Flow, Mark, Way, follow_questions, follow_roleplay
from generator.views.editor.flow_layout import WIDTH, Layout, lay_out

_NAMES = [f"n{number}" for number in range(8)]
_WAYS = st.lists(st.tuples(st.text(max_size=60), st.sampled_from([*_NAMES, "lost"])), max_size=4)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=8, unique=True))
    return Flow(
        tuple(
            Box(
                name,
                draw(st.text(max_size=120)),
                ways=tuple(Way((), text, (to,)) for text, to in draw(_WAYS)),
            )
            for name in names
        )
    )


def assert_sound(flow: Flow, drawn: Layout) -> None:
    assert [one.box for one in drawn.boxes] == list(flow.by_name.values())
    for one, other in combinations(drawn.boxes, 2):
        assert one.x != other.x or one.bottom < other.y or other.bottom < one.y
    for one in drawn.boxes:
        assert one.x >= 0
        assert one.x + WIDTH <= drawn.width
        assert one.y >= 0
        assert one.bottom <= drawn.height
        assert all(one.y < row.y < one.bottom for row in one.rows)
    known = {one.box.name for one in drawn.boxes}
    ways = [to for one in drawn.boxes for way in one.box.ways for to in way.targets if to in known]
    assert len(drawn.arrows) == len(ways)
    ends = {(one.x - 2, one.entry[1]) for one in drawn.boxes}
    for arrow in drawn.arrows:
        *_, x, y = map(int, re.findall(r"-?\d+", arrow.path))
        assert (x, y) in ends


@given(flows())
def test_any_flow_is_drawn_circles_and_loose_ends_too(flow: Flow) -> None:
    assert_sound(flow, lay_out(flow))


def test_every_role_play_goes_from_left_to_right(guidebook: Guidebook) -> None:
    plays = [
        one.practice.roleplay
        for one in guidebook.playbooks
        if one.practice and one.practice.roleplay
    ]
    assert plays
    for play in plays:
        flow = follow_roleplay(play)
        drawn = lay_out(flow)
        assert_sound(flow, drawn)
        at = {one.box.name: one.x for one in drawn.boxes}
        for one in drawn.boxes:
            assert one.is_reached
            for way in one.box.ways:
                assert all(at[to] > one.x for to in way.targets)


def test_help_me_now_ends_at_playbooks(guidebook: Guidebook) -> None:
    assert guidebook.triage
    urls = {one.id: one.url for one in guidebook.playbooks}
    flow = follow_questions(guidebook.triage.questions, guidebook.titles, urls)
    assert_sound(flow, lay_out(flow))
    ends = [one for one in flow.boxes if not one.ways]
    assert {one.mark for one in ends} == {Mark.PAGE}
    assert all(one.url and one.text != one.name for one in ends)


def test_a_box_that_nothing_leads_to_says_so() -> None:
    flow = Flow((Box("a", "Start", ways=(Way((), "go", ("b",)),)), Box("b", "End"), Box("c", "?")))
    assert [one.is_reached for one in lay_out(flow).boxes] == [True, True, False]


def test_a_way_back_does_not_push_its_start_away() -> None:
    flow = Flow(
        (
            Box("a", "A", ways=(Way((), "on", ("b",)),)),
            Box("b", "B", ways=(Way((), "back", ("a",)),)),
        )
    )
    one, other = lay_out(flow).boxes
    assert one.x < other.x


def test_long_words_are_cut(guidebook: Guidebook) -> None:
    flow = Flow((Box("a", "x" * 300, ways=(Way((), "y" * 300, ()),)),))
    (drawn,) = lay_out(flow).boxes
    assert all(len(line) <= 32 for line in (*drawn.lines, drawn.rows[0].text))
