"""Lines that do not line up with those that they belong to."""

from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import count, shorten
from generator.reader.yaml_text.fault import Fault

# What an item is called as soon as more than its text is written.
_NAMES_OF_TEXTS = {"steps": "do", "say": "say", "avoid": "say"}

INDENT = Rule(
    id="indent",
    group=Group.LINES,
    summary="Lines that belong together start in the same column.",
    why="The spaces before a line say to what it belongs.",
    fault="stop:\n  lead: Stop if\n   text: the order is lost.",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
)


@cause(Stage.COLUMNS)
def find_name_below_text(context: ErrorContext) -> Iterator[Fault]:
    """Report a name below an item that is a text alone, to which nothing can belong."""
    line = context.here
    above = context.previous(line)
    if not above or above.key or not above.value or not line.key or line.dash >= 0:
        return
    name = _NAMES_OF_TEXTS.get(context.group_name(above.dash, above))
    if not name or line.indent < above.dash:
        return
    spaces = above.dash + 2
    yield Fault(
        line.start,
        line.start + max(line.indent, 1),
        INDENT,
        f"“{line.key}” cannot follow a text that has no name of its own.",
        f"Give the text on line {above.number} a name too:  - {name}: {shorten(above.value)}\n"
        f"Then put {_spaces(spaces)} before “{line.key}”.",
        (
            Edit(above.value_start, above.value_start, f"{name}: "),
            Edit(line.start, line.start + line.indent, " " * spaces),
        ),
        guess=True,
        labels=((above.value_start, above.value_end, "this text has no name"),),
    )


@cause(Stage.COLUMNS)
def find_indent(context: ErrorContext) -> Iterator[Fault]:
    """Report a line that does not line up with its neighbours."""
    line = context.here
    if not context.intro(line):
        return
    columns = open_columns(context, line)
    distances = [abs(column - line.indent) for column, _ in columns]
    for whole in (False, True):  # the line alone, or with what is below it
        for (column, neighbour), distance in zip(columns, distances, strict=True):
            block = _find_block(context, line, column) if whole else [line]
            if len(block) > 1 or not whole:
                unsure = distance > 2 or distances.count(distance) > 1
                yield _report_indent(context, block, column, neighbour, unsure=unsure)


def open_columns(context: ErrorContext, line: SourceLine) -> list[tuple[int, SourceLine]]:
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
