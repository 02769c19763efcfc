"""What an editor needs to complete the names of this guidebook, and to object to others."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import files, icon_set, json_schema
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.reader.rules import list_rules

SETTINGS = ".vscode/settings.json"
SNIPPETS = ".vscode/guidebook.code-snippets"

# Which files follow a schema; a playbook's and an emergency's are one, chosen by what is in it.
_TARGETS = {
    "house": files.HOUSE,
    "playbook": "playbooks/*/*.yml",
    "country": f"playbooks/{files.COUNTRIES}/*.yml",
    **{one.removesuffix(".yml"): f"playbooks/{one}" for one in files.SHARED},
}
_PARTIAL = frozenset(["playbook", *_TARGETS]) - {"house"}
_SHOWN = ("description", "title", "default")
_TEXT_TYPE = ["string", "number", "boolean"]


@dataclass(frozen=True)
class _Names:
    """Names that can be used somewhere, each with what it means."""

    known: Mapping[str, str]


def make_files(guidebook: Guidebook) -> dict[str, bytes]:
    """The schemas, the settings and the snippets by their paths beside the site's settings."""
    made = {f".guidebook/{name}.schema.json": make_schema(name, guidebook) for name in _TARGETS}
    made[SETTINGS] = _write(make_settings())
    made[SNIPPETS] = _write(dict(_make_snippets(guidebook)))
    return {path: text.encode() for path, text in made.items()}


def make_settings() -> dict[str, Any]:
    """Settings of VS Code and of the editors that read the same ones."""
    # The more general pattern comes last, so that a country's file does not count as a playbook.
    playbooks = [one for one in _TARGETS if one != "country"]
    schemas: dict[str, Any] = {
        f".guidebook/{name}.schema.json": _TARGETS[name] for name in playbooks
    }
    schemas[".guidebook/playbook.schema.json"] = [
        _TARGETS["playbook"],
        f"!playbooks/{files.COUNTRIES}/*.yml",
    ]
    schemas[".guidebook/country.schema.json"] = _TARGETS["country"]
    return {
        "files.encoding": "utf8",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "yaml.schemas": schemas,
    }


def make_schema(name: str, guidebook: Guidebook) -> str:
    """The schema of one kind of file with the names that this guidebook has.

    A file that says only what differs may leave things out.
    """
    whole = _fill(name, guidebook)
    if name == "playbook":
        whole = _choose_kind(whole, _fill("emergency", guidebook))
    if name not in _PARTIAL:
        return _write(whole)
    defs = whole.pop("$defs", {})
    schema = whole.pop("$schema")
    names: dict[str, Any] = {one: {} for one in whole.get("properties", {})}
    return _write(
        {
            "$schema": schema,
            "if": {"required": ["only_changes"]},
            "then": {"properties": names},
            "else": {"$ref": f"#/$defs/whole-{name}"},
            "$defs": {**defs, f"whole-{name}": whole},
        }
    )


def _choose_kind(standard: dict[str, Any], emergency: dict[str, Any]) -> dict[str, Any]:
    """One schema for playbooks of every kind."""
    defs = {**emergency.pop("$defs"), **standard.pop("$defs")}
    schema = standard.pop("$schema")
    emergency.pop("$schema")
    kind = {"required": ["kind"], "properties": {"kind": {"const": "emergency"}}}
    return {
        "$schema": schema,
        "if": {"anyOf": [kind, {"required": ["branches"]}]},
        "then": {"$ref": "#/$defs/whole-emergency"},
        "else": {"$ref": "#/$defs/whole-standard"},
        "$defs": {**defs, "whole-emergency": emergency, "whole-standard": standard},
    }


def _fill(name: str, guidebook: Guidebook) -> dict[str, Any]:
    """A schema in which every field that takes names lists them."""
    schema: dict[str, Any] = json.loads(json_schema.make_json(name))
    found = _list_names(guidebook)
    for group, owner in [("", schema), *schema.get("$defs", {}).items()]:
        properties = owner.get("properties", {})
        for key in properties:
            names = found.get(f"{group or name}.{key}") or found.get(key)
            if names and names.known:
                properties[key] = _list_in(properties[key], names)
    return schema


