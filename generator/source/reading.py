"""From a text to a Source. What can't be read is told, mended in memory, and read again."""

import re
from dataclasses import replace

from generator.problem import Label, Place, Problem, Severity
from generator.source.causes import find_causes
from generator.source.draft import Draft, Edit, Lines
from generator.source.fault import Fault, StopReading, TooMuch
from generator.source.hidden import find_hidden
from generator.source.placed import Source
from generator.source.tree import Tree, build

REPAIRS = 10

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"^[ \t-]*[{_ODD_SPACES}][ \t{_ODD_SPACES}-]*", re.MULTILINE)
_GUESSES = ("indent", "syntax", "missing-colon")
_TEMPLATE = "Copy a playbook that is already there and change its words."


class _Reading:
    """One file while it is read: the draft, and what was found in it so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = Lines(text)
        self.draft = Draft(text)
        self.problems: list[Problem] = []
        self.lossy_lines: set[int] = set()
        self._smooth()

    def read(self) -> Tree | None:
        """Read, mend and read again."""
        for _ in range(REPAIRS):
            try:
                return build(self.draft.text)
            except StopReading as stop:
                if not self._mend(stop):
                    return None
            except TooMuch as limit:
                self.tell(limit.fault)
                return None
        try:
            return build(self.draft.text)
        except TooMuch as limit:
            self.tell(limit.fault)
        except StopReading as stop:
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

    def _mend(self, stop: StopReading) -> bool:
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

    def _helps(self, fault: Fault, stop: StopReading, mended: Draft) -> bool:
        """Tell whether reading gets past the fault; a wrong explanation mends nothing."""
        try:
            build(mended.text)
        except TooMuch:
            return True
        except StopReading as next_stop:
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
        text = self.draft.text
        self.draft = self.draft.edit(
            Edit(hidden.offset, hidden.offset + 1, hidden.instead) for hidden in find_hidden(text)
        )
        edits = []
        for match in _ODD_INDENT.finditer(self.draft.text):
            odd = re.search(f"[{_ODD_SPACES}]", match[0])
            if odd is None or match.end() == len(self.draft.text):
                continue
            at = match.start() + odd.start()
            self.tell(
                Fault(
                    at,
                    at + 1,
                    "odd-space",
                    "This line starts with a space of another kind, such as web pages and Word "
                    "use; YAML does not count it.",
                    "Delete the spaces at the start of the line and type them again.",
                )
            )
            edits += [
                Edit(match.start() + one.start(), match.start() + one.end(), " ")
                for one in re.finditer(f"[{_ODD_SPACES}]", match[0])
            ]
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
