"""Repairs that leave no choice, carried out in a file: every other byte of it stays."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.file_models import find_model
from generator.problem import Problem, Rule
from generator.reader import model_errors
from generator.reader.composed_file import is_partial
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.encoding import ENCODING
from generator.reader.yaml_text.scalar_edit import apply

Find = Callable[[bytes], list[Problem]]


@dataclass(frozen=True)
class Mended:
    """A file after repairs, and the problems that they solved."""

    content: bytes
    solved: Sequence[Problem]


def mend(name: str, shown: str, content: bytes) -> Mended:
    """Carry out every repair of a file after which there is less to report of it, and nothing new.

    `name` is its path inside the folder of playbooks, and `shown` the one in problems.
    """
    return repeat(content, lambda now: find_problems(name, shown, now))


def repeat(content: bytes, find: Find) -> Mended:
    """The same for a file of which `find` tells what is wrong."""
    problems, solved = find(content), list[Problem]()
    refused: set[tuple[Rule, str]] = set()
    while chosen := _choose(problems, refused):
        repair = chosen.repair
        made = apply(content, repair.edits) if repair else content
        after = find(made)
        if Counter(one.rule for one in after) < Counter(one.rule for one in problems):
            content, problems = made, after
            solved.append(chosen)
        else:
            refused.add((chosen.rule, chosen.message))
    return Mended(content, solved)


def _choose(problems: Sequence[Problem], refused: set[tuple[Rule, str]]) -> Problem | None:
    if any(one.rule is ENCODING for one in problems):
        return None  # its offsets are those of other bytes
    return next(
        (
            one
            for one in problems
            if one.repair and one.repair.edits and (one.rule, one.message) not in refused
        ),
        None,
    )


def find_problems(name: str, shown: str, content: bytes) -> list[Problem]:
    """What is wrong in one file, as far as the file alone can tell."""
    text, problems = read_text(shown, content)
    if text is None:
        return problems
    parsed = parse(shown, text)
    problems += parsed.problems
    if not is_partial(parsed.data):
        model = find_model(name, parsed.data)
        try:
            model.model_validate(parsed.data)
        except ValidationError as error:
            problems += model_errors.find_problems(error, parsed, model)
    return sorted(problems, key=lambda one: one.place)