def _list_names(guidebook: Guidebook) -> dict[str, _Names]:
    """The names that fields take: by the field, or by its group and the field."""
    about = guidebook.about
    playbooks = {one.id: one.title for one in guidebook.playbooks}
    ids = _Names(playbooks)
    branches = _Names({**playbooks, **dict(_list_branches(guidebook))})
    asked = {name: one.ask for name, one in about.house_values.items()}
    facts = {name: one.name for name, one in about.country_facts.items()}
    questions = guidebook.triage.questions if guidebook.triage else ()
    icons = dict.fromkeys(icon_set.list_tags(), "")
    rules = {one.id: one.summary for one in list_rules().values() if one.switchable}
    owners = [owner.name for owner in about.owners]
    return {
        "related": ids,
        "Stop.go": ids,
        "Branch.go": ids,
        "Tile.playbook": ids,
        "PathStep.playbook": ids,
        "Chapter.playbooks": ids,
        "Ruling.playbooks": ids,
        "house.without": ids,
        "queries.queries": ids,
        "Answer.go": _Names({**playbooks, **{one.id: one.ask for one in questions}}),
        "words.danger": branches,
        "Language.words": branches,
        "owner": _Names(dict.fromkeys(owners, "")),
        "playbook.sources": _Names({name: one.fact for name, one in guidebook.sources.items()}),
        "emergency.sources": _Names({name: one.fact for name, one in guidebook.sources.items()}),
        "Branch.sources": _Names({name: one.fact for name, one in guidebook.sources.items()}),
        "playbook.ideas": _Names({name: one.text for name, one in guidebook.ideas.items()}),
        "emergency.ideas": _Names({name: one.text for name, one in guidebook.ideas.items()}),
        "allow": _Names(rules),
        "icon": _Names(icons),
        "country": _Names(
            {name: getattr(one, "name", "") for name, one in guidebook.countries.items()}
        ),
        "house.values": _Names(asked),
        "FactGroup.values": _Names({**asked, **facts}),
    }


def _list_branches(guidebook: Guidebook) -> Iterator[tuple[str, str]]:
    for one in guidebook.playbooks:
        if isinstance(one, Emergency):
            for branch in one.branches:
                yield f"{one.id}#{branch.id}", branch.see


def _list_in(schema: dict[str, Any], names: _Names) -> dict[str, Any]:
    """A part of a schema with the names that fit: as words to choose from, or as keys."""
    if schema.get("type") == _TEXT_TYPE:
        described: dict[str, Any] = {key: schema[key] for key in _SHOWN if key in schema}
        described["enum"] = list(names.known)
        if any(names.known.values()):
            described["enumDescriptions"] = list(names.known.values())
        return described
    if schema.get("type") == "object":
        (inner,) = schema.pop("patternProperties", {}).values() or [schema["additionalProperties"]]
        keys = {key: {**inner, "description": about} for key, about in names.known.items()}
        return {**schema, "properties": keys, "additionalProperties": False}
    changed = dict(schema)
    if "anyOf" in schema:
        changed["anyOf"] = [_list_in(one, names) for one in schema["anyOf"]]
    if "items" in schema:
        changed["items"] = _list_in(schema["items"], names)
    return changed


def _make_snippets(guidebook: Guidebook) -> Iterator[tuple[str, dict[str, str]]]:
    """What can be named inside a text: no schema reaches there."""
    about = guidebook.about
    groups: Iterable[tuple[str, str]] = [
        *((name, one.ask) for name, one in about.house_values.items()),
        *((name, one.name) for name, one in about.country_facts.items()),
        *((one.id, one.title) for one in guidebook.playbooks),
    ]
    for name, text in groups:
        yield (
            f"(({name}))",
            {
                "scope": "yaml",
                "prefix": f"(({name}",
                "body": f"(({name}))",
                "description": text,
            },
        )


def _write(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
