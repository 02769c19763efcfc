"""What the model found wrong, in the trainer's words: each with a place and a fix."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from pydantic import ValidationError

from generator.checks.discovery import collect
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Problem
from generator.reader.model_errors import missing_name, other_file, out_of_limits, wrong_name
from generator.reader.model_errors.explanation import Explanation
from generator.reader.model_errors.refusal import Refusal
from generator.reader.yaml_text import ParsedFile

__all__ = ["find_problems"]


@cache
def _list_explanations() -> Mapping[str, Explanation]:
    found = collect("generator.reader.model_errors", Explanation)
    return {kind: one for one in found for kind in one.kinds}


def find_problems(
    error: ValidationError, source: ParsedFile, model: type[YamlModel]
) -> Iterator[Problem]:
    """Report each thing that the model refused, in the trainer's words."""
    if other := other_file.find_other_file(source, model):
        yield other
        return
    refusals = [
        Refusal(
            kind=detail["type"],
            loc=cast(Loc, tuple(detail["loc"])),
            value=detail["input"],
            source=source,
            model=model,
            limits=detail.get("ctx", {}),
        )
        for detail in error.errors(include_url=False)
    ]
    kind, silent = other_file.find_other_kind(refusals)
    if kind:
        yield kind
        refusals = [one for one in refusals if one.loc[:1] == () or one.loc[0] not in silent]
    for problem in _explain(refusals):
        # What was repaired by a guess may say something else than the trainer meant.
        if problem.place.line not in source.guessed_lines:
            yield problem


def _explain(refusals: list[Refusal]) -> Iterator[Problem]:
    explanations = _list_explanations()
    # By the group that they are in: a file may have thousands of them.
    unknown: dict[Loc, list[Refusal]] = {}
    elsewhere: dict[str, Refusal] = {}
    missing: dict[Loc, list[str]] = {}
    for one in refusals:
        if one.kind == "extra_forbidden":
            unknown.setdefault(one.loc[:-1], []).append(one)
            elsewhere.setdefault(str(one.loc[-1]), one)
        elif one.kind == "missing":
            missing.setdefault(one.loc[:-1], []).append(str(one.loc[-1]))
    for refusal in refusals:
        if refusal.loc[-1:] == ("<<",):  # reported when the file was read
            continue
        if refusal.kind == "extra_forbidden":
            yield wrong_name.find_unknown(refusal, missing.get(refusal.loc[:-1], ()))
        elif refusal.kind == "missing":
            if not refusal.source.broken:
                same = elsewhere.get(str(refusal.loc[-1]))
                beside = unknown.get(refusal.loc[:-1], [])
                yield from missing_name.find_missing(refusal, [same, *beside] if same else beside)
        elif refusal.loc or not refusal.source.problems:  # else the file has been reported
            yield from explanations.get(refusal.kind, out_of_limits.explain_other)(refusal)
