"""Copies of a guidebook's files as they were, for a folder that is not under git.

Each is in a folder of its day. The newest holds every file as it was when something was handed
in last; in those before it only what had changed since is left.
"""

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.adapters import folder, own_files, whole_file
from generator.adapters.project import Project

STORE = Path(".guidebook/before")
"""Where the copies are, beside the settings."""

_DONE = ".handed-in"
_NAME = re.compile(r"\d{4}-\d\d-\d\d(-\d+)?")


@dataclass(frozen=True)
class DatedCopies:
    """The copies of a project."""

    project: Project

    @property
    def store(self) -> Path:
        """The folder of all copies."""
        return self.project.home / STORE

    def find_open(self) -> Path | None:
        """The folder of what has not been handed in; None if there is none yet."""
        found = [one for one in self._list() if not (one / _DONE).exists()]
        return found[-1] if found else None

    def begin(self, day: date) -> bool:
        """Copy every file, unless that was done; whether it had to be.

        A run that is stopped meanwhile leaves nothing that counts.
        """
        self._tidy()
        if self.find_open():
            return False
        self._copy(own_files.read(self.project), day)
        return True

    def _copy(self, files: Mapping[str, bytes], day: date) -> None:
        self.store.mkdir(parents=True, exist_ok=True)
        # What is kept here is for this computer, should the folder come under git one day.
        whole_file.put(self.store / ".gitignore", b"*\n")
        made = self.store / f".{os.getpid()}.new"
        try:
            made.mkdir()
            for path, content in files.items():
                whole_file.put(made / path, content)
            made.rename(self._name(day))
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def read(self) -> dict[str, bytes]:
        """The copies that are open, by their path in the project."""
        opened = self.find_open()
        found = folder.read_tree(opened) if opened else {}
        return {
            path: content
            for path, content in found.items()
            if not whole_file.is_unfinished(Path(path))
        }

    def end(self, handed: Mapping[str, bytes | None], day: date) -> None:
        """These files were handed in, None for one that is gone: keep how they were, begin anew.

        What was written meanwhile is not among them, and is handed in the next time.
        """
        opened = self.find_open()
        if opened is None:
            return
        known = {**self.read(), **handed}
        whole_file.put(opened / _DONE, "\n".join([str(day), *sorted(handed)]).encode())
        self._tidy()
        self._copy({path: one for path, one in known.items() if one is not None}, day)

    def _tidy(self) -> None:
        """Delete copies of what had not changed when others were handed in, and unfinished ones."""
        for left in self.store.glob(".*.new"):
            number = left.name.split(".")[1]
            if number.isdecimal() and not whole_file.is_at_work(int(number), left):
                shutil.rmtree(left, ignore_errors=True)
        for closed in self._list():
            done = closed / _DONE
            if not done.exists():
                continue
            _, *kept = done.read_text("utf-8", "replace").splitlines()
            names = [name for name in folder.read_tree(closed) if name not in {*kept, _DONE}]
            for name in names if kept else ():
                (closed / name).unlink(missing_ok=True)
            for place, _, _ in os.walk(closed, topdown=False):
                with suppress(OSError):
                    Path(place).rmdir()  # only what is empty

    def _list(self) -> list[Path]:
        if not self.store.is_dir():
            return []
        found = [one for one in self.store.iterdir() if one.is_dir() and _NAME.fullmatch(one.name)]
        return sorted(found, key=lambda one: (one.name[:10], int(one.name[11:] or 1)))

    def _name(self, day: date) -> Path:
        target, number = self.store / day.isoformat(), 1
        while target.exists():
            number += 1
            target = self.store / f"{day.isoformat()}-{number}"
        return target
