"""Laying a file that says only what differs over the file that it changes."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.checks.suggestions import explain_unknown
from generator.model import item_keys
from generator.model.item_pairs import find_likely
from generator.model.yaml_model import Loc
from generator.problem import Problem
from generator.reader.composed_file import ONLY_CHANGES, Change, ComposedFile, Path
from generator.reader.composition_rules import (
    GONE_BELOW,
    MIXED_CHANGES,
    UNCLEAR_CHANGE,
    UNKNOWN_ITEM,
)
from generator.reader.yaml_text.parsed_file import ParsedFile

KEYED = ("change", "leave_out", "move")
PLACED = ("after", "before", "at")
OF_A_CHANGE = frozenset(["text", *KEYED, *PLACED])
"""The fields of a change of a list that hold or name an item of it."""

_ENDS = ("start", "end")

Was = Mapping[Path, str]
"""The words that items had when a change was made, by the path of the item."""


def compose(
    top: ParsedFile, base: ParsedFile, full: Mapping[str, Any], *, was: Was
) -> tuple[ComposedFile, list[Problem]]:
    """Lay one file over another. `full` is what the lower one says, in the long form of its model.

    An item that a change names is found by its key, or else by the words that it had.
    """
    composer = _Composer(top, base, was)
    own = top.data if isinstance(top.data, dict) else {}
    rest = {name: value for name, value in own.items() if name != ONLY_CHANGES}
    data = composer.lay_mapping(full, rest, (), (), ())
    composed = ComposedFile(
        top.path,
        top.text,
        data,
        broken=top.broken,
        guessed_lines=top.guessed_lines,
        origins=composer.origins,
        changes=tuple(composer.changes),
        top=top,
    )
    return composed, composer.problems


Origins = dict[Loc, tuple[ParsedFile, Loc]]
"""Where values come from: the file, and where they are in it."""


class _Item(NamedTuple):
    """An item of a list that is being changed, with where it and what is in it come from.

    A new one has no key: nothing in the same file may be about it.
    """

    key: str | None
    value: Any
    origins: Origins


class _Composer:
    """Walks both files at once. Of each value it knows where it is in the result and in both."""

    def __init__(self, top: ParsedFile, base: ParsedFile, was: Was) -> None:
        self.top, self.base, self.was = top, base, was
        self.origins: dict[Loc, tuple[ParsedFile, Loc]] = {(): (base, ())}
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def lay_mapping(
        self,
        base: Mapping[str, Any],
        own: Mapping[str, Any],
        here: Loc,
        below: Loc,
        above: Loc,
        path: Path = (),
    ) -> dict[str, Any]:
        """A mapping with our values in the place of others; what we left empty is left out."""
        found = dict(base)
        for name, value in own.items():
            old = base.get(name)
            locs = (*here, name), (*below, name), (*above, name)
            if value is None:
                found.pop(name, None)
                self._note(Change((*path, name), locs[2], old))
            else:
                found[name] = self._lay_value(old, value, *locs, (*path, name))
        return found

    def _lay_value(
        self, old: Any, value: Any, here: Loc, below: Loc, above: Loc, path: Path
    ) -> Any:
        if isinstance(old, dict) and isinstance(value, dict):
            return self.lay_mapping(old, value, here, below, above, path)
        if isinstance(old, dict) and (short := _find_short(old, value)):
            return {
                **old,
                short: self._lay_value(
                    old[short], value, (*here, short), (*below, short), above, (*path, short)
                ),
            }
        if isinstance(value, list) and any(map(_is_change, value)):
            return self._lay_list(
                old if isinstance(old, list) else [], value, here, below, above, path
            )
        self.origins[here] = (self.top, above)
        self._note(Change(path, above, old, ours=value))
        return value

    def _lay_list(
        self,
        old: Sequence[Any],
        changes: Sequence[Any],
        here: Loc,
        below: Loc,
        above: Loc,
        path: Path,
    ) -> list[Any]:
        items = [
            _Item(key, value, {(): (self.base, (*below, place))})
            for place, (key, value) in enumerate(zip(item_keys.list_keys(old), old, strict=True))
        ]
        for number, change in enumerate(changes):
            at = (*above, number)
            if not _is_change(change):
                self._report_mixed(at)
            elif kind := self._read_kind(change, at):
                self._apply(items, kind, change, at, path)
        for place, item in enumerate(items):
            for loc, origin in item.origins.items():
                self.origins[(*here, place, *loc)] = origin
        return [item.value for item in items]

    def _apply(
        self, items: list[_Item], kind: str, change: Mapping[str, Any], at: Loc, path: Path
    ) -> None:
        fields = {name: one for name, one in change.items() if name not in (*KEYED, *PLACED)}
        if kind not in KEYED:
            target = self._find_target(items, change, at, path)
            if target is not None:
                self._insert(items, target, fields, at)
            return
        place = self._find(items, kind, change, at, path)
        if place is None:
            return
        if place == len(items):  # it was there when we changed it: our words stay
            if kind == "change":
                self._insert(items, place, fields, at)
        elif kind == "change":
            items[place] = self._change_item(items[place], fields, at, (*path, change[kind]))
        elif kind == "move":
            item = items.pop(place)
            words = item_keys.find_words(item.value)
            self._note(Change((*path, change[kind]), at, words, words, anchor=True))
            target = self._find_target(items, change, at, path)
            items.insert(place if target is None else target, item)
        else:
            item = items.pop(place)
            words = item_keys.find_words(item.value)
            self._note(Change((*path, change[kind]), at, item.value, words))

    def _insert(self, items: list[_Item], place: int, fields: Mapping[str, Any], at: Loc) -> None:
        is_text = set(fields) == {"text"} and not any(isinstance(one.value, dict) for one in items)
        value, own = (fields["text"], (*at, "text")) if is_text else (fields, at)
        items.insert(place, _Item(None, value, {(): (self.top, own)}))

    def _change_item(self, item: _Item, fields: Mapping[str, Any], at: Loc, path: Path) -> _Item:
        words = item_keys.find_words(item.value)
        if not isinstance(item.value, dict):
            self._note(Change(path, at, item.value, words, fields.get("text")))
            origins: Origins = {(): (self.top, (*at, "text"))}
            return _Item(item.key, fields.get("text", item.value), origins)
        inner = _Composer(self.top, self.base, self.was)
        changed = inner.lay_mapping(item.value, fields, (), item.origins[()][1], at, path)
        self.problems += inner.problems
        self.changes += [one._replace(words=one.words or words) for one in inner.changes]
        return _Item(item.key, changed, {**item.origins, **inner.origins, (): item.origins[()]})

    def _find(
        self, items: Sequence[_Item], name: str, change: Mapping[str, Any], at: Loc, path: Path
    ) -> int | None:
        """The place of the item that a change names; the end for one that was there once."""
        keys = [one.key for one in items]
        wanted = change[name]
        if wanted in keys:
            return keys.index(wanted)
        place = self.top.place((*at, name))
        if words := self.was.get((*path, wanted)):
            likely = find_likely(words, [one.value for one in items])
            if likely is not None:
                return likely
            self.problems.append(
                Problem(
                    place,
                    GONE_BELOW,
                    f"“{words}” is no longer in the guidebook below. What you wrote here stays.",
                    "Delete it here as well; or write  at: end  in the place of this line, and keep"
                    " it as your own.",
                )
            )
            return len(items)
        known = [key for key in keys if key]
        self.problems.append(Problem(place, UNKNOWN_ITEM, *explain_unknown(wanted, "item", known)))
        return None

    def _find_target(
        self, items: Sequence[_Item], change: Mapping[str, Any], at: Loc, path: Path
    ) -> int | None:
        name = next(one for one in PLACED if one in change)
        if name == "at":
            return 0 if change[name] == "start" else len(items)
        place = self._find(items, name, change, at, path)
        if place is None or place == len(items):
            return place
        words = item_keys.find_words(items[place].value)
        self._note(Change((*path, change[name]), at, words, words, anchor=True))
        return place + (name == "after")

    def _read_kind(self, change: Mapping[str, Any], at: Loc) -> str | None:
        """What a change does; a problem if that is not clear."""
        keyed = [name for name in KEYED if name in change]
        placed = [name for name in PLACED if name in change]
        is_move = keyed == ["move"] and len(placed) == 1
        is_clear = is_move or (len([*keyed, *placed]) == 1 and keyed != ["move"])
        is_clear &= all(isinstance(change[name], str) for name in (*keyed, *placed))
        if is_clear and change.get("at", "end") in _ENDS:
            return (keyed or placed)[0]
        self.problems.append(
            Problem(
                self.top.place(at),
                UNCLEAR_CHANGE,
                "It is not clear what this changes.",
                _say_how_to_change(change, [*keyed, *placed]),
            )
        )
        return None

    def _report_mixed(self, at: Loc) -> None:
        self.problems.append(
            Problem(
                self.top.place(at),
                MIXED_CHANGES,
                "This item is among changes of items, and says not where it goes.",
                "Put  at: end  before it to add it, or write only items, which then take the place"
                " of the whole list.",
            )
        )

    def _note(self, change: Change) -> None:
        if change.was is not None:
            self.changes.append(change)


def _say_how_to_change(change: Mapping[str, Any], names: Sequence[str]) -> str:
    """How to write a change that says too little, too much, or something else."""
    many = next((one for one in names if isinstance(change[one], list)), None)
    if many:
        lines = "\n".join(f"- {many}: {one}" for one in change[many] if isinstance(one, str))
        return f"Write one item for each:\n{lines}"
    if names == ["at"]:
        return "Write  at: start  or  at: end; or  before:  or  after:  with the key of an item."
    return (
        "Write one of:  change, leave_out, after, before  with the key of an item,"
        "  at: start  or  at: end;  or  move  with one of the last four."
    )


def _is_change(item: Any) -> bool:
    return isinstance(item, dict) and any(name in item for name in (*KEYED, *PLACED))


def _find_short(base: Mapping[str, Any], value: Any) -> str | None:
    """The field that a plainer value means: the one list, or the words of a mapping."""
    if isinstance(value, list):
        lists = [name for name, one in base.items() if isinstance(one, list)]
        return lists[0] if len(lists) == 1 else None
    return next((name for name in item_keys.WORDED_BY if name in base), None)
