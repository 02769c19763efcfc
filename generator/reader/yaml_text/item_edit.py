"""Changing items, names and texts of a file at their places; every other byte stays."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import files
from generator.model.file_models import find_model
from generator.model.model_path import Shape, Slot, find_slot
from generator.model.yaml_model import Loc
from generator.problem import Rule, Severity
from generator.reader.yaml_text.item_changes import (
    END,
    MISSING,
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Set,
    find_changes,
    find_value,
    make_change,
    put_value,
    refuse,
    refuse_faulty,
    same,
)
from generator.reader.yaml_text.outline import Outline, Spot
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from generator.reader.yaml_text.parsing import EMPTY_FILE, parse_bytes
from generator.reader.yaml_text.scalar_edit import list_ways
from generator.reader.yaml_text.splices import Splice, Splicer, carry_out

__all__ = ["END", "Change", "Delete", "Insert", "Move", "Rename", "Set", "change_file"]


def change_file(path: str, content: bytes, changes: Sequence[Change]) -> bytes:
    """Make changes in a file, one after the other. `path` is how problems call it.

    Locations are those of the file as it is written when the change is made. Every result is read
    back. Raises GuidebookError if the file has mistakes, so that nobody knows for sure what its
    lines mean, or if a change cannot be made by program.
    """
    if not changes:
        return content
    edited = _EditedFile(path, content)
    for change in changes:
        edited.perform(change)
    return edited.content


class _EditedFile:
    """A file between changes. What cannot be read back as it is meant is not taken over."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.content = content
        parsed = parse_bytes(path, content)
        for one in parsed.problems:
            if _stops(one.rule) and one.rule is not EMPTY_FILE:
                raise refuse_faulty(path, one)
        self.rules = Counter(one.rule for one in parsed.problems)
        self._take_over(parsed)

    def perform(self, change: Change) -> None:
        """Make one change."""
        match change:
            case Set(loc, value):
                self._set(loc, value)
            case Insert(loc, index, value):
                self._insert(loc, index, value)
            case Delete(loc):
                self._delete(loc)
            case Move(loc, start, to):
                self._move(loc, start, to)
            case Rename(loc, name):
                self._rename(loc, name)

    def _set(self, loc: Loc, value: Data) -> None:
        around = self._value(loc[:-1])
        if not loc and isinstance(value, dict):
            for change in find_changes(self.data, value):
                self.perform(change)
        elif around is MISSING or around is None:
            self._set(loc[:-1], [value] if isinstance(loc[-1], int) else {str(loc[-1]): value})
        elif isinstance(around, list) and loc[-1] == len(around):
            self._insert(loc[:-1], len(around), value)
        elif isinstance(around, dict) or isinstance(loc[-1], int):
            self._set_inside(loc, value)
        else:
            self._set_in_short_form(loc, value)

    def _set_inside(self, loc: Loc, value: Data) -> None:
        """Set an item of a list, or a name of a group."""
        old = self._value(loc)
        if old is MISSING:
            self._add_name(loc, value)
        elif isinstance(value, dict) and (short := self._find_short(loc)) and short in value:
            self._enclose(loc, short)
            self._set(loc, value)
        elif type(old) is type(value) and isinstance(value, (dict, list)):
            self._set_alike(loc, old, value)
        elif not same(old, value):
            self._exchange(loc, old, value)

    def _set_alike(self, loc: Loc, old: Data, value: Data) -> None:
        """Set a list where a list is, or a group where a group is: only what differs."""
        changes = list(find_changes(old, value, loc))
        if len(changes) == 1 and changes[0] == Set(loc, value):
            self._exchange(loc, old, value)
            return
        for change in changes:
            self.perform(change)

    def _exchange(self, loc: Loc, old: Data, value: Data) -> None:
        spot = self._spot(loc)
        wanted = put_value(self.data, loc, value)
        splice = self.splicer.exchange(spot, value)
        node = spot.entry.node
        ways: list[Splice] = [splice]
        if isinstance(value, str):
            written = self.outline.text[node.start : node.end]
            plain = [Splice(node.start, node.end, (one,)) for one in list_ways(written, value)]
            # A text of several lines would take in a comment that is below the old value.
            ways = [*plain, splice] if isinstance(old, str) else [splice, plain[-1]]
        self._choose(ways, wanted, loc)

    def _set_in_short_form(self, loc: Loc, value: Data) -> None:
        """Give the long form to what is written as a plain value, unless it is meant itself."""
        short = self._find_short(loc[:-1])
        if not short:
            raise refuse(self.path, loc, "has no place in it")
        if short == loc[-1]:
            self._set(loc[:-1], value)
            return
        self._enclose(loc[:-1], short)
        self._set(loc, value)

    def _find_short(self, loc: Loc) -> str | None:
        """The name under which a plain value would have in the long form."""
        value = self._value(loc)
        if not isinstance(value, (str, list)):
            return None
        slot = self._find_slot(loc)
        return slot.short if slot and slot.plain is type(value) else None

    def _find_slot(self, loc: Loc) -> Slot | None:
        """What the model says of a location, in the form in which it is written."""
        folder, _, name = self.path.rpartition("/")
        if folder.rpartition("/")[2] == files.COUNTRIES:
            name = f"{files.COUNTRIES}/{name}"
        elif name not in (*files.SHARED, files.HOUSE):
            name = self.path
        return find_slot(find_model(name, self.data), loc)

    def _enclose(self, loc: Loc, name: str | None) -> None:
        """Put a value into a list, or under a name."""
        value = self._value(loc)
        spot = self._spot(loc)
        ways = [self.splicer.enclose(spot, name, shifted=shifted) for shifted in (False, True)]
        inner: Data = [value] if name is None else {name: value}
        ways.append(self.splicer.exchange(spot, inner))
        self._choose(ways, put_value(self.data, loc, inner), loc)

    def _add_name(self, loc: Loc, value: Data) -> None:
        """Make a name, after the one that comes before it in the order of the model."""
        around, name = self._value(loc[:-1]), loc[-1]
        if not isinstance(around, dict) or not isinstance(name, str):
            raise refuse(self.path, loc, "is not there")
        slot = self._find_slot(loc[:-1])
        order = tuple(slot.type.model_fields) if slot and slot.shape is Shape.RECORD else ()
        number = _find_number(list(around), order, name)
        splice = self.splicer.insert(self.outline.node(loc[:-1]), number, name, value)
        self._choose([splice], put_value(self.data, loc, value), loc)

    def _insert(self, loc: Loc, index: int, value: Data) -> None:
        old = self._value(loc)
        around = self._value(loc[:-1])
        if old is MISSING and isinstance(around, (str, list)) and isinstance(loc[-1], str):
            short = self._find_short(loc[:-1])
            if short == loc[-1]:  # the list itself is there
                self._insert(loc[:-1], index, value)
            else:
                self._set_in_short_form(loc, [value])
        elif old is MISSING or old is None:
            self._set(loc, [value])
        elif isinstance(old, list) and old:
            index = len(old) if index == END else index
            if not 0 <= index <= len(old):
                raise refuse(self.path, loc, "has no such place")
            wanted = make_change(self.data, Insert(loc, index, value))
            splice = self.splicer.insert(self.outline.node(loc), index, None, value)
            self._choose([splice], wanted, loc)
        elif isinstance(old, list):
            ways = [
                self.splicer.insert(self.outline.node(loc), 0, None, value),
                self.splicer.exchange(self._spot(loc), [value]),
            ]
            self._choose(ways, put_value(self.data, loc, [value]), loc)
        else:  # one text or group represents a list of one
            self._enclose(loc, None)
            self._insert(loc, index, value)

    def _delete(self, loc: Loc) -> None:
        if self._value(loc) is MISSING or not loc:
            raise refuse(self.path, loc, "is not there")
        while len(loc) > 1 and len(self.outline.node(loc[:-1]).entries) == 1:
            loc = loc[:-1]
        wanted = make_change(self.data, Delete(loc))
        if not wanted:
            raise refuse(self.path, loc, "is all that is in the file")
        self._choose([self.splicer.delete(self._spot(loc))], wanted, loc)

    def _move(self, loc: Loc, start: int, to: int) -> None:
        old = self._value(loc)
        count = len(old) if isinstance(old, (list, dict)) else 0
        if not (0 <= start < count and 0 <= to < count):
            raise refuse(self.path, loc, "has no such place")
        splices = [self.splicer.move(self.outline.node(loc), start, to)]
        self._choose(splices, make_change(self.data, Move(loc, start, to)), loc)

    def _rename(self, loc: Loc, name: str) -> None:
        around = self._value(loc[:-1])
        if not isinstance(around, dict) or loc[-1] not in around or name in around:
            raise refuse(self.path, loc, f"cannot be called “{name}”")
        wanted = make_change(self.data, Rename(loc, name))
        self._choose([self.splicer.rename(self._spot(loc), name)], wanted, loc)

    def _choose(self, ways: Iterable[Splice], wanted: Data, loc: Loc) -> None:
        """Take the first way after which the file says what is wanted, and nothing new is wrong.

        One that leads to a warning is taken if there is no other.
        """
        doubtful = None
        for way in ways:
            content = carry_out(self.content, way)
            parsed = parse_bytes(self.path, content)
            rules = Counter(one.rule for one in parsed.problems)
            new = rules - self.rules
            if not same(parsed.data, wanted) or any(map(_stops, new)):
                continue
            found = content, parsed, rules
            doubtful = doubtful or found
            if not new:
                doubtful = found
                break
        if doubtful is None:
            raise refuse(self.path, loc, "cannot be changed by program; change it by hand")
        self.content, parsed, self.rules = doubtful
        self._take_over(parsed)

    def _take_over(self, parsed: ParsedFile) -> None:
        self.data = parsed.data if parsed.data is not None else {}
        self.text = parsed.text
        self._splicer: Splicer | None = None

    @property
    def splicer(self) -> Splicer:
        """What knows the places of the file as it is now."""
        if self._splicer is None:
            self._splicer = Splicer(Outline(self.text))
        return self._splicer

    @property
    def outline(self) -> Outline:
        """The places themselves."""
        return self.splicer.outline

    def _value(self, loc: Loc) -> Data:
        return find_value(self.data, loc)

    def _spot(self, loc: Loc) -> Spot:
        try:
            return self.outline.find(loc)
        except LookupError:
            raise refuse(self.path, loc, "is not there") from None


def _find_number(names: list[str], order: Sequence[str], name: str) -> int:
    """Where a name goes among others: after the nearest one that comes before it in the order."""
    if name in order:
        place = order.index(name)
        for before in reversed(order[:place]):
            if before in names:
                return names.index(before) + 1
        for after in order[place:]:
            if after in names:
                return names.index(after)
    return len(names)


def _stops(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR
