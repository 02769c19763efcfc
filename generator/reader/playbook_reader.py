"""Playbooks, each in its place; of one that has faults, what can be read of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError

from generator.checks.context import ANY_OWNER, ANY_PLAYBOOK
from generator.model import paths
from generator.model.emergency_playbook import Emergency, EmergencyFile
from generator.model.file_models import choose_model
from generator.model.playbook import Playbook, PlaybookFile, StandardFile, StandardPlaybook
from generator.reader.file_reader import FileReader
from generator.reader.memory import Memory
from generator.reader.yaml_text import ParsedFile

_UNREAD = "unread"
_COMMON = {
    "title": _UNREAD,
    "audience": "everyone",
    "purpose": _UNREAD,
    "owner": ANY_OWNER,
    "reviewed": "2000-01-01",
    "checklist": [_UNREAD],
}
_BRANCH = {"see": _UNREAD, "now": [_UNREAD]}
# Takes the place of what is missing or wrong in a playbook that has faults; it names nothing.
_PLACEHOLDERS: Mapping[type[PlaybookFile], Mapping[str, object]] = {
    StandardFile: {
        **_COMMON,
        "kind": "scenario",
        "steps": [_UNREAD],
        "say": [_UNREAD],
        "stop": _UNREAD,
    },
    EmergencyFile: {**_COMMON, "kind": "emergency", "branches": [{**_BRANCH, "id": _UNREAD}]},
}
_WITH_ITEMS = ("related", "branches", "steps", "say", "avoid")


@dataclass(frozen=True)
class Playbooks:
    """The playbooks of a folder. `parts` are what could be read of those that have faults."""

    sound: tuple[Playbook, ...]
    parts: tuple[Playbook, ...]


def read_all(files: FileReader, names: Sequence[str]) -> Playbooks:
    """Read the playbooks with these names; `files` collects what is wrong with them."""
    sound: list[Playbook] = []
    parts: list[Playbook] = []
    for name in names:
        if record := files.read_any(name, choose_model):
            sound.append(_recall_placed(files.memory, record, name))
        elif part := _salvage(files.parsed.get(name)):
            parts.append(place(part, name))
    return Playbooks(tuple(sound), tuple(parts))


def _recall_placed(memory: Memory, record: PlaybookFile, name: str) -> Playbook:
    made_of, placed = memory.placed.get(name, (None, None))
    if made_of is not record:
        placed = place(record, name)
        memory.placed[name] = record, placed
    return cast("Playbook", placed)


def place(record: PlaybookFile, name: str) -> Playbook:
    """A playbook in its place, which its file's path says."""
    placed = Emergency if isinstance(record, EmergencyFile) else StandardPlaybook
    return placed.model_construct(
        **dict(record), id=paths.find_id(name), chapter=name.rpartition("/")[0], path=name
    )


def _salvage(parsed: ParsedFile | None) -> PlaybookFile | None:
    """What can be read of a playbook that has faults, so that its names are checked as well."""
    if parsed is None or not isinstance(parsed.data, dict):
        return None
    model = choose_model(parsed.data)
    try:
        return model.model_validate(parsed.data)
    except ValidationError as error:
        places = {one["loc"][:2] for one in error.errors(include_url=False) if one["loc"]}
    wrong = {place[0] for place in places}
    right: dict[str, object] = {
        key: value for key, value in parsed.data.items() if key not in wrong
    }
    for name in _WITH_ITEMS:
        items = parsed.data.get(name)
        if name in wrong and isinstance(items, list) and (name,) not in places:
            right[name] = [
                _stand_in(name, index) if (name, index) in places else item
                for index, item in enumerate(items)
            ]
    if "allow" in wrong:
        right["allow"] = _list_allowed(parsed.data["allow"])
    try:
        return model.model_validate({**_PLACEHOLDERS[model], **right})
    except ValidationError:
        return None


def _list_allowed(value: object) -> Mapping[str, str]:
    """The rules that a playbook means to switch off, if not why: they stay silent."""
    names = value if isinstance(value, dict | list) else [value]
    return {name: _UNREAD for name in names if isinstance(name, str)}


def _stand_in(name: str, index: int) -> object:
    """What takes the place of one item that is wrong, so that those beside it keep theirs."""
    if name == "branches":
        return {**_BRANCH, "id": f"{_UNREAD}-{index}"}
    return ANY_PLAYBOOK if name == "related" else _UNREAD
