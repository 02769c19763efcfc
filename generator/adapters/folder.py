"""The only place that reads or writes a guidebook's files."""

import contextlib
import json
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters import whole_file
from generator.adapters.kept_files import KeptFiles
from generator.checks import font_file, misnamed_files
from generator.checks.folder_content import LINK, UNREADABLE
from generator.model.files import MOST_OF_PICTURE, find_most
from generator.problem import Place, Problem
from generator.views.file import File

FONTS = "fonts"
"""The folder of fonts that a company adds for its papers."""

# Typst opens a font under either spelling, and under no other.
_FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".TTF", ".OTF", ".TTC")
_ENDINGS = (".yml", ".svg", ".png")
_MANIFEST = ".guidebook-files.json"
_IGNORED = ("~", ".swp", ".bak", ".tmp")


@dataclass(frozen=True)
class Contents:
    """What is in a folder of playbooks: bytes by path, and what could not be taken."""

    root: str
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def turn_back(self, earlier: Mapping[str, bytes | None]) -> "Contents":
        """The same with files as they were earlier; None for those that were not there."""
        files, pictures = {**self.files}, {**self.pictures}
        for name, content in earlier.items():
            ending = os.path.splitext(name)[1].lower()  # noqa: PTH122  # as below
            target = files if ending == misnamed_files.ENDING else pictures
            target.pop(name, None)
            if content is not None and ending in _ENDINGS:
                target[name] = content
        return Contents(self.root, files, self.problems, pictures)


def read(folder: Path, *, root: str | None = None, kept: KeptFiles | None = None) -> Contents:
    """Read every YAML file and picture below a folder, following no symbolic link.

    Paths are relative to the folder and use `/`. `root` is how the folder is called in problems;
    it defaults to the folder as given. At most one byte over the size limit is read of each file.
    What is in `kept` and has not changed on the disk since is not read again.
    """
    kept = KeptFiles() if kept is None else kept
    shown = folder.as_posix() if root is None else root
    files: dict[str, bytes] = {}
    odd: dict[str, bytes] = {}
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, entry in _walk(folder):
        place = Place(f"{shown}/{name}")
        is_odd = misnamed_files.may_be_meant(name)
        suffix = os.path.splitext(entry.name)[1]  # noqa: PTH122  # a thousand paths take a while
        # Some programs write “.PNG”; a playbook keeps “.yml”, for its name without it is its id.
        ending = misnamed_files.ENDING if is_odd else suffix.lower()
        if entry.is_symlink():
            problems.append(refuse_link(place))
        elif not entry.is_file(follow_symlinks=False):
            problems.append(_refuse_no_file(place))
        elif name.startswith(f"{FONTS}/") and suffix in _FONT_ENDINGS:
            problems += _check_font(place, entry, kept)
        elif ending not in _ENDINGS:
            problems.append(misnamed_files.report_stray(place))
        else:
            try:
                content = kept.read(entry, most=find_most(entry.name) + 1)
            except OSError as error:
                problems.append(_report_unreadable(place, error))
            else:
                target = odd if is_odd else files if ending == misnamed_files.ENDING else pictures
                target[name] = content
    found = misnamed_files.sort_out(files, odd, root=shown)
    return Contents(shown, found.files, (*problems, *found.problems), pictures)


def _check_font(place: Place, entry: os.DirEntry[str], kept: KeptFiles) -> Iterator[Problem]:
    """Report a font that cannot be used; `read_fonts` reads the others, if papers are made."""
    try:
        fault = font_file.find_fault(kept.read(entry, most=font_file.MOST_BYTES + 1))
    except OSError as error:
        yield _report_unreadable(place, error)
        return
    if fault:
        yield Problem(
            place,
            font_file.FONT,
            f"This font {fault}.",
            "Get the font anew from where it came from, or move the file out of this folder.",
        )


def _report_unreadable(place: Place, error: OSError) -> Problem:
    return Problem(
        place,
        UNREADABLE,
        f"This file cannot be opened ({error.strerror}).",
        "Ask whoever looks after this computer to let you read it.",
    )


def _refuse_no_file(place: Place) -> Problem:
    """The problem of a pipe or the like: to read it would wait for somebody who writes into it."""
    return Problem(place, UNREADABLE, "This is no file, but a pipe or a device.", "Delete it.")


def find_below(place: Path, contents: Mapping[Path, bytes | None]) -> dict[str, bytes | None]:
    """What is below a folder, by the path in it."""
    top = place.absolute()
    return {
        path.relative_to(top).as_posix(): one
        for path, one in contents.items()
        if path.is_relative_to(top)
    }


