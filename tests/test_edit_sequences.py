"""Any sequence of changes leaves all else in a file as it was, and reads back as it is meant.

What is meant, and which bytes a change may touch, is worked out here anew: from the places that the
reader gives, line by line. `GUIDEBOOK_EDIT_STEPS=10000` runs that many steps.
"""

import copy
import os
import re
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.model.yaml_model import Loc
from generator.problem import GuidebookError, Severity
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Move, Set, change_file
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from tests.messy_files import MESSY, SHIPPED, TELLING
from tests.test_properties import PIECES

STEPS = int(os.environ.get("GUIDEBOOK_EDIT_STEPS", "400"))
RUN = 40

SHORT = {"steps": "do", "say": "say", "avoid": "say"}
words = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=6).map("".join)
texts = st.sampled_from(["Ask again.", "two words", "no", "a: b #c", "a\nb", "- x", ""]) | words
values: st.SearchStrategy[Any] = st.recursive(
    texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["do", "why", "say", "a b", "x: y", "#"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def read(path: str, content: bytes) -> ParsedFile | None:
    text, problems = read_text(path, content)
    parsed = parse(path, text or "")
    found = (*problems, *parsed.problems)
    return None if any(one.severity is Severity.ERROR for one in found) else parsed


SOUND = [one for one in (*SHIPPED, *MESSY, *TELLING) if read(*one)]
SMALL = [one for one in SOUND if len(one[1]) < 20_000]


def clean(data: Any) -> Any:
    """Blanks around a text do not count, nor does whether there is nothing or an empty line."""
    if isinstance(data, dict):
        return {name: clean(one) for name, one in data.items()}
    if isinstance(data, list):
        return [clean(one) for one in data]
    return data.strip() if isinstance(data, str) else data


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


class EditSequences(RuleBasedStateMachine):
    """One file, changed again and again."""

    @initialize(chosen=st.integers(0, len(SMALL) - 1) | st.integers(-len(MESSY), -1))
    def open(self, chosen: int) -> None:
        self.path, self.content = SMALL[chosen] if chosen >= 0 else MESSY[chosen]
        parsed = read(self.path, self.content)
        assert parsed
        self.data: Any = parsed.data
        self.parsed = parsed
        self.earlier: list[tuple[bytes, Any]] = []

    def perform(self, change: Change, wanted: Any, touched: Loc, *, grows: bool = False) -> None:
        """Make a change and see what has become of the file."""
        before, old = self.content, self.content.decode()
        self.earlier.append((before, self.data))
        event(type(change).__name__)
        try:
            self.content = change_file(self.path, before, [change])
        except GuidebookError:
            if wanted and not list(find_hidden(list_words(change))):
                raise  # only what no file may hold is refused, and to be left with nothing
            self.earlier.pop()
            return
        parsed = read(self.path, self.content)
        assert parsed, "what was sound is sound"
        assert clean(parsed.data) == clean(wanted), change
        new = self.content.decode()
        if grows and find(self.data, touched):
            assert only_grows(old, new), change
        if touched:
            span = find_touched(self.parsed, before, touched)
            tail = len(old) - span.end
            assert new.startswith(old[: span.start]), change
            assert new.endswith(old[span.end :]), change
            assert len(new) >= span.start + tail, change
            above, below, is_exact = list_comments(self.parsed, touched)
            left = [comment for _, comment in find_comments(parsed)]
            assert left[: len(above)] == above, change
            assert left[len(left) - len(below) :] == below, change
            assert len(left) >= len(above) + len(below), change
            if isinstance(change, Delete) and is_exact:
                assert len(left) == len(above) + len(below), change
        self.data, self.parsed = parsed.data, parsed

    def list_locs(self, kind: type) -> list[Loc]:
        return [loc for loc in walk(self.data) if isinstance(find(self.data, loc), kind)]

    def draw(self, data: st.DataObject, locs: list[Loc]) -> Loc | None:
        return data.draw(st.sampled_from(locs)) if locs else None

    @rule(data=st.data(), value=texts)
    def set_text(self, data: st.DataObject, value: str) -> None:
        if loc := self.draw(data, self.list_locs(str)):
            wanted = copy.deepcopy(self.data)
            find(wanted, loc[:-1])[loc[-1]] = value
            self.perform(Set(loc, value), wanted, loc)

    @rule(data=st.data(), value=values)
    def set_anything(self, data: st.DataObject, value: Any) -> None:
        if loc := self.draw(data, walk(self.data)[1:]):
            wanted = copy.deepcopy(self.data)
            find(wanted, loc[:-1])[loc[-1]] = value
            self.perform(Set(loc, value), wanted, loc)

    @rule(data=st.data(), name=st.sampled_from(["why", "search", "x y", "related"]), value=values)
    def set_name(self, data: st.DataObject, name: str, value: Any) -> None:
        loc = self.draw(
            data, [one for one in self.list_locs(dict) if name not in find(self.data, one)]
        )
        if loc is not None:
            wanted = copy.deepcopy(self.data)
            find(wanted, loc)[name] = value
            self.perform(Set((*loc, name), value), wanted, loc, grows=True)

    @rule(data=st.data(), value=texts.filter(str.strip))
    def lengthen(self, data: st.DataObject, value: str) -> None:
        locs = [
            (name, number)
            for name in SHORT
            for number, one in enumerate(self.data.get(name) or ())
            if isinstance(self.data[name], list) and isinstance(one, str)
        ]
        if self.path.startswith("playbooks/messy/") and (loc := self.draw(data, locs)):
            wanted = copy.deepcopy(self.data)
            wanted[loc[0]][loc[1]] = {SHORT[str(loc[0])]: wanted[loc[0]][loc[1]], "why": value}
            self.perform(Set((*loc, "why"), value), wanted, loc)

    @rule(data=st.data(), value=values)
    def insert(self, data: st.DataObject, value: Any) -> None:
        loc = self.draw(data, self.list_locs(list))
        if loc is not None:
            wanted = copy.deepcopy(self.data)
            index = data.draw(st.integers(0, len(find(wanted, loc))))
            find(wanted, loc).insert(index, value)
            self.perform(Insert(loc, index, value), wanted, loc, grows=True)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if loc := self.draw(data, walk(self.data)[1:]):
            wanted = copy.deepcopy(self.data)
            change = Delete(loc)
            while len(loc) > 1 and len(find(wanted, loc[:-1])) == 1:
                loc = loc[:-1]
            del find(wanted, loc[:-1])[loc[-1]]
            self.perform(change, wanted, loc)

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        locs = [one for one in self.list_locs(list) if len(find(self.data, one)) > 1]
        if loc := self.draw(data, locs):
            wanted = copy.deepcopy(self.data)
            items = find(wanted, loc)
            start = data.draw(st.integers(0, len(items) - 1))
            to = data.draw(st.integers(0, len(items) - 1))
            items.insert(to, items.pop(start))
            before = self.content.decode()
            self.perform(Move(loc, start, to), wanted, loc)
            assert sorted(before) == sorted(self.content.decode()), "nothing is lost or added"

    @precondition(lambda self: self.earlier)
    @rule()
    def undo(self) -> None:
        self.content, self.data = self.earlier.pop()
        parsed = read(self.path, self.content)
        assert parsed
        self.parsed = parsed

    @invariant()
    def keeps_its_form(self) -> None:
        """Line ends stay of the kinds that were there."""
        if self.path in dict(SHIPPED):
            assert b"\r" not in self.content


def list_words(change: Change) -> str:
    """All texts of a change, one after the other."""
    return "".join(walk_words(getattr(change, "value", None)))


def walk_words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for name, one in value.items() for word in (name, *walk_words(one))]
    if isinstance(value, list):
        return [word for one in value for word in walk_words(one)]
    return [value] if isinstance(value, str) else []


TestEditSequences = EditSequences.TestCase
TestEditSequences.settings = settings(
    max_examples=max(1, STEPS // RUN),
    stateful_step_count=RUN,
    deadline=None,
    derandomize=STEPS < 1000,
    phases=[Phase.generate],
    report_multiple_bugs=False,
)


@pytest.mark.parametrize("chosen", SOUND, ids=lambda one: one[0])
def test_every_file_takes_changes(chosen: tuple[str, bytes]) -> None:
    path, content = chosen
    made = change_file(path, content, [Set(("a new name",), ["x", {"y": "z"}])])
    assert change_file(path, made, [Delete(("a new name",))]).strip() == content.strip()
