"""Giving an owner, a source or an idea another name, in every file that names it."""

import re
from collections.abc import Container

from generator.problem import GuidebookError
from generator.reader import layered_change, record_namings
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text.item_edit import Change, Set, change_file

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_MOST = 40


def find_fault(new: str, taken: Container[str]) -> tuple[str, str] | None:
    """What is wrong with a new id, and the remedy; None if it can be used."""
    if not _ID.fullmatch(new) or len(new) > _MOST:
        remedy = f"Begin with a letter; then letters, digits and hyphens, up to {_MOST} in all."
        return f"“{new}” is no id." if new else "An id is needed.", remedy
    return (f"“{new}” is taken.", "Choose another id.") if new in taken else None


def rename(reading: Reading, named_as: tuple[str, str], new: str) -> dict[str, bytes]:
    """The project's own files that name a record, with its new name; its own file stays.

    `named_as` is the field that names it, and the old name. Raises GuidebookError if a file cannot
    be changed, or is of a guidebook below.
    """
    namings: dict[str, list[Change]] = {}
    for one in record_namings.find_all(reading.parsed).get(named_as, ()):
        namings.setdefault(one.file, []).append(Set(one.loc, new))
    own = reading.layers[-1].files
    changed = {}
    for file, changes in namings.items():
        path = reading.find_own(find_name(file))
        if path is None:
            raise GuidebookError(f"{file} names it too, and is of the guidebook that you build on.")
        if layered_change.is_layered(reading, file, own[path]):
            changed[path] = layered_change.change(reading, file, own[path], changes)
        else:
            changed[path] = change_file(path, own[path], changes)
    return changed
