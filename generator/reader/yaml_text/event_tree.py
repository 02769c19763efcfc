"""From YAML events to data with places. Nothing is built beyond the limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.problem import FileState, Group, Rule
from generator.reader.yaml_text.excerpts import shorten
from generator.reader.yaml_text.fault import Fault, LimitError, Quoted, StopError
from generator.reader.yaml_text.parsed_file import Data, Inside, Mark
from generator.reader.yaml_text.suspicious_text import find_habits, looks_odd, swallows_lines

DEPTH = 20
NODES = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null")


DUPLICATE = Rule(
    id="duplicate",
    group=Group.LINES,
    summary="A name is only once in a group.",
    why="Of two values, one would be lost without a word.",
    fault="purpose: Find the order.\npurpose: Say when it comes.",
    fix="purpose: Find the order, and say when it comes.",
)

MERGE = Rule(
    id="merge",
    group=Group.SIGNS,
    summary="Nothing is copied from another place with “<<”.",
    why="Readers of the file would have to look for the words elsewhere.",
    fault="stop:\n  <<: usual\n  text: The order is lost.",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
)

TOO_MANY = Rule(
    id="too-many",
    group=Group.BYTES,
    summary=f"A file holds at most {NODES:,} texts and names.",
    why="The check and the site stay fast, and no file can bring them to a halt.",
    fault={"playbooks/counter/parcel-lost.yml": FileState.TOO_MANY},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

TOO_DEEP = Rule(
    id="too-deep",
    group=Group.BYTES,
    summary=f"At most {DEPTH} lists or groups are inside each other.",
    why="A playbook needs five; more come from a bracket or spaces that are not meant so.",
    fault=f"related: {'[' * (DEPTH + 1)}listen-first{']' * (DEPTH + 1)}",
    fix="related: [listen-first, broken-promise]",
)


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
    return Tree(*builder.top, tuple(builder.faults))


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._odd = looks_odd(f"{text}\n")
        self._odd_lines: dict[int, bool] = {}
        self._events: Iterator[Any] = iter(_LOADER(text).get_event, None)
        self._count = 0
        self._quoted: Quoted | None = None
        self._split: set[int] = set()
        self.faults: list[Fault] = []
        self.top: tuple[Data, Mark | None] = (None, None)

    def run(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    self._stop("document", event)
            elif isinstance(event, NodeEvent):
                self.top = self._read(event, 0, 0, 0)

    def _read(self, event: Any, key_start: int, key_end: int, depth: int) -> tuple[Data, Mark]:
        """What begins with an event, and where it is. Whatever is inside it is read as well."""
        kind = type(event)
        start = event.start_mark.index
        self._admit(event)
        if kind is ScalarEvent:
            if self._odd or event.start_mark.line != event.end_mark.line:
                self._inspect(event)
            value = None if not event.style and event.value in _NOTHING else event.value
            return value, (key_start, key_end, start, event.end_mark.index, None)
        if depth == DEPTH:
            self._refuse_depth(start)
        read = self._read_group if kind is MappingStartEvent else self._read_list
        data, inside = read(depth + 1)
        return data, (key_start, key_end, start, -1, inside)

    def _read_list(self, depth: int) -> tuple[Data, Inside]:
        data: list[Data] = []
        inside: list[Mark] = []
        for event in self._events:
            if type(event) is SequenceEndEvent:
                break
            start = event.start_mark.index
            value, mark = self._read(event, start, start, depth)
            data.append(value)
            inside.append(mark)
        return data, inside

    def _read_group(self, depth: int) -> tuple[Data, Inside]:
        data: dict[str, Data] = {}
        inside: dict[str, Mark] = {}
        for event in self._events:
            kind = type(event)
            if kind is MappingEndEvent:
                break
            self._admit(event)
            if kind is not ScalarEvent:
                self._stop("key", event)
            name, start, end = event.value, event.start_mark.index, event.end_mark.index
            if self._odd or event.start_mark.line != event.end_mark.line:
                self._inspect(event)
            if name in data or name == "<<" or self._text[start - 2 : start] == "? ":
                self._check_key(name, start, end, inside)
            value, mark = self._read(next(self._events), start, end, depth)
            data.setdefault(name, value)  # of two the first is kept
            inside.setdefault(name, mark)
        return data, inside

    def _admit(self, event: Any) -> None:
        """Refuse what refers to something else, and more values than can be shown."""
        if type(event) is AliasEvent:
            self._stop("alias", event)
        self._count += 1
        if event.anchor is not None or event.tag is not None:
            self._stop("anchor or tag", event)
        if self._count > NODES:
            start = event.start_mark.index
            raise LimitError(
                Fault(
                    start,
                    start + 1,
                    TOO_MANY,
                    f"This file has more than {NODES:,} texts and names.",
                    "Split it into smaller files.",
                )
            )

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
            if not self._is_odd(event.start_mark.line, start, end):
                return
        elif style in ("'", '"'):
            self._quoted = Quoted(start, end)
            if swallows_lines(self._text, start, end):
                self._stop("swallowed", event, "while scanning a quoted scalar")
        self.faults += find_habits(self._text, start, end, style)

    def _is_odd(self, number: int, start: int, end: int) -> bool:
        """Whether a line may be worth a look; asked once for all texts in it."""
        found = self._odd_lines.get(number)
        if found is None:
            line_end = self._text.find("\n", end)
            line = self._text[
                self._text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else None
            ]
            found = self._odd_lines[number] = looks_odd(f"{line}\n")
        return found

    def _check_key(self, name: str, start: int, end: int, inside: dict[str, Mark]) -> None:
        if name == "<<":
            self.faults.append(
                Fault(
                    start,
                    end,
                    MERGE,
                    "“<<” would copy names from elsewhere; that cannot be used here.",
                    "Write the names and their texts out.",
                )
            )
        elif name in inside:
            self._report_duplicate(name, start, end, inside)
        else:
            raise StopError("question", start - 2, start - 2, quoted=self._quoted)

    def _report_duplicate(self, name: str, start: int, end: int, inside: dict[str, Mark]) -> None:
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
                DUPLICATE,
                f"“{name}” is written twice in the same group; the first is on line {line}.",
                fix,
                labels=((first, first_end, "first written here"),),
            )
        )

    def _refuse_depth(self, start: int) -> NoReturn:
        raise LimitError(
            Fault(
                start,
                start + 1,
                TOO_DEEP,
                f"Here are more than {DEPTH} lists or groups inside each other.",
                "Check the brackets and the spaces at the start of the lines; "
                "a text that starts with a bracket needs quotes.",
            )
        )

    def _stop(self, words: str, event: Any, context: str = "") -> NoReturn:
        start = event.start_mark.index
        raise StopError(words, start, start, context, self._quoted)
