"""Changing in the page what comes from the guidebook that one builds on."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problem import GuidebookError
from generator.reader import guidebook_reader, layered_change
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import Layer
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Move, Set
from tests import samples

NAME = "fair/one.yml"
STEPS = ["Listen to the end.", {"do": "Breathe out.", "why": "It calms you."}, "Offer one thing."]


def lay(own: bytes | None = None, **more: Any) -> Reading:
    playbook = samples.make_minimal(title="One", steps=STEPS, signals=["They shout.", "They cry."])
    files = samples.make_folder({"fair/one": {**playbook, **more}}, samples.make_about(["fair"]))
    top = {} if own is None else {NAME: own}
    return guidebook_reader.read(top, below=[Layer("below", files, is_own=False)])


def change(*changes: Change, own: bytes | None = None, **more: Any) -> tuple[Any, Any]:
    """What the own file says then, and what the page does."""
    reading = lay(own, **more)
    assert layered_change.is_layered(reading, NAME, own)
    content = layered_change.change(reading, NAME, own, changes)
    again = lay(content, **more)
    assert not [one for one in again.errors if one.place.path.startswith(NAME)]
    return yaml.safe_load(content), layered_change.read_full(again, NAME)


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ([Set(("title",), "Another")], {"title": "Another"}),
        (
            [Set(("steps", 1, "why"), "Calm.")],
            {"steps": [{"change": "breathe-out", "why": "Calm."}]},
        ),
        ([Delete(("steps", 1, "why"))], {"steps": [{"change": "breathe-out", "why": None}]}),
        ([Delete(("steps", 0))], {"steps": [{"leave_out": "listen-to-the-end"}]}),
        (
            [Insert(("steps",), 1, "Nod.")],
            {"steps": [{"before": "breathe-out", "do": "Nod."}]},
        ),
        (
            [Insert(("steps",), 3, {"do": "Nod.", "why": "Yes."})],
            {"steps": [{"at": "end", "do": "Nod.", "why": "Yes."}]},
        ),
        ([Move(("steps",), 0, 2)], {"steps": [{"move": "listen-to-the-end", "at": "end"}]}),
        ([Set(("signals", 1), "They cry a lot.")], {"signals": [{"change": "they-cry", "text": "They cry a lot."}]}),
        ([Set(("stop", "text"), "Go.")], {"stop": {"text": "Go."}}),
        ([Insert(("avoid",), 0, "Calm down.")], {"avoid": [{"say": "Calm down."}]}),
    ],
)  # fmt: skip
def test_only_what_differs_is_written(changes: Sequence[Change], written: Any) -> None:
    own, _ = change(*changes)
    assert own == {"only_changes": True, **written}


def test_what_is_there_stays() -> None:
    own = (
        b"# Ours.\nonly_changes: yes\ntitle: Ours # ours too\nsteps:\n  - leave_out: breathe-out\n"
    )
    written, full = change(Set(("steps", 0, "do"), "Hear them out to the end."), own=own)
    assert written["title"] == "Ours"
    assert [one["do"] for one in full["steps"]] == ["Hear them out to the end.", "Offer one thing."]
    content = layered_change.change(lay(own), NAME, own, [Set(("title",), "One")])
    assert content == b"# Ours.\nonly_changes: yes\nsteps:\n  - leave_out: breathe-out\n"


def test_a_whole_file_of_ones_own_is_no_layer() -> None:
    reading = lay(samples.dump(samples.make_minimal()))
    assert not layered_change.is_layered(reading, NAME, samples.dump(samples.make_minimal()))
    assert not layered_change.is_layered(reading, "fair/two.yml", None)


def test_what_is_no_longer_there_is_not_moved() -> None:
    with pytest.raises(GuidebookError):
        layered_change.change(lay(), NAME, None, [Move(("steps",), 0, 9)])


words = st.text("abcdefg ", min_size=1, max_size=12).map(str.strip).filter(bool)
steps = st.lists(
    st.fixed_dictionaries({"do": words}, optional={"why": words, "say": words}), min_size=1, max_size=6
)  # fmt: skip


@given(before=steps, after=steps, signals=st.lists(words, min_size=1, max_size=5))
def test_whatever_is_wanted_comes_of_it(before: Any, after: Any, signals: Any) -> None:
    _, full = change(Set(("steps",), after), Set(("signals",), signals), steps=before)
    assert full["steps"] == after
    assert full["signals"] == signals
