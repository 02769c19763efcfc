"""Reading past what YAML stops at: the cause is reported, repaired in memory, and read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.problem import Group, Label, Place, Problem, Repair, Rule, Severity
from generator.reader.yaml_text.causes import SYNTAX, find_causes
from generator.reader.yaml_text.colons import MISSING_COLON
from generator.reader.yaml_text.columns import INDENT
from generator.reader.yaml_text.event_tree import Tree, build
from generator.reader.yaml_text.fault import Fault, LimitError, StopError
from generator.reader.yaml_text.indentation import TAB
from generator.reader.yaml_text.traced_text import Lines, TracedText

REPAIRS = 10

_FEW = 3
_READ = 800_000
"""Each repair is tried, so none is a mere guess. As a try reads the file again, of a long file only
so many slips are looked past that so many characters are read; a few of any.
"""

MORE = Rule(
    id="more",
    group=Group.LINES,
    summary=f"A file has at most {REPAIRS} slips of form (a very long one {_FEW}), or else the "
    "check reads no further.",
    why="After so many, a guess about the next one would mislead.",
    fault="search:\n" + "\n".join(f"  - order: {number}: late" for number in range(1, 16)),
    fix="search:\n" + "\n".join(f'  - "order: {number}: late"' for number in range(1, 16)),
    severity=Severity.NOTE,
)

_Result = Tree | StopError | LimitError


@dataclass(frozen=True)
class _Handling:
    """How repairs under a rule are chosen and reported.

    `follows`: it may only come from a guess nearby, and is then not reported. `compares`: several
    are tried, and the one after which reading gets furthest is taken. `always`: it is taken even
    if it does not help.
    """

    follows: bool = False
    compares: bool = False
    always: bool = False


_USUAL = _Handling()
_HANDLING: Mapping[Rule, _Handling] = {
    INDENT: _Handling(follows=True, compares=True),
    MISSING_COLON: _Handling(follows=True),
    SYNTAX: _Handling(follows=True, always=True),
    TAB: _Handling(compares=True),
}


def _handle(fault: Fault) -> _Handling:
    return _HANDLING.get(fault.rule, _USUAL)


_BESIDES = 4_000  # characters could be read in the time that finding a repair takes
# Repairs that call for one another, such as quotes around what was closed, double a text each time.
_GROWTH = 2


class Draft:
    """One text while it is read: what became of it, and what was found in it so far.

    After `most` slips of form it is read no further; a long one after fewer.
    `guessed_lines` are lines that may mean something else than they were taken for. It is `broken`
    if something may be missing. `effort` is how many characters could be read in the time that
    trying repairs takes.
    """

    def __init__(self, path: str, text: str, *, most: int = REPAIRS) -> None:
        """Start with a text as it was written."""
        self.path = path
        self.most = max(_FEW, min(most, _READ // (len(text) + 1)))
        self.text = text
        self.traced = TracedText.of(text)
        self.problems: list[Problem] = []
        self.guessed_lines: set[int] = set()
        self.broken = False
        self.effort = 0
        self._tab_lines: set[int] = set()

    @cached_property
    def lines(self) -> Lines:
        """The lines as they were written."""
        return Lines(self.text)

    def read(self) -> Tree | None:
        """Read, repair and read again; None if a limit is passed or too much is wrong."""
        result = _try(self.traced.text)
        room = _GROWTH * (len(self.text) + _BESIDES)
        for _ in range(self.most):
            if not isinstance(result, StopError) or len(self.traced.text) > room:
                break
            result = self._repair(result)
        if isinstance(result, Tree):
            return result
        if isinstance(result, LimitError):
            self.report(result.fault)
        else:
            self.problems.append(
                Problem(
                    self.place(result.spot, result.spot + 1),
                    MORE,
                    f"Reading stopped here, after {self.most} slips of form in one file.",
                    "Fix those first, then check again: there may be more from here on.",
                )
            )
        return None

    def report(self, fault: Fault) -> None:
        """Make a problem of a fault, with places in the file as it was written."""
        self.problems.append(
            Problem(
                self.place(fault.start, fault.end),
                fault.rule,
                fault.message,
                fault.fix,
                tuple(Label(self.place(start, end), text) for start, end, text in fault.labels),
                self._find_repair(fault),
            )
        )

    def _find_repair(self, fault: Fault) -> Repair | None:
        """The edits of a certain repair in the file as it was written."""
        edits = self.traced.trace_edits(fault.edits) if fault.certain else ()
        return Repair(edits) if edits else None

    def place(self, start: int, end: int) -> Place:
        """The place in the file of a stretch of the text as it is now."""
        size = len(self.traced.text)
        origin = self.traced.trace(min(start, size))
        last = self.traced.trace(min(max(start, end - 1), size))
        return self.lines.place(self.path, origin, last + 1)

    def _repair(self, stop: StopError) -> _Result:
        """Find the cause, report it, and read on. The last cause offered fits everything."""
        best: tuple[Fault, TracedText, _Result] | None = None
        for fault in find_causes(self.traced.text, stop):
            if best and fault.rule is not best[0].rule:
                break
            repaired = self.traced.edit(fault.edits)
            if repaired.text == self.traced.text:
                continue
            result = _try(repaired.text)
            read = result.spot if isinstance(result, StopError) else len(repaired.text)
            self.effort += read + _BESIDES
            if isinstance(result, StopError) and not self._helps(fault, stop, repaired, result):
                continue
            if not best or _reach(repaired, result) > _reach(*best[1:]):
                best = fault, repaired, result
            if not _handle(fault).compares or not isinstance(result, StopError):
                break
        if not best:
            return stop
        self._accept(*best[:2])
        return best[2]

    def _accept(self, fault: Fault, repaired: TracedText) -> None:
        """Report a fault, and go on with what its repair made of the text."""
        line = self.place(fault.start, fault.end).line
        if not self._follows(fault, line):
            self.report(fault)
        if fault.rule is TAB:
            spots = (self.traced.trace(edit.start) for edit in fault.edits)
            self._tab_lines |= {self.lines.number(spot) + 1 for spot in spots}
        if fault.guess or fault.lossy:
            self.guessed_lines.add(line)
        self.broken |= fault.lossy
        self.traced = repaired

    def _follows(self, fault: Fault, line: int) -> bool:
        """Whether a fault may only come from an earlier one, or from its repair."""
        if fault.rule is SYNTAX and any(one.rule is SYNTAX for one in self.problems):
            return True
        near_guess = bool(self.guessed_lines & {line - 1, line})
        return _handle(fault).follows and (near_guess or line in self._tab_lines)

    def _helps(
        self, fault: Fault, stop: StopError, repaired: TracedText, result: StopError
    ) -> bool:
        """Whether reading gets past the fault; a wrong explanation repairs nothing."""
        if _handle(fault).always:
            return True
        reported = self.lines.number(self.traced.trace(fault.start))
        stopped = self.lines.number(repaired.trace(result.spot))
        if fault.rule is TAB and stopped == reported:  # there is another slip on the line
            return repaired.trace(result.spot) > self.traced.trace(fault.end)
        return stopped > reported and repaired.trace(result.at) != self.traced.trace(stop.at)


def _try(text: str) -> _Result:
    try:
        return build(text)
    except (StopError, LimitError) as error:
        return error


def _reach(traced: TracedText, result: _Result) -> float:
    """How far into the file, as it was written, reading gets."""
    return traced.trace(result.spot) if isinstance(result, StopError) else float("inf")
