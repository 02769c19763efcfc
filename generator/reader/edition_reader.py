"""Reads the files of editions. One that cannot be read is reported and left out."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.model.differences import Record
from generator.model.edition import FORM
from generator.model.kept_edition import KeptEdition
from generator.problem import Group, Place, Problem, Rule, Severity

MAX_BYTES = 8_000_000

_PARTS = re.compile(r"\d+|\D+")

BROKEN_EDITION = Rule(
    id="broken-edition",
    group=Group.FILES,
    summary="A file of the folder “editions” is as the build wrote it.",
    why="The page “What changed” compares these files, and leaves out what it cannot read.",
    fault={"editions/1.0.json": '{"form": 1, "version": "1.0"'},
    fix={
        "editions/1.0.json": '{"form": 1, "version": "1.0", "day": "2026-11-21", "chapters": {},'
        ' "playbooks": {}, "values": {}, "questions": {}}'
    },
    severity=Severity.WARNING,
)


def read(path: str, content: bytes) -> KeptEdition | Problem:
    """Read one file; `path` is how problems show it."""
    if len(content) > MAX_BYTES:
        return refuse(Place(path), f"This file is larger than {MAX_BYTES // 1_000_000} MB.")
    try:
        data = json.loads(content.decode("utf-8"))
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        return refuse(place, "This file is no whole JSON: it breaks off or was changed here.")
    except (ValueError, RecursionError):
        return refuse(Place(path), "This file is no JSON in UTF-8.")
    if isinstance(data, dict) and isinstance(data.get("form"), int) and data["form"] > FORM:
        return Problem(
            Place(path),
            BROKEN_EDITION,
            "A later version of this program wrote this edition, and this one cannot read it.",
            "Install the version of the guidebook that the others of you use.",
        )
    return _make(data) or refuse(Place(path), "Something of an edition is missing in this file.")


def sort(editions: Mapping[str, KeptEdition]) -> list[str]:
    """The paths of editions, the earliest edition first; of one day, 1.9 is before 1.10."""
    return sorted(
        editions, key=lambda path: (editions[path].day, _split(editions[path].name), path)
    )


def refuse(place: Place, message: str) -> Problem:
    """The problem with an edition that cannot be read."""
    return Problem(
        place,
        BROKEN_EDITION,
        message,
        "Bring the file back from a copy or from git. If there is none, delete it: only what the"
        " pages say about that edition is lost.",
    )


def _make(data: Any) -> KeptEdition | None:
    try:
        version, groups = data["version"], {one: data[one.value] for one in Record}
        day = date.fromisoformat(data["day"])
    except (KeyError, TypeError, ValueError):
        return None
    records = [record for group in groups.values() for record in _list_records(group)]
    is_whole = data.get("form") == FORM and (version is None or isinstance(version, str))
    if not is_whole or not all(isinstance(record, dict) for record in records):
        return None
    return KeptEdition(
        day,
        {
            "form": FORM,
            "version": version or None,
            "chapters": groups[Record.CHAPTER],
            "playbooks": groups[Record.PLAYBOOK],
            "values": groups[Record.VALUE],
            "questions": groups[Record.QUESTION],
        },
    )


def _list_records(group: Any) -> list[Any]:
    """The records of a group; one that is none, for a group that is none."""
    return list(group.values()) if isinstance(group, dict) else [None]


def _split(name: str) -> list[tuple[bool, int, str]]:
    return [
        (one.isdecimal(), int(one) if one.isdecimal() else 0, one) for one in _PARTS.findall(name)
    ]
