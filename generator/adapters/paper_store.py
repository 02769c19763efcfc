"""Papers on the disk: those of earlier runs, each by a key for all that it was made of."""

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters import folder, whole_file

_KEPT_DAYS = 30
_DAY = 86_400
_ENDING = ".pdf"
_PLANS = "plans.json"

Planned = Sequence[tuple[str, str]]
"""The papers of a part: the path of each, and its key."""


@dataclass(frozen=True, eq=False)
class Papers(Mapping[str, bytes]):
    """Papers by their path, read from the disk when somebody asks: many need much memory."""

    places: Mapping[str, Path | bytes]

    def __getitem__(self, path: str) -> bytes:
        """A finished paper."""
        place = self.places[path]
        return place if isinstance(place, bytes) else place.read_bytes()

    def __iter__(self) -> Iterator[str]:
        """Their paths."""
        return iter(self.places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.places)


@dataclass
class PaperStore:
    """The folder of papers that are kept for the next run; without one, nothing is kept.

    `plans` says of what each part of an earlier run consisted, by the digest of the part.
    """

    place: Path | None
    plans: Mapping[str, Planned] = field(default_factory=dict)
    _there: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look what is there."""
        if self.place and self.place.is_dir():
            whole_file.clear_folder(self.place)
            self.plans = _read_plans(self.place / _PLANS)
            with os.scandir(self.place) as entries:
                for entry in entries:
                    with suppress(OSError):  # another run may be at work here as well
                        status = entry.stat()
                        if status.st_size:  # a power cut may leave names of nothing
                            self._there[entry.name] = status.st_mtime

    def recall(self, digest: str) -> Planned | None:
        """Of what a part consists, if all of that is there."""
        planned = self.plans.get(digest)
        is_whole = planned is not None and all(
            f"{key}{_ENDING}" in self._there for _, key in planned
        )
        return planned if is_whole else None

    def take(self, key: str) -> Path | None:
        """Where a paper of an earlier run is; None if it is not there."""
        name = f"{key}{_ENDING}"
        if self.place is None or name not in self._there:
            return None
        kept = self.place / name
        if time.time() - self._there[name] > _DAY:
            with suppress(OSError):
                kept.touch()  # or it would be forgotten
        return kept

    def put(self, key: str, pdf: bytes) -> Path | bytes:
        """Keep a paper, and say where; a folder that cannot be written leaves it in memory."""
        if self.place is None:
            return pdf
        kept = self.place / f"{key}{_ENDING}"
        with suppress(OSError):
            self.place.mkdir(parents=True, exist_ok=True)
            whole_file.replace(kept, pdf)
        return kept if kept.is_file() else pdf

    def finish(self, plans: Mapping[str, Planned]) -> None:
        """Keep of what each part consists, and forget what nobody has used for long."""
        if self.place and plans != self.plans:
            folder.keep(self.place / _PLANS, json.dumps(plans, separators=(",", ":")).encode())
        if self.place:
            folder.forget(self.place, days=_KEPT_DAYS)


def _read_plans(path: Path) -> Mapping[str, Planned]:
    """What an earlier run wrote; nothing where somebody has changed it."""
    try:
        found = json.loads(path.read_bytes())
        return {one: [(str(a), str(b)) for a, b in papers] for one, papers in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
