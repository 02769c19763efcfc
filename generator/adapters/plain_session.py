"""Changes of files one after the other, and back, as long as nobody else writes them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from generator.reader.yaml_text.item_edit import Change, change_file


class Outcome(NamedTuple):
    """What came of a change."""

    digest: str
    conflicts: tuple[Any, ...] = ()


@dataclass
class EditSession:
    """Writes files of a folder."""

    folder: Path
    done: list[tuple[str, bytes, bytes]] = field(default_factory=list)
    undone: list[tuple[str, bytes, bytes]] = field(default_factory=list)

    def find_digest(self, name: str) -> str:
        """A digest of a file."""
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest()

    def change(self, name: str, digest: str, changes: Sequence[Change]) -> Outcome:  # noqa: ARG002
        """Change a file."""
        before = (self.folder / name).read_bytes()
        return self._write(name, before, change_file(name, before, changes), self.done)

    def undo(self) -> Outcome:
        """Go back."""
        name, before, after = self.done.pop()
        return self._write(name, after, before, self.undone)

    def redo(self) -> Outcome:
        """Go on again."""
        name, before, after = self.undone.pop()
        return self._write(name, after, before, self.done)

    def _write(
        self, name: str, before: bytes, after: bytes, stack: list[tuple[str, bytes, bytes]]
    ) -> Outcome:
        (self.folder / name).write_bytes(after)
        stack.append((name, before, after))
        return Outcome(self.find_digest(name))

    @property
    def can_undo(self) -> bool:
        """Whether there is a way back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a way on."""
        return bool(self.undone)
