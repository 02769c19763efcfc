"""What a guidebook said at one time, as plain values that can be kept and compared later."""

from collections.abc import Mapping
from typing import Any, TypedDict

from generator.model.guidebook import Guidebook

FORM = 1
"""Changes when older programs could not read an edition any more."""

Tree = Mapping[str, Any]
"""A record as JSON holds it: texts, numbers, lists and mappings by the names of the model."""


class Edition(TypedDict):
    """One edition. Records are by their id, without fields that are empty."""

    form: int
    version: str | None
    chapters: Mapping[str, Tree]
    playbooks: Mapping[str, Tree]
    values: Mapping[str, Tree]
    questions: Mapping[str, Tree]


def make_edition(guidebook: Guidebook) -> Edition:
    """Take down what a guidebook says now."""
    return {
        "form": FORM,
        "version": guidebook.about.version,
        "chapters": {one.id: dump(one) for one in guidebook.about.chapters},
        "playbooks": {one.id: dump(one) for one in guidebook.playbooks},
        "values": {
            name: {"name": one.name, **({"text": one.text} if one.text else {})}
            for name, one in guidebook.values.items()
        },
        "questions": {
            name: dump(one)
            for name, one in (guidebook.triage.by_id if guidebook.triage else {}).items()
        },
    }


def dump(record: Any) -> Tree:
    """One record of an edition."""
    dumped: Tree = record.model_dump(mode="json", exclude_defaults=True)
    return dumped
