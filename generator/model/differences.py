"""What differs between two editions, item by item, and what it means for staff."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz

from generator.model import item_keys, weights
from generator.model.edition import Edition, Tree
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook_files import Chapter
from generator.model.item_pairs import find_moved, pair_items
from generator.model.playbook import PlaybookFile, StandardPlaybook
from generator.model.significant_words import list_significant_words, list_words
from generator.model.triage import Question
from generator.model.weights import LOOK, READ, Weight, Weights, weigh

_SAME_WORDS = 85.0
"""How like a phrase is to one that is now to be avoided, in percent."""

STANDARD, EMERGENCY = weigh(StandardPlaybook), weigh(Emergency)
CHAPTER, QUESTION = weigh(Chapter), weigh(Question)
_VALUE: Weights = {"name": LOOK, "text": READ}
"""A house value, or a fact of the country, as readers see it."""
_TO_ANOTHER_KIND = {**weigh(PlaybookFile), "kind": READ}
"""Item by item, nobody could follow what became of a page of another kind altogether."""

_SHOWN = (*item_keys.WORDED_BY, "now", "then", "never")
"""The fields that are shown of an item that came or went as a whole; reasons are not."""


class Kind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    TURNED = "turned"
    """A phrase became one to avoid."""


class Record(StrEnum):
    """What kind of record a difference is in: the name of its group in an edition."""

    CHAPTER = "chapters"
    PLAYBOOK = "playbooks"
    VALUE = "values"
    QUESTION = "questions"


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that differs.

    `path` names the field and, inside a list, the key of the item; it is empty for a whole record.
    `before` and `now` are the item's words; None for what was not or is not there. A small change
    leaves all words that say something.
    """

    record: Record
    id: str
    path: tuple[str, ...]
    kind: Kind
    weight: Weight
    before: str | None = None
    now: str | None = None
    small: bool = False


def compare(before: Edition, now: Edition) -> tuple[Difference, ...]:
    """Every difference between two editions, in the order of the later one."""
    found: list[Difference] = []
    for record in Record:
        old, new = before[record.value], now[record.value]
        names = {name: find_earlier(name, new[name], old, new) for name in new}
        names |= {name: name for name in old if name not in (*new, *names.values())}
        for name, earlier in names.items():
            own = compare_records(record, name, old.get(earlier), new.get(name))
            found += _find_turned(list(own))
    return tuple(found)


def find_earlier(name: str, record: Tree, old: Mapping[str, Tree], new: Mapping[str, Tree]) -> str:
    """What a record was called before: a playbook keeps its earlier names."""
    formerly = record.get("formerly")
    names = formerly if name not in old and isinstance(formerly, list) else ()
    return next(
        (one for one in names if isinstance(one, str) and one in old and one not in new), name
    )


def compare_records(
    record: Record, name: str, before: Tree | None, now: Tree | None
) -> Iterator[Difference]:
    """Compare two versions of a record; None for one that was not or is not there."""
    table = choose_weights(record, now or before or {})
    if before is None or now is None:
        words = item_keys.find_words(now or before)
        weight = Weight.READ_AGAIN if now and record is Record.PLAYBOOK else Weight.WORTH_A_LOOK
        kind = Kind.ADDED if now else Kind.REMOVED
        yield Difference(record, name, (), kind, weight, *((None, words) if now else (words, None)))
        return
    if record is Record.PLAYBOOK and table is not choose_weights(record, before):
        table = _TO_ANOTHER_KIND
    for difference in _compare_mappings(before, now, table, ()):
        yield replace(difference, record=record, id=name)


def choose_weights(record: Record, tree: Tree) -> Weights:
    """The weights of the fields of a record, which for a playbook depend on its kind."""
    if record is Record.PLAYBOOK:
        return EMERGENCY if tree.get("kind") == "emergency" else STANDARD
    if record is Record.VALUE:
        return _VALUE
    return CHAPTER if record is Record.CHAPTER else QUESTION


