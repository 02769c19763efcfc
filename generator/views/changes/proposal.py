"""What is handed in: the files that changed, and what that means, item by item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import paths
from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition
from generator.views import file_difference
from generator.views.changes import listings
from generator.views.changes.message import write_message
from generator.views.changes.report import EditionChanges, report


@dataclass(frozen=True)
class FileChange:
    """A file before and now; None where it was not there, or is no more.

    `name` is its path in the folder of playbooks, "" for a file beside it.
    """

    path: str
    before: bytes | None
    now: bytes | None
    name: str = ""

    @property
    def verb(self) -> str:
        """What became of it."""
        return "new" if self.before is None else "taken out" if self.now is None else "changed"

    @property
    def lines(self) -> str:
        """What differs line by line."""
        if b"\0" in (self.before or b"") + (self.now or b""):
            return ""
        return file_difference.write_difference(self.path, self.before or b"", self.now or b"")


@dataclass(frozen=True)
class Proposal:
    """What somebody hands in. Without `changes`, one of the two versions could not be read."""

    files: tuple[FileChange, ...]
    changes: EditionChanges | None
    unmentioned: tuple[FileChange, ...]
    """The files that `changes` does not mention, which are shown line by line."""

    @cached_property
    def message(self) -> str:
        """What the change may be called."""
        return write_message(self.changes, {one.path: one.verb for one in self.unmentioned})

    def write_text(self) -> str:
        """The change for a terminal."""
        parts = [listings.write_items(self.changes).lstrip("\n")] if self.changes else []
        parts += [one.lines or f"{one.path} ({one.verb})\n" for one in self.unmentioned]
        return "\n".join(filter(None, parts))


def propose(
    files: Sequence[FileChange],
    before: Guidebook | None,
    now: Guidebook | None,
    *,
    days: tuple[date, date],
) -> Proposal:
    """Tell what changed between two versions that differ in these files."""
    if before is None or now is None:
        return Proposal(tuple(files), None, tuple(files))
    # Nothing is left out as in an edition that is kept: who hands in wants to see all of it.
    old, new = map(KeptEdition, days, map(make_edition, (before, now)))
    changes = report(old, new, now)
    mentioned = {
        name
        for name in {*before.by_id, *now.by_id}
        if before.by_id.get(name) != now.by_id.get(name)
    }
    unmentioned = [
        one for one in files if "/" not in one.name or paths.find_id(one.name) not in mentioned
    ]
    return Proposal(tuple(files), changes, tuple(unmentioned))
