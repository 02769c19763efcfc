"""Where each item and each name of a file starts and ends, with the comments that belong to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from generator.model.yaml_model import Loc

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Node:
    """A text, a list or a group: where it starts and where its last sign ends.

    `entries` are its items or names in order. What is `flow` is in brackets. A group of records
    `has_sections` if comments are headings above some of them, the first among these.
    """

    kind: str
    start: int
    end: int
    flow: bool = False
    entries: list["Entry"] = field(default_factory=list)
    has_sections: bool = False


@dataclass
class Entry:
    """An item or a name with its value: `start` is its dash or its name, `after` the end of that.

    In brackets an item has no dash, and both are where its value starts. From `first` to `last` are
    all its lines, with its comments and without the last line end.
    """

    part: str | int
    start: int
    after: int
    node: Node
    first: int = 0
    last: int = 0


class Spot(NamedTuple):
    """An entry, its place in the one around it, and where the lines of that one begin."""

    around: Node
    number: int

    @property
    def entry(self) -> Entry:
        """The entry itself."""
        return self.around.entries[self.number]


class Outline:
    """The entries of a text that YAML reads without a fault."""

    def __init__(self, text: str) -> None:
        """Read the text once more, for the ends of things."""
        self.text = text
        found = yaml.compose(text, _LOADER)
        self.top = self._build(found, 0) if found is not None else Node("group", 0, 0)
        if self.top.entries and not self.top.flow:
            self._add_lines(self.top, 0)

    def find(self, loc: Loc) -> Spot:
        """The entry at a location; raises LookupError if there is none."""
        node = self.top
        spot = None
        for part in loc:
            number = next((at for at, one in enumerate(node.entries) if one.part == part), None)
            if number is None:
                raise LookupError(loc)
            spot = Spot(node, number)
            node = spot.entry.node
        if spot is None:
            raise LookupError(loc)
        return spot

    def node(self, loc: Loc) -> Node:
        """The value at a location."""
        return self.find(loc).entry.node if loc else self.top

    def column(self, offset: int) -> int:
        """How far a sign is from the start of its line."""
        return offset - self.text.rfind("\n", 0, offset) - 1

    def line_end(self, offset: int) -> int:
        """The end of a line, before its line end."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def skip(self, offset: int) -> int:
        """The next sign that is neither blank nor in a comment."""
        text = self.text
        while offset < len(text):
            if text[offset] in " \t\n":
                offset += 1
            elif text[offset] == "#":
                offset = self.line_end(offset)
            else:
                break
        return offset

    def _build(self, found: Any, after: int) -> Node:
        start, end = found.start_mark.index, found.end_mark.index
        if isinstance(found, yaml.ScalarNode):
            if start == end:
                return Node("text", after, after)
            return Node("text", start, self._trim(start, end))
        is_list = isinstance(found, yaml.SequenceNode)
        node = Node("list" if is_list else "group", start, end, bool(found.flow_style))
        at = after if not node.flow else start + 1
        for number, one in enumerate(found.value):
            entry = self._build_item(one, number, at, node) if is_list else self._build_name(*one)
            node.entries.append(entry)
            at = entry.node.end
        if not node.flow:
            node.start = node.entries[0].start
            node.end = node.entries[-1].node.end
        elif self.text[start] not in "[{":  # “a: b” in brackets is a group of its own
            node.end = node.entries[-1].node.end
        return node

    def _build_item(self, found: Any, number: int, at: int, around: Node) -> Entry:
        if around.flow:
            node = self._build(found, found.start_mark.index)
            return Entry(number, node.start, node.start, node)
        dash = self.skip(at)
        return Entry(number, dash, dash + 1, self._build(found, dash + 1))

    def _build_name(self, key: Any, value: Any) -> Entry:
        start, end = key.start_mark.index, key.end_mark.index
        colon = self.skip(end)
        after = colon + 1 if self.text[colon : colon + 1] == ":" else end
        return Entry(key.value, start, after, self._build(value, after))

    def _trim(self, start: int, end: int) -> int:
        """The end of a text without what follows it; blank lines may belong to one in a block."""
        text = self.text[start:end]
        header = text.partition("\n")[0].partition("#")[0]
        if header[:1] in ("|", ">") and "+" in header:
            return end - text.endswith("\n")
        return start + len(text.rstrip(" \t\n"))  # other blanks belong to the text

    def _add_lines(self, node: Node, head: int) -> None:
        """Find the lines of entries that are below one another, and what is inside them."""
        for entry in node.entries:
            entry.first = entry.start
            entry.last = self._find_last(entry)
            if not entry.node.flow and entry.node.entries:
                self._add_lines(entry.node, entry.after)
        for before, entry in pairwise(node.entries):
            entry.first = self._find_first(entry, before.last)
        first = node.entries[0]
        node.has_sections = self._has_sections(node, head)
        # Above the first item a comment is about all of them, unless each has one of its own.
        if node.kind == "list" and any(one.first < one.start for one in node.entries[1:]):
            first.first = self._find_first(first, head)

    def _has_sections(self, node: Node, head: int) -> bool:
        first, *others = node.entries
        headed = sum(one.first < one.start for one in others)
        is_of_records = node.kind == "group" and all(one.node.entries for one in node.entries)
        is_seldom = 0 < 2 * headed < len(others)
        return is_of_records and is_seldom and self._find_first(first, head) < first.start

    def _find_first(self, entry: Entry, above: int) -> int:
        """Where the comments directly above an entry start, in its own column."""
        column = self.column(entry.start)
        found = entry.start
        for start, line in self._lines_above(entry.start):
            is_comment = line.lstrip(" ").startswith("#")
            if start <= above or not is_comment or len(line) - len(line.lstrip(" ")) != column:
                break
            found = start + column
        return found

    def _lines_above(self, offset: int) -> Iterator[tuple[int, str]]:
        start = offset - self.column(offset)
        if self.text[start:offset].strip():  # something else is before it on its line
            return
        while start > 0:
            end = start - 1
            start = end - self.column(end)
            yield start, self.text[start:end]

    def _find_last(self, entry: Entry) -> int:
        """The end of the last line, with the comments below it that are further in."""
        column = self.column(entry.start)
        last = self.line_end(entry.node.end)
        at = last + 1
        while at < len(self.text):
            end = self.line_end(at)
            line = self.text[at:end].lstrip(" ")
            if line.strip() and (not line.startswith("#") or end - at - len(line) <= column):
                break
            if line.strip():
                last = end
            at = end + 1
        return last
