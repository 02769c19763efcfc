"""Taking turns: of several runs that write one folder, each waits for the one before it."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problem import GuidebookError

PATIENCE = 600.0
"""Seconds: a build of thousands of playbooks and their papers takes less."""
_LOOK = 0.1


@contextmanager
def take(
    place: Path, report: Callable[[str], None], *, patience: float = PATIENCE
) -> Iterator[None]:
    """Be the only one to write into a folder, which need not be there, until the end of the block.

    The system gives the turn back when a program ends in whatever way, so none is left behind.
    `report` is called if another program has to be waited for, with words that say so. Raises
    GuidebookError if that takes too long, or if nothing can be beside the folder.
    """
    if not place.absolute().name:  # the top of a disk
        raise GuidebookError(f"{place} cannot be replaced. Name a folder in it, such as public.")
    mark = place.absolute().with_name(f".{place.name}.lock")
    mark.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _wait(mark, place, report, patience)
    try:
        yield
    finally:
        # Deleted first: who has the file open finds that it is gone, and looks anew.
        if os.name != "nt":
            mark.unlink(missing_ok=True)
        os.close(descriptor)


def _wait(mark: Path, place: Path, report: Callable[[str], None], patience: float) -> int:
    end = time.monotonic() + patience
    has_told = False
    while (descriptor := _try(mark)) is None:
        if not has_told:
            report(f"Another run is writing {place}. This one goes on when that is done.")
            has_told = True
        if time.monotonic() > end:
            raise GuidebookError(
                f"Another run has been writing {place} for {patience:.0f} seconds. End it, or name"
                " another folder."
            )
        time.sleep(_LOOK)
    return descriptor


def _try(mark: Path) -> int | None:
    """Open the mark and have it alone; None if another one has it, or has just deleted it."""
    descriptor = os.open(mark, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        if _lock(descriptor) and os.path.samestat(os.fstat(descriptor), mark.stat()):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # there alone

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # as above

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
