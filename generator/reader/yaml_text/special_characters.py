"""Texts that start with a character to which YAML gives a meaning."""

import re
from collections.abc import Iterator

from generator.checks.text_links import NO_PICTURES, PICTURE
from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.colons import SHORT_FORMS, is_wordy
from generator.reader.yaml_text.comments import take_whole
from generator.reader.yaml_text.error_context import ErrorContext, quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault

_SPECIAL = "*&!%@`|>?,]}:"
_MARKED_NAME = re.compile(r"([*&!%@`_]+)([A-Za-z][\w -]*?)([*`_]*)(:)([*`_]*)(?=\s|$)")
_MARK = re.compile(r"""(?:&[\w-]+|![^\s"']*)(?=\s+[\[{"'|>])|!![\w:./-]*(?=\s|$)|!<\S*""")
_PICTURE = re.compile(r"(!\[[^\[\]]*\]\([^()]*\))[:,.]?\s*")
_NEEDS_QUOTES = re.compile(r"[\[{*&!%@`|>?,\]}:#\"'-]|.*:(?:\s|$)")


START = Rule(
    id="start",
    group=Group.SIGNS,
    summary="A text that starts with one of  * & ! % @ ` | > ? , ] } :  is in quotation marks.",
    why="At the start of a text, YAML takes these signs for orders of its own.",
    fault="purpose: *Always* say when the order comes.",
    fix='purpose: "*Always* say when the order comes."',
)

MISSING_NAME = Rule(
    id="missing-name",
    group=Group.SIGNS,
    summary="Before a colon at the start of a line there is a name.",
    why="Without a name, nobody knows what the text is for.",
    fault="purpose: Say when the order comes.\n: Service training",
    fix="purpose: Say when the order comes.\nowner: Service training",
)


@cause(Stage.SIGNS)
def find_marked_name(context: ErrorContext) -> Iterator[Fault]:
    """Report a name in bold or code: “**title**: Late parcel”."""
    line = context.here
    match = _MARKED_NAME.match(line.value)
    if line.key or not match:
        return
    if line.dash >= 0 and is_wordy(match[2]) and match[2].lower() not in SHORT_FORMS.values():
        return  # A label in bold, as pages show it: “- **Lead:** call them”. All of it is the text.
    at = line.value_start
    edits = [Edit(at + match.start(n), at + match.end(n), "") for n in (1, 3, 5)]
    rest = shorten(line.value[match.end() :].strip())
    yield Fault(
        at,
        at + match.end(),
        START,
        f"A name cannot start with “{match[1]}”.",
        f"Write  {match[2]}: {rest}".rstrip(),
        tuple(edit for edit in edits if edit.start < edit.end),
        certain=True,
    )


@cause(Stage.SIGNS)
def find_picture(context: ErrorContext) -> Iterator[Fault]:
    """Report a picture at the start of a text: “- ![cake](cake.jpg) Look at it.”."""
    line = context.here
    match = _PICTURE.match(line.value)
    if not match:
        return
    start, at = line.value_start, line.value_start + match.end()
    end = context.text_end(line).value_end
    rest = context.text[at:end]
    shown = quote(rest) if _NEEDS_QUOTES.match(rest) else shorten(rest)
    yield Fault(
        start,
        start + len(match[1]),
        PICTURE,
        "A playbook holds no pictures.",
        (f"Delete it:  {context.intro(line)}{shown}" if rest else "Write a text in its place.")
        + f"\n{NO_PICTURES}",
        (Edit(start, at, ""), *(quote_edits(context.text, at, end) if rest else ())),
        guess=True,
    )


@cause(Stage.SIGNS)
def find_mark(context: ErrorContext) -> Iterator[Fault]:
    """Report what programmers put before a value: “&all [front line]”, “!!str 12”."""
    line = context.here
    match = _MARK.match(line.value)
    if match:
        start, end = line.value_start, line.value_start + match.end()
        yield Fault(
            start,
            end,
            START,
            f"“{shorten(match[0], 30)}” gives YAML an order, and that cannot be used here.",
            f"Delete it:  {context.intro(line)}{shorten(line.value[match.end() :].strip())}",
            (
                Edit(
                    start,
                    end + len(line.value[match.end() :]) - len(line.value[match.end() :].lstrip()),
                    "",
                ),
            ),
        )


@cause(Stage.SIGNS)
def find_question_mark(context: ErrorContext) -> Iterator[Fault]:
    """Report the long form of a name: “? owner” with “: Service training” under it."""
    line = context.here
    match = re.match(r"\?[ \t]+(?=\S)", line.value)
    if not match or context.intro(line):
        return
    below = next((one for one in context.below(line) if not one.blank), None)
    name = line.value[match.end() :]
    edits = [Edit(line.value_start, line.value_start + match.end(), "")]
    text = ""
    if below and re.match(r":(?:\s|$)", below.value) and not context.intro(below):
        edits.append(Edit(line.value_end, below.value_start, ""))
        text = below.value[1:].strip()
    else:
        edits.append(Edit(line.value_end, line.value_end, ":"))
    yield Fault(
        line.value_start,
        line.value_start + 1,
        START,
        "“?” at the start of a line has a meaning of its own in YAML that cannot be used here.",
        f"Write  {shorten(name)}: {shorten(text)}".rstrip(),
        tuple(edits),
    )


@cause(Stage.SIGNS)
def find_special_start(context: ErrorContext) -> Iterator[Fault]:
    """Report the first character of a text: “do: *Always* check”."""
    line = context.here
    first = line.value[:1]
    if not first or first not in _SPECIAL:
        return
    start, end = line.value_start, context.text_end(line).value_end
    if first == ":" and not context.intro(line):
        yield Fault(
            start,
            start + 1,
            MISSING_NAME,
            "There is no name before this colon.",
            "Write the name before it, or delete the line.",
            (Edit(line.start, line.end, ""),),
            lossy=True,
        )
        return
    whole = take_whole(context.text, start, end, context.intro(line))
    yield Fault(
        start,
        start + 1,
        START,
        f"A text cannot start with “{first}” in YAML.",
        f"Put quotes around the whole text:  {whole.fix}",
        quote_edits(context.text, start, whole.end),
        certain=whole.sure and bool(context.intro(line)),
    )
