"""From a text to a ParsedFile. What can't be read is told, mended in memory, and read again."""

import re
from functools import cached_property

from generator.problem import Label, Place, Problem, Severity
from generator.reader.yaml_text.causes import find_causes
from generator.reader.yaml_text.event_tree import Tree, build
from generator.reader.yaml_text.excerpts import count, shorten
from generator.reader.yaml_text.fault import Fault, LimitError, StopError
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.reader.yaml_text.parsed_file import ParsedFile
from generator.reader.yaml_text.traced_text import Edit, Lines, TracedText

REPAIRS = 10

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_ODD_INDENT = re.compile(
    rf"^[ \t]*[{_ODD_SPACES}][ \t{_ODD_SPACES}]*(?=- |[a-z_]+:(?:\s|$))", re.MULTILINE
)
_FOLLOW_UPS = ("indent", "syntax", "missing-colon")

_Result = Tree | StopError | LimitError


def parse(path: str, text: str) -> ParsedFile:
    """Read a text into data. All that is wrong with its form is told at once."""
    return _Reading(path, text.replace("\r\n", "\n").replace("\r", "\n")).read()


class _Reading:
    """One file while it is read: the draft, and what was found in it so far."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._draft = TracedText.of(text)
        self._problems: list[Problem] = []
        self._guessed_lines: set[int] = set()
        self._tab_lines: set[int] = set()
        self._broken = False

    def read(self) -> ParsedFile:
        self._smooth()
        tree = self._build()
        if tree is None:
            return self._finish(None)
        if not isinstance(tree.data, dict):
            if not self._problems:
                self._problems.append(_blame_top(self._path, self._lines, tree))
            return self._finish(None)
        told = {one.place.line for one in self._problems}
        for fault in tree.faults:
            line = self._place(fault.start, fault.end).line
            warned = line in told and fault.severity is Severity.WARNING
            if line not in self._guessed_lines and not warned:
                self._tell(fault)
        return self._finish(tree)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def _finish(self, tree: Tree | None) -> ParsedFile:
        unique = {(one.place, one.rule): one for one in reversed(self._problems)}
        return ParsedFile(
            path=self._path,
            text=self._text,
            data=tree.data if tree else None,
            problems=tuple(sorted(unique.values(), key=lambda problem: problem.place)),
            broken=self._broken or tree is None,
            guessed_lines=frozenset(self._guessed_lines),
            _mark=tree.mark if tree else None,
            _draft=self._draft,
        )

    def _build(self) -> Tree | None:
        """Read, mend and read again."""
        result = _try(self._draft.text)
        for _ in range(REPAIRS):
            if not isinstance(result, StopError):
                break
            result = self._mend(result)
        if isinstance(result, Tree):
            return result
        if isinstance(result, LimitError):
            self._tell(result.fault)
        else:
            self._problems.append(
                Problem(
                    self._place(result.spot, result.spot + 1),
                    "more",
                    f"Reading stopped here, after {REPAIRS} slips of form in one file.",
                    "Mend those first, then check again: there may be more from here on.",
                    Severity.NOTE,
                )
            )
        return None

    def _mend(self, stop: StopError) -> _Result:
        """Find the cause, tell it, and read on. The last cause offered fits everything."""
        best: tuple[Fault, TracedText, _Result] | None = None
        for fault in find_causes(self._draft.text, stop):
            if best and fault.rule != best[0].rule:
                break
            mended = self._draft.edit(fault.edits)
            if mended.text == self._draft.text:
                continue
            result = _try(mended.text)
            if isinstance(result, StopError) and not self._helps(fault, stop, mended, result):
                continue
            if not best or _reach(mended, result) > _reach(*best[1:]):
                best = fault, mended, result
            if fault.rule != "indent" or not isinstance(result, StopError):
                break  # only columns are a matter of taking the best of several
        if not best:
            return stop
        self._accept(*best[:2])
        return best[2]

    def _accept(self, fault: Fault, mended: TracedText) -> None:
        """Tell a fault, and go on with what its repair made of the text."""
        line = self._place(fault.start, fault.end).line
        if not self._follows(fault, line):
            self._tell(fault)
        if fault.rule == "tab":
            spots = (self._draft.trace(edit.start) for edit in fault.edits)
            self._tab_lines |= {self._lines.number(spot) + 1 for spot in spots}
        if fault.guess or fault.lossy:
            self._guessed_lines.add(line)
        self._broken |= fault.lossy
        self._draft = mended

    def _follows(self, fault: Fault, line: int) -> bool:
        """Tell whether a fault may only come from an earlier one, or from its repair."""
        if fault.rule == "syntax" and any(one.rule == "syntax" for one in self._problems):
            return True
        near_guess = bool(self._guessed_lines & {line - 1, line})
        return fault.rule in _FOLLOW_UPS and (near_guess or line in self._tab_lines)

    def _helps(self, fault: Fault, stop: StopError, mended: TracedText, result: StopError) -> bool:
        """Tell whether reading gets past the fault; a wrong explanation mends nothing."""
        if fault.rule == "syntax":
            return True
        blamed = self._lines.number(self._draft.trace(fault.start))
        stopped = self._lines.number(mended.trace(result.spot))
        return stopped > blamed and mended.trace(result.at) != self._draft.trace(stop.at)

    def _tell(self, fault: Fault) -> None:
        """Turn a fault into a problem with places in the file as it was written."""
        self._problems.append(
            Problem(
                self._place(fault.start, fault.end),
                fault.rule,
                fault.message,
                fault.fix,
                fault.severity,
                tuple(Label(self._place(start, end), text) for start, end, text in fault.labels),
            )
        )

    def _place(self, start: int, end: int) -> Place:
        size = len(self._draft.text)
        origin = self._draft.trace(min(start, size))
        last = self._draft.trace(min(max(start, end - 1), size))
        return self._lines.place(self._path, origin, last + 1)

    def _smooth(self) -> None:
        """Take out hidden characters, which read_text tells, and odd spaces, told here."""
        hidden = [Edit(one.offset, one.offset + 1, one.instead) for one in find_hidden(self._text)]
        if hidden:
            self._draft = self._draft.edit(hidden)
        if self._text.isascii():
            return
        found = list(_ODD_INDENT.finditer(self._draft.text))
        edits = [
            Edit(match.start() + one.start(), match.start() + one.end(), " ")
            for match in found
            for one in _ODD_SPACE.finditer(match[0])
        ]
        more = f" The same in {count(len(found) - 1, 'more line')} below." if found[1:] else ""
        if edits:
            self._tell(
                Fault(
                    edits[0].start,
                    edits[0].end,
                    "odd-space",
                    "This line starts with a space of another kind, such as web pages and Word "
                    f"use; YAML does not count it.{more}",
                    "Delete the spaces at the start of the line and type them again.",
                )
            )
            self._draft = self._draft.edit(edits)


def _try(text: str) -> _Result:
    try:
        return build(text)
    except (StopError, LimitError) as error:
        return error


def _reach(draft: TracedText, result: _Result) -> float:
    """How far into the file, as it was written, reading gets."""
    return draft.trace(result.spot) if isinstance(result, StopError) else float("inf")


def _blame_top(path: str, lines: Lines, tree: Tree) -> Problem:
    """Tell why a file that YAML reads is no file of ours."""
    if tree.data is None or tree.mark is None:
        what = "only comments" if lines.text.strip() else "nothing"
        return Problem(
            Place(path),
            "empty-file",
            f"There is {what} in this file.".replace("There is only", "There are only"),
            "Copy into it a file that is already there, and change the words.",
        )
    index = lines.number(tree.mark[2])
    place = lines.place(path, lines.starts[index], lines.starts[index] + len(lines.all[index]))
    if isinstance(tree.data, list):
        return Problem(
            place,
            "top",
            "The whole file is a list, but it has to start with a name, such as “title: …”.",
            "Delete the dash at the start of this line, or write above it the name that the list "
            "belongs to, with a colon.",
        )
    stuck = re.match(r"([a-z_]+):(\S.*)", lines.all[index])
    if stuck:
        return Problem(
            place,
            "space",
            f"A space is missing after “{stuck[1]}:”.",
            f"Write  {stuck[1]}: {shorten(stuck[2])}",
        )
    return Problem(
        place,
        "top",
        "There is no name in this file, but it has to start with one, such as “title: …”.",
        "Write a name, a colon and a space before each text.",
    )
