"""From YAML events to data with places. Nothing is built beyond the limits."""

from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.reader.yaml_text.excerpts import shorten
from generator.reader.yaml_text.fault import Fault, LimitError, Quoted, StopError
from generator.reader.yaml_text.parsed_file import Data, Inside, Mark
from generator.reader.yaml_text.suspicious_text import find_habits, looks_odd, swallows_lines

DEPTH = 20
NODES = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text says, where, and what is odd about it."""

    data: Data
    mark: Mark | None
    faults: tuple[Fault, ...]


def build(text: str) -> Tree:
    """Build the data of a text. Raise StopError at the first thing that YAML can't read."""
    builder = _Builder(text)
    try:
        builder.run()
    except yaml.MarkedYAMLError as error:
        raise builder.explain(error) from None
    except yaml.YAMLError as error:  # nothing known gets here: odd characters are gone
        raise StopError(str(error), 0, 0) from None
    data, marks = builder.top
    return Tree(data[0] if data else None, marks[0] if marks else None, tuple(builder.faults))


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._quoted: Quoted | None = None
        self._split: set[int] = set()
        self.faults: list[Fault] = []
        self.top: tuple[list[Data], list[Mark]] = ([], [])

    def run(self) -> None:  # noqa: C901  # a call for each event would double its cost
        text, odd = self._text, looks_odd(f"{self._text}\n")
        data: Any = self.top[0]
        inside: Any = self.top[1]
        stack: list[tuple[Any, Any]] = []
        key: str | None = None
        key_start = key_end = count = documents = 0
        for event in iter(_LOADER(text).get_event, None):
            kind = type(event)
            if kind is ScalarEvent or kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                count += 1
                if count > NODES or event.anchor is not None or event.tag is not None:
                    self._refuse(event, count)
                wants_key = key is None and type(data) is dict
                if kind is ScalarEvent:
                    end = event.end_mark.index
                    value: Any = event.value
                    if odd or event.start_mark.line != event.end_mark.line:
                        self._inspect(event)
                    if wants_key:
                        key, key_start, key_end = value, start, end
                        if value in data or value == "<<" or text[start - 2 : start] == "? ":
                            self._check_key(value, start, end, inside)
                        continue
                    if not event.style and value in _NOTHING:
                        value = None
                    inner: Inside = None
                else:
                    if wants_key:
                        self._stop("key", event)
                    if len(stack) == DEPTH:
                        self._refuse_depth(start)
                    end = -1
                    value, inner = ({}, {}) if kind is MappingStartEvent else ([], [])
                if type(data) is list:
                    data.append(value)
                    inside.append((start, start, start, end, inner))
                else:
                    if key not in data:  # of two the first is kept
                        data[key] = value
                        inside[key] = (key_start, key_end, start, end, inner)
                    key = None
                if inner is not None:
                    stack.append((data, inside))
                    data, inside = value, inner
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                data, inside = stack.pop()
            elif kind is AliasEvent:
                self._stop("alias", event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1 or event.version or event.tags:
                    self._stop("document", event)

    def explain(self, error: yaml.MarkedYAMLError) -> StopError:
        at = error.problem_mark or error.context_mark
        since = error.context_mark or at
        end = len(self._text)
        return StopError(
            error.problem or "",
            min(at.index, end) if at else 0,
            min(since.index, end) if since else 0,
            error.context or "",
            self._quoted,
        )

    def _inspect(self, event: Any) -> None:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        if event.start_mark.line == event.end_mark.line:
            line_start = self._text.rfind("\n", 0, start) + 1
            line_end = self._text.find("\n", end)
            line = self._text[line_start : line_end if line_end >= 0 else None]
            if not looks_odd(f"{line}\n"):
                return
        elif style in ("'", '"'):
            self._quoted = Quoted(start, end)
            if swallows_lines(self._text, start, end):
                self._stop("swallowed", event, "while scanning a quoted scalar")
        self.faults += find_habits(self._text, start, end, style)

    def _check_key(self, name: str, start: int, end: int, inside: dict[str, Mark]) -> None:
        if name == "<<":
            self.faults.append(
                Fault(
                    start,
                    end,
                    "merge",
                    "“<<” would copy names from elsewhere; that cannot be used here.",
                    "Write the names and their texts out.",
                )
            )
        elif name in inside:
            self._blame_duplicate(name, start, end, inside)
        else:
            raise StopError("question", start - 2, start - 2, quoted=self._quoted)

    def _blame_duplicate(self, name: str, start: int, end: int, inside: dict[str, Mark]) -> None:
        first, first_end = inside[name][:2]
        line = self._text.count("\n", 0, first) + 1
        top = next(iter(inside.values()))[0]
        is_item = self._text[self._text.rfind("\n", 0, top) + 1 : top].lstrip().startswith("-")
        if is_item and id(inside) in self._split:
            return  # all the names from here on belong to the next item
        self._split.add(id(inside))
        written = self._text[start : max(end, self._text.find("\n", start))]
        fix = "Keep one of them, or put both texts into one."
        if is_item:
            fix = (
                f"If a new item starts here, put a dash before it:  - {shorten(written)}\n"
                "If not, keep one of them, or put both texts into one."
            )
        self.faults.append(
            Fault(
                start,
                end,
                "duplicate",
                f"“{name}” is written twice in the same group; the first is on line {line}.",
                fix,
                labels=((first, first_end, "first written here"),),
            )
        )

    def _refuse(self, event: Any, count: int) -> None:
        """Refuse what could make one value stand for many, and more values than can be shown."""
        start = event.start_mark.index
        if count <= NODES:
            self._stop("anchor or tag", event)
        raise LimitError(
            Fault(
                start,
                start + 1,
                "too-many",
                f"This file has more than {NODES:,} texts and names.",
                "Split it into smaller files.",
            )
        )

    def _refuse_depth(self, start: int) -> NoReturn:
        raise LimitError(
            Fault(
                start,
                start + 1,
                "too-deep",
                f"Here are more than {DEPTH} lists or groups inside each other.",
                "Check the brackets and the spaces at the start of the lines; "
                "a text that starts with a bracket needs quotes.",
            )
        )

    def _stop(self, words: str, event: Any, context: str = "") -> NoReturn:
        start = event.start_mark.index
        raise StopError(words, start, start, context, self._quoted)
