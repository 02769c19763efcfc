"""The machine-readable edition of a guidebook: everything in it, as JSON."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook
from generator.model.shown_values import digest_playbook
from generator.model.yaml_model import YamlModel

PATH = "guidebook.json"
SCHEMA_VERSION = "1.0"


def make_json(guidebook: Guidebook, kept: KeptWork | None = None) -> str:
    """Every playbook with all of its content, and what belongs to the whole.

    Empty fields are left out. The schema version's first number changes when a reader of the
    edition would have to change. What is `kept` of playbooks is taken.
    """
    kept = kept or KeptWork()
    playbooks = (
        kept.take(
            digest_playbook(one, "json", guidebook.review_due(one)),
            partial(_write_playbook, guidebook, one),
        )
        for one in guidebook.playbooks
    )
    rulings = [one.model_dump(mode="json", exclude_none=True) for one in guidebook.rulings]
    edition = {
        "schema_version": _write(SCHEMA_VERSION),
        "guidebook": _write(guidebook.about.model_dump(mode="json", exclude_none=True)),
        "sources": _write(_dump(guidebook.sources)),
        "ideas": _write(_dump(guidebook.ideas)),
        "rulings": _write(rulings),
        "playbooks": f"[{', '.join(playbooks)}]",
    }
    if guidebook.triage:
        edition["questions"] = _write(_dump(guidebook.triage.by_id))
    if guidebook.paths:
        edition["paths"] = _write(_dump({one.id: one for one in guidebook.paths}))
    return f"{{{', '.join(f'{_write(name)}: {text}' for name, text in edition.items())}}}\n"


def _write_playbook(guidebook: Guidebook, playbook: Playbook) -> str:
    return _write(describe(guidebook, playbook))


def _write(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


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
