"""Files that are meant as playbooks but are not called so, and copies of others."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.checks.folder_content import COPY, FILE_ENDING, STRAY_FILE
from generator.checks.suggestions import find_misspelt
from generator.model import files
from generator.problem import Place, Problem, Repair

ENDING = ".yml"
_ENDINGS = re.compile(r"\.(?:yaml|yml)(?:\.txt|\.yml|\.yaml)?$|\.txt$", re.IGNORECASE)
_FIRST_NAME = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[^\S\n]*(?:#[^\n]*)?\n|---[^\S\n]*\n)*[a-z][a-z_]*:(?:\s|$)"
)
_COPY = re.compile(
    r"(?P<of>.+?)(?: - (?:Copy|Kopie|Copie|Copia)(?: ?\(\d+\))?| ?\(\d+\)| copy(?: \d+)?| \d{1,2}"
    r"|-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+| \([^)]*conflict[^)]*\)|\.sync-conflict-.+)"
    r"|(?:Copy|Kopie|Copie|Copia) (?:of|von|de) (?P<of_first>.+)",
)


@dataclass
class Sorted:
    """The files of a folder under the names that they should have, and what is wrong with these."""

    files: dict[str, bytes]
    problems: list[Problem] = field(default_factory=list)


def find_unread(names: Collection[str], *, house: str) -> Iterator[tuple[str, str]]:
    """The files beside the settings that seem to be meant for the guidebook, with what to do.

    `house` is the name of the company's own file there.
    """
    known = [files.HOUSE, *files.SHARED]
    for name in sorted(names):
        stem, _, ending = name.lower().partition(".")
        meant = find_misspelt(f"{stem}{ENDING}", known)
        if ending not in ("yml", "yaml", "yml.txt", "yaml.txt", "txt") or not meant:
            continue
        if name in (house, files.HOUSE) or (ending == "txt" and f"{stem}{ENDING}" != meant):
            continue
        if meant != files.HOUSE:
            yield name, f"Move it into the folder of playbooks, as  {meant}"
        elif meant in names or house != meant:
            yield name, f"Delete it, or move what it says into  {house}"
        else:
            yield name, f"Rename it to  {meant}"


def may_be_meant(name: str) -> bool:
    """Whether a file with this name may be one that should end in “.yml”."""
    return bool(_ENDINGS.search(name)) and not name.endswith(ENDING)


def sort_out(files: Mapping[str, bytes], odd: Mapping[str, bytes], *, root: str) -> Sorted:
    """Give `odd` files the names that they should have, and leave copies out.

    Both are given by their path; `root` leads to them in problems. What is read under the right
    name brings up no problems that only come from the wrong one.
    """
    found = Sorted(dict(files))
    for path, content in odd.items():
        right = _ENDINGS.sub(ENDING, path)
        is_text = path.lower().endswith(".txt") and not re.search(r"\.ya?ml\.", path, re.I)
        if is_text and ("/" not in path or not _FIRST_NAME.match(content)):
            found.problems.append(report_stray(Place(f"{root}/{path}")))
        elif right in found.files:
            found.problems.append(_report_copy(root, path, right, same=content == files.get(right)))
        else:
            found.files[right] = content
            found.problems.append(report_ending(Place(f"{root}/{path}"), right))
    for path in sorted(found.files):
        original = find_original(path)
        if original and original in found.files:
            same = found.files.pop(path) == found.files[original]
            found.problems.append(_report_copy(root, path, original, same=same))
    return found


def find_original(path: str) -> str | None:
    """The path of the file that a program copied, if it called this one as copies are called."""
    folder, slash, name = path.rpartition("/")
    match = _COPY.fullmatch(name.removesuffix(ENDING))
    return f"{folder}{slash}{(match['of'] or match['of_first']).strip()}{ENDING}" if match else None


def report_ending(place: Place, right: str) -> Problem:
    """Report a file that should end in “.yml”."""
    name, right = place.path.rpartition("/")[2], right.rpartition("/")[2]
    return Problem(
        place,
        FILE_ENDING,
        f"The name “{name}” does not end in “{ENDING}”.",
        f"Rename it to  {right}",
        repair=Repair(name=right),
    )


def report_stray(place: Place) -> Problem:
    """Report a file that nothing reads."""
    return Problem(
        place,
        STRAY_FILE,
        f"“{place.path.rpartition('/')[2]}” is not a playbook, and nothing here reads it.",
        "Move it out of this folder, or rename it if it should end in “.yml”.",
    )


def _report_copy(root: str, path: str, original: str, *, same: bool) -> Problem:
    name, of = (one.rpartition("/")[2] for one in (path, original))
    return Problem(
        Place(f"{root}/{path}"),
        COPY,
        f"“{name}” looks like a copy of “{of}”, and is not read."
        + (" Both say the same." if same else " They differ."),
        "Delete it."
        if same
        else f"Move what is right in it into {of}, and delete it. If it is to be another playbook,"
        " give it a name of its own.",
    )
