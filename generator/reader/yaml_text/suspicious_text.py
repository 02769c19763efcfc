"""What YAML reads without complaint, but not as it was meant."""

import re
import sys
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule, Severity
from generator.reader.yaml_text.colons import is_wordy
from generator.reader.yaml_text.comments import find_comment
from generator.reader.yaml_text.error_context import quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.hidden_characters import HIDDEN_CHARACTER, find_hidden

_NAME = re.compile(r"[ \t]*(?:(-)[ \t]+(?:-[ \t]+)*)?([^\s\"'\[{:-].*):[ \t]*")
_CURLY = "“”„‘‚«"
_CURLY_END = "“”‘’»"
_NAME_WITHOUT_SPACE = re.compile(r"([a-z][a-z_]{1,30}):(?!//)[^\W\d]")
_LIST_LINE = re.compile(r"([ \t]*)(- |[-–—•·][ \u00a0]?)(?=[^\s-])")
_LOOKS_LIKE_A_LINE = re.compile(r"[ \t]*(?:- |[a-z_]+:(?: |$))")
_BACKSLASH = re.compile(r"\\[xuUabefvNLP0]")
_STUCK = re.compile(r":(?=[^\W\d_])")
_PARTNERLESS = re.compile(r"""^[^"\n]*[^\d"\n]"[ \t]*$""", re.MULTILINE)
_CURLY_MARK = re.compile(f"[{_CURLY}]")
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([abefvNLP0])|.)", re.DOTALL
)
_ESCAPED = dict(zip("abefvNLP0", "\x07\x08\x1b\x0c\x0b\x85\u2028\u2029\x00", strict=True))


HASH_CUTS_TEXT = Rule(
    id="hash-cuts-text",
    group=Group.SIGNS,
    summary="A text that has a space and “#” in it is in quotation marks.",
    why="A space and “#” start a comment in YAML, and nobody sees what follows.",
    fault="purpose: Find order #12 first.",
    fix='purpose: "Find order #12 first."',
    severity=Severity.WARNING,
)

HASH_LOSES_TEXT = Rule(
    id="hash-loses-text",
    group=Group.SIGNS,
    summary="A text that starts with “#” is in quotation marks.",
    why="It would be a comment, and its name would have no text.",
    fault="purpose: #1 rule, say when the order comes.",
    fix='purpose: "#1 rule, say when the order comes."',
)

CURLY_QUOTES = Rule(
    id="curly-quotes",
    group=Group.SIGNS,
    summary="Quotation marks around a whole text are straight ones.",
    why="YAML knows only straight ones, so the page would show the others.",
    fault="purpose: “Say when the order comes.”",
    fix='purpose: "Say when the order comes."',
    severity=Severity.WARNING,
)

LONE_QUOTE = Rule(
    id="lone-quote",
    group=Group.SIGNS,
    summary="A quotation mark at the end of a text has a partner.",
    why="The page would show a single mark.",
    fault='purpose: Say when the order comes."',
    fix="purpose: Say when the order comes.",
    severity=Severity.WARNING,
)

NAME_IN_TEXT = Rule(
    id="name-in-text",
    group=Group.SIGNS,
    summary="A text does not start with a word, a colon and no space after it.",
    why="The word may be meant as a name, and is read as a part of the text.",
    fault="checklist:\n"
    "  - I found it.\n"
    "  - I gave a time.\n"
    "  - text:I called back.\n"
    "  - I said sorry.",
    fix="checklist:\n"
    "  - I found it.\n"
    "  - I gave a time.\n"
    "  - text: I called back.\n"
    "  - I said sorry.",
    severity=Severity.WARNING,
)

SWALLOWED_ITEM = Rule(
    id="swallowed-item",
    group=Group.LINES,
    summary="A list item starts in the same column as the items above it.",
    why="Further in, it is read as a part of the text above.",
    fault="signals:\n  - They ask where it is\n    - They hold a receipt",
    fix="signals:\n  - They ask where it is\n  - They hold a receipt",
    severity=Severity.WARNING,
)


def looks_odd(text: str) -> bool:
    """Whether a text, or any in a whole file, may be worth a look; quick."""
    return (
        " #" in text
        or "\t#" in text
        or bool(_BACKSLASH.search(text))
        or bool(_STUCK.search(text))
        or ('"\n' in text and bool(_PARTNERLESS.search(text)))
        or (not text.isascii() and bool(_CURLY_MARK.search(text)))
    )


def find_habits(text: str, start: int, end: int, style: str | None) -> Iterator[Fault]:
    """Look at one text as it was written, from its first character to its last."""
    if style == '"':
        yield from _find_hidden_escapes(text, start, end)
    if style:
        return
    yield from _find_cut_by_comment(text, start, end)
    yield from _find_curly_quotes(text, start, end)
    yield from _find_missing_space(text, start, end)
    yield from _find_closing_mark(text, start, end)
    yield from _find_swallowed_lines(text, start, end)


def _find_hidden_escapes(text: str, start: int, end: int) -> Iterator[Fault]:
    r"""Find what would be refused if it were here as itself, such as “\u202e”."""
    for match in _ESCAPE.finditer(text, start, end):
        code = match[1] or match[2] or match[3]
        number = int(code, 16) if code else ord(_ESCAPED.get(match[4] or "", " "))
        if number > sys.maxunicode:
            continue
        # The letter before it lets pass what belongs to letters of some scripts.
        hidden = next(find_hidden(f"\u0627{chr(number)}"), None)
        if hidden:
            yield Fault(
                match.start(),
                match.end(),
                HIDDEN_CHARACTER,
                f"“{match[0]}” stands for {hidden.name}.",
                "Delete it.",
            )


