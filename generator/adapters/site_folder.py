"""Fills a folder with a site, and touches only what is not there yet."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

_Status = os.stat_result


def fill(made: Path, files: Mapping[str, bytes], *, like: Path) -> None:
    """Make a folder hold these files by their paths in it, and nothing else, whatever is in it.

    A file that an earlier site, `like`, has as well is a second name of that one: it keeps its age,
    and takes no room. No file is ever changed in place, since another name may lead to it.
    """
    there = dict(_list(str(made)))
    old = dict(_list(str(like)))
    _clear(made, there, files)
    folders: set[str] = set()
    for name, content in files.items():
        target, earlier = f"{made}/{name}", f"{like}/{name}"
        own, theirs = there.get(name), old.get(name)
        is_same = theirs is not None and _holds(earlier, theirs, content)
        if is_same and own and theirs and os.path.samestat(own, theirs):
            continue
        if own:
            os.unlink(target)  # noqa: PTH108  # thousands of paths take a while
        folder = os.path.dirname(target)  # noqa: PTH120  # as above
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # as above
            folders.add(folder)
        if not (is_same and _link(earlier, target)):
            write_file(target, content)


def write_file(target: str, content: bytes) -> None:
    """Write a file where none is."""
    with open(target, "xb") as stream:  # noqa: PTH123  # as above
        stream.write(content)


def _list(top: str, above: str = "") -> Iterator[tuple[str, _Status]]:
    """Every file and link below a folder by its path in it; nothing if there is no such folder."""
    if not os.path.isdir(top):  # noqa: PTH112  # as above
        return
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _list(entry.path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}", entry.stat(follow_symlinks=False)


def _clear(made: Path, there: dict[str, _Status], files: Mapping[str, bytes]) -> None:
    """Delete the files that are not wanted, and the folders that hold nothing then."""
    for name in there.keys() - files.keys():
        (made / name).unlink()
        del there[name]
    wanted = {above for name in files for above in _list_above(name)}
    for place, _, _ in os.walk(made, topdown=False):
        if place != str(made) and os.path.relpath(place, made).replace(os.sep, "/") not in wanted:
            Path(place).rmdir()


def _list_above(name: str) -> Iterator[str]:
    while folder := name.rpartition("/")[0]:
        yield folder
        name = folder


def _holds(path: str, status: _Status, content: bytes) -> bool:
    """Whether a file is a plain one with this content."""
    if not S_ISREG(status.st_mode) or status.st_size != len(content):
        return False
    try:
        with open(path, "rb", 0) as stream:  # noqa: PTH123  # as above
            return stream.read() == content
    except OSError:
        return False


def _link(path: str, target: str) -> bool:
    """Give a file a second name; not every disk can."""
    try:
        os.link(path, target)
    except OSError:
        return False
    return True