def read_pictures(folder: Path) -> dict[str, bytes]:
    """Read the pictures in a folder itself, each up to one byte too many; no links to others."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (".svg", ".png") and path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                found[path.name] = stream.read(MOST_OF_PICTURE + 1)
    return found


def _walk(folder: str | Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder, and every link, with its path in the folder."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if is_left_out(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


def is_left_out(name: str) -> bool:
    """Whether a file or folder is hidden, or left behind by an editor: nothing reads it."""
    return name.startswith(".") or name.endswith(_IGNORED)


def list_files(folder: Path, *, root: str) -> tuple[list[File], list[Problem]]:
    """Every file below a folder, read when it is asked for; links to elsewhere are problems.

    Hidden files are left out. `root` is how the folder is called in problems.
    """
    files: list[File] = []
    problems: list[Problem] = []
    for name, entry in _walk(folder):
        place = Place(f"{root}/{name}")
        if entry.is_symlink():
            problems.append(refuse_link(place))
        elif not entry.is_file(follow_symlinks=False):
            problems.append(_refuse_no_file(place))
        else:
            files.append(File(name, Path(entry.path).read_bytes, place))
    return files, problems


def find_links(paths: Iterable[Path | None], *, show: Callable[[Path], str]) -> list[Problem]:
    """Report which of these files are links to others."""
    return [refuse_link(Place(show(one))) for one in paths if one and one.is_symlink()]


def refuse_link(place: Place) -> Problem:
    """The problem of a file or folder that is a link to another."""
    return Problem(
        place,
        LINK,
        "This is a link to another file or folder, and links are not followed.",
        "Put the file itself here, or delete the link.",
    )


def write(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make a folder hold these files, and remove those of the last time that are gone.

    Only what differs is written, so that a watching program sees only what changed. Files that
    this function did not write are left alone. Returns how many files were written.
    """
    before = _list_written(folder)
    _list_anew(folder, before | files.keys())  # what a run that is stopped has written is known
    written = 0
    for name, content in files.items():
        target = folder / name
        whole_file.clear_left(target)
        if target.is_file() and target.read_bytes() == content:
            continue
        whole_file.put(target, content)
        written += 1
    for name in before - files.keys():
        (folder / name).unlink(missing_ok=True)
        _remove_empty(folder, (folder / name).parent)
    _list_anew(folder, files.keys())
    return written


def _list_anew(folder: Path, names: Collection[str]) -> None:
    whole_file.put(folder / _MANIFEST, json.dumps(sorted(names), indent=0).encode())


def find_foreign(folder: Path, files: Mapping[str, bytes]) -> Path | None:
    """A file that `write` would replace, though it did not write it and says something else.

    A folder that is a link to another place is none of its own either.
    """
    before = _list_written(folder)
    for name, content in files.items():
        target = folder / name
        for above in list(target.parents)[: name.count("/")]:
            if above.is_symlink():
                return above
        if name not in before and target.is_file() and target.read_bytes() != content:
            return target
    return None


def _list_written(folder: Path) -> set[str]:
    """The files that `write` wrote the last time; none where its list cannot be read."""
    try:
        return set(json.loads((folder / _MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return set()


def _remove_empty(top: Path, folder: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def read_fonts(playbooks: Path) -> dict[str, bytes]:
    """Read the fonts beside the playbooks."""
    return {
        name: content
        for name, content in read_tree(playbooks / FONTS).items()
        if name.endswith(_FONT_ENDINGS)
    }


def read_kept(path: Path) -> bytes | None:
    """Read a file that `keep` wrote, and mark it as used; None if it is not there."""
    try:
        content = path.read_bytes()
        path.touch()
    except OSError:
        return None
    return content


def keep(path: Path, content: bytes) -> None:
    """Keep a file for the next run, whole or not at all.

    A folder that cannot be written costs the next run time, and nothing else.
    """
    with contextlib.suppress(OSError):
        whole_file.put(path, content)


def forget(place: Path, *, days: int) -> None:
    """Delete what `keep` wrote into a folder and nobody used for some days."""
    if place.is_dir():
        oldest = time.time() - days * 86_400
        for path in place.iterdir():
            with contextlib.suppress(OSError):  # another run may be at work here as well
                if path.stat().st_mtime < oldest:
                    path.unlink()


def read_tree(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by its relative path."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
