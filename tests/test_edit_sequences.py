"""Any sequence of changes leaves all else in a file as it was, and reads back as it is meant.

What is meant, and which bytes a change may touch, is worked out here anew: from the places that the
reader gives, line by line. `GUIDEBOOK_EDIT_STEPS=10000` runs that many steps.
"""

import copy
import os
import re
from collections import Counter
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.model.yaml_model import Loc
from generator.problem import GuidebookError
from generator.reader.renaming import rename
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.reader.yaml_text.item_edit import (
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Set,
    change_file,
)
from tests.edit_traces import find, find_comments, find_touched, list_comments, only_grows, walk
from tests.edit_words import clean, list_words
from tests.messy_files import MESSY, SHIPPED
from tests.sound_files import SMALL, SOUND, read
from tests.test_properties import PIECES

STEPS = int(os.environ.get("GUIDEBOOK_EDIT_STEPS", "400"))
RUN = 40

SHORT = {"steps": "do", "say": "say", "avoid": "say"}
words = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=6).map("".join)
texts = st.sampled_from(["Ask again.", "two words", "no", "a: b #c", "a\nb", "- x", ""]) | words
values: st.SearchStrategy[Any] = st.recursive(
    texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["do", "why", "say", "a b", "x: y", "#"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


class EditSequences(RuleBasedStateMachine):
    """One file, changed again and again. `made` counts changes by their kind."""

    made: ClassVar[Counter[str]] = Counter()

    @initialize(chosen=st.integers(0, len(SMALL) - 1) | st.integers(-len(MESSY), -1))
    def open_any(self, chosen: int) -> None:
        self.open(*(SMALL[chosen] if chosen >= 0 else MESSY[chosen]))

    def open(self, path: str, content: bytes) -> None:
        parsed = read(path, content)
        assert parsed
        self.path, self.content = path, content
        self.data: Any = parsed.data
        self.parsed = parsed
        self.earlier: list[tuple[bytes, Any]] = []

    def perform(self, change: Change, wanted: Any, touched: Loc, *, grows: bool = False) -> None:
        """Make a change and see what has become of the file."""
        before, old = self.content, self.content.decode()
        self.earlier.append((before, self.data))
        EditSequences.made[type(change).__name__] += 1
        try:
            self.content = change_file(self.path, before, [change])
        except GuidebookError:
            if wanted and not list(find_hidden(list_words(change))):
                raise  # only what no file may hold is refused, and to be left with nothing
            self.earlier.pop()
            return
        parsed = read(self.path, self.content)
        assert parsed, "what was sound is sound"
        assert clean(parsed.data) == clean(wanted), change
        new = self.content.decode()
        if grows and find(self.data, touched):
            assert only_grows(old, new), change
        if touched:
            span = find_touched(self.parsed, before, touched)
            tail = len(old) - span.end
            assert new.startswith(old[: span.start]), change
            assert new.endswith(old[span.end :]), change
            assert len(new) >= span.start + tail, change
            above, below, is_exact = list_comments(self.parsed, touched)
            left = [comment for _, comment in find_comments(parsed)]
            assert left[: len(above)] == above, change
            assert left[len(left) - len(below) :] == below, change
            assert len(left) >= len(above) + len(below), change
            if isinstance(change, Delete) and is_exact:
                assert len(left) == len(above) + len(below), change
        self.data, self.parsed = parsed.data, parsed

    def list_locs(self, kind: type) -> list[Loc]:
        return [loc for loc in walk(self.data) if isinstance(find(self.data, loc), kind)]

    def draw(self, data: st.DataObject, locs: list[Loc]) -> Loc | None:
        return data.draw(st.sampled_from(locs)) if locs else None

    @rule(data=st.data(), value=texts)
    def set_text(self, data: st.DataObject, value: str) -> None:
        if loc := self.draw(data, self.list_locs(str)):
            self.set_at(loc, value)

    @rule(data=st.data(), value=values)
    def set_anything(self, data: st.DataObject, value: Any) -> None:
        if loc := self.draw(data, walk(self.data)[1:]):
            self.set_at(loc, value)

    def set_at(self, loc: Loc, value: Any) -> None:
        wanted = copy.deepcopy(self.data)
        find(wanted, loc[:-1])[loc[-1]] = value
        self.perform(Set(loc, value), wanted, loc)

    @rule(data=st.data(), name=st.sampled_from(["why", "search", "x y", "related"]), value=values)
    def set_name(self, data: st.DataObject, name: str, value: Any) -> None:
        loc = self.draw(
            data, [one for one in self.list_locs(dict) if name not in find(self.data, one)]
        )
        if loc is not None:
            wanted = copy.deepcopy(self.data)
            find(wanted, loc)[name] = value
            self.perform(Set((*loc, name), value), wanted, loc, grows=True)

    @rule(data=st.data(), value=texts.filter(str.strip))
    def lengthen(self, data: st.DataObject, value: str) -> None:
        locs = [
            (name, number)
            for name in SHORT
            for number, one in enumerate(self.data.get(name) or ())
            if isinstance(self.data[name], list) and isinstance(one, str)
        ]
        if self.path.startswith("playbooks/messy/") and (loc := self.draw(data, locs)):
            wanted = copy.deepcopy(self.data)
            wanted[loc[0]][loc[1]] = {SHORT[str(loc[0])]: wanted[loc[0]][loc[1]], "why": value}
            self.perform(Set((*loc, "why"), value), wanted, loc)

    @rule(data=st.data(), value=values)
    def insert(self, data: st.DataObject, value: Any) -> None:
        loc = self.draw(data, self.list_locs(list))
        if loc is not None:
            self.insert_at(loc, data.draw(st.integers(0, len(find(self.data, loc)))), value)

    def insert_at(self, loc: Loc, index: int, value: Any) -> None:
        wanted = copy.deepcopy(self.data)
        find(wanted, loc).insert(index, value)
        self.perform(Insert(loc, index, value), wanted, loc, grows=True)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if loc := self.draw(data, walk(self.data)[1:]):
            self.delete_at(loc)

    def delete_at(self, loc: Loc) -> None:
        wanted = copy.deepcopy(self.data)
        change = Delete(loc)
        while len(loc) > 1 and len(find(wanted, loc[:-1])) == 1:
            loc = loc[:-1]
        del find(wanted, loc[:-1])[loc[-1]]
        self.perform(change, wanted, loc)

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        known = (*self.list_locs(list), *self.list_locs(dict))
        locs = [one for one in known if len(find(self.data, one)) > 1]
        if (loc := self.draw(data, locs)) is not None:
            last = st.integers(0, len(find(self.data, loc)) - 1)
            self.move_at(loc, data.draw(last), data.draw(last))

    def move_at(self, loc: Loc, start: int, to: int) -> None:
        wanted = copy.deepcopy(self.data)
        items = find(wanted, loc)
        names = list(items)
        names.insert(to, names.pop(start))
        if isinstance(items, list):
            items.insert(to, items.pop(start))
        before = self.content.decode()
        self.perform(Move(loc, start, to), wanted, loc)
        assert isinstance(items, list) or list(find(self.data, loc)) == names
        assert sorted(before) == sorted(self.content.decode()), "nothing is lost or added"

    @rule(data=st.data(), name=st.sampled_from(["X1", "no", "a b", "x: y", "#", "- x"]))
    def name_anew(self, data: st.DataObject, name: str) -> None:
        locs = [
            (*loc, one)
            for loc in self.list_locs(dict)
            for one in find(self.data, loc)
            if name not in find(self.data, loc)
        ]
        if loc := self.draw(data, locs):
            wanted = copy.deepcopy(self.data)
            names = [name if one == loc[-1] else one for one in find(wanted, loc[:-1])]
            find(wanted, loc[:-1])[name] = find(wanted, loc[:-1]).pop(loc[-1])
            self.perform(Rename(loc, name), wanted, loc)
            assert list(find(self.data, loc[:-1])) == names

    @rule(number=st.integers(0, 99))
    def rename(self, number: int) -> None:
        """Another playbook that the file names gets another name."""
        parsed, related = self.parsed, self.data.get("related")
        old = str(related[0]) if related and isinstance(related, list) else ""
        new = f"new-name-{number}"
        if not re.fullmatch("[a-z]+(-[a-z]+)+", old) or new in self.content.decode():
            return
        files = {"messy/renamed-in.yml": self.content}
        self.earlier.append((self.content, self.data))
        self.made["Rename"] += 1
        self.content = rename(files, old, new)["messy/renamed-in.yml"] or b""
        self.parsed = read(self.path, self.content) or parsed
        self.data = self.parsed.data
        assert self.content.decode().replace(new, old) == self.earlier[-1][0].decode()
        assert old not in (self.data.get("related") or ())

    @precondition(lambda self: self.earlier)
    @rule()
    def undo(self) -> None:
        self.made["Undo"] += 1
        self.content, self.data = self.earlier.pop()
        parsed = read(self.path, self.content)
        assert parsed
        self.parsed = parsed

    @invariant()
    def keeps_its_form(self) -> None:
        """Line ends stay of the kinds that were there."""
        if self.path in dict(SHIPPED):
            assert b"\r" not in self.content


IS_LONG = STEPS >= 1000
LENGTHS = settings(
    max_examples=max(1, STEPS // RUN),
    stateful_step_count=RUN,
    deadline=None,
    derandomize=not IS_LONG,
    phases=[Phase.generate],  # smaller examples of a fault take minutes to find
    report_multiple_bugs=False,
)


def test_any_sequence_of_changes() -> None:
    made = EditSequences.made
    run_state_machine_as_test(EditSequences, settings=LENGTHS)
    while IS_LONG and made.total() < STEPS:
        run_state_machine_as_test(EditSequences, settings=LENGTHS)
    print(f"{made.total():,} changes:", dict(made))  # noqa: T201  # what `make steps` is for
    assert set(made) == {"Set", "Insert", "Delete", "Move", "Undo", "Rename"}
    assert made.total() > STEPS // 3


@pytest.mark.parametrize("chosen", MESSY, ids=range(len(MESSY)))
def test_every_place_of_messy_files(chosen: tuple[str, bytes]) -> None:
    machine = EditSequences()
    machine.open(*chosen)
    for loc in walk(machine.data)[1:]:
        machine.open(*chosen)
        machine.delete_at(loc)
        for value in ("New words.", ["a", {"b": "c", "d": "e"}], {"a": "b\nc"}, None):
            machine.open(*chosen)
            machine.set_at(loc, value)
    machine.open(*chosen)
    for loc in machine.list_locs(list):
        count = len(find(machine.data, loc))
        for place in range(count + 1):
            machine.open(*chosen)
            machine.insert_at(loc, place, {"a": "b", "c": ["d"]})
            machine.open(*chosen)
            if place < count:
                machine.move_at(loc, place, (place + 1) % count)


@pytest.mark.parametrize("chosen", SOUND, ids=lambda one: one[0])
def test_every_file_takes_changes(chosen: tuple[str, bytes]) -> None:
    path, content = chosen
    made = change_file(path, content, [Set(("a new name",), ["x", {"y": "z"}])])
    assert change_file(path, made, [Delete(("a new name",))]).strip() == content.strip()
