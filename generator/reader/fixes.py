"""Repairs that leave no choice, carried out in a file: every other byte of it stays."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.file_models import find_model
from generator.problem import Edit, Problem, Rule
from generator.reader import model_errors, repeated_problems
from generator.reader.composed_file import is_partial
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.encoding import ENCODING
from generator.reader.yaml_text.scalar_edit import apply

_SLIPS = 200
"""How many slips of form are looked past at once."""

_EFFORT = 1_000_000
"""So much may trying repairs take; in a long file that is full of slips, some stay then."""

Find = Callable[[bytes], list[Problem]]


@dataclass(frozen=True)
class Fixed:
    """A file after repairs, and the problems that they solved."""

    content: bytes
    solved: Sequence[Problem]


def fix(name: str, shown: str, content: bytes) -> Fixed:
    """Carry out every repair of a file after which there is less to report of it, and nothing new.

    `name` is its path inside the folder of playbooks, and `shown` the one in problems.
    """
    efforts: list[int] = []

    def find(now: bytes) -> list[Problem]:
        problems, effort = _look(name, shown, now)
        efforts.append(effort)
        return problems

    # Whatever the first look takes, what it finds is fixed.
    return repeat(content, find, goes_on=lambda: sum(efforts[1:]) < _EFFORT)


def repeat(content: bytes, find: Find, *, goes_on: Callable[[], bool] = lambda: True) -> Fixed:
    """The same for a file of which `find` returns what is wrong, as long as it `goes_on`."""
    problems, solved = find(content), list[Problem]()
    refused: set[tuple[Rule, str]] = set()
    size = len(problems)
    while goes_on() and (chosen := _choose(problems, refused, size)):
        made = apply(content, _list_edits(chosen))
        after = find(made)
        if _is_better(problems, after, chosen):
            content, problems = made, after
            solved += chosen
            size *= 2
        elif len(chosen) == 1:
            refused.add((chosen[0].rule, chosen[0].message))
        else:
            size = len(chosen) // 2
    return Fixed(content, solved)


def _is_better(before: list[Problem], after: list[Problem], solved: list[Problem]) -> bool:
    """Whether less is wrong after repairs, and nothing new; of several each has to have helped."""
    was, is_now = (Counter(one.rule for one in found) for found in (before, after))
    one = solved[0].rule
    helped = len(solved) == 1 or is_now[one] + len(solved) <= was[one]
    return helped and is_now <= was and is_now.total() + len(solved) <= was.total()


def _choose(
    problems: Sequence[Problem], refused: set[tuple[Rule, str]], most: int
) -> list[Problem]:
    """The next problems whose repairs are tried in one look at the whole file, all of one rule."""
    if any(one.rule is ENCODING for one in problems):
        return []  # its offsets are those of other bytes
    left = [
        one
        for one in problems
        if one.repair and one.repair.edits and (one.rule, one.message) not in refused
    ]
    chosen: list[Problem] = []
    done = 0
    for one in left:
        edits = _list_edits([one])
        if one.rule is left[0].rule and edits[0].start >= done:
            chosen.append(one)
            done = max(edit.end for edit in edits)
    return chosen[: max(1, most)]


def _list_edits(problems: Sequence[Problem]) -> list[Edit]:
    edits = [edit for one in problems if one.repair for edit in one.repair.edits]
    return sorted(edits, key=lambda one: one.start)


def find_problems(name: str, shown: str, content: bytes) -> list[Problem]:
    """What is wrong in one file, as far as the file alone shows."""
    return _look(name, shown, content)[0]


def _look(name: str, shown: str, content: bytes) -> tuple[list[Problem], int]:
    """The same, and how many characters were read to try repairs."""
    text, problems = read_text(shown, content)
    if text is None:
        return problems, 0
    parsed = parse(shown, text, slips=_SLIPS)
    problems += parsed.problems
    if not is_partial(parsed.data):
        model = find_model(name, parsed.data)
        try:
            model.model_validate(parsed.data)
        except ValidationError as error:
            problems += model_errors.find_problems(error, parsed, model)
    left = repeated_problems.leave_out_lesser(problems)
    return sorted(left, key=lambda one: one.place), parsed.effort
