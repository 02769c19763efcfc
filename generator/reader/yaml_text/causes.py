"""The causes of a stop, the most specific first. Each offers a repair; a wrong one won't help."""

from collections.abc import Iterator
from functools import cache

from generator.checks.discovery import collect
from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Cause
from generator.reader.yaml_text.error_context import ErrorContext
from generator.reader.yaml_text.fault import Fault, StopError

SYNTAX = Rule(
    id="syntax",
    group=Group.LINES,
    summary="Each line is a name, a colon and a text, or a dash and a text.",
    why="YAML cannot read anything else, and what comes after it would be lost.",
    fault={"playbooks/words.yml": "same:\n  ["},
    fix={"playbooks/words.yml": "same:\n  - [late, overdue]"},
)


@cache
def _list_causes() -> list[Cause]:
    return sorted(collect("generator.reader.yaml_text", Cause), key=lambda one: one.stage)


def find_causes(text: str, stop: StopError) -> Iterator[Fault]:
    """Offer what may have gone wrong. The last offer takes the line out, whatever it is."""
    context = ErrorContext(text, stop)
    for cause in _list_causes():
        yield from cause.find(context)
    line = context.here
    if line.blank:  # the end of the file, or a comment
        line = context.previous(line) or line
    yield Fault(
        line.start + line.indent,
        line.end,
        SYNTAX,
        "YAML cannot read this line.",
        "Compare it with its neighbours: a name, a colon, a space and a text, or a dash, a space "
        "and a text. If the text has signs such as : # [ { * in it, put quotes around it.",
        (Edit(line.start, line.end, ""),),
        guess=True,
        lossy=True,
    )
