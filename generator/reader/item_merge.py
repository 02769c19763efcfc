"""Two versions of a file that came from one, made into one, item by item."""

from dataclasses import dataclass

from generator.model.item_pairs import find_moved
from generator.model.yaml_model import Loc
from generator.problem import GuidebookError, Severity
from generator.reader.yaml_text import parse_bytes
from generator.reader.yaml_text.item_changes import (
    find_changes,
    find_renamed,
    find_value,
    pair_in_place,
    rename,
    same,
    same_order,
)
from generator.reader.yaml_text.item_edit import (
    END,
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Set,
    change_file,
)
from generator.reader.yaml_text.parsed_file import Data
from generator.reader.yaml_text.parsing import EMPTY_FILE

Group = dict[str, Data]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both changed, each in another way: theirs is in the file at `loc`, and mine is not.

    None is what is not there. With `is_name` it is the name of a record that both changed:
    the last part of `loc`.
    """

    file: str
    loc: Loc
    was: Data
    theirs: Data
    mine: Data
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with the changes of both, and what somebody has to decide."""

    content: bytes
    conflicts: tuple[Conflict, ...] = ()


def merge(path: str, base: bytes, mine: bytes, theirs: bytes) -> Merged:
    """Splice into their version of a file what is different in mine since the base.

    Raises GuidebookError if one of the versions has mistakes, or cannot be changed by program; and
    if mine calls a record what theirs calls another one.
    """
    if base in (theirs, mine) or mine == theirs:
        return Merged(mine if theirs == base else theirs)
    merging = _Merging(path)
    merging.merge(_read(path, base), _read(path, mine), _read(path, theirs), ())
    return Merged(change_file(path, theirs, merging.changes), tuple(merging.conflicts))


def find_settlement(seen: bytes, conflict: Conflict) -> Change:
    """The change after which a file as it was `seen` says mine where theirs was kept."""
    loc, mine = conflict.loc, conflict.mine
    if mine is None:
        return Delete(loc)
    if conflict.is_name and isinstance(mine, str):
        return Rename(loc, mine)
    there = find_value(parse_bytes(conflict.file, seen).data, loc)
    # They took an item out of a list: it comes back at its end.
    is_item = conflict.theirs is None and isinstance(there, list)
    return Insert(loc, END, mine) if is_item else Set(loc, mine)


