"""What the last build read and wrote: if neither has changed, there is nothing to do.

It is kept in `.cache/build` beside the settings.
"""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.adapters import input_digest, sealed_file
from generator.adapters.input_digest import Inputs

STORE = Path(".cache/build")

Kept = Sequence[dict[str, Any]]
"""Inputs as they are kept: where they are, and what their digest was."""


@dataclass(frozen=True)
class Done:
    """A build that need not be done again: where its site is, and what the check had to say."""

    live: Path
    report: str


@dataclass
class KeptBuild:
    """The last build with these settings into this folder; without a folder, into theirs."""

    config_file: Path
    site_dir: Path | None = None
    _started: dict[str, str] = field(default_factory=dict, init=False)
    _inputs: dict[str, Inputs] = field(default_factory=dict, init=False)

    @property
    def place(self) -> Path:
        """The file that it is kept in."""
        words = f"{self.config_file.absolute()}\0{self.site_dir and self.site_dir.absolute()}"
        name = hashlib.sha256(os.fsencode(words)).hexdigest()[:16]
        return self.config_file.absolute().parent / STORE / f"{name}.json"

    @property
    def pages(self) -> Path:
        """The file that its pages are kept in."""
        return self.place.with_suffix(".pages")

    @property
    def reading(self) -> Path:
        """The file of what was read and checked, whatever the settings and the folder."""
        return find_reading(self.config_file.absolute().parent)

    @property
    def spare(self) -> Path:
        """The folder of the site before the last one."""
        return self.place.with_suffix(".spare")

    def find_live(self) -> Path | None:
        """Where the site of the last build is, if one is known."""
        kept = sealed_file.read(self.place)
        return Path(kept["live"]) if kept else None

    def recall(self) -> Done | None:
        """The last build, if everything is as it left it."""
        kept = sealed_file.read(self.place)
        if kept is None or not is_same(kept["inputs"]):
            return None
        try:
            is_whole = input_digest.stamp(kept["live"]) == kept["files"]
        except OSError:
            return None
        return Done(Path(kept["live"]), kept["report"]) if is_whole else None

    def start(self, inputs: Inputs, own: Inputs) -> None:
        """Take down what is read, before it is; `own` is what a build itself adds to."""
        self._inputs = {"inputs": inputs, "own": own}
        self._started = {"inputs": self._digest(inputs)}

    def keep(self, live: Path, report: str) -> Kept | None:
        """Keep a finished build, if what it read has not changed meanwhile; return what that was.

        A folder that cannot be written costs the next run time, and nothing else.
        """
        if not self._inputs:
            return None
        digests = {name: self._digest(one) for name, one in self._inputs.items()}
        if not all(digests.values()) or digests["inputs"] != self._started.get("inputs"):
            return None
        inputs = [
            {"where": vars(one), "digest": digests[name]} for name, one in self._inputs.items()
        ]
        with suppress(OSError):
            files = input_digest.stamp(str(live))
            kept = {"live": str(live), "report": report, "inputs": inputs, "files": files}
            try_to_write(self.place, kept)
        return inputs

    def _digest(self, inputs: Inputs) -> str:
        try:
            return inputs.digest()
        except OSError:
            return ""


def is_same(kept: Kept) -> bool:
    """Whether inputs are as they were."""
    try:
        return all(Inputs(**one["where"]).digest() == one["digest"] for one in kept)
    except OSError:
        return False


def try_to_write(place: Path, values: dict[str, Any]) -> None:
    """Keep values where that can be done."""
    with suppress(OSError, ValueError):
        sealed_file.write(place, values)


def find_reading(home: Path) -> Path:
    """The file in which a build keeps what it has read and checked, for each run after it."""
    return home / STORE / "reading"
