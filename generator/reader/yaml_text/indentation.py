"""Spaces and Tabs at the start of lines, and lines that divide a file."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.columns import INDENT, open_columns
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import count
from generator.reader.yaml_text.fault import Fault

_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_SHOWN = 5
_ALONE = 3  # of many dividers, those that may be the only one too many
_DIVIDER = re.compile(r"(?:---|\.\.\.)(?=\s|$)|%")


TAB = Rule(
    id="tab",
    group=Group.LINES,
    summary="Lines start with spaces, never with a Tab.",
    why="A Tab is as wide as each editor makes it, so YAML does not count it.",
    fault="stop:\n\ttext: The order is lost.",
    fix="stop:\n  text: The order is lost.",
)

DIVIDER = Rule(
    id="divider",
    group=Group.LINES,
    summary="No line divides the file, as “---” or “...” or “%” at its start would.",
    why="For YAML another file begins there, and the rest would be lost.",
    fault="purpose: Say when the order comes.\n---\nowner: Service training",
    fix="purpose: Say when the order comes.\nowner: Service training",
)


@cause(Stage.MARKS)
def find_tab(context: ErrorContext) -> Iterator[Fault]:
    """Report Tabs at the start of lines, all of them at once."""
    for first in dict.fromkeys((context.here, context.line_at(context.stop.at))):
        if not first.blank and _find_tabs(first):
            yield from _report_tabs(context, first)


def _report_tabs(context: ErrorContext, first: SourceLine) -> Iterator[Fault]:
    """Offer to replace the Tabs of a line and of all below it by spaces, in several widths."""
    lines = [first, *context.below(first)]
    found = [(line, spots) for line in lines if (spots := _find_tabs(line))]
    at = found[0][1][0]
    more = f" The same in {count(len(found) - 1, 'more line')} below." if found[1:] else ""
    for width in (2, 4, 8, *_find_widths(context, first)):
        moved = dict(_find_moved(context, lines, width))
        yield Fault(
            at,
            at + 1,
            TAB,
            f"This line starts with a Tab; YAML allows only spaces there.{more}",
            f"Replace each Tab with {count(width, 'space')}{_say_moved(moved)}."
            if width
            else "Delete the Tab: nothing comes before a name of the file.",
            tuple(
                edit
                for line, spots in found
                for edit in _replace_tabs(line, spots, width, moved.get(line.number))
            ),
            certain=True,
        )


def _replace_tabs(
    line: SourceLine, spots: Sequence[int], width: int, column: int | None
) -> Iterator[Edit]:
    """Put spaces for the Tabs of a line; before one that has to move, as many as it needs."""
    indent = line.start + line.indent
    if column is not None:
        yield Edit(line.start, indent, " " * column)
    for spot in spots:
        if column is None or spot >= indent:
            yield Edit(spot, spot + 1, " " * (1 if _is_after_dash(line, spot) else width))


def _find_moved(
    context: ErrorContext, lines: Sequence[SourceLine], width: int
) -> Iterator[tuple[int, int]]:
    """Find the lines that no width fits: a dash that would be below a text, and what is its own.

    Some press Tab once before “why”, and once before the dash that comes next.
    """
    above = context.previous(lines[0])
    # Where the dash of the item above is, and the name above, if it has a text.
    dash = above.dash if above else -1
    text = above.key_column if above and above.value else -1
    start = shift = 0  # by how much lines from a column on move along
    for line in lines:
        if line.blank:
            continue
        tabs = line.raw[: line.indent].count("\t")
        column = line.indent - tabs + tabs * width
        if column < start or (column == start and line.dash < 0):
            start = shift = 0
        if tabs and line.dash >= 0 and 0 <= dash < column and 0 <= text <= column:
            start, shift = column, column - dash
        if tabs and shift:
            column -= shift
            yield line.number, column
        if line.dash >= 0 or column <= dash:
            dash = column if line.dash >= 0 else -1
        if line.key or line.dash >= 0:
            text = column + line.content - line.indent if line.value else -1


def _say_moved(moved: Mapping[int, int]) -> str:
    """Say which lines need another number of spaces."""
    by_column: dict[int, list[int]] = {}
    for number, column in moved.items():
        by_column.setdefault(column, []).append(number)
    groups = []
    for column, numbers in by_column.items():
        *most, last = [str(number) for number in numbers[:_SHOWN]]
        if numbers[_SHOWN:]:
            most, last = [*most, last], f"{len(numbers) - _SHOWN} more like them"
        lines = f"{', '.join(most)} and {last}" if most else last
        groups.append(f"{column} before line{'s' if most else ''} {lines}")
    return f", but put {', and '.join(groups)}" if groups else ""


def _is_after_dash(line: SourceLine, spot: int) -> bool:
    return line.dash >= 0 and spot > line.start + line.dash


def _find_tabs(line: SourceLine) -> list[int]:
    match = _INDENT.match(line.raw)
    return [line.start + n for n, sign in enumerate(match[0] if match else "") if sign == "\t"]


def _find_widths(context: ErrorContext, line: SourceLine) -> Iterator[int]:
    """Widths of a Tab that bring a line below its neighbours, for files that mix both."""
    tabs = len(_find_tabs(line))
    spaces = line.indent - tabs
    for column, _ in open_columns(context, line):
        if column >= spaces and (column - spaces) % tabs == 0:
            yield (column - spaces) // tabs


@cause(Stage.MARKS)
def find_divider(context: ErrorContext) -> Iterator[Fault]:
    """Report lines that YAML takes for the end of a file inside a file."""
    if context.stop.words != "document" and "document start" not in context.stop.words:
        return
    found = list(_list_dividers(context))
    yield from found[:_ALONE]
    if len(found) > 1:
        yield _join_dividers(found)


def _list_dividers(context: ErrorContext) -> Iterator[Fault]:
    """Those right above a stop, the nearest first, with nothing between them but comments."""
    at = context.lines.number(min(context.stop.at, len(context.text)))
    for number in range(at, -1, -1):
        raw = context.lines.all[number]
        match = _DIVIDER.match(raw)
        if match:
            yield _report_divider(context.lines.starts[number], raw, match[0])
        elif number < at and raw.strip() and not raw.lstrip().startswith("#"):
            return


def _report_divider(start: int, raw: str, sign: str) -> Fault:
    if sign == "%":
        message = "“%” at the start of a line gives YAML an order; that cannot be used here."
        end = start + len(raw)
    else:
        message = f"“{sign}” on a line of its own ends the file for YAML; the rest would be lost."
        end = start + len(sign)
    fix = "Delete this line." + (" One “---” at the very top may stay." if sign == "---" else "")
    edits = (Edit(start, end, ""),)
    return Fault(start, end, DIVIDER, message, fix, edits, certain=raw.strip() == sign)


def _join_dividers(found: Sequence[Fault]) -> Fault:
    """Several that only go together: without one of them the next still divides the file."""
    first = found[-1]
    return Fault(
        first.start,
        first.end,
        DIVIDER,
        f"{first.message} The same on {count(len(found) - 1, 'more line')} below.",
        "Delete these lines.",
        tuple(edit for one in reversed(found) for edit in one.edits),
        certain=all(one.certain for one in found),
    )


@cause(Stage.MARKS)
def find_indented_top(context: ErrorContext) -> Iterator[Fault]:
    """Report the first lines of a file if they are indented and the rest isn't."""
    if "document start" not in context.stop.words:
        return
    head = list(context.above(context.here))
    if not head or head[-1].indent <= context.here.indent:
        return
    first = head[-1]
    spaces = first.indent - context.here.indent
    yield Fault(
        first.start,
        first.start + first.indent,
        INDENT,
        f"This line starts after {count(first.indent, 'space')}, but line {context.here.number} "
        f"after {context.here.indent or 'none'}.",
        "Put no spaces before the names of the file.",
        tuple(Edit(one.start, one.start + min(spaces, one.indent), "") for one in head),
        certain=True,
    )
