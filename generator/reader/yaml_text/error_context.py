"""The lines around the spot where YAML could not be read on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.problem import Edit
from generator.reader.yaml_text.fault import StopError
from generator.reader.yaml_text.traced_text import Lines

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-(?:[ \t]+|$))*)"
    r"""(?:(?P<key>(?:[^\s"'\[\]{}#&*!|>%@`:,-]|-(?=\S))[^:\n]*?(?::(?=\S)[^:\n]*?)*|"[^"\n]*"|'[^'\n]*')"""
    r"(?<![ \t])(?P<colon>[ \t]*:)(?P<gap>[ \t]+|$))?(?P<rest>.*)"
)
_COMMENT = re.compile(r"(?:^|(?<![ \t])[ \t]+)#.*$")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line, taken apart as far as that can be done without its neighbours."""

    number: int  # counted from 1, as in messages
    start: int  # offset in the draft
    raw: str
    indent: int
    dash: int  # column of the last dash, or -1
    key: str  # "" where there is none
    key_column: int
    colon: int  # column of the colon, or -1
    value: str  # without a comment
    value_column: int

    @property
    def blank(self) -> bool:
        """Whether nothing is here but a comment."""
        return not self.key and not self.value and self.dash < 0

    @property
    def content(self) -> int:
        """Column of the first thing after the dashes."""
        return self.key_column if self.key else self.value_column

    @property
    def value_start(self) -> int:
        """Offset of the value."""
        return self.start + self.value_column

    @property
    def value_end(self) -> int:
        """Offset after the value."""
        return self.value_start + len(self.value)

    @property
    def end(self) -> int:
        """Offset of the end of the line."""
        return self.start + len(self.raw)


def take_apart(number: int, start: int, raw: str) -> SourceLine:
    """Read one line on its own."""
    match = _LINE.fullmatch(raw)
    assert match is not None  # noqa: S101  # its last part takes anything
    rest = match["rest"]
    value = rest if rest[:1] in ("'", '"') else _COMMENT.sub("", rest)
    dash = match["dash"]
    return SourceLine(
        number=number,
        start=start,
        raw=raw,
        indent=len(match["indent"]),
        dash=match.start("dash") + dash.rindex("-") if dash else -1,
        key=match["key"] or "",
        key_column=match.start("key"),
        colon=match.end("colon") - 1 if match["key"] else -1,
        value=value.rstrip(),
        value_column=match.start("rest"),
    )


class ErrorContext:
    """A draft and the stop in it, with what causes ask about."""

    def __init__(self, text: str, stop: StopError) -> None:
        """Look at the line of the spot."""
        self.text = text
        self.stop = stop
        self.lines = Lines(text)
        self._known: dict[int, SourceLine] = {}
        self.here = self.line_at(stop.spot)

    def line_at(self, offset: int) -> SourceLine:
        """The line that holds an offset of the traced text; at the end, the last with words."""
        return self.line(self.lines.number(min(offset, len(self.text))) + 1)

    def line(self, number: int) -> SourceLine:
        """SourceLine by its number, counted from 1."""
        found = self._known.get(number)
        if found is None:
            raw, start = self.lines.all[number - 1], self.lines.starts[number - 1]
            found = self._known[number] = take_apart(number, start, raw)
        return found

    def above(self, line: SourceLine) -> Iterator[SourceLine]:
        """Go up through lines that are not blank."""
        return (found for found in self.written_above(line) if not found.blank)

    def written_above(self, line: SourceLine) -> Iterator[SourceLine]:
        """Go up through lines that hold more than spaces, be it a comment alone."""
        for place in range(bisect_left(self._written, line.number) - 1, -1, -1):
            yield self.line(self._written[place])

    @cached_property
    def _written(self) -> Sequence[int]:
        """The numbers of lines that hold more than spaces: thousands may not."""
        return [number for number, raw in enumerate(self.lines.all, 1) if raw.strip()]

    def below(self, line: SourceLine) -> Iterator[SourceLine]:
        """Go down through lines that hold more than spaces, be it a comment alone."""
        for place in range(bisect_right(self._written, line.number), len(self._written)):
            yield self.line(self._written[place])

    def previous(self, line: SourceLine) -> SourceLine | None:
        """Nearest line above that is not blank."""
        return next(self.above(line), None)

    def intro(self, line: SourceLine) -> str:
        """What is before a value, as shown in a fix: its name, or its dash, or nothing."""
        return f"{line.key}: " if line.key else "- " if line.dash >= 0 else ""

    def text_owner(self, line: SourceLine) -> SourceLine:
        """SourceLine with the name or dash whose text a line continues; itself if it starts one."""
        found = line
        if line.key or line.dash >= 0:
            return line
        for found in self.above(line):
            if found.key or found.dash >= 0:
                break
        return found

    def group_name(self, column: int, line: SourceLine) -> str:
        """Name of the group in which things start in a column, seen from a line; "" at the top."""
        for above in self.above(line):
            if above.key and not above.value and above.key_column < column:
                return above.key
            if above.key and above.key_column == column == 0:
                return ""
        return ""

    def text_end(self, line: SourceLine, column: int | None = None) -> SourceLine:
        """Last line of the text that a line is part of: deeper lines without a name or a dash."""
        last = line
        if column is None:
            column = line.key_column if line.key else max(line.dash, line.indent)
        for below in self.below(line):
            if below.blank or below.indent <= column or below.key or below.dash >= 0:
                break
            last = below
        return last


def quote_edits(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Put double quotes around a stretch of text, and keep every character in its place."""
    inner = tuple(
        Edit(start + match.start(), start + match.start(), "\\")
        for match in re.finditer(r'["\\]', text[start:end])
    )
    return (Edit(start, start, '"'), *inner, Edit(end, end, '"'))
