"""A digest of all that a run reads, so that the next run knows whether anything has changed."""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
_NEVER_READ = ("__pycache__", ".cache", ".git")
_MOST = 1_000_000
"""Bytes: of a larger file at the top of a folder only the name counts, since nothing reads it."""


@dataclass(frozen=True)
class Inputs:
    """Where a run reads: whole folders, the files right in some but for those `besides`, and files.

    What is not there counts as well.
    """

    trees: tuple[str, ...] = ()
    tops: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def digest(self) -> str:
        """A digest of every name and every byte. Raises OSError if one cannot be read."""
        total = hashlib.sha256()
        for top in self.trees:
            total.update(f"\0tree {top}\0".encode("utf-8", "surrogateescape"))
            for name, entry in walk(top):
                _add(total, name, entry)
        for top in self.tops:
            total.update(f"\0top {top}\0".encode("utf-8", "surrogateescape"))
            for entry in _list(top):
                hidden = entry.name.startswith(".") or entry.name in self.besides
                if not hidden and entry.is_file():
                    _add_shallow(total, entry)
        for path in self.files:
            content = Path(path).read_bytes() if Path(path).is_file() else b""
            total.update(f"\0file {path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            total.update(content)
        return total.hexdigest()


@cache
def find_version() -> str:
    """What this program is, and the day it is run on.

    A day changes what is overdue; SOURCE_DATE_EPOCH changes which day pages are of.
    """
    day = f"{find_program()} {date.today()} {os.environ.get('SOURCE_DATE_EPOCH')}"
    return hashlib.sha256(day.encode()).hexdigest()


@cache
def find_program() -> str:
    """What this program is: its own code, and what it is built on."""
    total = hashlib.sha256(sys.version.encode())
    for name, entry in walk(str(PACKAGE)):
        status = entry.stat(follow_symlinks=False)
        total.update(f"\0{name} {status.st_size} {status.st_mtime_ns}".encode())
    for place in sorted({sysconfig.get_path(kind) for kind in ("purelib", "platlib")}):
        for entry in _list(place):
            if entry.name.endswith((".dist-info", ".egg-info")):
                total.update(f"\0{entry.name}".encode())
    return total.hexdigest()


def stamp(top: str) -> dict[str, list[int]]:
    """What the disk says of every file in a folder without opening it; a change changes it."""
    found = {}
    for name, entry in walk(top):
        status = entry.stat(follow_symlinks=False)
        found[name] = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    return found


def walk(top: str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file and link below a folder, by its path in it; nothing if there is no such folder."""
    for entry in _list(top):
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _NEVER_READ:
                yield from walk(entry.path, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


def _list(top: str) -> Collection[os.DirEntry[str]]:
    if not os.path.isdir(top):  # noqa: PTH112  # a thousand folders take a while
        return ()
    with os.scandir(top) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _add(total: "hashlib._Hash", name: str, entry: os.DirEntry[str]) -> None:
    if entry.is_symlink():
        content = os.fsencode(os.readlink(entry.path))  # noqa: PTH115  # as above
    elif entry.is_file(follow_symlinks=False):
        with open(entry.path, "rb", 0) as stream:  # noqa: PTH123  # as above
            content = stream.read()
    else:
        content = b""  # a pipe or the like, which nothing opens
    total.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
    total.update(content)


def _add_shallow(total: "hashlib._Hash", entry: os.DirEntry[str]) -> None:
    status = entry.stat()
    total.update(f"{entry.name}\0{status.st_size}\0".encode("utf-8", "surrogateescape"))
    if status.st_size <= _MOST:
        with open(entry.path, "rb", 0) as stream:  # noqa: PTH123  # as above
            total.update(stream.read())
