"""Files that are there whole or not at all, also if the program is stopped while it writes them."""

import contextlib
import os
import re
import shutil
import time
from pathlib import Path

_ENDING = ".new"
_HOUR = 3600
_MADE = re.compile(r"\.(.+)\.(\d+)\.new")


def put(path: Path, content: bytes) -> None:
    """Write a file, new or in the place of one, with the folders that lead to it.

    A link in its place gives way to it: nothing is written where a link leads. What an earlier run
    left beside it, when it was stopped, is deleted.
    """
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_left(path)
    replace(path, content)


def replace(path: Path, content: bytes) -> None:
    """Write a file as `put` does, into a folder that is there and in which nothing was left.

    Whoever writes many files into one folder clears it once: to look for what is left beside each
    of them takes longer the more there are.
    """
    made = path.with_name(f".{path.name}.{os.getpid()}{_ENDING}")
    try:
        made.write_bytes(content)
        if path.is_file() and not path.is_symlink():
            shutil.copymode(path, made)
        made.replace(path)
    except OSError as error:  # it names the file that is made on the way, which nobody knows
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        made.unlink(missing_ok=True)


def clear_left(path: Path) -> None:
    """Delete what runs that are no more left beside a file."""
    _clear(path.parent, path.name)


def clear_folder(folder: Path) -> None:
    """Delete what runs that are no more left in a folder, beside any of its files."""
    _clear(folder)


def _clear(folder: Path, name: str | None = None) -> None:
    start = "." if name is None else f".{name}."
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(start):
                continue
            made = _MADE.fullmatch(entry.name)
            if made and name in (None, made[1]):
                with contextlib.suppress(OSError):
                    if not is_at_work(int(made[2]), Path(entry.path)):
                        Path(entry.path).unlink()


def is_unfinished(path: Path) -> bool:
    """Whether a file is one that a run was writing when it was stopped, or is writing now."""
    return _MADE.fullmatch(path.name) is not None


def is_at_work(number: int, made: Path) -> bool:
    """Whether the process with this number is there; on Windows, asking would end it."""
    if os.name == "nt":
        return time.time() - made.stat().st_mtime < _HOUR
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
