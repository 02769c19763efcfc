"""Problems as SARIF 2.1.0, which forges show beside the lines and editors as a list."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import quote

from generator.problem import Edit, Place, Problem, Rule, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_EDITS = 100  # of a repair; what takes more is for `guidebook fix`
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write_sarif(problems: Iterable[Problem], texts: Mapping[str, str], *, version: str) -> str:
    """Write one run of the check. `texts` are those of the files, by the path in problems."""
    ordered = sorted(problems, key=lambda one: one.place)
    rules = sorted({one.rule for one in ordered}, key=lambda one: one.id)
    run = {
        "tool": {
            "driver": {
                "name": "guidebook",
                "version": version,
                "rules": [_describe_rule(one) for one in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_describe(one, rules.index(one.rule), texts) for one in ordered],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _describe_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"More: guidebook explain {rule.id}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _describe(problem: Problem, rule: int, texts: Mapping[str, str]) -> dict[str, Any]:
    result = {
        "ruleId": problem.rule.id,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}\n{problem.fix}"},
        "locations": [{"physicalLocation": _describe_place(problem.place)}],
    }
    if problem.labels:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _describe_place(label.place),
                "message": {"text": label.text},
            }
            for number, label in enumerate(problem.labels)
        ]
    edits = problem.repair.edits if problem.repair else ()
    if 0 < len(edits) <= _MOST_EDITS and problem.place.path in texts:
        result["fixes"] = [_describe_repair(problem, edits, texts[problem.place.path])]
    return result


def _describe_repair(problem: Problem, edits: Sequence[Edit], text: str) -> dict[str, Any]:
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def find(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset, hi=len(starts) - 1)
        return line, offset - starts[line - 1] + 1

    replacements = []
    for edit in edits:
        line, column = find(edit.start)
        end_line, end_column = find(edit.end)
        region = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.new}})
    change = {
        "artifactLocation": _describe_file(problem.place.path),
        "replacements": replacements,
    }
    return {"description": {"text": problem.fix}, "artifactChanges": [change]}


def _describe_place(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": _describe_file(place.path),
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        },
    }


def _describe_file(path: str) -> dict[str, str]:
    """A path as an address: relative to the folder in which the check ran, if it is below it."""
    address = quote(path)
    return {"uri": f"file://{address}" if path.startswith("/") else address}
