"""The only place that reads or writes a guidebook's files."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.problem import Place, Problem, Severity

MAX_BYTES = 256_000
_MANIFEST = ".guidebook-files.json"
_IGNORED = ("~", ".swp", ".bak", ".tmp")


@dataclass(frozen=True)
class Contents:
    """What stands in a folder of playbooks: bytes by path, and what could not be taken."""

    root: str
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def read(folder: Path, *, root: str | None = None) -> Contents:
    """Read every YAML file below a folder, following no symbolic link.

    Paths are relative to the folder and use `/`. `root` is how the folder is called in problems;
    it defaults to the folder as given. At most one byte over the size limit is read of each file.
    """
    shown = folder.as_posix() if root is None else root
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        place = Place(f"{shown}/{name}")
        if path.is_symlink():
            problems.append(
                Problem(
                    place,
                    "link",
                    "This is a link to another file or folder, and links are not followed.",
                    "Put the file itself here, or delete the link.",
                )
            )
        elif path.suffix != ".yml":
            problems.append(_stray(place, path))
        else:
            try:
                with path.open("rb") as stream:
                    files[name] = stream.read(MAX_BYTES + 1)
            except OSError as error:
                problems.append(
                    Problem(
                        place,
                        "unreadable",
                        f"This file cannot be opened ({error.strerror}).",
                        "Ask whoever looks after this computer to let you read it.",
                    )
                )
    return Contents(shown, files, tuple(problems))


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith(_IGNORED):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _stray(place: Place, path: Path) -> Problem:
    stem = path.name.partition(".")[0]
    if path.suffix == ".yaml" or ".yml" in path.suffixes:
        return Problem(
            place,
            "file-ending",
            f"The name “{path.name}” does not end in “.yml”, so it is not read.",
            f"Rename it to  {stem}.yml",
        )
    return Problem(
        place,
        "stray-file",
        f"“{path.name}” is not a playbook, and nothing here reads it.",
        "Move it out of this folder, or rename it if it should end in “.yml”.",
        Severity.WARNING,
    )


def write(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make a folder hold these files, and remove those of the last time that are gone.

    Only what differs is written, so that a watching program sees only what changed. Files that
    this function did not write are left alone. Returns how many files were written.
    """
    manifest = folder / _MANIFEST
    before = json.loads(manifest.read_text("utf-8")) if manifest.exists() else []
    written = 0
    for name, content in files.items():
        target = folder / name
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written += 1
    for name in set(before) - set(files):
        (folder / name).unlink(missing_ok=True)
        _remove_empty(folder, (folder / name).parent)
    manifest.write_text(json.dumps(sorted(files), indent=0), "utf-8")
    return written


def _remove_empty(top: Path, folder: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def read_tree(folder: Path, *, suffix: str = "") -> dict[str, bytes]:
    """Read every file below a folder whose name ends with `suffix`, by its relative path."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(suffix):
                path = Path(place, name)
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def list_tree(folder: Path) -> set[str]:
    """The relative path of every file below a folder."""
    return {
        Path(place, name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
    }


def remove(folder: Path) -> None:
    """Delete a folder with everything in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)
