"""What a check of one playbook says, as the last build knows it: nothing is read for it.

A build looks at all that such a check looks at. Whatever it read has to be as it was.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.adapters import kept_build, sealed_file

Report = Sequence[str]
"""What is said of a playbook: without colour, and with it."""

Reports = Mapping[str, Report]
"""The reports by the path of the playbook from the folder of the settings."""


def keep(home: Path, inputs: kept_build.Kept, reports: Reports) -> None:
    """Keep reports that follow from inputs; a folder that cannot be written costs only time."""
    same = list(dict.fromkeys(tuple(one) for one in reports.values()))
    numbers = {name: same.index(tuple(one)) for name, one in reports.items()}
    kept_build.try_to_write(_find(home), {"inputs": inputs, "texts": same, "reports": numbers})


def recall(path: Path, *, colour: bool) -> str | None:
    """What a check of a file in this folder says; None if that has to be found out.

    Paths are written as they are seen from this folder, so others are not asked.
    """
    home = Path.cwd()
    kept = sealed_file.read(_find(home))
    if kept is None or not path.absolute().is_relative_to(home):
        return None
    number = kept["reports"].get(path.absolute().relative_to(home).as_posix())
    if number is None or not kept_build.is_same(kept["inputs"]):
        return None
    text: str = kept["texts"][number][int(colour)]
    return text


def _find(home: Path) -> Path:
    return home / kept_build.STORE / "found"
