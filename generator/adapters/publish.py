"""Put a finished site in the place of the old one, so that there is always a whole one."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from generator.problem import GuidebookError

_Built = TypeVar("_Built")


def publish(live: Path, build: Callable[[Path], _Built], *, spare: Path | None = None) -> _Built:
    """Let `build` fill a folder beside `live`, then swap the two. Returns what `build` returns.

    With `spare`, the old site takes that name, and `build` fills it the next time: much in it is as
    it has to be. Otherwise the folder is empty, and the old site is deleted.
    If `build` raises, `live` stays as it was. Killed at any moment, the old or the new site is
    there whole; only between the two renames of a swap neither has the name `live`, and `recover`
    in the next run brings the old one back.
    """
    live = live.absolute()
    live.parent.mkdir(parents=True, exist_ok=True)
    recover(live)
    with make_scratch(live) as made:
        if spare:
            _take(spare, made)
            made.mkdir(exist_ok=True)
        made.chmod(0o755)
        built = build(made)
        swap(made, live)
        if spare:
            spare.parent.mkdir(parents=True, exist_ok=True)
            _take(made, spare)
    return built


@contextmanager
def make_scratch(live: Path) -> Iterator[Path]:
    """A folder beside a site for the length of the block; `recover` deletes what a kill leaves."""
    live.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = Path(tempfile.mkdtemp(prefix=_prefix(live), dir=live.parent))
    except OSError as error:  # it names that folder, which nobody knows
        raise OSError(error.errno, error.strerror, str(live)) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _take(place: Path, target: Path) -> None:
    """Move a folder where there is an empty one or none; from another disk it cannot be moved."""
    if place.is_dir() and not place.is_symlink():
        with suppress(OSError):
            target.rmdir()
        with suppress(OSError):
            place.rename(target)


def refuse_others(live: Path, *, mark: str) -> None:
    """Raise GuidebookError if a new site would take the place of anything but an earlier one.

    An earlier site is a folder that has the file `mark`, and no hidden files: a repository or a
    host's settings would be lost with the old site.
    """
    if live.is_file():
        raise GuidebookError(f"{live} is a file. Name a folder for the site.")
    names = sorted(one.name for one in live.iterdir()) if live.is_dir() else []
    hidden = [name for name in names if name.startswith(".")]
    if hidden or (names and mark not in names):
        raise GuidebookError(
            f"{live} holds {hidden[0] if hidden else names[0]}, which is no part of an earlier site"
            " and would be lost. Name a folder that is empty or not there yet, or move the file."
        )


def swap(made: Path, live: Path) -> None:
    """Let `made` take the name `live`; the old site takes the name `made`."""
    if not live.exists():
        made.rename(live)
    else:
        old = _old(live)
        live.rename(old)
        made.rename(live)
        old.rename(made)


def recover(live: Path) -> None:
    """Clean up what a killed run left: bring back the old site, delete half-built ones."""
    old = _old(live)
    if old.exists():
        if live.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(live)
    for left in live.parent.glob(f"{_prefix(live)}*"):
        shutil.rmtree(left, ignore_errors=True)


def _prefix(live: Path) -> str:
    return f".{live.name}.build-"


def _old(live: Path) -> Path:
    return live.with_name(f".{live.name}.old")
