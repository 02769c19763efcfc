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
    made = path.with_name(f".{path.name}.{os.getpid()}{_ENDING}")
    try:
        made.write_bytes(content)
        if path.is_file() and not path.is_symlink():
            shutil.copymode(path, made)
        made.replace(path)
    except OSError as error:  # it names the file that is made on the way, which nobody knows
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        made.unlink(missing_ok=True)


def clear_left(path: Path) -> None:
    """Delete what runs that are no more left beside a file."""
    for left in path.parent.glob(f".{_escape(path.name)}.*{_ENDING}"):
        found = _MADE.fullmatch(left.name)
        if found and found[1] == path.name:
            with contextlib.suppress(OSError):
                if not is_at_work(int(found[2]), left):
                    left.unlink()


def is_unfinished(path: Path) -> bool:
    """Whether a file is one that a run was writing when it was stopped, or is writing now."""
    return _MADE.fullmatch(path.name) is not None


def _escape(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


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
