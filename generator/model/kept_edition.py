"""Editions as they are kept: what a guidebook said, as far as it matters to its readers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from generator.model.differences import Record, choose_weights, compare
from generator.model.edition import Edition, Tree, dump, make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook
from generator.model.shown_values import digest_playbook
from generator.model.significant_words import fingerprint
from generator.model.weights import Weight, Weights

_PRACTICE = "practice"
_NAMES = ("id", "formerly")
"""What identifies an item or a playbook, and so is kept although it is silent."""


@dataclass(frozen=True)
class KeptEdition:
    """An edition, and the day on which it was taken down."""

    day: date
    content: Edition

    @property
    def name(self) -> str:
        """Its version; without one, its day."""
        return self.content["version"] or self.day.isoformat()


def keep(edition: Edition, day: date) -> KeptEdition:
    """What is kept of an edition: all that is not silent, and the names of items.

    Of an exercise only a fingerprint is kept. It takes half of all words, and nobody works by them.
    """
    return KeptEdition(
        day,
        {
            "form": edition["form"],
            "version": edition["version"],
            "chapters": _keep_records(Record.CHAPTER, edition),
            "playbooks": _keep_records(Record.PLAYBOOK, edition),
            "values": _keep_records(Record.VALUE, edition),
            "questions": _keep_records(Record.QUESTION, edition),
        },
    )


def take_down(guidebook: Guidebook, day: date, work: KeptWork | None = None) -> KeptEdition:
    """What is kept of what a guidebook says now; `work` may know it of playbooks."""
    if work is None:
        return keep(make_edition(guidebook), day)
    edition = keep(make_edition(replace(guidebook, playbooks=())), day)
    playbooks = {
        one.id: json.loads(work.take(digest_playbook(one, "edition"), partial(_write, one)))
        for one in sorted(guidebook.playbooks, key=lambda one: one.id)
    }
    return replace(edition, content={**edition.content, "playbooks": playbooks})


def _write(playbook: Playbook) -> str:
    return json.dumps(keep_record(Record.PLAYBOOK, dump(playbook)))


def continue_with(kept: Sequence[KeptEdition], now: KeptEdition) -> tuple[KeptEdition, ...]:
    """Editions, the newest last, with what the guidebook says now.

    Now is one of its own only if it says something else than the newest; it takes the place of the
    newest if that has the same name.
    """
    if not kept:
        return (now,)
    *others, newest = kept
    if all(one.weight is Weight.SILENT for one in compare(newest.content, now.content)):
        return tuple(kept)
    return (*others, now) if newest.name == now.name else (*kept, now)


def keep_record(record: Record, tree: Tree) -> Tree:
    """What is kept of one record."""
    kept: Tree = _keep_fields(tree, choose_weights(record, tree))
    if _PRACTICE not in kept:
        return kept
    return {
        **kept,
        _PRACTICE: {name: fingerprint(exercise) for name, exercise in kept[_PRACTICE].items()},
    }


def _keep_records(record: Record, edition: Edition) -> Mapping[str, Tree]:
    records = edition[record.value]
    return {name: keep_record(record, records[name]) for name in sorted(records)}


def _keep_fields(value: Any, weights: Weight | Weights) -> Any:
    if isinstance(weights, Weight):
        return value
    if isinstance(value, list):
        return [_keep_fields(one, weights) for one in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: _keep_fields(one, weights[name])
        for name, one in value.items()
        if name in weights and (name in _NAMES or weights[name] is not Weight.SILENT)
    }
