"""Quotation marks that are not closed, closed too early, or followed by something odd."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.comments import take_whole
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine, quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault

_CLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""", re.DOTALL)


BACKSLASH = Rule(
    id="backslash",
    group=Group.SIGNS,
    summary="A text in double quotation marks has no single backslash.",
    why="There a backslash and the next letter stand for another character.",
    fault='purpose: "Find the order in S:\\orders."',
    fix="purpose: 'Find the order in S:\\orders.'",
)

QUOTE = Rule(
    id="quote",
    group=Group.SIGNS,
    summary="A quotation mark at the start of a text is closed at its end.",
    why="Otherwise all that follows is read as part of that text.",
    fault='purpose: "Say when the order comes.',
    fix="purpose: Say when the order comes.",
)

_SEVERAL = re.compile(r"""(?:(["'])[^"']*\1\s*,\s*)+(["'])[^"']*\2""")

AFTER_QUOTE = Rule(
    id="after-quote",
    group=Group.SIGNS,
    summary="A text that starts with a quotation mark ends with one.",
    why="YAML ends the text at the closing mark, and cannot place the words after it.",
    fault='purpose: "Where is it" is all they want to know.',
    fix="purpose: '\"Where is it\" is all they want to know.'",
)


@cause(Stage.QUOTES)
def find_backslash(context: ErrorContext) -> Iterator[Fault]:
    r"""Report a backslash in double quotes, as in "C:\parcels"."""
    if "escape" not in context.stop.words and "hexdec" not in context.stop.words:
        return
    line = context.line_at(context.stop.at)
    # Every backslash of the line, since what YAML makes of \n in C:\new is not meant either.
    found = [line.start + match.start() for match in re.finditer(r"\\", line.raw)]
    if not found:
        return
    text = line.value.strip("\"'")
    single = f"Use single quotation marks:  {context.intro(line)}'{shorten(text)}'"
    yield Fault(
        found[0],
        found[0] + 2,
        BACKSLASH,
        "A backslash “\\” has a special meaning inside double quotation marks.",
        single if "'" not in text else "Write it twice: “\\\\”",
        tuple(Edit(at, at, "\\") for at in found),
        certain=True,
    )


@cause(Stage.QUOTES)
def find_text_after_quote(context: ErrorContext) -> Iterator[Fault]:
    """Report words after the closing mark, and apostrophes inside single quotes."""
    line, quoted = context.here, context.stop.quoted
    opening, end = line.value_start, line.value_end
    if quoted and quoted.start < line.start <= quoted.end <= line.end:
        opening = quoted.start
        end = context.text_end(line, context.text_owner(line).indent).value_end
    match = _CLOSED.match(context.text, opening, end)
    intro = context.intro(context.text_owner(line))
    if not match or not intro:
        return
    after = context.text[match.end() : end]
    if not after.strip() or re.match(r"[ \t]+#", after):
        return
    start = match.end() + len(after) - len(after.lstrip())
    text = context.text[opening:end]
    if _wraps_all(text):
        text = text[1:-1]
        inner = quote_edits(context.text, opening + 1, end - 1)[1:-1]
        edits = (Edit(opening, opening + 1, '"'), *inner, Edit(end - 1, end, '"'))
    else:
        edits = quote_edits(context.text, opening, end)
    fix = f"Put one pair of quotation marks around all of it:  {intro}{quote(text)}"
    is_list = bool(line.key and _SEVERAL.fullmatch(text))
    if is_list:  # one pair around all of it would make one item of a list
        fix = f"If these are items of a list, put brackets around them:  {intro}[{shorten(text)}]"
        fix += f"\nIf it is one text, put one pair of marks around all of it:  {intro}{quote(text)}"
        edits = (Edit(opening, opening, "["), Edit(end, end, "]"))
    yield Fault(
        start,
        end,
        AFTER_QUOTE,
        f"There is more text after the closing quotation mark: “{shorten(after.strip(), 30)}”.",
        fix,
        edits,
        guess=is_list,
        certain=not is_list,
    )


@cause(Stage.QUOTES)
def find_unclosed(context: ErrorContext) -> Iterator[Fault]:
    """Report the place where a quotation mark opens, not the one where YAML noticed."""
    stop, here = context.stop, context.here.number - 1
    if "quoted" in stop.context:
        opening = stop.since
    elif (
        stop.quoted
        and context.lines.number(stop.quoted.start) < here
        and context.lines.number(stop.quoted.end) == here
    ):
        opening = stop.quoted.start
    else:
        return
    mark = context.text[opening : opening + 1]
    line = context.line_at(opening)
    if mark not in ("'", '"') or not mark or line.value[:1] in "[{":
        return
    end = max(context.text_end(line).value_end, opening + 1)
    end = take_whole(context.text, opening, end, "").end
    words = context.text[opening + 1 : end].rstrip()
    intro = context.intro(line)
    fix = f"Close it at the end of the text:  {intro}{mark}{shorten(words)}{mark}"
    if mark == "'":
        fix += f"\nIf it is an apostrophe, write  {intro}{quote(mark + words)}"
    yield Fault(
        opening,
        opening + 1,
        QUOTE,
        f"The quotation mark {mark} that opens here is not closed.",
        fix,
        (Edit(end, end, mark),),
        certain=mark == '"' and opening == line.value_start,
    )


def _wraps_all(written: str) -> bool:
    """Whether the outer marks belong together: 'That's all', and not "Yes" and "no"."""
    mark = written[0]
    inside = written.find(mark, 1)
    if written[-1] != mark or not 0 < inside < len(written) - 1:
        return False
    return written[inside - 1].isspace() or written[inside + 1].isalnum()


def is_quoted(line: SourceLine) -> bool:
    """Whether the value of a line starts with a quotation mark."""
    return line.value[:1] in ("'", '"') and bool(line.value)
