"""What a change of a file may touch, worked out from the places of the reader alone, line by line."""

import re
from typing import Any, NamedTuple

from generator.model.yaml_model import Loc
from generator.reader.yaml_text.parsed_file import Data, ParsedFile


def walk(data: Data, loc: Loc = ()) -> list[Loc]:
    inner = data.items() if isinstance(data, dict) else enumerate(data or ())
    if isinstance(data, str):
        return [loc]
    return [loc, *(one for part, value in inner for one in walk(value, (*loc, part)))]


def find(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


_ABOVE = re.compile(r"[ \t-]*(#.*)?\n")
"""A line that says nothing by itself: blanks, dashes, a comment."""


class Touched(NamedTuple):
    """The stretch of a file that a change may touch, in the bytes of the file."""

    start: int
    end: int


def find_touched(parsed: ParsedFile, content: bytes, loc: Loc) -> Touched:
    """From what stands above an entry to the next one, or within one line up to it."""
    text = parsed.text
    before, after = [-1], [len(text)]
    here = parsed.span(loc, of_key=True)[0]
    for one in walk(parsed.data)[1:]:
        start = parsed.span(one, of_key=True)[0]
        if one[: len(loc)] == loc:
            continue
        if start > here:
            after.append(start)
        elif one != loc[: len(one)] or start < here:
            before.append(start)
    start = text.rfind("\n", 0, here) + 1
    in_flow = any(parsed.raw(loc[:at]).lstrip()[:1] in "[{" for at in range(len(loc)))
    if max(before) >= start or in_flow:
        start = max(0, *before)
    else:
        while start and _ABOVE.fullmatch(text[text.rfind("\n", 0, start - 1) + 1 : start]):
            start = text.rfind("\n", 0, start - 1) + 1
        start = max(0, start - 1)  # a line end may be exchanged
    end = min(after)
    bounds = [trace(content, text, one) for one in (start, end)]
    return Touched(bounds[0], bounds[1])


def find_comments(parsed: ParsedFile) -> list[tuple[int, str]]:
    """Every comment outside of texts and names, and where it starts."""
    spans = []
    for loc in walk(parsed.data)[1:]:
        spans.append(parsed.span(loc, of_key=True))
        if isinstance(parsed.value(loc), str):
            spans.append(parsed.span(loc))
    found, at = [], 0
    while match := re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE).search(parsed.text, at):
        around = [end for start, end in spans if start <= match.start() < end]
        at = max(around, default=match.end())
        if not around:
            found.append((match.start(), match[0]))
    return found


def list_comments(parsed: ParsedFile, loc: Loc) -> tuple[list[str], list[str], bool]:
    """The comments above and below an entry that are not its own, and whether that is exact.

    Its own are on its lines, further in below it, or in its own column directly above, unless it is
    the first. In brackets nobody can say, so all of those in them may go.
    """
    text = parsed.text
    comments = find_comments(parsed)
    flow = next((at for at in range(len(loc)) if parsed.raw(loc[:at]).lstrip()[:1] in "[{"), None)
    is_sure = True
    if flow is not None:
        start = parsed.span(loc[:flow], of_key=True)[0] if flow else 0
        last = (
            min(starts_after(parsed, loc[:flow], start), default=len(text)) if flow else len(text)
        )
        first = start
    else:
        first, start, is_sure = find_first(parsed, loc)
        last = find_last(parsed, loc, start)
    return (
        [one for at, one in comments if at < first],
        [one for at, one in comments if at > last],
        flow is None and is_sure,
    )


def find_first(parsed: ParsedFile, loc: Loc) -> tuple[int, int, bool]:
    """Where the comments of an entry start, and itself; above the first they may be of all."""
    text = parsed.text
    start = parsed.span(loc, of_key=True)[0]
    dash = text.rfind("-", 0, start)
    if isinstance(loc[-1], int) and not re.sub("#[^\n]*", "", text[dash + 1 : start]).strip():
        start = dash
    first = line = text.rfind("\n", 0, start) + 1
    around: Any = find(parsed.data, loc[:-1])
    parts = list(around if isinstance(around, dict) else range(len(around)))
    if text[line:start].strip():
        return start, start, True
    while line:
        above = text.rfind("\n", 0, line - 1) + 1
        if not re.match(f" {{{start - (text.rfind(chr(10), 0, start) + 1)}}}#", text[above:line]):
            break
        first = line = above
    return first, start, loc[-1] != parts[0]


def find_last(parsed: ParsedFile, loc: Loc, start: int) -> int:
    """Where the lines of an entry end, with comments below that are further in."""
    text = parsed.text
    column = start - (text.rfind("\n", 0, start) + 1)
    ends = [
        parsed.span(one)[0] + len(parsed.raw(one).rstrip())
        for one in walk(parsed.data)
        if one[: len(loc)] == loc
        and not (isinstance(parsed.value(one), (dict, list)) and parsed.value(one))
    ]
    last = text.find("\n", max([start, *ends]))
    last = last if last >= 0 else len(text)
    while match := re.compile(r"\n( *)(#[^\n]*|(?=\n))").match(text, last):
        if match[2] and len(match[1]) <= column:
            break
        last = match.end()
    return last


def starts_after(parsed: ParsedFile, loc: Loc, start: int) -> list[int]:
    starts = [
        parsed.span(one, of_key=True)[0] for one in walk(parsed.data) if one[: len(loc)] != loc
    ]
    return [one for one in starts if one > start]


def trace(content: bytes, text: str, offset: int) -> int:
    """The same place in the file with its own line ends."""
    line, column = text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1
    raw = content.decode()
    at = 0
    for _ in range(line):
        found = re.compile("\r\n|\r|\n").search(raw, at)
        at = found.end() if found else at
    return at + column + (raw.startswith("\ufeff") and not line)


def only_grows(old: str, new: str) -> bool:
    """Whether all of the old text is there, with something in one place."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    rest = iter(new)
    braced = new.count("{") > old.count("{")  # “[a: b]” takes a second name only in braces
    return start + end >= len(old) or (braced and all(sign in rest for sign in old))
