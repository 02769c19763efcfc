"""Another name for an owner, a source or an idea, in all files that name it, as one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.adapters.conflict_desk import ConflictDesk
from generator.adapters.edit_session import EditSession, Outcome
from generator.adapters.editing import Editing
from generator.problem import GuidebookError
from generator.reader import record_renaming
from generator.reader.item_merge import Conflict, find_settlement
from generator.reader.yaml_text.item_edit import change_file


@dataclass(frozen=True)
class RecordNaming:
    """Writes the file of a record, and those that name it as they were read last."""

    editing: Editing
    session: EditSession
    conflicts: ConflictDesk

    def rename(
        self,
        path: str,
        base: bytes | None,
        content: bytes,
        *,
        named_as: tuple[str, str],
        new: str,
    ) -> Mapping[str, object]:
        """Write what a file as a page saw it has become, and the new name in all others.

        Where somebody else gave the record another name meanwhile, nothing is written: the name
        that is chosen is for all files.
        """
        found = self.session.find_conflicts(path, base, content)
        if found:
            outcome = Outcome(self.session.find_digest(path), found)
            return self.conflicts.finish(outcome, partial(self._settle, named_as, new))
        return self.conflicts.finish(self._write(path, base, content, named_as, new))

    def _settle(
        self, named_as: tuple[str, str], new: str, digest: str, conflict: Conflict
    ) -> Outcome:
        """Write the new name after all, also where the other one is used."""
        self.editing.read_now()
        path = conflict.file
        seen = self.session.find_seen(path, digest)
        content = change_file(path, seen, [find_settlement(seen, conflict)])
        theirs = _find_name(conflict.theirs) or named_as[1]
        return self._write(path, seen, content, (named_as[0], theirs), new)

    def _write(
        self, path: str, base: bytes | None, content: bytes, named_as: tuple[str, str], new: str
    ) -> Outcome:
        reading = self.editing.project.reading
        if reading is None:
            raise GuidebookError("The guidebook cannot be read yet.")
        others = record_renaming.rename(reading, named_as, new)
        bases = {name: reading.layers[-1].files[name] for name in others}
        return self.session.write_all({path: content, **others}, {path: base, **bases})


def _find_name(value: Any) -> str:
    """The name of a record, in whichever form it is written."""
    found = value.get("name") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""
