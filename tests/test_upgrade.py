"""The guidebook below changes, and a company's changes of it: both hold, and where they meet one asks."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model import item_keys
from generator.model.file_models import choose_model
from generator.model.playbook import StandardFile
from generator.reader import change_record, overlay_edit
from generator.reader.change_record import ChangeRecord
from generator.reader.composed_file import Change, ComposedFile
from generator.reader.file_reader import FileReader
from generator.reader.layers import Layer
from tests.conftest import ROOT
from tests.test_layers_of_playbooks import LATE, SOUND, STEPS


class Late(NamedTuple):
    """The playbook that comes of a file over another, what it changes, and what is wrong."""

    steps: list[str | None]
    changes: Sequence[Change]
    rules: list[str]
    playbook: StandardFile


def read(base: str, own: str, record: ChangeRecord) -> Late:
    """Read one playbook alone, since whole guidebooks take long where there are many examples."""
    layers = [Layer("shipped", {LATE: base.encode()}), Layer("playbooks", {LATE: own.encode()})]
    files = FileReader(layers, record)
    playbook = files.read_any(LATE, choose_model)
    assert isinstance(playbook, StandardFile), files.problems
    parsed = files.parsed[LATE]
    assert isinstance(parsed, ComposedFile)
    steps = [one.do for one in playbook.steps]
    return Late(steps, parsed.changes, [one.rule.id for one in files.problems], playbook)


def take_down(late: Late) -> ChangeRecord:
    return ChangeRecord().update({"late-order": late.changes})


def lay(steps: list[str]) -> str:
    """The playbook below, with these steps."""
    text = SOUND[LATE].decode()
    start, end = text.index("steps:\n"), text.index("say:\n")
    return text[:start] + "steps:\n" + "".join(f"- {one}\n" for one in steps) + text[end:]


WORDS = st.sampled_from([*STEPS, "Breathe out slowly.", "Nod once or twice."])
LISTS = st.lists(WORDS, min_size=2, max_size=5, unique=True)


@given(LISTS, st.data())
def test_an_upgrade_keeps_both_sides_and_asks_once_where_they_meet(
    steps: list[str], data: st.DataObject
) -> None:
    """They reword some steps and add others, we reword some: nothing of ours is lost."""
    keys = item_keys.list_keys(steps)
    ours = data.draw(st.sets(st.sampled_from(range(len(steps))), min_size=1))
    theirs = data.draw(st.sets(st.sampled_from(range(len(steps)))))
    own = "only_changes: yes\nsteps:\n" + "".join(
        f"  - change: {keys[place]}\n    do: Ours {place}.\n" for place in sorted(ours)
    )
    before = read(lay(steps), own, ChangeRecord())
    record = take_down(before)
    upstream = [f"{one} And more of it." if at in theirs else one for at, one in enumerate(steps)]
    after = read(lay(["First of all.", *upstream]), own, record)
    asked = list(record.find_stale("late-order", after.changes))
    assert len(asked) == len(ours & theirs)
    meant = [f"Ours {at}." if at in ours else one for at, one in enumerate(upstream)]
    assert after.steps == ["First of all.", *meant]


def test_an_item_that_ours_is_beside_may_be_reworded_without_a_question() -> None:
    own = "only_changes: yes\nsteps:\n  - after: say-when-it-comes\n    do: Ours.\n"
    record = take_down(read(lay(STEPS), own, ChangeRecord()))
    now = [STEPS[0], "Say when it really comes.", STEPS[2]]
    after = read(lay(now), own, record)
    assert after.steps == [*now[:2], "Ours.", now[2]]
    assert list(record.find_stale("late-order", after.changes)) == []
    assert after.rules == []


@pytest.mark.parametrize("change", ["leave_out: {}", "move: {}\n    at: start"])
def test_what_we_left_out_or_moved_and_is_gone_below_leaves_nothing_behind(change: str) -> None:
    key = item_keys.list_keys(STEPS)[1]
    own = f"only_changes: yes\nsteps:\n  - {change.format(key)}\n"
    before = read(lay(STEPS), own, ChangeRecord())
    record = take_down(before)
    left = [STEPS[0], "Breathe out slowly."]
    after = read(lay(left), own, record)
    assert after.steps == left
    assert set(after.rules) <= {"gone-below"}


@given(LISTS, st.data())
def test_what_is_gone_below_stays_if_we_changed_it(steps: list[str], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(range(len(steps))))
    key = item_keys.list_keys(steps)[place]
    own = f"only_changes: yes\nsteps:\n  - change: {key}\n    do: Ours entirely.\n"
    record = take_down(read(lay(steps), own, ChangeRecord()))
    left = [one for one in steps if one != steps[place]]
    after = read(lay(left), own, record)
    assert after.steps == [*left, "Ours entirely."]
    assert after.rules == ["gone-below"]


def test_five_releases_in_a_row() -> None:
    """What a company changed at the first of them is there at each, and asked where both meet."""
    releases = [
        lay(STEPS),
        lay([*STEPS, "Thank them."]),
        lay([STEPS[0], "Say when it really comes.", STEPS[2], "Thank them."]),
        lay([STEPS[2], STEPS[0], "Say when it really comes."]),
        lay(["Say when it really comes.", STEPS[2], STEPS[0], "Ask again."]),
    ]
    own = "only_changes: yes\nsteps:\n  - change: say-when-it-comes\n    do: Say the hour.\n"
    record, asked = ChangeRecord(), []
    for release in releases:
        late = read(release, own, record)
        stale = list(record.find_stale("late-order", late.changes))
        asked.append(len(stale))
        settled = [("late-order", change.path) for change, _ in stale]
        record = record.update({"late-order": late.changes}, settled=settled)
        assert late.steps.count("Say the hour.") == 1
        below = release[release.index("steps:") : release.index("say:\n")]
        assert len(late.steps) == below.count("\n- ")
    assert asked == [0, 0, 1, 0, 0]


def test_the_record_is_the_same_for_the_same_changes() -> None:
    own = "only_changes: yes\ntitle: Ours\nsteps:\n  - leave_out: look-for-it\n"
    record = take_down(read(lay(STEPS), own, ChangeRecord()))
    again, problems = change_record.read("guidebook.lock", record.write())
    assert (again.write(), problems) == (record.write(), [])


CHANGES = [
    "title: Ours  # so it is called\n",
    "purpose: >\n  Calm it\n  down.\n",
    "stop:\n  # loud\n  lead: Halt.\n",
    f"steps:\n  # the first\n  - change: {item_keys.list_keys(STEPS)[0]}\n    do: Look twice.\n"
    f"  - leave_out: {item_keys.list_keys(STEPS)[1]}  # not here\n",
]


@given(st.permutations(CHANGES), st.data())
def test_changes_are_taken_out_in_any_order(written: list[str], data: st.DataObject) -> None:
    """In the end the playbook is the one below, and no comment of what stays is lost."""
    shipped = SOUND[LATE].decode()
    content = ("# Ours.\nonly_changes: yes\n" + "".join(written) + "# The end.\n").encode()
    while changes := read(shipped, content.decode(), ChangeRecord()).changes:
        change = data.draw(st.sampled_from(changes))
        content = overlay_edit.take_out(LATE, content, change.loc)
        assert content.startswith(b"# Ours.\nonly_changes: yes\n")
        assert content.endswith(b"# The end.\n")
    left = read(shipped, content.decode(), ChangeRecord()).playbook
    assert left == StandardFile.model_validate(yaml.load(shipped, yaml.BaseLoader))


RELEASES = sorted((ROOT / "tests" / "releases").iterdir())


@pytest.mark.parametrize("name", ["shouting-customer", "broken-promise", "privacy-check"])
def test_recorded_releases_are_upgraded_in_a_row(name: str) -> None:
    """What a company changed in the first of five releases is there in each, asked where it has to."""
    texts = [(release / f"{name}.yml").read_text("utf-8") for release in RELEASES]
    first = yaml.load(texts[0], yaml.BaseLoader)
    step = item_keys.list_keys(first["steps"])[0]
    avoided = item_keys.list_keys(first["avoid"])[1]
    own = (
        f"only_changes: yes\ntitle: Ours\nsteps:\n  - change: {step}\n    do: Do it our way.\n"
        f"  - after: {step}\n    do: Then do this.\navoid:\n  - leave_out: {avoided}\n"
        "checklist:\n  - at: end\n    text: Our box is ticked.\n"
    )
    assert len(texts) == 5
    record = ChangeRecord()
    for text in texts:
        late = read(text, own, record)
        now = StandardFile.model_validate(yaml.load(text, yaml.BaseLoader))
        stale = [change for change, _ in record.find_stale("late-order", late.changes)]
        kept = record.entries.get("late-order", {})
        for change in late.changes:
            is_other = change.path in kept and kept[change.path]["was"] != change.was
            assert (change in stale) == (is_other and not change.anchor)
        assert late.playbook.title == "Ours"
        ours = late.steps.index("Do it our way.")
        assert "Then do this." in late.steps[ours:]
        assert late.playbook.checklist.items[:-1] == now.checklist.items
        assert late.playbook.checklist.items[-1].text == "Our box is ticked."
        is_gone = "gone-below" in late.rules
        assert len(late.steps) == len(now.steps) + 1 + is_gone * late.rules.count("gone-below")
        assert late.playbook.say == now.say
        settled = [("late-order", change.path) for change in stale]
        record = record.update({"late-order": late.changes}, settled=settled)
