"""From a text to a Source. What can't be read is told, mended in memory, and read again."""

import re
from dataclasses import replace
from functools import cached_property

from generator.problem import Label, Place, Problem, Severity
from generator.source.causes import find_causes
from generator.source.draft import Draft, Edit, Lines
from generator.source.fault import Fault, StopError, LimitError
from generator.source.hidden import find_hidden
from generator.source.placed import Source
from generator.source.tree import Tree, build

REPAIRS = 10

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"^[ \t-]*[{_ODD_SPACES}][ \t{_ODD_SPACES}-]*", re.MULTILINE)
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_GUESSES = ("indent", "syntax", "missing-colon")
_TEMPLATE = "Copy a playbook that is already there and change its words."


class _Reading:
    """One file while it is read: the draft, and what was found in it so far."""

    @cached_property
    def lines(self) -> Lines:
        """Lines of the text as it was written."""
        return Lines(self._text)

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self.draft = Draft(text)
        self.problems: list[Problem] = []
        self.lossy_lines: set[int] = set()
        self._smooth()

    def read(self) -> Tree | None:
        """Read, mend and read again."""
        for _ in range(REPAIRS):
            try:
                return build(self.draft.text)
            except StopError as stop:
                if not self._mend(stop):
                    return None
            except LimitError as limit:
                self.tell(limit.fault)
                return None
        try:
            return build(self.draft.text)
        except LimitError as limit:
            self.tell(limit.fault)
        except StopError as stop:
            self.problems.append(
                Problem(
                    self._place(stop.spot, stop.spot + 1),
                    "more",
                    f"Reading stops here after {REPAIRS} slips in the form of this file.",
                    "Mend the others first, then check again: there may be more below.",
                    Severity.NOTE,
                )
            )
        return None

    def tell(self, fault: Fault) -> None:
        """Turn a fault into a problem with places in the file as it was written."""
        self.problems.append(
            Problem(
                self._place(fault.start, fault.end),
                fault.rule,
                fault.message,
                fault.fix,
                fault.severity,
                tuple(Label(self._place(start, end), text) for start, end, text in fault.labels),
            )
        )

    def _mend(self, stop: StopError) -> bool:
        for fault in find_causes(self.draft.text, stop):
            mended = self.draft.edit(fault.edits)
            if mended.text != self.draft.text and self._helps(fault, stop, mended):
                line = self._place(fault.start, fault.end).line
                if fault.rule not in _GUESSES or not self.lossy_lines & {line - 1, line}:
                    self.tell(fault)
                if fault.lossy:
                    self.lossy_lines.add(line)
                self.draft = mended
                return True
        self.tell(fault)
        self.lossy_lines.add(self._place(fault.start, fault.end).line)
        return False

    def _helps(self, fault: Fault, stop: StopError, mended: Draft) -> bool:
        """Tell whether reading gets past the fault; a wrong explanation mends nothing."""
        try:
            build(mended.text)
        except LimitError:
            return True
        except StopError as next_stop:
            if fault.rule == "syntax":
                return True
            spot = self.lines.number(mended.trace(next_stop.spot))
            before = self.lines.number(self.draft.trace(fault.start))
            same = mended.trace(next_stop.at) == self.draft.trace(stop.at)
            return spot > before and not (same and spot == self.lines.number(self.draft.trace(stop.spot)))
        return True

    def _place(self, start: int, end: int) -> Place:
        origin = self.draft.trace(min(start, len(self.draft.text)))
        last = self.draft.trace(min(max(start, end - 1), len(self.draft.text)))
        return self.lines.place(self.path, origin, last + 1)

    def _smooth(self) -> None:
        """Take out hidden characters, which read_text tells, and odd spaces, told here."""
        hidden = [
            Edit(one.offset, one.offset + 1, one.instead) for one in find_hidden(self._text)
        ]
        if hidden:
            self.draft = self.draft.edit(hidden)
        if self._text.isascii():
            return
        edits = []
        for match in _ODD_INDENT.finditer(self.draft.text):
            odd = [match.start() + one.start() for one in _ODD_SPACE.finditer(match[0])]
            if match.end() == len(self.draft.text) or self.draft.text[match.end()] == "\n":
                continue
            edits += [Edit(at, at + 1, " ") for at in odd]
            self.tell(
                Fault(
                    odd[0],
                    odd[0] + 1,
                    "odd-space",
                    "This line starts with a space of another kind, such as web pages and Word "
                    "use; YAML does not count it.",
                    "Delete the spaces at the start of the line and type them again.",
                )
            )
        if edits:
            self.draft = self.draft.edit(edits)


def parse(path: str, text: str) -> Source:
    """Read a text into data. All that is wrong with its form is told at once."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reading = _Reading(path, text)
    tree = reading.read()
    data, mark = (tree.data, tree.mark) if tree else (None, None)
    if tree:
        for fault in tree.faults:
            reading.tell(fault)
        if not isinstance(data, dict):
            if not reading.problems:
                reading.problems.append(_blame_top(path, text, tree))
            data = mark = None
    return Source(
        path=path,
        text=text,
        data=data,
        problems=_in_order(reading.problems),
        broken=data is None or bool(reading.lossy_lines),
        guessed_lines=frozenset(reading.lossy_lines),
        _mark=mark,
        _draft=reading.draft,
    )


def _blame_top(path: str, text: str, tree: Tree) -> Problem:
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()[:1] not in ("", "#")), 0)
    place = replace(Place(path, first + 1, 1), width=max(1, len(lines[first].rstrip())))
    if isinstance(tree.data, list):
        return Problem(
            place,
            "top",
            "The whole file is a list, but it must start with names, such as “title: …”.",
            "Delete the dash at the start of each line, or start the list with a name: "
            "for example  signals:",
        )
    if isinstance(tree.data, str):
        return Problem(
            place,
            "top",
            "There are no names in this file; it must start with one, such as “title: …”.",
            "Write a name, a colon and a space before each text.",
        )
    what = "only comments" if text.strip().startswith("#") else "empty"
    message = "There are only comments in this file." if what != "empty" else "This file is empty."
    return Problem(Place(path), "empty-file", message, _TEMPLATE)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    unique = {(problem.place, problem.rule): problem for problem in reversed(problems)}
    return tuple(sorted(unique.values(), key=lambda problem: problem.place))
