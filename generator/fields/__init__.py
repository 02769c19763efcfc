"""What the model found wrong, told to a trainer: each with a place and a fix."""

from collections.abc import Iterator
from typing import cast

from pydantic import ValidationError

from generator.fields.findings import Finding
from generator.fields.names import find_missing, find_unknown
from generator.fields.values import EXPLANATIONS, explain_other
from generator.problem import Problem
from generator.record import Loc, Record
from generator.source import Source

__all__ = ["find_problems"]


def find_problems(
    error: ValidationError, source: Source, model: type[Record]
) -> Iterator[Problem]:
    """Tell each thing that the model refused, in the trainer's words."""
    findings = [
        Finding(
            kind=detail["type"],
            loc=cast(Loc, tuple(detail["loc"])),
            value=detail["input"],
            limits=detail.get("ctx", {}),
            source=source,
            model=model,
        )
        for detail in error.errors(include_url=False)
    ]
    for problem in _explain(findings):
        # A line that was mended by a guess may say something else than the trainer meant.
        if problem.place.line not in source.guessed_lines:
            yield problem


def _explain(findings: list[Finding]) -> Iterator[Problem]:
    unknown = [one for one in findings if one.kind == "extra_forbidden"]
    missing = [one for one in findings if one.kind == "missing"]
    for finding in findings:
        if finding.kind == "extra_forbidden":
            yield find_unknown(finding, missing)
        elif finding.kind == "missing":
            if not finding.source.broken:
                yield from find_missing(finding, unknown)
        elif finding.loc or not finding.source.problems:  # a broken file has been told about
            yield from EXPLANATIONS.get(finding.kind, explain_other)(finding)
