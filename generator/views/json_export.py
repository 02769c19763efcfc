"""The machine-readable edition of a guidebook: everything in it, as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.yaml_model import YamlModel

PATH = "guidebook.json"
SCHEMA_VERSION = "1.0"


def make_json(guidebook: Guidebook) -> str:
    """Every playbook with all of its content, and what belongs to the whole.

    Empty fields are left out. The schema version's first number changes when a reader of the
    edition would have to change.
    """
    edition = {
        "schema_version": SCHEMA_VERSION,
        "guidebook": guidebook.about.model_dump(mode="json", exclude_none=True),
        "sources": _dump(guidebook.sources),
        "ideas": _dump(guidebook.ideas),
        "rulings": [one.model_dump(mode="json", exclude_none=True) for one in guidebook.rulings],
        "playbooks": [describe(guidebook, playbook) for playbook in guidebook.playbooks],
    }
    if guidebook.triage:
        edition["questions"] = _dump(guidebook.triage.by_id)
    if guidebook.paths:
        edition["paths"] = _dump({one.id: one for one in guidebook.paths})
    return json.dumps(edition, ensure_ascii=False) + "\n"


def describe(guidebook: Guidebook, playbook: Playbook) -> dict[str, Any]:
    """One playbook of the edition."""
    content = playbook.model_dump(mode="json", exclude_none=True, exclude={"path"})
    keys = playbook.checklist.keys
    for key, entry in zip(keys, content["checklist"]["items"], strict=True):
        entry["key"] = key
    return {
        "id": playbook.id,
        "title": playbook.title,
        "chapter": playbook.chapter,
        "kind": playbook.kind.value,
        "url": playbook.url,
        "review_due": guidebook.review_due(playbook).isoformat(),
    } | content


def _dump(records: Mapping[str, YamlModel]) -> dict[str, Any]:
    return {
        name: record.model_dump(mode="json", exclude_none=True) for name, record in records.items()
    }
