"""Changes of files one after the other, and back, as long as nobody else writes them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from generator.adapters import folder
from generator.reader.yaml_text.item_edit import Change, change_file

_Step = Mapping[str, tuple[bytes | None, bytes | None]]


class Outcome(NamedTuple):
    """What came of a change."""

    digest: str
    conflicts: tuple[Any, ...] = ()


@dataclass
class EditSession:
    """Writes files of a folder, and a company's own beside it."""

    folder: Path
    house: Path | None = None
    done: list[_Step] = field(default_factory=list)
    undone: list[_Step] = field(default_factory=list)

    def _place(self, name: str) -> Path:
        if self.house and name == self.house.name:
            return self.house
        return self.folder / name

    def find_digest(self, name: str) -> str:
        """A digest of a file."""
        content = self._read(name)
        return hashlib.sha256(content).hexdigest() if content is not None else ""

    def change(self, name: str, digest: str, changes: Sequence[Change]) -> Outcome:  # noqa: ARG002
        """Change a file."""
        before = self._place(name).read_bytes()
        self.write_all({name: change_file(name, before, changes)})
        return Outcome(self.find_digest(name))

    def create(self, name: str, content: bytes) -> Outcome:
        """Make a file."""
        self.write_all({name: content})
        return Outcome(self.find_digest(name))

    def write_all(self, changed: Mapping[str, bytes | None]) -> None:
        """Write several files in one step; None takes one away."""
        step = {name: (self._read(name), after) for name, after in changed.items()}
        self._write(changed)
        self.done.append(step)
        self.undone.clear()

    def undo(self) -> Outcome:
        """Go back."""
        step = self.done.pop()
        self._write({name: before for name, (before, _) in step.items()})
        self.undone.append(step)
        return Outcome(self.find_digest(next(iter(step))))

    def redo(self) -> Outcome:
        """Go on again."""
        step = self.undone.pop()
        self._write({name: after for name, (_, after) in step.items()})
        self.done.append(step)
        return Outcome(self.find_digest(next(iter(step))))

    def _read(self, name: str) -> bytes | None:
        place = self._place(name)
        return place.read_bytes() if place.is_file() else None

    def _write(self, changed: Mapping[str, bytes | None]) -> None:
        for name, content in changed.items():
            if content is None:
                self._place(name).unlink(missing_ok=True)
            else:
                folder.replace(self._place(name), content)

    @property
    def can_undo(self) -> bool:
        """Whether there is a way back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a way on."""
        return bool(self.undone)
