"""The folder in which the editions of a guidebook are kept."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition, continue_with, take_down
from generator.model.kept_work import KeptWork
from generator.problem import Place, Problem
from generator.reader import edition_reader
from generator.views import edition_file
from generator.views.changes.report import EditionChanges, report_all

MOST = 10
"""So many editions back, pages show what changed."""


@dataclass(frozen=True)
class EditionFolder:
    """The editions in a folder, by the path of their file, the newest last."""

    place: Path
    editions: Mapping[Path, KeptEdition]
    problems: tuple[Problem, ...] = ()

    def continue_with(
        self, guidebook: Guidebook, work: KeptWork | None = None
    ) -> tuple[KeptEdition, ...]:
        """All editions, and what the guidebook says now if that is another.

        Of playbooks, `work` may know that.
        """
        now = take_down(guidebook, find_today(), work)
        return continue_with(tuple(self.editions.values()), now)

    def report(
        self, guidebook: Guidebook, *, history: Sequence[KeptEdition] | None = None
    ) -> list[EditionChanges]:
        """What changed from edition to edition up to now, as far back as pages show.

        `history` is what `continue_with` gave, if it has been asked.
        """
        editions = self.continue_with(guidebook) if history is None else history
        return report_all(editions[-MOST - 1 :], guidebook)

    def take_down(self, guidebook: Guidebook) -> KeptEdition:
        """What the guidebook says now, as an edition of today."""
        return take_down(guidebook, find_today())

    def record(self, history: Sequence[KeptEdition]) -> Path | None:
        """Write what the guidebook says now if that is an edition of its own; returns its file.

        `history` is what `continue_with` gave. A folder that cannot be written costs nothing but
        the edition.
        """
        newest = history[-1]
        kept = {id(edition): path for path, edition in self.editions.items()}
        if id(newest) in kept:
            return None
        left = [path for key, path in kept.items() if key not in map(id, history)]
        target = left[0] if left else self._find_free(edition_file.name_file(newest))
        content = edition_file.make_json(newest).encode()
        folder.keep(target, content)
        return target if folder.read_kept(target) == content else None

    def _find_free(self, name: str) -> Path:
        """A path that is not taken; a broken file, too, stays until somebody looks at it."""
        stem, number, target = Path(name).stem, 1, self.place / name
        while target.exists():
            number += 1
            target = self.place / f"{stem}-{number}{edition_file.ENDING}"
        return target


def read(place: Path, *, shown: str) -> EditionFolder:
    """Read every edition in a folder, which need not be there.

    `shown` is how the folder is called in problems.
    """
    found: dict[Path, KeptEdition] = {}
    problems: list[Problem] = []
    for path in sorted(place.glob(f"*{edition_file.ENDING}")) if place.is_dir() else ():
        if path.is_symlink():
            problems.append(folder.refuse_link(Place(f"{shown}/{path.name}")))
            continue
        edition = read_file(path, shown=f"{shown}/{path.name}")
        if isinstance(edition, Problem):
            problems.append(edition)
        else:
            found[path] = edition
    by_name = {path.as_posix(): path for path in found}
    order = edition_reader.sort({name: found[path] for name, path in by_name.items()})
    return EditionFolder(
        place, {by_name[name]: found[by_name[name]] for name in order}, tuple(problems)
    )


def read_file(path: Path, *, shown: str) -> KeptEdition | Problem:
    """Read one edition, or say what is wrong with its file."""
    try:
        with path.open("rb") as stream:
            return edition_reader.read(shown, stream.read(edition_reader.MAX_BYTES + 1))
    except OSError as error:
        return edition_reader.refuse(
            Place(shown), f"This file cannot be opened ({error.strerror})."
        )


def find_today() -> date:
    """Today, or the day that a build has to take for it, so that it can be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
