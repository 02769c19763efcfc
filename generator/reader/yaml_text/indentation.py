"""Spaces and Tabs at the start of lines, and lines that divide a file."""

import re
from collections.abc import Iterator, Sequence

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import count
from generator.reader.yaml_text.fault import Fault

_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
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

INDENT = Rule(
    id="indent",
    group=Group.LINES,
    summary="Lines that belong together start in the same column.",
    why="The spaces before a line say to what it belongs.",
    fault="stop:\n  lead: Stop if\n   text: the order is lost.",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
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
        yield Fault(
            at,
            at + 1,
            TAB,
            f"This line starts with a Tab; YAML allows only spaces there.{more}",
            f"Replace each Tab with {count(width, 'space')}."
            if width
            else "Delete the Tab: nothing comes before a name of the file.",
            tuple(
                Edit(spot, spot + 1, " " * (1 if _is_after_dash(line, spot) else width))
                for line, spots in found
                for spot in spots
            ),
            certain=True,
        )


def _is_after_dash(line: SourceLine, spot: int) -> bool:
    return line.dash >= 0 and spot > line.start + line.dash


def _find_tabs(line: SourceLine) -> list[int]:
    match = _INDENT.match(line.raw)
    return [line.start + n for n, sign in enumerate(match[0] if match else "") if sign == "\t"]


def _find_widths(context: ErrorContext, line: SourceLine) -> Iterator[int]:
    """Widths of a Tab that bring a line below its neighbours, for files that mix both."""
    tabs = len(_find_tabs(line))
    spaces = line.indent - tabs
    for column, _ in _open_columns(context, line):
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


@cause(Stage.COLUMNS)
def find_indent(context: ErrorContext) -> Iterator[Fault]:
    """Report a line that does not line up with its neighbours."""
    line = context.here
    if not context.intro(line):
        return
    columns = _open_columns(context, line)
    distances = [abs(column - line.indent) for column, _ in columns]
    for whole in (False, True):  # the line alone, or with what is below it
        for (column, neighbour), distance in zip(columns, distances, strict=True):
            block = _find_block(context, line, column) if whole else [line]
            if len(block) > 1 or not whole:
                unsure = distance > 2 or distances.count(distance) > 1
                yield _report_indent(context, block, column, neighbour, unsure=unsure)


def _open_columns(context: ErrorContext, line: SourceLine) -> list[tuple[int, SourceLine]]:
    """Columns in which this line could start, and the line each comes from, nearest first."""
    found: dict[int, SourceLine] = {}
    limit = 1_000_000
    for above in context.above(line):
        if min(above.indent, above.content) < limit:
            for column in _list_columns(above, line, limit):
                found.setdefault(column, above)
            limit = min(limit, above.indent)
        if limit == 0:
            break
    found.pop(line.indent, None)
    below = next((one for one in context.below(line) if not one.blank), None)

    def rank(one: tuple[int, SourceLine]) -> tuple[bool, bool, int, bool]:
        column, neighbour = one
        there = bool(line.key) and line.key in _list_names(context, neighbour, column)
        orphans = bool(line.key and not line.value and below and below.indent < column)
        return there, orphans, abs(column - line.indent), column < line.indent

    return sorted(found.items(), key=rank)


def _list_columns(above: SourceLine, line: SourceLine, limit: int) -> Iterator[int]:
    """The columns left of a limit that a line above opens: beside it, and inside its name."""
    named = bool(above.key) and above.key_column < limit
    if line.dash < 0 and named:
        yield above.key_column
    elif line.dash >= 0 and above.dash >= 0 and above.indent < limit:
        yield above.indent
    if named and not above.value:
        yield above.key_column + 2


def _list_names(context: ErrorContext, neighbour: SourceLine, column: int) -> Iterator[str]:
    """List the names of a group: those in a column, from a line up to the first of the group."""
    for line in (neighbour, *context.above(neighbour)):
        if line.key and line.key_column == column:
            yield line.key
            if line.dash >= 0:
                return
        elif line.indent < column:
            return


def _find_block(context: ErrorContext, line: SourceLine, column: int) -> list[SourceLine]:
    """Find the lines that move along with a line when it moves to another column."""
    block = [line]
    for below in context.below(line):
        if not below.blank:
            if below.indent < line.indent or (below.indent == line.indent and column < line.indent):
                break
            block.append(below)
    return block


def _report_indent(
    context: ErrorContext,
    block: list[SourceLine],
    column: int,
    neighbour: SourceLine,
    *,
    unsure: bool,
) -> Fault:
    line = block[0]
    shift = column - line.indent
    above = context.previous(line)
    name = neighbour.key or "- "
    inside = bool(neighbour.key) and column > neighbour.key_column
    if above and above.key and above.value and line.key and line.key_column > above.key_column:
        message = (
            f"“{line.key}” is read as part of the text of “{above.key}”, because its line "
            "starts further in."
        )
    elif inside:
        message = (
            f"This line starts after {_spaces(line.indent)}, but what belongs to “{name}” starts "
            f"after {_spaces(column)}."
        )
    else:
        message = (
            f"This line starts after {_spaces(line.indent)}, but its neighbours start after "
            f"{_spaces(column)}."
        )
    fix = f"Put {_spaces(column)} before it"
    if not inside:
        fix += f", so that it lines up with “{name.strip()}” on line {neighbour.number}"
    if len(block) > 1:
        fix += ", and move the lines that belong to it by as much"
    mark = neighbour.start + (neighbour.key_column if neighbour.key else neighbour.dash)
    return Fault(
        line.start,
        line.start + max(line.indent, 1),
        INDENT,
        message,
        f"{fix}.",
        tuple(
            Edit(one.start, one.start, " " * shift)
            if shift > 0
            else Edit(one.start, one.start + min(-shift, one.indent), "")
            for one in block
        ),
        guess=True,
        lossy=unsure,
        certain=not unsure,
        labels=(
            (
                mark,
                mark + len(name.strip()),
                "it belongs to this" if inside else "line up with this",
            ),
        ),
    )


def _spaces(number: int) -> str:
    return count(number, "space") if number else "no spaces"
