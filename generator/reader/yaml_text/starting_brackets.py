"""Texts that start with a bracket, and lists in brackets."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.comments import find_comment, take_whole
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine, quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.quotes import QUOTE
from generator.reader.yaml_text.special_characters import START

_ITEM = re.compile(r"[^,\[\]]*[^,\[\]\s][^,\[\]]*")
_BOX = re.compile(r"(\[[ xX✓✔]?\])\s+(?=\w)")  # as other programs write a box to tick
# “'s here” at the start of an item, up to a comma and with no other such mark before it
_APOSTROPHE = re.compile(r"(?<=[\[,])\s*('(?=\w)[^',\[\]\n]*[^',\[\]\s])(?=\s*[,\]\n])")
_EMPTY_ITEM = re.compile(r"(?:^|(?<=,))\s*,")
_CLOSING = {"[": "]", "{": "}"}
_FIRST_IN_BRACKET = re.compile(r"[\[{]\s*([^,:\]}]*)")
_BRACKET_AS_NAME = re.compile(r"[\]}]\s*:(?=\s|$)")


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
    box = _BOX.match(line.value) if line.dash >= 0 and not line.key else None
    if box:
        yield Fault(
            start,
            start + box.end(),
            BRACKET,
            f"“{box[1]}” draws no box; the boxes of a checklist are drawn without it.",
            f"Write  - {shorten(line.value[box.end() :])}",
            (Edit(start, start + box.end(), ""),),
            certain=True,
        )
        return
    if opening == "[":
        yield from _report_apostrophe(context, line)
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
        yield from _report_cut_list(context, line)
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


def _report_apostrophe(context: ErrorContext, line: SourceLine) -> Iterator[Fault]:
    """Report an item such as “'s here” in a list: for YAML its apostrophe opens a quotation."""
    last = list(_list_lines(context, line))[-1]
    for found in _APOSTROPHE.finditer(context.text, line.value_start, last.value_end):
        start, end = found.span(1)
        yield Fault(
            start,
            end,
            QUOTE,
            "An apostrophe at the start of an item opens a quotation for YAML.",
            f"Put double quotation marks around the item:  {quote(found[1])}",
            quote_edits(context.text, start, end),
            certain=True,
        )
        return


def _report_cut_list(context: ErrorContext, line: SourceLine) -> Iterator[Fault]:
    """Report a “#” in an item, as in “[order #12, late]”: what follows is no part of the list."""
    for one in _list_lines(context, line):
        comment = find_comment(context.text, one.value_start, one.value_end)
        if not comment or comment.plain or one.value.count('"') % 2:
            continue
        before = re.split(r"[,\[]", one.value)[-1].lstrip()
        start = one.value_end - len(before)
        item = re.split(r"[,\]]", comment.words)[0].rstrip()
        end = comment.start + len(item)
        yield Fault(
            comment.start,
            comment.end,
            BRACKET,
            f"The list is cut off from “{shorten(comment.words, 30)}” on, because a space and “#” "
            "start a comment in YAML.",
            "If it belongs to the list, put quotes around the item:  "
            f"{quote(context.text[start:end])}\n"
            "If it is a comment, put two spaces before “#” and one after it.",
            quote_edits(context.text, start, end),
        )
        return


def _report_list(context: ErrorContext, line: SourceLine, *, closed: bool) -> Iterator[Fault]:
    if not closed:
        yield _report_open_list(context, line)
        return
    start, end = line.value_start, line.value_end
    inner = line.value[1:-1]
    intro = context.intro(line)
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


def _report_open_list(context: ErrorContext, line: SourceLine) -> Fault:
    """Report a list in brackets that nothing closes, on its line or on those that go on with it."""
    lines = list(_list_lines(context, line))
    last, intro = lines[-1], context.intro(line)
    several = last is not line
    written = context.text[line.value_start + 1 : last.value_end]
    mark = '"' if written.count('"') % 2 else ""
    end = line.value_start + 1 + len(written.rstrip(", \n"))
    as_text = f"If it is a text, put quotes around it:  {intro}{quote(f'[{written}')}"
    if not several:
        fix = f"If this is a list, close it:  {intro}[{shorten(written.rstrip(', '))}{mark}]"
    else:
        close = context.text[last.value_start : end]
        fix = f"Write “{mark}]” at the end of line {last.number}:  {shorten(close)}{mark}]"
    named = bool(line.key) or line.dash < 0  # what is behind a dash alone is mostly a text
    plain = several and named and not mark and all(one.value[-1] in "[," for one in lines[:-1])
    return Fault(
        line.value_start,
        line.value_start + 1,
        BRACKET,
        "The bracket “[” that opens here is not closed"
        + (", nor is the quotation mark." if mark else "."),
        fix if plain else f"{fix}\n{as_text}",
        (Edit(end, last.value_end, f"{mark}]"),),
        guess=several and not plain,
        certain=plain,
    )


def _list_lines(context: ErrorContext, line: SourceLine) -> Iterator[SourceLine]:
    """The lines of a list in brackets: those further in, or below a comma, with nothing else."""
    owner = context.text_owner(line)
    column = owner.key_column if owner.key else max(owner.dash, owner.indent)
    last = line
    yield line
    for below in context.below(line):
        if below.blank:
            continue
        if context.intro(below) or (below.indent <= column and last.value[-1] != ","):
            return
        last = below
        yield below
