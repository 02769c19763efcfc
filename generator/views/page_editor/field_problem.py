"""Problems as the page shows them: beside the field that each is about."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from generator.model.written_value import find_full
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Problem, Severity
from generator.reader.field_places import FieldPlaces
from generator.reader.model_errors.model_walk import describe
from generator.reader.yaml_text import ParsedFile


class FieldProblem(TypedDict):
    """A problem with the place of its field: the name of a file, and the location in it."""

    at: Sequence[str | int]
    severity: str
    message: str
    fix: str
    rule: str


def place_all(
    name: str,
    model: type[YamlModel],
    parsed: ParsedFile,
    places: FieldPlaces,
    problems: Iterable[Problem],
) -> Iterator[FieldProblem]:
    """Those of the problems that are in a file, whose values are at `places`."""
    for one in problems:
        loc = places.find(one.place)
        if loc is not None:
            yield {
                "at": (name, *find_full(model, parsed.data, loc)),
                "severity": one.severity.value,
                "message": _say_beside(one.message, describe(loc)),
                "fix": _write_remedy(one),
                "rule": one.rule.id,
            }


def _say_beside(message: str, where: str) -> str:
    """A message as it reads beside its field: the way to that in the file is seen there."""
    if message.startswith(where):
        return f"This{message.removeprefix(where)}"
    return message.replace(f" in {where}", " here", 1).replace(where, "this", 1)


def make_error(name: str, loc: Loc, message: str, fix: str) -> FieldProblem:
    """What is wrong with a value before it is in a file."""
    at, severity = (name, *loc), Severity.ERROR.value
    return {"at": at, "severity": severity, "message": message, "fix": fix, "rule": ""}


def write_refusal(problems: Sequence[Problem]) -> str:
    """Why something is not written."""
    return " ".join(f"{one.message} {_write_remedy(one)}" for one in problems[:3])


def _write_remedy(problem: Problem) -> str:
    """What to do on a page, which has neither lines nor dashes."""
    return problem.on_page or problem.fix
