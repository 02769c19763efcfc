"""Changing what comes from the guidebook that one builds on: only what differs is written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.model.file_models import find_model
from generator.model.yaml_model import YamlModel
from generator.problem import GuidebookError
from generator.reader import overlay_edit
from generator.reader.change_record import ChangeRecord
from generator.reader.composed_file import is_partial
from generator.reader.file_reader import FileReader
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.overlay_diff import write_difference
from generator.reader.yaml_text import parse, parse_bytes, read_text
from generator.reader.yaml_text.item_changes import make_change
from generator.reader.yaml_text.item_edit import Change, Delete, Set, change_file


def is_layered(reading: Reading, name: str, own: bytes | None) -> bool:
    """Whether a file is one of a layer below, or says only what differs from one."""
    text, _ = read_text(name, own) if own is not None else (None, ())
    if text is not None and not is_partial(parse(name, text).data):
        return False
    below = (path for one in reading.layers[:-1] for path in one.files)
    return any(find_name(path) == find_name(name) for path in below)


def read_full(reading: Reading, name: str) -> Any:
    """What a file says with all that is below it, in the long form of its model."""
    return _dump(_read(reading, name, len(reading.layers)))


def change(reading: Reading, name: str, own: bytes | None, changes: Sequence[Change]) -> bytes:
    """The project's own file after changes, whose locations are those of the model.

    It is made if there is none. Raises GuidebookError if they cannot be made.
    """
    base = _dump(_read(reading, name, len(reading.layers) - 1))
    wanted = read_full(reading, name)
    title = str(wanted.get("title", name))
    content = overlay_edit.start(find_name(name), title) if own is None else own
    for one in changes:
        wanted = make_change(wanted, one)
    wanted = _lengthen(name, wanted)
    for top in dict.fromkeys(str(one.loc[0]) for one in changes):
        content = _write_field(reading, name, content, top, base, wanted)
    return content


def _write_field(
    reading: Reading, name: str, content: bytes, top: str, base: Any, wanted: Any
) -> bytes:
    """Write what differs in a field on top; all of it where that leads to something else."""
    data = parse_bytes(name, content).data
    is_there = isinstance(data, dict) and top in data
    if base.get(top) == wanted.get(top):
        return change_file(name, content, [Delete((top,))]) if is_there else content
    ways = [write_difference(base.get(top), wanted.get(top)), wanted.get(top)]
    for way in ways:
        changed = change_file(name, content, [Set((top,), way)])
        found = _read(lay_over(reading, name, changed), name, len(reading.layers))
        if found is None or _dump(found).get(top) == wanted.get(top):
            return changed  # what cannot be read is reported by its reader
    raise GuidebookError(f"“{top}” cannot be changed by program. Change it by hand.")


def lay_over(reading: Reading, name: str, content: bytes) -> Reading:
    """The same reading with other bytes in the project's own file."""
    path = reading.find_own(find_name(name)) or name
    *below, own = reading.layers
    return replace(reading, layers=[*below, own.exchange(path, content)])


def _read(reading: Reading, name: str, count: int) -> YamlModel | None:
    """A file as the lowest layers say it."""
    layers = [one.keep(find_name(name)) for one in reading.layers[:count]]
    reader = FileReader(layers, ChangeRecord())
    path = next(iter(reader.stack), None)
    if path is None:
        return None
    return reader.read_any(path, lambda data: find_model(path, data))


def _dump(record: YamlModel | None) -> Any:
    if record is None:
        raise GuidebookError("What is below this file cannot be read.")
    return _write(record.model_dump(mode="json", exclude_defaults=True))


def _lengthen(name: str, data: Any) -> Any:
    """The long form of what a file is to say; as it is, where that cannot be read."""
    try:
        return _dump(find_model(name, data).model_validate(data))
    except ValidationError:
        return data


def _write(value: Any) -> Any:
    """A value as files hold it: words."""
    if isinstance(value, dict):
        return {str(name): _write(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_write(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)
