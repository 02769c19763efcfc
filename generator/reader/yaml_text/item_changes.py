"""Changes of what a file says, as values, and which of them lead from one version to another."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from generator.model.item_pairs import find_moved, pair_items
from generator.model.yaml_model import Loc
from generator.problem import GuidebookError, Problem
from generator.reader.yaml_text.parsed_file import Data


@dataclass(frozen=True, slots=True)
class Set:
    """Say a text, a list or a group at a place. A name that is not there is made."""

    loc: Loc
    value: Data


@dataclass(frozen=True, slots=True)
class Insert:
    """Put an item into the list at a place; `END` is after all others.

    A list that is not there is made, and what represents a list of one becomes one.
    """

    loc: Loc
    index: int
    value: Data


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out an item, or a name with its value; a list or a group that is then empty as well."""

    loc: Loc


@dataclass(frozen=True, slots=True)
class Move:
    """Put the item with the number `start` of the list at a place where it then has `to`.

    The names of a group are counted as items are.
    """

    loc: Loc
    start: int
    to: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Put another name in the place of the one that a location ends with; its value stays."""

    loc: Loc
    name: str


END = sys.maxsize
"""The number of a new item that goes after all others."""

Change = Set | Insert | Delete | Move | Rename

MISSING: Any = object()


def find_value(data: Data, loc: Loc) -> Data:
    """What is at a location; `MISSING` if nothing is."""
    for part in loc:
        names = data if isinstance(data, dict) else range(len(data or ()))
        if isinstance(data, str) or part not in names:
            return cast("Data", MISSING)
        data = cast("Any", data)[part]
    return data


def put_value(data: Data, loc: Loc, value: Data) -> Data:
    """The same data with a value at a location, the last part of which need not be there yet.

    A new item has the number after the last. `MISSING` takes out what is there.
    """
    if not loc:
        return value
    part, *rest = loc
    inner = value if not rest else put_value(find_value(data, (part,)), tuple(rest), value)
    if isinstance(data, list) and isinstance(part, int):
        return [*data[:part], *([] if inner is MISSING else [inner]), *data[part + 1 :]]
    found: dict[str, Data] = {**data} if isinstance(data, dict) else {}
    found[str(part)] = inner
    return {name: one for name, one in found.items() if one is not MISSING}


def make_change(data: Data, change: Change) -> Data:
    """The same data after a change. Raises GuidebookError if what is to be moved is not there."""
    old = find_value(data, change.loc)
    match change:
        case Set(loc, value):
            return put_value(data, loc, value)
        case Delete(loc):
            return put_value(data, loc, cast("Data", MISSING))
        case Insert(loc, index, value):
            items = old if isinstance(old, list) else []
            return put_value(data, loc, [*items[:index], value, *items[index:]])
        case Move(loc, start, to) if isinstance(old, list) and max(start, to) < len(old):
            return put_value(data, loc, _move(old, start, to))
        case Move(loc, start, to) if isinstance(old, dict) and max(start, to) < len(old):
            return put_value(data, loc, {name: old[name] for name in _move(list(old), start, to)})
        case Rename(loc, name) if old is not MISSING:
            around = find_value(data, loc[:-1])
            if isinstance(around, dict) and name not in around:
                return put_value(data, loc[:-1], rename(around, str(loc[-1]), name))
    raise GuidebookError("What is to be changed is no longer there. Load the page again.")


def _move(items: list[Any], start: int, to: int) -> list[Any]:
    rest = [*items[:start], *items[start + 1 :]]
    return [*rest[:to], items[start], *rest[to:]]


def rename(group: Mapping[str, Data], old: str, new: str) -> dict[str, Data]:
    """The same group with another name in the place of one."""
    return {new if name == old else name: value for name, value in group.items()}


def same(one: Data, other: Data) -> bool:
    """Whether two values say the same; blanks around a text do not count, as on a page."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return one is None and other is None


def same_order(one: Data, other: Data) -> bool:
    """Whether values that say the same have the names of each of their groups in one order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(same_order, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return all(map(same_order, one, other))
    return True


def find_renamed(old: Mapping[str, Data], new: Mapping[str, Data]) -> dict[str, str]:
    """The records of a group that have another name and say what they said, by the old name."""
    come = [name for name in new if name not in old]
    found: dict[str, str] = {}
    for name, record in old.items():
        if name not in new and isinstance(record, dict):
            alike = [one for one in come if same(record, new[one])]
            if len(alike) == 1 and alike[0] not in found.values():
                found[name] = alike[0]
    return found


def find_changes(old: Data, new: Data, loc: Loc = ()) -> Iterator[Change]:
    """The changes that lead from one value to another, each of as little as may be."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name, other in find_renamed(old, new).items():
            yield Rename((*loc, name), other)
            old = rename(old, name, other)
    if isinstance(old, dict) and isinstance(new, dict) and (old.keys() & new.keys() or not loc):
        for name, value in new.items():
            if name in old:
                yield from find_changes(old[name], value, (*loc, name))
            else:
                yield Set((*loc, name), value)
        yield from (Delete((*loc, name)) for name in old if name not in new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _find_list_changes(old, new, loc)
    else:
        yield Set(loc, new)


def pair_in_place(old: list[Data], new: list[Data]) -> list[tuple[int, int]]:
    """Which items became which: those alike, and those that are alone between two that stayed."""
    pairs = pair_items(old, new)
    moved = find_moved(pairs)
    stayed = [(-1, -1), *(one for one in pairs if one[1] not in moved), (len(old), len(new))]
    known_old, known_new = {here for here, _ in pairs}, {there for _, there in pairs}
    for (here, there), (next_here, next_there) in pairwise(stayed):
        gone = [one for one in range(here + 1, next_here) if one not in known_old]
        come = [one for one in range(there + 1, next_there) if one not in known_new]
        if len(gone) == len(come):
            pairs += zip(gone, come, strict=True)
    return sorted(pairs, key=lambda pair: pair[1])


def _find_list_changes(old: list[Data], new: list[Data], loc: Loc) -> Iterator[Change]:
    pairs = pair_in_place(old, new)
    if not pairs:
        yield Set(loc, new)
        return
    kept = {here for here, _ in pairs}
    order = [here for here in range(len(old)) if here in kept]
    yield from (Delete((*loc, here)) for here in reversed(range(len(old))) if here not in kept)
    moved = find_moved(pairs)
    for number, (here, there) in enumerate(pairs):
        at = order.index(here)
        if at != number and there in moved:
            yield Move(loc, at, number)
            order.insert(number, order.pop(at))
    for number, (here, _) in enumerate(pairs):  # what has to give way to those that moved
        at = order.index(here)
        if at != number:
            yield Move(loc, at, number)
            order.insert(number, order.pop(at))
    for number, (here, there) in enumerate(pairs):
        yield from find_changes(old[here], new[there], (*loc, number))
    was = {there for _, there in pairs}
    yield from (Insert(loc, there, new[there]) for there in range(len(new)) if there not in was)


def refuse(path: str, loc: Loc, why: str) -> GuidebookError:
    """The error for a change that cannot be made, in a sentence."""
    name = " ".join(str(one + 1 if isinstance(one, int) else one) for one in loc)
    return GuidebookError(f"{path} was not changed: “{name}” {why}.")


def refuse_faulty(path: str, fault: Problem) -> GuidebookError:
    """The error for a file whose mistakes come first, with the first one and its remedy."""
    remedy = " ".join(fault.fix.split())
    return GuidebookError(
        f"{path} has mistakes, so nothing in it was changed. In line {fault.place.line}:"
        f" {fault.message} {remedy}"
    )
