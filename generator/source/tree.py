"""From YAML events to data with places. Nothing is built beyond the limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.source.fault import Fault, Quoted, StopReading, TooMuch
from generator.source.habits import find_habits, swallows_lines
from generator.source.placed import Data, KeyMark, Mark

DEPTH = 20
NODES = 20_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text says, where, and what is odd about it."""

    data: Data
    mark: Mark | None
    faults: tuple[Fault, ...]


class _Open:
    """A list or a group that is not finished. A list has no keys."""

    __slots__ = ("data", "inside", "key", "key_end", "key_start")

    def __init__(self, *, is_list: bool) -> None:
        self.data: list[Data] | dict[str, Data] = [] if is_list else {}
        self.inside: list[Mark] | dict[str, KeyMark] = [] if is_list else {}
        self.key: str | None = None
        self.key_start = 0
        self.key_end = 0


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[_Open] = []
        self._count = 0
        self._faults: list[Fault] = []
        self._quoted: Quoted | None = None
        self._watch_hash = " #" in text or "\t#" in text
        self.root: tuple[Data, Mark] | None = None

    def build(self) -> Tree:
        documents = 0
        try:
            for event in cast(Iterator[Event], yaml.parse(self._text, _LOADER)):
                kind = type(event)
                if kind is ScalarEvent:
                    self._add_scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._open(event, is_list=kind is SequenceStartEvent)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._stack.pop()
                elif kind is AliasEvent:
                    self._stop("alias", event)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1 or event.version or event.tags:
                        self._stop("document", event)
        except yaml.MarkedYAMLError as error:
            raise self._explain(error) from None
        except yaml.YAMLError as error:  # nothing known gets here: odd characters are gone
            raise StopReading(str(error), 0, 0) from None
        data, mark = self.root or (None, None)
        return Tree(data, mark, tuple(self._faults))

    def _add_scalar(self, event: ScalarEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value: str = event.value
        top = self._check(event)
        if event.start_mark.line != event.end_mark.line:
            if event.style in ("'", '"'):
                self._quoted = Quoted(start, end)
                if swallows_lines(self._text, start, end):
                    self._stop("swallowed", event, "while scanning a quoted scalar")
            self._faults += find_habits(self._text, start, end, event.style)
        elif not event.style and (self._watch_hash or value[:1] in "“”„‘‚«" or ":" in value):
            self._faults += find_habits(self._text, start, end, None)
        if top is not None and top.key is None and isinstance(top.data, dict):
            self._add_key(top, value, start, end)
            return
        data = None if not event.style and value in _NOTHING else value
        self._put(top, data, (start, end, None))

    def _open(self, event: MappingStartEvent | SequenceStartEvent, *, is_list: bool) -> None:
        top = self._check(event)
        if top is not None and top.key is None and isinstance(top.data, dict):
            self._stop("key", event)
        opened = _Open(is_list=is_list)
        self._put(top, opened.data, (event.start_mark.index, -1, opened.inside))
        if len(self._stack) == DEPTH:
            raise TooMuch(
                Fault(
                    event.start_mark.index,
                    event.start_mark.index + 1,
                    "too-deep",
                    f"Here are more than {DEPTH} lists or groups inside each other.",
                    "Check the brackets and the spaces at the start of the lines; "
                    "a text that starts with a bracket needs quotes.",
                )
            )
        self._stack.append(opened)

    def _check(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> _Open | None:
        """Refuse what could make one value stand for many; return what the value belongs to."""
        self._count += 1
        if self._count > NODES:
            raise TooMuch(
                Fault(
                    event.start_mark.index,
                    event.start_mark.index + 1,
                    "too-many",
                    f"This file has more than {NODES:,} texts and names.",
                    "Split it into smaller files.",
                )
            )
        if event.anchor is not None:
            self._stop("anchor", event)
        if event.tag is not None:
            self._stop("tag", event)
        return self._stack[-1] if self._stack else None

    def _put(self, top: _Open | None, data: Data, mark: Mark) -> None:
        if top is None:
            self.root = data, mark
        elif isinstance(top.data, list):
            top.data.append(data)
            cast(list[Mark], top.inside).append(mark)
        else:
            assert top.key is not None  # noqa: S101  # a key always comes before its value
            if top.key not in top.data:
                top.data[top.key] = data
                cast(dict[str, KeyMark], top.inside)[top.key] = top.key_start, top.key_end, mark
            top.key = None

    def _add_key(self, top: _Open, name: str, start: int, end: int) -> None:
        top.key, top.key_start, top.key_end = name, start, end
        if name == "<<":
            self._faults.append(
                Fault(
                    start,
                    end,
                    "merge",
                    "“<<” would copy names from elsewhere; that cannot be used here.",
                    "Write the names and their texts out.",
                )
            )
        inside = cast(dict[str, KeyMark], top.inside)
        if name in inside:
            first_start, first_end, _ = inside[name]
            line = self._text.count("\n", 0, first_start) + 1
            self._faults.append(
                Fault(
                    start,
                    end,
                    "duplicate",
                    f"“{name}” is written twice in the same group; the first is on line {line}.",
                    "Keep one of them. If both are needed, this may belong in a new list item "
                    "that starts with “- ”.",
                    labels=((first_start, first_end, "first written here"),),
                )
            )

    def _stop(self, words: str, event: Event, context: str = "") -> None:
        start = event.start_mark.index
        raise StopReading(words, start, start, context, self._quoted)

    def _explain(self, error: yaml.MarkedYAMLError) -> StopReading:
        at = error.problem_mark or error.context_mark
        since = error.context_mark or at
        if at is None or since is None:
            return StopReading(str(error.problem), 0, 0)
        return StopReading(
            error.problem or "",
            min(at.index, len(self._text)),
            min(since.index, len(self._text)),
            error.context or "",
            self._quoted,
        )


def build(text: str) -> Tree:
    """Build the data of a text. Raise StopReading at the first thing that YAML can't read."""
    return _Builder(text).build()
