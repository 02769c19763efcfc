"""Two lines that became one: a name in the middle of the text of another."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.error_context import ErrorContext
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.quotes import is_quoted

# Names that are seldom words before a colon; others count only where a sentence ends before them.
_RUN_ON = re.compile(
    r"(?P<text>[^:]*[^\s:,;])(?P<gap>[,;]?\s+)(?P<name>title|kind|audience|purpose|owner|reviewed"
    r"|review_every|sign_off|channels|feelings|poster|icon|related|sources|feedback|instead"
    r"|(?<=[.!?…\"]\s)(?:why|do|say)):\s+(?=\S)"
)

TWO_NAMES = Rule(
    id="two-names",
    group=Group.LINES,
    summary="Each name starts on a line of its own.",
    why="YAML takes all that follows a name on its line for its text.",
    fault="audience: front line owner: Service training",
    fix="audience: front line\nowner: Service training",
)


@cause(Stage.SIGNS)
def find_two_names(context: ErrorContext) -> Iterator[Fault]:
    """Report two lines that became one: “owner: Safety lead reviewed: 2026-11-20”."""
    line = context.here
    found = _RUN_ON.match(line.value) if line.key and not is_quoted(line) else None
    if not found:
        return
    at = line.value_start
    name, rest = found["name"], shorten(line.value[found.end() :])
    whole = shorten(line.value)
    yield Fault(
        at + found.start("name"),
        at + found.end("name"),
        TWO_NAMES,
        f"“{name}” has to start on a line of its own.",
        f"Write\n{line.key}: {shorten(found['text'])}\n{name}: {rest}\n"
        f"If it is no name but a word, put the text in quotes:  {line.key}: {quote(whole)}",
        (Edit(at + found.start("gap"), at + found.end("gap"), "\n" + " " * line.key_column),),
        guess=True,
    )
