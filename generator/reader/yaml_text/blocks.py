"""Texts of several lines, comments in them, and two versions of one text."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.columns import INDENT
from generator.reader.yaml_text.error_context import ErrorContext, quote_edits
from generator.reader.yaml_text.excerpts import quote
from generator.reader.yaml_text.fault import Fault

_SIGN = re.compile(r"[|>][-+]?\d?")
_COMMENT = re.compile(r"(?:^|[ \t])#")


HASH = Rule(
    id="hash",
    group=Group.SIGNS,
    summary="No comment interrupts a text that goes on in the next line.",
    why="YAML ends a text where a comment starts, and cannot place what follows.",
    fault="purpose: Say when the order # of today\n  will be there.",
    fix="# of today\npurpose: Say when the order\n  will be there.",
)

CONFLICT = Rule(
    id="conflict",
    group=Group.LINES,
    summary="A file holds one version of each part.",
    why="Where two people changed the same lines, git leaves both versions and marks between them.",
    fault="<<<<<<< mine\n"
    "purpose: Say when the order comes.\n"
    "=======\n"
    "purpose: Find the order, and say when it comes.\n"
    ">>>>>>> theirs",
    fix="purpose: Find the order, and say when it comes.",
)


@cause(Stage.BLOCKS)
def find_unindented_block(context: ErrorContext) -> Iterator[Fault]:
    """Report a text under “|” or “>” that is not indented."""
    line = context.here
    above = context.previous(line)
    if not above or not _SIGN.fullmatch(above.value) or context.intro(line):
        return
    spaces = (above.key_column if above.key else above.dash) + 2
    edits = []
    for one in (line, *context.below(line)):
        if context.intro(one):
            break
        if not one.blank:
            edits.append(Edit(one.start, one.start + one.indent, " " * spaces))
    yield Fault(
        line.start,
        line.value_end,
        INDENT,
        f"The text below “{context.intro(above)}{above.value}” is not indented.",
        f"Put {spaces} spaces before each line of it.",
        tuple(edits),
        certain=True,
    )


@cause(Stage.BLOCKS)
def find_comment_in_text(context: ErrorContext) -> Iterator[Fault]:
    """Report a “#” that ends a text although it goes on below."""
    line = context.here
    if context.intro(line) or line.number < 2:
        return
    above = next(context.written_above(line), None)
    comment = _COMMENT.search(above.raw) if above else None
    if not above or not comment:
        return
    owner = context.text_owner(line)
    column = owner.key_column if owner.key else owner.dash
    if not owner.value or owner.value[0] in "'\"|>[{" or line.indent <= column:
        return
    at = above.start + comment.end() - 1
    start, end = owner.value_start, context.text_end(line, column).value_end
    if above.blank:  # a comment line between the lines of a text
        text = f"{context.text[start : above.start]} {context.text[line.start : end]}"
        yield Fault(
            at,
            above.end,
            HASH,
            "A comment cannot be between the lines of a text.",
            f"Move it above the line with  {context.intro(owner).strip()}",
            (Edit(above.start, above.end, ""),),
        )
        return
    text = context.text[start:end]
    yield Fault(
        at,
        above.end,
        HASH,
        "“#” after a space starts a comment, but the text goes on in the next line.",
        f"If it belongs to the text, put quotes around all of it:  "
        f"{context.intro(owner)}{quote(text)}\n"
        "If it is a comment, move it to a line of its own above the text.",
        quote_edits(context.text, start, end),
    )


@cause(Stage.MARKS)
def find_conflict(context: ErrorContext) -> Iterator[Fault]:
    """Report the marks that git leaves where two people changed a line."""
    lines = [
        context.line(number + 1)
        for number, raw in enumerate(context.lines.all)
        if raw.startswith(("<<<<<<<", "=======", ">>>>>>>"))
    ]
    first = next((line for line in lines if line.raw.startswith("<<<<<<<")), None)
    if not first or len(lines) < 3:
        return
    edits = []
    other = False
    for number in range(first.number, lines[-1].number + 1):
        line = context.line(number)
        marked = any(line.number == one.number for one in lines)
        if marked:
            other = line.raw.startswith("=======")
        if marked or other:  # the first of the two versions is read on
            edits.append(Edit(line.start, line.end, ""))
    yield Fault(
        first.start,
        first.end,
        CONFLICT,
        "Two people changed this part, and both versions are in the file.",
        f"Keep one version, and delete the lines with “<<<<<<<”, “=======” and “>>>>>>>” "
        f"(lines {', '.join(str(line.number) for line in lines)}).",
        tuple(edits),
        lossy=True,
    )