def _find_cut_by_comment(text: str, start: int, end: int) -> Iterator[Fault]:
    comment = find_comment(text, start, end)
    if not comment or comment.plain or _is_below_words(text, start):
        return
    lost = end == start
    start = comment.start if lost else start
    whole = quote(text[start : comment.end])
    yield Fault(
        comment.start,
        comment.end,
        HASH_LOSES_TEXT if lost else HASH_CUTS_TEXT,
        f"Everything from “{shorten(comment.words, 30)}” on is left out, because a space "
        "and “#” start a comment in YAML.",
        f"If it belongs to the text, put quotes around all of it:  {_intro(text, start)}{whole}\n"
        "If it is a comment, put two spaces before “#” and one after it.",
    )


def _is_below_words(text: str, start: int) -> bool:
    """Whether words are read as its name, as in “- Ask them: order #12”: that is reported too."""
    match = _NAME.fullmatch(text[text.rfind("\n", 0, start) + 1 : start])
    if not match:
        return False
    dash, name = match.groups()
    # A lone word with a capital letter is mostly meant as the name that it is near to.
    return bool(re.search(r"[\s:]", name) or (dash and is_wordy(name)))


def _find_curly_quotes(text: str, start: int, end: int) -> Iterator[Fault]:
    if end - start > 2 and text[start] in _CURLY and text[end - 1] in _CURLY_END:
        inner = " ".join(text[start + 1 : end - 1].split())
        if not any(mark in inner for mark in "“”„«»"):  # else two quotations with words between
            yield Fault(
                start,
                end,
                CURLY_QUOTES,
                f"The quotation marks {text[start]} and {text[end - 1]} will be shown on the "
                "page, because YAML knows only straight ones.",
                f"Leave them out, or write straight ones:  {_intro(text, start)}{quote(inner)}",
                _straighten(text, start, end),
                certain=True,
            )


def _straighten(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Put straight marks in the place of the outer ones; what is between them stays as it is."""
    first, *inner, last = quote_edits(text, start + 1, end - 1)
    return (Edit(start, first.end, first.new), *inner, Edit(last.start, end, last.new))


def _find_closing_mark(text: str, start: int, end: int) -> Iterator[Fault]:
    """Find a quotation mark at the end of a text that has none at its start."""
    line_start = text.rfind("\n", 0, start) + 1
    alone = text[end - 1] == '"' and text.count('"', line_start, end) == 1
    if alone and not text[end - 2].isdigit():  # else it may be for inches
        yield Fault(
            end - 1,
            end,
            LONE_QUOTE,
            "The quotation mark that ends this text has no partner, and will be shown.",
            f"Delete it, or write  {_intro(text, start)}{quote(text[start : end - 1])}",
        )


def _find_missing_space(text: str, start: int, end: int) -> Iterator[Fault]:
    match = _NAME_WITHOUT_SPACE.match(text, start, end)
    if match:
        rest = " ".join(text[match.end() - 1 : end].split())
        yield Fault(
            start,
            match.end() - 1,
            NAME_IN_TEXT,
            f"“{match[1]}:” is read as part of the text, because no space follows its colon.",
            f"If “{match[1]}” is a name, write  {match[1]}: {shorten(rest)}\n"
            f"If it is part of the text, write  {_intro(text, start)}{quote(text[start:end])}",
        )


def _find_swallowed_lines(text: str, start: int, end: int) -> Iterator[Fault]:
    """A line that looks like a list item but is indented so that it continues the text above."""
    if _LIST_LINE.match(text, start, end):  # not even the first line is an item
        return
    here = text.find("\n", start, end)
    while here >= 0:
        match = _LIST_LINE.match(text, here + 1, end)
        if match and (match[2] == "- " or (len(match[2]) > 1 and match[2][0] in "–—•·")):
            first = text.count("\n", 0, start) + 1
            yield Fault(
                match.start(2),
                match.end() - 1,
                SWALLOWED_ITEM,
                f"This line is read as part of the text that starts on line {first}, not as a "
                "list item of its own.",
                _indent_like(text, start)
                + " If it does belong to that text, put quotes around all of it.",
            )
            return
        here = text.find("\n", here + 1, end)


def _intro(text: str, start: int) -> str:
    before = text[text.rfind("\n", 0, start) + 1 : start].lstrip()
    return "" if "[" in before or "{" in before else before


def _indent_like(text: str, start: int) -> str:
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    if before.strip() == "-":
        spaces = len(before) - len(before.lstrip())
        return f"Start it with {spaces} spaces and “- ”, like the item above it."
    return "Start list items with “- ” on lines of their own, below the name and a colon."


def swallows_lines(text: str, start: int, end: int) -> bool:
    """Whether a forgotten quotation mark ran on to the next one, over names and lists."""
    line_start = text.rfind("\n", 0, start) + 1
    indent = len(text[line_start:start]) - len(text[line_start:start].lstrip())
    here = text.find("\n", start, end)
    while here >= 0:
        match = _LOOKS_LIKE_A_LINE.match(text, here + 1, end)
        if match and len(match[0]) - len(match[0].lstrip()) <= indent:
            return True
        here = text.find("\n", here + 1, end)
    return False
