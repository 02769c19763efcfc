"""Where two people changed the same: what each wrote, and writing the other one after all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.adapters.edit_desk import Desk
from generator.adapters.edit_session import EditSession, Outcome
from generator.adapters.editing import Editing
from generator.problem import GuidebookError
from generator.reader.item_merge import Conflict

_MOST = 200

Settle = Callable[[str, Conflict], Outcome]
"""Writes mine where theirs was kept, in the file that the digest names."""


@dataclass
class ConflictDesk:
    """Tells pages what came of a step. They name a conflict by a number, and never a change."""

    editing: Editing
    session: EditSession
    _open: dict[int, tuple[Settle, str, Conflict]] = field(default_factory=dict)
    _last: int = 0

    @property
    def desk(self) -> Desk:
        """What pages may have done, and ask."""
        return Desk(
            questions={"history": lambda _: self._describe_history()},
            actions={
                "settle": self.settle,
                "undo": lambda _: self.finish(self.session.undo()),
                "redo": lambda _: self.finish(self.session.redo()),
            },
        )

    def finish(self, outcome: Outcome, settle: Settle | None = None) -> Mapping[str, object]:
        """Show what was written, and report what somebody has to decide.

        `settle` does what is decided, where that is more than to write it.
        """
        self.editing.read_now()
        return {
            "digest": outcome.digest,
            "conflicts": [
                {
                    "number": self._note(settle or self.session.settle, one),
                    "loc": one.loc,
                    "was": one.was,
                    "theirs": one.theirs,
                    "mine": one.mine,
                }
                for one in outcome.conflicts
            ],
            "history": self._describe_history(),
        }

    def settle(self, asked: Mapping[str, Any]) -> object:
        """Write what this person wanted to say where the words of somebody else were kept."""
        number = asked.get("conflict")
        known = self._open.pop(number, None) if isinstance(number, int) else None
        if known is None:
            raise GuidebookError("This has been decided already. Load the page again.")
        settle, digest, conflict = known
        return self.finish(settle(digest, conflict), settle)

    def _note(self, settle: Settle, conflict: Conflict) -> int:
        self._last += 1
        self._open[self._last] = settle, self.session.find_digest(conflict.file), conflict
        if len(self._open) > _MOST:
            del self._open[next(iter(self._open))]
        return self._last

    def _describe_history(self) -> object:
        return {"undo": self.session.can_undo, "redo": self.session.can_redo}
