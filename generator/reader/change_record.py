"""What was below each change when it was made: by it one sees what has changed there since."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.problem import Group, Place, Problem, Rule, Severity
from generator.reader.composed_file import Change, ComposedFile, Path

FILE = "guidebook.lock"
"""Its name, beside the settings of the site. It is written by the program alone."""

FORM = 1

CHANGED_BELOW = Rule(
    id="changed-below",
    group=Group.COMPANY,
    severity=Severity.WARNING,
    summary="What a company changed is still what it was when the company changed it.",
    why="The new words may say something that the company’s own should say as well.",
    fault={
        "playbooks/counter/late-order.yml": "only_changes: yes\npurpose: Find the order.",
        FILE: '{"form": 1, "changes": {"late-order": {"purpose": {"was": "Find it."}}}}',
    },
    fix={
        "playbooks/counter/late-order.yml": "only_changes: yes\npurpose: Find the order.",
        FILE: '{"form": 1, "changes": {}}',
    },
)

BROKEN_RECORD = Rule(
    id="broken-record",
    group=Group.COMPANY,
    severity=Severity.WARNING,
    summary=f"The file {FILE} is as the program wrote it.",
    why="Otherwise nobody is told what has changed below the company’s own words.",
    fault={FILE: "<<<<<<< ours"},
    fix={FILE: '{"form": 1, "changes": {}}'},
)


@dataclass(frozen=True)
class ChangeRecord:
    """What was below the changes of each file, by the file's name and the path of the change.

    Of each it keeps the value, its hash, and the words of the item that the change is about.
    """

    entries: Mapping[str, Mapping[Path, Mapping[str, Any]]] = field(default_factory=dict)

    def list_words(self, name: str) -> dict[Path, str]:
        """The words that the items of a file's changes had, by the path of each item."""
        found: dict[Path, str] = {}
        for path, entry in self.entries.get(name, {}).items():
            if isinstance(words := entry.get("words"), str):
                found[path] = words
                found.setdefault(path[:-1], words)
        return found

    def find_stale(self, name: str, changes: Sequence[Change]) -> Iterator[tuple[Change, Any]]:
        """The changes of a file below which something else is now, with what was there."""
        known = self.entries.get(name, {})
        for change in changes:
            entry = known.get(change.path)
            if entry and not change.anchor and entry.get("was") != change.was:
                yield change, entry.get("was")

    def update(
        self, changes: Mapping[str, Sequence[Change]], *, settled: Sequence[tuple[str, Path]] = ()
    ) -> "ChangeRecord":
        """The same with what is below every change now.

        What is recorded stays, unless the change is gone, or is among the `settled` ones.
        """
        return ChangeRecord(
            {
                name: {
                    one.path: (
                        known
                        if (known := self.entries.get(name, {}).get(one.path))
                        and (name, one.path) not in settled
                        else _take_down(one)
                    )
                    for one in own
                }
                for name, own in changes.items()
                if own
            }
        )

    def write(self) -> str:
        """The record as text, the same for the same changes."""
        changes = {
            name: {"/".join(path): entry for path, entry in sorted(entries.items())}
            for name, entries in sorted(self.entries.items())
        }
        return json.dumps({"form": FORM, "changes": changes}, ensure_ascii=False, indent=1) + "\n"


def read(path: str, text: str) -> tuple[ChangeRecord, list[Problem]]:
    """Read a record. One that cannot be read is empty, and a problem."""
    try:
        data = json.loads(text)
        by_form = {FORM: data["changes"]}
        return ChangeRecord(
            {
                str(name): {tuple(way.split("/")): dict(entry) for way, entry in entries.items()}
                for name, entries in by_form[data["form"]].items()
            }
        ), []
    except (ValueError, TypeError, KeyError, AttributeError):
        return ChangeRecord(), [
            Problem(
                Place(path),
                BROKEN_RECORD,
                "This file cannot be read any more.",
                "Take an older version of it from your backup; or delete it, and run"
                "  guidebook upgrade  to take down what is there now.",
            )
        ]


def find_problems(record: ChangeRecord, name: str, file: ComposedFile) -> Iterator[Problem]:
    """Report every change of a file below which something else is now."""
    for change, was in record.find_stale(name, file.changes):
        yield Problem(
            file.place_own(change.loc),
            CHANGED_BELOW,
            f"What you changed here is not what it was. It was:  {write_value(was)}\n"
            f"It is now:  {write_value(change.was)}\nYours stays:  {write_value(change.ours)}",
            "Decide with  guidebook upgrade",
        )


def write_value(value: Any) -> str:
    """A value in one line of words."""
    if value is None:
        return "(left out)"
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {write_value(one)}" for name, one in value.items())
    if isinstance(value, list):
        return " / ".join(map(write_value, value))
    return str(value)


def _take_down(change: Change) -> dict[str, Any]:
    digest = hashlib.sha256(json.dumps(change.was, sort_keys=True).encode()).hexdigest()[:12]
    entry = {"hash": digest, "was": change.was}
    return {**entry, "words": change.words} if change.words else entry
