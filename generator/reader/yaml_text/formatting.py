"""A file in order: line ends, blanks and the spaces before lines; no word, no comment changes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml
from yaml.tokens import (
    BlockEndToken,
    BlockEntryToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    KeyToken,
)

from generator.problem import Severity
from generator.reader.yaml_text.encoding import read_text
from generator.reader.yaml_text.parsing import parse

_STEP = 2
_BOM = b"\xef\xbb\xbf"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (FlowMappingStartToken, FlowSequenceStartToken)
_CLOSING = (FlowMappingEndToken, FlowSequenceEndToken)


def format_file(path: str, content: bytes) -> bytes:
    """Put a file in order. One with mistakes stays as it is, since nobody knows what it says.

    Each step counts only if the file then says the same, and no more is to be reported of it.
    """
    text, problems = read_text(path, content)
    if text is None or any(one.severity is Severity.ERROR for one in problems):
        return content
    before = parse(path, text)
    if any(one.severity is Severity.ERROR for one in before.problems):
        return content
    rules = Counter(one.rule for one in before.problems)

    def says_the_same(made: str) -> bool:
        after = parse(path, made)
        return after.data == before.data and Counter(one.rule for one in after.problems) <= rules

    indented = _indent(text)
    if _list_signs(indented) == _list_signs(text) and says_the_same(indented):
        text = indented
    lines = text.split("\n")
    bare = "\n".join(line.rstrip(" \t") for line in lines)
    if says_the_same(bare):
        text = bare
    else:  # some of the blanks are words of a text of several lines
        for number, line in enumerate(lines):
            one = [*lines[:number], line.rstrip(" \t"), *lines[number + 1 :]]
            if one != lines and says_the_same("\n".join(one)):
                lines = one
        text = "\n".join(lines)
    ended = text.rstrip("\n") + "\n"
    if text.strip() and says_the_same(ended):
        text = ended
    mark = _BOM if content.startswith(_BOM) else b""
    return mark + text.encode()


def _list_signs(text: str) -> list[str]:
    """Every line without its blanks: what never changes."""
    return ["".join(line.split()) for line in text.split("\n")]


@dataclass
class _Block:
    """A list or a group: the column in which its dashes or names are to start."""

    column: int
    is_list: bool
    is_level: bool = False  # its dashes are in the column of the name that it belongs to


@dataclass
class _Layout:
    """Where the first sign of each line goes, by the index of the line, and gaps after dashes."""

    columns: dict[int, tuple[int, int]] = field(default_factory=dict)
    gaps: list[tuple[int, int, int]] = field(default_factory=list)
    last: dict[int, int] = field(default_factory=dict)  # shift of what the last sign begins


def _indent(text: str) -> str:
    """Indent lists and groups by two spaces, and what is inside them by as much as they moved."""
    lines = text.split("\n")
    layout = _find_layout(text, lines)
    made = []
    shift = 0
    waiting: list[str] = []  # comments go with what is below them
    for number, line in enumerate(lines):
        if number in layout.columns:
            old, new = layout.columns[number]
            for comment in waiting:
                indent = len(comment) - len(comment.lstrip(" "))
                made.append(_move(comment, new - old if indent == old else shift))
            waiting = []
            made.append(" " * new + _close_gaps(line, number, layout)[old:])
            shift = layout.last[number]
        elif line.lstrip(" ").startswith("#"):
            waiting.append(line)
        else:
            made += [_move(comment, shift) for comment in waiting]
            waiting = []
            made.append(_move(line, shift) if line.strip() else line)
    return "\n".join([*made, *(_move(comment, shift) for comment in waiting)])


def _move(line: str, shift: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * max(0, indent + shift) + line[indent:]


def _close_gaps(line: str, number: int, layout: _Layout) -> str:
    """Leave one space after each dash of a line."""
    for where, start, end in reversed(layout.gaps):
        if where == number:
            line = f"{line[:start]} {line[end:]}"
    return line


def _find_layout(text: str, lines: list[str]) -> _Layout:
    layout = _Layout()
    blocks: list[_Block] = []
    depth = 0
    for token, following in pairwise([*_scan(text), None]):
        depth += isinstance(token, _OPENING)
        depth -= isinstance(token, _CLOSING)
        if depth:
            continue
        if isinstance(token, (BlockMappingStartToken, BlockSequenceStartToken)):
            column = blocks[-1].column + _STEP if blocks else 0
            blocks.append(_Block(column, isinstance(token, BlockSequenceStartToken)))
        elif isinstance(token, BlockEndToken):
            if blocks[-1].is_level:
                blocks.pop()
            blocks.pop()
        elif isinstance(token, BlockEntryToken):
            if not blocks[-1].is_list:
                blocks.append(_Block(blocks[-1].column + _STEP, is_list=True, is_level=True))
            _place(layout, lines, token, blocks[-1].column)
            _note_gap(layout, token, following)
        elif isinstance(token, KeyToken) and blocks:
            if blocks[-1].is_level:
                blocks.pop()
            _place(layout, lines, token, blocks[-1].column)
    return layout


def _place(layout: _Layout, lines: list[str], token: Any, column: int) -> None:
    """Give a dash or a name its column: that of its line, if it is the first sign there."""
    line, old = token.start_mark.line, token.start_mark.column
    if not lines[line][:old].strip():
        layout.columns[line] = (old, column)
    layout.last[line] = column - old


def _note_gap(layout: _Layout, token: Any, following: Any) -> None:
    """Note the blanks between a dash and what follows it on the same line."""
    if following is not None and following.start_mark.line == token.start_mark.line:
        start, end = token.start_mark.column + 1, following.start_mark.column
        if end > start:
            layout.gaps.append((token.start_mark.line, start, end))


def _scan(text: str) -> Iterator[Any]:
    """The tokens of a text that has been read without a fault."""
    return iter(yaml.scan(text, _LOADER))