class _Merging:
    """Walks all three versions at once, and collects what has to change in theirs."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []

    def merge(self, was: Data, mine: Data, theirs: Data, loc: Loc) -> None:
        """Take over what is different in mine, where theirs says what was.

        `loc` is where it will be when the changes so far are made.
        """
        if any(same(mine, one) and same_order(mine, one) for one in (was, theirs)):
            return
        is_group = was is None or isinstance(was, dict)  # both may have begun one
        if is_group and isinstance(mine, dict) and isinstance(theirs, dict) and mine:
            self._merge_groups(was if isinstance(was, dict) else {}, mine, theirs, loc)
        elif isinstance(was, list) and isinstance(mine, list) and isinstance(theirs, list) and mine:
            _ListMerging(self, was, mine, theirs, loc).run()
        elif same(was, theirs):
            self.changes += find_changes(theirs, mine, loc)
        else:
            self.ask(loc, was, theirs, mine)

    def ask(self, loc: Loc, was: Data, theirs: Data, mine: Data) -> None:
        """Leave something to people."""
        self.conflicts.append(Conflict(self.path, loc, was, theirs, mine))

    def _merge_groups(self, was: Group, mine: Group, theirs: Group, loc: Loc) -> None:
        for old, new in find_renamed(was, mine).items():
            was, mine, theirs = self._follow_name(was, mine, theirs, (*loc, old), new)
        self._follow_order(was, mine, theirs, loc)
        left = set(theirs)
        for name in dict.fromkeys((*mine, *was)):
            here = (*loc, name)
            if name in mine and name in theirs:
                self.merge(was.get(name), mine[name], theirs[name], here)
            elif name in mine and name not in was:
                self.changes.append(Set(here, mine[name]))
                left.add(name)
            elif name in theirs and same(was.get(name), theirs[name]) and left != {name}:
                self.changes.append(Delete(here))
                left.remove(name)
            elif name in theirs or (name in mine and not same(was[name], mine[name])):
                self.ask(here, was[name], theirs.get(name), mine.get(name))

    def _follow_name(
        self, was: Group, mine: Group, theirs: Group, loc: Loc, new: str
    ) -> tuple[Group, Group, Group]:
        """Give a record the name that I gave it; the three groups as they are to be merged then."""
        around, old = loc[:-1], str(loc[-1])
        other = find_renamed(was, theirs).get(old, new)
        if (old in theirs and new in theirs) or (other != new and other in mine):
            raise GuidebookError(
                f"{self.path} was not changed: somebody else has made another “{other}” meanwhile."
                f" Load the page again, and give “{old}” a name that is free."
            )
        if old in theirs:
            self.changes.append(Rename(loc, new))
            return rename(was, old, new), mine, rename(theirs, old, new)
        if other != new:
            name = Conflict(self.path, (*around, other), old, other, new, is_name=True)
            self.conflicts.append(name)
            return rename(was, old, other), rename(mine, new, other), theirs
        if new not in theirs:  # they took it out
            self.ask((*around, new), was[old], None, mine[new])
            mine = {name: one for name, one in mine.items() if name != new}
        return rename(was, old, new), mine, theirs

    def _follow_order(self, was: Group, mine: Group, theirs: Group, loc: Loc) -> None:
        """Move the names that I moved, behind what is before them in mine."""
        numbers = {name: number for number, name in enumerate(was) if name in theirs}
        kept = [name for name in mine if name in numbers]
        order = list(theirs)
        moved = find_moved([(numbers[name], number) for number, name in enumerate(kept)])
        for number in sorted(moved):
            start = order.index(kept[number])
            name = order.pop(start)
            to = order.index(kept[number - 1]) + 1 if number else 0
            order.insert(to, name)
            if start != to:
                self.changes.append(Move(loc, start, to))


class _ListMerging:
    """Does to their list what I did to mine.

    `order` says which item of the base each of theirs was, as a number, and which of the new ones
    of mine, as a text. None are new ones of theirs.
    """

    def __init__(
        self, merging: _Merging, was: list[Data], mine: list[Data], theirs: list[Data], loc: Loc
    ) -> None:
        self.merging, self.loc = merging, loc
        self.was, self.mine, self.theirs = was, mine, theirs
        self.kept = {there: here for here, there in pair_in_place(was, mine)}
        self.placed = dict(pair_in_place(was, theirs))
        self.order: list[int | str | None] = [None] * len(theirs)
        for here, there in self.placed.items():
            self.order[there] = here

    def run(self) -> None:
        """Change the items that are in both, then the list."""
        for there, here in self.kept.items():
            if here in self.placed:
                at = (*self.loc, self.order.index(here))
                old, new = self.was[here], self.theirs[self.placed[here]]
                self.merging.merge(old, self.mine[there], new, at)
            elif not same(self.was[here], self.mine[there]):
                self.merging.ask(self.loc, self.was[here], None, self.mine[there])
        self._follow_order()
        self._add_new()
        self._take_out()

    def _follow_order(self) -> None:
        """Move what I moved, behind what is before it in mine."""
        pairs = [(here, there) for there, here in self.kept.items() if here in self.placed]
        moved = find_moved(pairs)
        if not moved:
            return
        if find_moved(sorted(self.placed.items(), key=lambda pair: pair[1])):
            if self._list_mine() != [one for one in self.order if isinstance(one, int)]:
                self.merging.ask(self.loc, self.was, self.theirs, self.mine)
            return
        for here, there in pairs:
            if there in moved:
                start = self.order.index(here)
                del self.order[start]
                to = self._find_place(there)
                self.order.insert(to, here)
                if start != to:
                    self.merging.changes.append(Move(self.loc, start, to))

    def _list_mine(self) -> list[int]:
        """The items of the base in the order of mine, as far as theirs has them."""
        gone = [here for here in self.placed if here not in self.kept.values()]
        return [*(here for here in self.kept.values() if here in self.placed), *gone]

    def _add_new(self) -> None:
        added = [item for at, item in enumerate(self.theirs) if at not in self.placed.values()]
        for there, item in enumerate(self.mine):
            if there not in self.kept and not any(same(item, one) for one in added):
                at = self._find_place(there)
                self.order.insert(at, f"mine {there}")
                self.merging.changes.append(Insert(self.loc, at, item))

    def _find_place(self, there: int) -> int:
        """Where an item of mine goes in theirs: behind the nearest one before it that is there."""
        for before in reversed(range(there)):
            mark = self.kept.get(before, f"mine {before}")
            if mark in self.order:
                return self.order.index(mark) + 1
        return 0

    def _take_out(self) -> None:
        for here, there in self.placed.items():
            if here in self.kept.values():
                continue
            at = self.order.index(here)
            if same(self.was[here], self.theirs[there]) and len(self.order) > 1:
                self.merging.changes.append(Delete((*self.loc, at)))
                del self.order[at]
            else:
                self.merging.ask((*self.loc, at), self.was[here], self.theirs[there], None)


def _read(path: str, content: bytes) -> Data:
    parsed = parse_bytes(path, content)
    found = [one for one in parsed.problems if one.rule is not EMPTY_FILE]
    if any(one.severity is Severity.ERROR for one in found):
        raise GuidebookError(
            f"{path} was changed in two places at once, and one version has mistakes, so the two"
            " were not made into one. “guidebook check” lists them."
        )
    return parsed.data
