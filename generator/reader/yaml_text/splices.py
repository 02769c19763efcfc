"""Which stretches of a text an insertion, a deletion or a move exchanges; all others stay."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.reader.yaml_text.outline import Entry, Node, Outline, Spot
from generator.reader.yaml_text.parsed_file import Data
from generator.reader.yaml_text.writing import (
    Style,
    write_flow,
    write_item,
    write_key,
    write_name,
    write_value,
)

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Splice:
    """Put parts in the place of what is from start up to end: new words, or stretches of the text.

    A stretch keeps its bytes, whatever its line ends are.
    """

    start: int
    end: int
    parts: tuple[str | tuple[int, int], ...] = ()


class Splicer:
    """Makes the splices of one text."""

    def __init__(self, outline: Outline) -> None:
        """Look at how the text is indented."""
        self.outline = outline
        self.text = outline.text
        self.style = _find_style(outline)

    def insert(self, around: Node, number: int, name: str | None, value: Data) -> Splice:
        """Make room for an item or a name before the entry of that number, or after the last."""
        if around.flow:
            pair = f"{write_key(name, flow=True)}: " if name is not None else ""
            return self._insert_flow(around, number, pair + write_flow(value))
        if not around.entries:
            text = write_name(name or "", value, 0, self.style)
            gap = "" if not self.text or self.text.endswith("\n") else "\n"
            return _put(len(self.text), f"{gap}{text}\n")
        column = self.outline.column(around.entries[0].start)
        text = (
            write_item(value, column, self.style)
            if name is None
            else write_name(name, value, column, self.style)
        )
        return self._insert_lines(around, number, text, column)

    def delete(self, spot: Spot) -> Splice:
        """Take out an entry that has others beside it, with what separates it from one of them."""
        around, number = spot
        if around.flow:
            return self._delete_flow(around, number)
        entry = spot.entry
        before = around.entries[number - 1] if number else None
        after = around.entries[number + 1] if number + 1 < len(around.entries) else None
        gap_after = self.text[entry.last : after.first] if after else ""
        if before is None:
            if after and not gap_after.strip():
                return Splice(entry.first, after.first)
            return self._delete_lines(entry)
        gap_before = self.text[before.last : entry.first]
        if gap_before.strip():
            return self._delete_lines(entry)
        if after and not gap_after.strip() and gap_before.count("\n") > gap_after.count("\n"):
            return Splice(entry.first, after.first)
        return Splice(before.last, entry.last)

    def rename(self, spot: Spot, name: str) -> Splice:
        """Write another name."""
        entry = spot.entry
        colon = ":" if self.text[entry.after - 1] == ":" else ""
        return Splice(entry.start, entry.after, (write_key(name, flow=spot.around.flow) + colon,))

    def move(self, around: Node, start: int, to: int) -> Splice:
        """Put an item to another place; blank lines, commas and loose comments stay between."""
        order = list(range(len(around.entries)))
        order.insert(to, order.pop(start))
        low, high = min(start, to), max(start, to)
        stretches = [self._stretch(around, number) for number in range(low, high + 1)]
        gaps = [(one[1], other[0]) for one, other in pairwise(stretches)]
        parts: list[str | tuple[int, int]] = []
        for number, gap in zip(order[low : high + 1], [*gaps, None], strict=True):
            parts.append(stretches[number - low])
            if gap:
                parts.append(gap)
        return Splice(stretches[0][0], stretches[-1][1], tuple(parts))

    def exchange(self, spot: Spot, value: Data) -> Splice:
        """Write a value in the place of another, of whatever kind."""
        entry, node = spot.entry, spot.entry.node
        if spot.around.flow:
            gap = " " if node.start == entry.after != entry.start else ""
            return Splice(node.start, node.end, (gap + write_flow(value),))
        column = self.outline.column(entry.start)
        written = (
            write_item(value, column, self.style)[1:]
            if isinstance(entry.part, int)
            else write_value(value, column, self.style)
        )
        line_end = self.outline.line_end(entry.after)
        is_below = node.start > line_end
        comment = self._comment(entry.after if is_below else node.end)
        if is_below:  # the comment beside the name stays there
            first, newline, rest = written.partition("\n")
            end = self._inner_last(entry)
            return Splice(entry.after, end, (first, comment, newline + rest))
        rest = self.text[node.end : self.outline.line_end(node.end)]
        blanks = rest[: len(rest) - len(rest.lstrip(" \t"))]
        end, margin = node.end, ""
        if "\t" in blanks:  # YAML takes no Tab right after a dash, which may be the last sign now
            end += len(blanks)
            margin = " " * len(blanks) if end < node.end + len(rest) else ""
        if written.startswith(("\n", " |")):
            head, newline, inner = written.partition("\n")
            return Splice(entry.after, max(comment[1], end), (head, comment, newline + inner))
        if "\n" in written and comment[0] < comment[1]:  # it stays on the line of the dash
            lines = f"\n{' ' * (column + 2)}{written[1:]}"
            return Splice(entry.after, comment[1], (comment, lines))
        before = self.text[entry.after : node.start]
        gap = before if before and written and "\n" not in written else written[:1]
        return Splice(entry.after, end, (gap + written[1:], margin))

    def enclose(self, spot: Spot, name: str | None, *, shifted: bool) -> Splice:
        """Make a value the first in a list, or in a group under a name; its own signs stay.

        `shifted` moves the lines that it goes on with further in.
        """
        entry, node = spot.entry, spot.entry.node
        if spot.around.flow:
            opening, closing = (
                ("[", "]") if name is None else (f"{{{write_key(name, flow=True)}: ", "}")
            )
            return Splice(node.start, node.end, (opening, (node.start, node.end), closing))
        column = self.outline.column(entry.start)
        sign = "- " if name is None else f"{write_key(name)}: "
        step = self.style.dash if name is None else self.style.group
        is_item = isinstance(entry.part, int)
        below = node.start > self.outline.line_end(entry.after)
        by = len(sign) if name is None and not is_item else step
        body = self._shift(node.start, node.end, by if shifted else 0)
        if not below:
            lead = " " if is_item else f"\n{' ' * (column + step)}"
            return Splice(entry.after, node.end, (lead, sign, *body))
        if name is not None and node.kind == "list" and not node.flow:
            head = self.outline.line_end(entry.after)
            inner = self.outline.column(node.start)
            inner = inner if inner > column and not shifted else column + step
            body = self._shift(head, node.end, step if shifted else 0)
            return Splice(head, node.end, (f"\n{' ' * inner}{sign.rstrip()}", *body))
        return Splice(node.start, node.end, (sign, *body))

    def _stretch(self, around: Node, number: int) -> tuple[int, int]:
        entry = around.entries[number]
        if around.flow:
            return entry.start, entry.node.end
        return (entry.start if around.has_sections else entry.first), entry.last

    def _inner_last(self, entry: Entry) -> int:
        """The end of the lines of a value that is below its name."""
        inner = entry.node.entries
        return inner[-1].last if inner and not entry.node.flow else entry.node.end

    def _comment(self, offset: int) -> tuple[int, int]:
        """The comment on the rest of a line, with the blanks before it; nothing without one."""
        end = self.outline.line_end(offset)
        rest = self.text[offset:end]
        return (offset, end) if rest.lstrip().startswith("#") else (offset, offset)

    def _shift(self, start: int, end: int, by: int) -> list[str | tuple[int, int]]:
        """A stretch whose lines, but the first, are further in."""
        parts: list[str | tuple[int, int]] = []
        at = start
        while by and at < end:
            found = self.text.find("\n", at, end)
            if found < 0:
                break
            parts.append((at, found + 1))
            at = found + 1
            if self.text[at:end].split("\n", 1)[0].strip():
                parts.append(" " * by)
        return [*parts, (at, end)]

    def _insert_lines(self, around: Node, number: int, text: str, column: int) -> Splice:
        entries = around.entries
        gaps = [self.text[one.last : other.first].count("\n") for one, other in pairwise(entries)]
        is_list = around.kind == "list"
        airy = bool(gaps) and (min(gaps) > 1 if is_list else max(gaps) > 1 and "\n" in text)
        margin = "\n" * (1 + airy)
        indent = " " * column
        if number < len(entries):
            follows = f"{margin}{indent}"
            if number == 0 or not airy:
                return _put(entries[number].first, f"{text}{follows}")
            gap = self.text[entries[number - 1].last : entries[number].first]
            if gap.strip() or gap.count("\n") > 1:
                return _put(entries[number].first, f"{text}{follows}")
        last = entries[number - 1].last
        margin = "\n" * (1 + airy)
        is_end = number == len(entries) and last == len(self.text)
        return _put(last, f"{margin}{indent}{text}" + "\n" * is_end)

    def _delete_lines(self, entry: Entry) -> Splice:
        """Take out the lines of an entry; comments above and below it stay."""
        start = self.text.rfind("\n", 0, entry.first) + 1
        if self.text[start : entry.first].strip():  # a dash is before it
            return Splice(entry.first, entry.last)
        end = min(len(self.text), entry.last + 1)
        return Splice(start, end)

    def _insert_flow(self, around: Node, number: int, text: str) -> Splice:
        entries = around.entries
        if not entries:
            return _put(around.start + 1, text)
        last = entries[-1].node.end
        if self.text[around.start] not in "[{":  # “a: b” in a list takes no second name as it is
            pair = (around.start, last)
            parts = (pair, f", {text}") if number else (f"{text}, ", pair)
            return Splice(around.start, last, ("{", *parts, "}"))
        if number < len(entries):
            return _put(entries[number].start, f"{text}, ")
        return _put(last, f", {text}")

    def _delete_flow(self, around: Node, number: int) -> Splice:
        entries = around.entries
        entry = entries[number]
        if number + 1 < len(entries):
            return Splice(entry.start, entries[number + 1].start)
        before = entries[number - 1].node.end
        gap = self.text[before : entry.start]
        return Splice(entry.start if "#" in gap else before, entry.node.end)


def carry_out(content: bytes, splice: Splice) -> bytes:
    """Carry a splice out in a file's bytes. Offsets count the text's characters."""
    mark = _BOM if content.startswith(_BOM) else b""
    text = content.removeprefix(_BOM).decode()
    doubled = [match.start() - count for count, match in enumerate(re.finditer("\r\n", text))]
    line_end = match[0] if (match := re.search("\r\n|\r|\n", text)) else "\n"

    def trace(offset: int) -> int:
        return offset + bisect_left(doubled, offset)

    def list_parts() -> Iterator[str]:
        yield text[: trace(splice.start)]
        for part in splice.parts:
            if isinstance(part, str):
                yield part.replace("\n", line_end)
            else:
                yield text[trace(part[0]) : trace(part[1])]
        yield text[trace(splice.end) :]

    return mark + "".join(list_parts()).encode(errors="surrogatepass")


def _put(offset: int, text: str) -> Splice:
    return Splice(offset, offset, (text,))


def _find_style(outline: Outline) -> Style:
    """By how much the first group and the first list below a name are further in than it."""
    found: dict[str, int] = {}
    waiting = [outline.top]
    while waiting and len(found) < 2:
        node = waiting.pop(0)
        for entry in node.entries:
            inner = entry.node
            if inner.entries and not inner.flow and not node.flow:
                if isinstance(entry.part, str):
                    step = outline.column(inner.start) - outline.column(entry.start)
                    found.setdefault(inner.kind, step)
                waiting.append(inner)
    return Style(found.get("group", 2), found.get("list", 2))