def _compare_mappings(
    before: Tree, now: Tree, table: Weights, path: tuple[str, ...]
) -> Iterator[Difference]:
    for name in dict.fromkeys([*now, *before]):
        # A field of a model of later or earlier days; nobody has to read what is not shown now.
        own = table.get(name, Weight.SILENT)
        yield from _compare(before.get(name), now.get(name), own, (*path, name))


def _compare(
    before: Any, now: Any, weight: Weight | Weights, path: tuple[str, ...]
) -> Iterator[Difference]:
    if before == now:
        return
    if isinstance(before, Mapping) and isinstance(now, Mapping) and not isinstance(weight, Weight):
        yield from _compare_mappings(before, now, weight, path)
    elif isinstance(before or now, list) and isinstance(now or before, list):
        yield from _compare_lists(before or [], now or [], weight, path)
    else:
        yield _describe(before, now, weights.find_heaviest(weight), path)


def _compare_lists(
    before: Sequence[Any], now: Sequence[Any], weight: Weight | Weights, path: tuple[str, ...]
) -> Iterator[Difference]:
    old, new = item_keys.list_keys(before), item_keys.list_keys(now)
    pairs = pair_items(before, now)
    partners = {there: here for here, there in pairs}
    moved = find_moved(pairs)
    heaviest = weights.find_heaviest(weight)
    for index, item in enumerate(now):
        here = (*path, new[index])
        if index not in partners:
            yield _describe(None, item, heaviest, here)
            continue
        other = before[partners[index]]
        if index in moved:
            words = _write(item)
            yield _make(here, Kind.MOVED, min(heaviest, Weight.WORTH_A_LOOK), words, words)
        if isinstance(item, Mapping) and isinstance(other, Mapping):
            yield from _compare(other, item, weight, here)
        elif item != other:
            yield _describe(other, item, heaviest, here)
    gone = set(range(len(before))) - set(partners.values())
    for index in sorted(gone):
        yield _describe(before[index], None, heaviest, (*path, old[index]))


def _describe(before: Any, now: Any, weight: Weight, path: tuple[str, ...]) -> Difference:
    old, new = _write(before), _write(now)
    if old is None or new is None:
        return _make(path, Kind.ADDED if old is None else Kind.REMOVED, weight, old, new)
    if list_words(old) == list_words(new):
        return _make(path, Kind.REWORDED, Weight.SILENT, old, new, small=True)
    is_small = list_significant_words(old) == list_significant_words(new)
    return _make(path, Kind.REWORDED, weight, old, new, small=is_small)


def _make(
    path: tuple[str, ...],
    kind: Kind,
    weight: Weight,
    before: str | None,
    now: str | None,
    *,
    small: bool = False,
) -> Difference:
    return Difference(Record.PLAYBOOK, "", path, kind, weight, before, now, small)


def _write(item: Any) -> str | None:
    """An item in words: its own, or those of all that it holds."""
    if item is None or isinstance(item, str):
        return item
    if isinstance(item, Mapping):
        shown = [item[name] for name in _SHOWN if name in item]
        names = [item[name] for name in item_keys.NAMED_BY if name in item]
        return " · ".join(filter(None, map(_write, shown or names or item.values())))
    if isinstance(item, list):
        return ", ".join(filter(None, map(_write, item)))
    return {True: "yes", False: "no"}.get(item) if isinstance(item, bool) else str(item)


def _find_turned(found: list[Difference]) -> list[Difference]:
    """The same differences; a phrase that is gone and is now to be avoided is one, not two."""
    gone = [one for one in found if one.path[:1] == ("say",) and one.kind is Kind.REMOVED]
    for phrase in gone:
        for index, other in enumerate(found):
            is_new = other.path[:1] == ("avoid",) and other.kind is Kind.ADDED
            if is_new and fuzz.ratio(phrase.before or "", other.now or "") >= _SAME_WORDS:
                found[index] = replace(
                    other, kind=Kind.TURNED, weight=Weight.READ_AGAIN, before=phrase.before
                )
                found.remove(phrase)
                break
    return found
