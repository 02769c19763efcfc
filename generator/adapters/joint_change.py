"""Changes of several files that belong together: all are made, also if the program is stopped.

They are taken down in one file first. The run after one that was stopped goes on with that.
"""

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.adapters import whole_file

FILE = ".guidebook-change.json"


def make(home: Path, changes: Mapping[Path, bytes | None]) -> None:
    """Change files below a folder; None takes one away.

    Raises OSError if one cannot be changed, and then all are as they were.
    """
    top = home.absolute()
    note = {
        path.absolute().relative_to(top).as_posix(): (
            None if content is None else base64.b64encode(content).decode()
        )
        for path, content in changes.items()
    }
    before = {path: path.read_bytes() if path.is_file() else None for path in changes}
    whole_file.put(home / FILE, json.dumps(note).encode())
    try:
        finish(home)
    except OSError:
        (home / FILE).unlink(missing_ok=True)
        for path, content in before.items():
            with suppress(OSError):  # one that could not be changed is as it was
                change_one(path, content)
        raise


def finish(home: Path) -> None:
    """Make what a run that was stopped had taken down; what is no such note is left alone."""
    place = home / FILE
    if place.is_symlink() or not place.is_file():
        return
    for path, content in _read(place).items():
        whole_file.clear_left(home / path)
        change_one(home / path, content)
    place.unlink(missing_ok=True)


def change_one(path: Path, content: bytes | None) -> None:
    """Change a file; None takes it away."""
    if content is None:
        path.unlink(missing_ok=True)
    else:
        whole_file.put(path, content)


def _read(place: Path) -> dict[str, bytes | None]:
    """The changes of a note: those of YAML files below its folder, since anybody can write one."""
    try:
        note = json.loads(place.read_text("utf-8"))
        found = {
            str(name): None if content is None else base64.b64decode(content, validate=True)
            for name, content in note.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return {name: content for name, content in found.items() if _is_inside(place.parent, name)}


def _is_inside(home: Path, name: str) -> bool:
    path = PurePosixPath(name)
    plain = not path.is_absolute() and ".." not in path.parts and path.suffix == ".yml"
    return plain and not any((home / one).is_symlink() for one in (path, *path.parents))
