"""Lists whose dashes are missing, stuck, of another kind or in the wrong place."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import shorten
from generator.reader.yaml_text.fault import Fault

_BULLET = re.compile(
    r"-(?=[^\s-])|-\u00a0+(?=\S)|-{2,3}[ \t\u00a0]*(?=[^\s>-])"
    r"|[–—−•·‣▪●□☐☑☒✓✔][ \t\u00a0]*(?=\S)|\*[ \t\u00a0]+(?=\S)"
)
_NUMBER = re.compile(r"\d{1,2}[.)][ \t\u00a0]+(?=\S)")
_TOGETHER = 5_000  # lines: few lists are longer, and each repair of more would take longer


DASH = Rule(
    id="dash",
    group=Group.LINES,
    summary="Each item of a list starts with a dash and a space, and nothing else does.",
    why="Other bullets, numbers, and dashes without a space are letters like any other for YAML.",
    fault="signals:\n  - They ask where it is\n  • They hold a receipt",
    fix="signals:\n  - They ask where it is\n  - They hold a receipt",
)

LIST = Rule(
    id="list",
    group=Group.LINES,
    summary="A list starts on the line below its name, which has no text of its own.",
    why="A name has one value: a text or a list.",
    fault="related: - listen-first\n  - broken-promise",
    fix="related:\n  - listen-first\n  - broken-promise",
)


@cause(Stage.SIGNS)
def find_bullet(context: ErrorContext) -> Iterator[Fault]:
    """Report a dash with no space after it, or another sign used as a dash; once for a list."""
    for line in (context.here, context.previous(context.here)):
        if not line or line.dash >= 0:
            continue
        column = line.indent
        for pattern in (_BULLET, _NUMBER):
            match = pattern.match(line.raw, column)
            if match:
                yield _report_bullet(context, line, match, pattern)


def _report_bullet(
    context: ErrorContext, line: SourceLine, match: re.Match[str], pattern: re.Pattern[str]
) -> Fault:
    edits = []
    for one in (line, *islice(context.below(line), _TOGETHER)):
        again = pattern.match(one.raw, line.indent) if one.indent == line.indent else None
        if again:
            edits.append(Edit(one.start + again.start(), one.start + again.end(), "- "))
        elif not one.blank and one.indent <= line.indent and one.dash < 0:
            break
    sign = match[0].strip()
    message = (
        "A space is missing after the dash “-”."
        if match[0] == "-"
        else "The space after this dash is of another kind, such as web pages and Word use."
        if sign == "-"
        else f"A list item starts with “- ” in YAML, not with “{sign}”."
    )
    if len(edits) > 1:
        message += f" The same in {len(edits) - 1} more below."
    start = line.start + line.indent
    fix = f"Write  - {shorten(line.raw[match.end() :].strip())}"
    return Fault(start, start + len(sign), DASH, message, fix, tuple(edits), certain=True)


@cause(Stage.DASHES)
def find_missing_dash(context: ErrorContext) -> Iterator[Fault]:
    """Report an item of a list that has no dash, below one that has."""
    line = context.here
    above = context.previous(line)
    if not above or context.intro(line) or not line.value:
        return
    owner = context.text_owner(above)
    if owner.dash < 0 or owner.dash != line.indent:
        return
    spaces = owner.dash + 2
    yield Fault(
        line.value_start,
        line.value_end,
        DASH,
        "There is no “- ” before this line, although it is below the items of a list.",
        f"If it is an item, write  - {shorten(line.value)}\n"
        f"If it goes on with the text of line {owner.number}, put {spaces} spaces before it.",
        (Edit(line.value_start, line.value_start, "- "),),
        guess=True,
    )


@cause(Stage.LISTS)
def find_list_on_line(context: ErrorContext) -> Iterator[Fault]:
    """Report a list that starts on the line of its name: “signals: - Their voice”."""
    line = context.here
    if not line.key or not re.match(r"-\s", line.value):
        return
    below = next((one for one in context.below(line) if not one.blank), None)
    column = line.key_column + 2
    if below and below.dash >= 0 and below.indent >= line.key_column:
        column = below.indent
    yield Fault(
        line.value_start,
        line.value_start + 1,
        LIST,
        f"The list of “{line.key}” starts on the same line as its name.",
        f"Start it on the next line:\n{line.key}:\n  {shorten(line.value)}",
        (Edit(line.start + line.colon + 1, line.value_start, "\n" + " " * column),),
        certain=True,
    )


@cause(Stage.LISTS)
def find_dash_for_nothing(context: ErrorContext) -> Iterator[Fault]:
    """Report a dash that stands where a text would, as on paper where there is nothing to say."""
    for line in (context.here, context.previous(context.here)):
        if line and line.key and line.value == "-":
            yield Fault(
                line.value_start,
                line.value_end,
                DASH,
                "A dash alone is no text: YAML starts a list with it.",
                f"If there is nothing to say, delete the dash:  {line.key}:\n"
                f"Otherwise write the text in its place:  {line.key}: …",
                (Edit(line.value_start, line.value_end, ""),),
                guess=True,
            )


@cause(Stage.BLOCKS)
def find_dash_at_top(context: ErrorContext) -> Iterator[Fault]:
    """Report a dash before the first name of a file, or a list above it that has no name."""
    if context.here.dash >= 0 or not context.here.key or context.here.indent:
        return
    head = list(context.above(context.here))
    if not head:
        return
    first = head[-1]
    if first.dash != 0:
        return
    if first.key:
        yield Fault(
            first.start,
            first.start + 1,
            DASH,
            f"The file starts with a dash, so “{first.key}” is read as part of a list.",
            f"Write it without the dash:  {first.key}: {shorten(first.value)}".rstrip(": "),
            (Edit(first.start, first.start + first.key_column, ""),),
            certain=True,
        )
    yield Fault(
        first.start,
        first.end,
        LIST,
        "This list has no name.",
        "Write a name and a colon on a line above it, such as  signals:",
        tuple(Edit(line.start, line.end, "") for line in head),
        guess=True,
        lossy=True,
    )


@cause(Stage.LISTS)
def find_list_under_text(context: ErrorContext) -> Iterator[Fault]:
    """Report a list below a name that has a text already: “signals: Noise” with “- …” under it."""
    line = context.here
    above = context.previous(line)
    if not above or line.dash < 0:
        return
    owner = context.text_owner(above)
    if not owner.key or not owner.value or owner.dash >= 0 or line.indent < owner.key_column:
        return
    block = [line]
    for below in context.below(line):
        if not below.blank:
            if below.indent < line.indent or (below.indent == line.indent and below.dash < 0):
                break
            block.append(below)
    beside = owner.indent == line.indent
    if beside and context.group_name(owner.key_column, owner) == "checklist":
        boxes = tuple(Edit(one.start, one.start, "  ") for one in block)
        yield Fault(
            line.start + line.indent,
            line.end,
            LIST,
            f"These boxes are beside “{owner.key}”, so their list needs a name too.",
            f"Write  items:  on a line of its own above them, with {line.indent} spaces before it, "
            "and put 2 more before each of them.",
            (Edit(line.start, line.start, f"{' ' * line.indent}items:\n"), *boxes),
            certain=True,
        )
        return
    yield Fault(
        owner.value_start,
        owner.value_end,
        LIST,
        f"“{owner.key}” has a text here and a list below it, but it can have only one of them.",
        f"If the text is an item too, write it below the name:\n{owner.key}:\n"
        f"  - {shorten(owner.value)}\n  {shorten(line.raw.strip())}",
        tuple(Edit(one.start, one.end, "") for one in block),
        guess=True,
        lossy=True,
        labels=((line.start + line.indent, line.start + line.indent + 1, "the list"),),
    )
