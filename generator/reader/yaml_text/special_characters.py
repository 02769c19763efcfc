"""Texts that start with a character to which YAML gives a meaning."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.comments import take_whole
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine, quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault

_SPECIAL = "*&!%@`|>?,]}:"
_MARKED_NAME = re.compile(r"([*&!%@`_]+)([A-Za-z][\w -]*?)([*`_]*)(:)([*`_]*)(?=\s|$)")
_MARK = re.compile(r"""(?:&[\w-]+|![^\s"']*)(?=\s+[\[{"'|>])|!![\w:./-]*(?=\s|$)|!<\S*""")
_ITEM = re.compile(r"[^,\[\]]*[^,\[\]\s][^,\[\]]*")
_EMPTY_ITEM = re.compile(r"(?:^|(?<=,))\s*,")
_CLOSING = {"[": "]", "{": "}"}
_FIRST_IN_BRACKET = re.compile(r"[\[{]\s*([^,:\]}]*)")
_BRACKET_AS_NAME = re.compile(r"[\]}]\s*:(?=\s|$)")


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

BRACKET = Rule(
    id="bracket",
    group=Group.SIGNS,
    summary="A text that starts with “[” or “{” is in quotation marks; a list in brackets is"
    " closed.",
    why="YAML takes a bracket at the start for that of a list or a group.",
    fault="purpose: [Name], we will call you.",
    fix='purpose: "[Name], we will call you."',
)

COMMA = Rule(
    id="comma",
    group=Group.SIGNS,
    summary="Between two commas of a list in brackets there is an item.",
    why="An item may have been lost.",
    fault="related: [listen-first, , broken-promise]",
    fix="related: [listen-first, broken-promise]",
)


@cause(Stage.SIGNS)
def find_marked_name(context: ErrorContext) -> Iterator[Fault]:
    """Report a name in bold or code: “**title**: Late parcel”."""
    line = context.here
    match = _MARKED_NAME.match(line.value)
    if line.key or not match:
        return
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


@cause(Stage.SIGNS)
def find_bracket(context: ErrorContext) -> Iterator[Fault]:
    """Report a bracket at the start of a text, or a list in brackets that YAML can't read."""
    for line in (context.here, context.text_owner(context.here)):
        if line.value[:1] in _CLOSING:
            yield from _report_bracket(context, line)
            return


def _report_bracket(context: ErrorContext, line: SourceLine) -> Iterator[Fault]:
    opening = line.value[0]
    closing = _CLOSING[opening]
    start, end = line.value_start, line.value_end
    as_text = f"{context.intro(line)}{quote(line.value)}"
    closed = line.value.endswith(closing) and len(line.value) > 1
    name = _FIRST_IN_BRACKET.match(line.value)
    if name and not line.key and _BRACKET_AS_NAME.search(line.value, name.end()):
        yield Fault(
            start,
            start + 1,
            START,
            f"A name cannot start with “{opening}”.",
            f"Write one name, without brackets:  {shorten(name[1]) or '…'}: …",
            (Edit(line.start, line.end, ""),),
            guess=True,
            lossy=True,
        )
        return
    if not closed and closing in line.value:
        whole = take_whole(
            context.text, start, context.text_end(line).value_end, context.intro(line)
        )
        yield Fault(
            start,
            start + line.value.index(closing) + 1,
            BRACKET,
            f"YAML reads “{opening}” at the start of a text as the start of a "
            f"{'list' if opening == '[' else 'group'}, but text goes on after “{closing}”.",
            f"Put quotes around the whole text:  {whole.fix}",
            quote_edits(context.text, start, whole.end),
            certain=whole.sure and bool(context.intro(line)),
        )
    elif opening == "[":
        yield from _report_list(context, line, closed=closed)
    yield Fault(
        start,
        start + 1,
        BRACKET,
        f"YAML reads “{opening}” as the start of a {'list' if opening == '[' else 'group'}, "
        + ("but cannot read on." if closed else f"but there is no “{closing}” to end it."),
        f"If this is a text, put quotes around it:  {as_text}\n"
        "If not, write what it holds on lines of its own below the name, without brackets.",
        quote_edits(context.text, start, end),
        guess=True,
        lossy=True,
    )


def _report_list(context: ErrorContext, line: SourceLine, *, closed: bool) -> Iterator[Fault]:
    start, end = line.value_start, line.value_end
    inner = line.value[1:-1] if closed else line.value[1:].rstrip(", ")
    intro = context.intro(line)
    if not closed:
        mark = '"' if inner.count('"') % 2 else ""
        yield Fault(
            start,
            start + 1,
            BRACKET,
            "The bracket “[” that opens here is not closed"
            + (", nor is the quotation mark." if mark else "."),
            f"If this is a list, close it:  {intro}[{shorten(inner)}{mark}]\n"
            f"If it is a text, put quotes around it:  {intro}{quote(line.value)}",
            (Edit(start + 1 + len(inner), end, f"{mark}]"),),
        )
        return
    comma = _EMPTY_ITEM.search(inner)
    if comma:
        yield Fault(
            start + comma.end(),
            start + 1 + comma.end(),
            COMMA,
            "There is a comma too many in this list.",
            "Delete it.",
            tuple(
                Edit(start + 1 + one.start(), start + 1 + one.end(), "")
                for one in _EMPTY_ITEM.finditer(inner)
            ),
            certain=True,
        )
    edits: list[Edit] = []
    shown = []
    for match in _ITEM.finditer(inner):
        item = match[0].strip()
        at = start + 1 + match.start() + len(match[0]) - len(match[0].lstrip())
        if not (item[0] in "'\"" and item[-1] == item[0] and len(item) > 1):
            edits += quote_edits(context.text, at, at + len(item))
        shown.append(quote(item.strip("\"'")))
    yield Fault(
        start,
        end,
        BRACKET,
        "YAML cannot read this list in brackets.",
        f"Put quotes around each item:  {intro}[{shorten(', '.join(shown), 80)}]",
        tuple(edits),
        guess=True,
    )
