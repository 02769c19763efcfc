"""Lines as other programs take them: comments with other marks than “#”, and tables."""

import re
from collections.abc import Iterator

from generator.problem import Edit
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.colons import MISSING_COLON
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault

_COMMENT = re.compile(r"(?://+|<!--|/\*+|;+)\s*(.*?)\s*(?:-->|\*/)?")
_RULE = re.compile(r"[|:\s-]+")  # the line below the head of a table
_NEEDS_QUOTES = re.compile(r": | #|^\W")


@cause(Stage.SIGNS)
def find_foreign_line(context: ErrorContext) -> Iterator[Fault]:
    """Report a comment or a table where nothing goes on that it could be a part of."""
    line = context.here
    if line.key or line.dash >= 0:
        return
    if line.value.startswith("|") and line.value.count("|") > 1:
        yield _report_table(context, line)
    elif match := _COMMENT.fullmatch(line.value):
        yield Fault(
            line.value_start,
            line.value_end,
            MISSING_COLON,
            "A comment starts with “#” in YAML, and with nothing else.",
            f"Write  # {match[1]}".rstrip(),
            (Edit(line.value_start, line.value_end, f"# {match[1]}"),),
        )


def _report_table(context: ErrorContext, first: SourceLine) -> Fault:
    lines = [first]
    for below in context.below(first):
        if not below.value.startswith("|"):
            break
        lines.append(below)
    rows = [one for one in lines if not _RULE.fullmatch(one.value)]
    row = rows[min(1, len(rows) - 1)] if rows else first  # the first is mostly the head
    words = ", ".join(filter(None, (cell.strip() for cell in row.value.split("|"))))
    return Fault(
        first.value_start,
        first.value_end,
        MISSING_COLON,
        "This is a line of a table; a playbook holds texts and lists, but no tables.",
        "Write each row as an item of a list, without its “|”, for example"
        f"  - {quote(words) if _NEEDS_QUOTES.search(words) else shorten(words)}",
        tuple(Edit(one.start, one.end, "") for one in lines),
        guess=True,
        lossy=True,
    )
