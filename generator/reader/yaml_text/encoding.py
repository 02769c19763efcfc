"""From bytes to text."""

import re
from collections.abc import Sequence
from itertools import islice

from generator.model.files import MOST, find_most
from generator.problem import Edit, FileState, Group, Place, Problem, Repair, Rule, Severity
from generator.reader.yaml_text.hidden_characters import HIDDEN_CHARACTER, Hidden, find_hidden
from generator.reader.yaml_text.traced_text import Lines

_SHOWN = 20  # of the same kind; nobody reads more

_MARKS = (  # UTF-32 first: its mark begins like that of UTF-16
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_SAVE_AS = (
    "Open the file in a text editor and save it as UTF-8 "
    "(in Notepad: File, Save as, Encoding: UTF-8)."
)
# What “’”, “é” and the like turn into when UTF-8 is opened as Windows text and saved again.
_GARBLED = re.compile("(?:â€[\u0080-\u2fff]|Ã[\u0080-\u2fff]|Â[\u0080-\u00bf])")


TOO_BIG = Rule(
    id="too-big",
    group=Group.BYTES,
    summary=f"A file has at most {MOST // 1000} KB; only lists of what people typed may have more.",
    why="A playbook has 5 KB; what is so large is another kind of file.",
    fault={"playbooks/counter/parcel-lost.yml": FileState.TOO_BIG},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

ENCODING = Rule(
    id="encoding",
    group=Group.BYTES,
    summary="Every text file is saved as UTF-8.",
    why="In another encoding, letters such as é and ’ turn into others.",
    fault={"docs/about.md": "# Café".encode("cp1252")},
    fix={"docs/about.md": "# Café"},
)

GARBLED = Rule(
    id="garbled",
    group=Group.BYTES,
    summary="No letters are left over from opening a file in the wrong encoding.",
    why="The page would show “â€™” instead of an apostrophe.",
    fault="purpose: Say when theyâ€™ll have the order.",
    fix="purpose: Say when they'll have the order.",
    severity=Severity.WARNING,
)


def read_text(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Read a file's bytes. Text comes back even where something is wrong, if it can be read."""
    most = find_most(path)
    if len(data) > most:
        size = f"This file is larger than {most // 1000} KB."
        return None, [_at_top(path, TOO_BIG, size, "Split it into smaller files.")]
    if refusal := _refuse(path, data):
        return None, [refusal]
    text, damage = _decode(data.removeprefix(b"\xef\xbb\xbf"))
    lines = Lines(text)
    problems = []
    if damage is not None:
        problems.append(
            Problem(
                lines.place(path, damage, damage + 1),
                ENCODING,
                "This file is not saved as UTF-8 but probably as Windows text (“ANSI”); "
                f"here it seems to mean “{text[damage : damage + 1]}”.",
                _SAVE_AS,
            )
        )
    problems += _find_garbled(path, text, lines)
    found = list(find_hidden(text))
    more = f" {len(found) - _SHOWN} more are below." if len(found) > _SHOWN else ""
    problems += [
        Problem(
            lines.place(path, hidden.offset, hidden.offset + 1),
            HIDDEN_CHARACTER,
            f"There is {hidden.name} here.{more if number == _SHOWN else ''}",
            _fix_hidden(hidden.character),
            repair=_leave_out(found[_SHOWN - 1 :] if number == _SHOWN else [hidden]),
        )
        for number, hidden in enumerate(found[:_SHOWN], 1)
    ]
    return text, sorted(problems, key=lambda problem: problem.place)


def _refuse(path: str, data: bytes) -> Problem | None:
    for start, name in _MARKS:
        if data.startswith(start):
            return _at_top(path, ENCODING, f"This file is saved as “{name}”.", _SAVE_AS)
    for start, name in _OTHER_FILES:
        if data.startswith(start):
            return _at_top(
                path,
                ENCODING,
                f"This is no file of a guidebook; it looks like {name}.",
                "Copy its words into a new file in a text editor, and save that as UTF-8.",
            )
    zeros = data[:1024].count(0)
    if zeros * 4 >= len(data[:1024]) > 0:  # every second byte of plain English in UTF-16
        name = "UTF-32" if zeros * 8 >= len(data[:1024]) * 5 else "UTF-16"
        return _at_top(path, ENCODING, f"This file seems to be saved as “{name}”.", _SAVE_AS)
    return None


def _decode(data: bytes) -> tuple[str, int | None]:
    """Text with plain line ends, and the offset of the first byte that is not UTF-8."""
    try:
        return _unify_line_ends(data.decode()), None
    except UnicodeDecodeError as error:
        damage = len(_unify_line_ends(data[: error.start].decode() + "|")) - 1
    # Often only some words were pasted from elsewhere, so it is repaired byte by byte.
    text = re.sub(
        "[\udc80-\udcff]",
        lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"),
        data.decode("utf-8", "surrogateescape"),
    )
    return _unify_line_ends(text), damage


def _unify_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _find_garbled(path: str, text: str, lines: Lines) -> list[Problem]:
    problems = []
    for match in islice(_GARBLED.finditer(text), _SHOWN):
        try:
            meant = match[0].encode("cp1252").decode()
        except UnicodeError:
            continue
        problems.append(
            Problem(
                lines.place(path, match.start(), match.end()),
                GARBLED,
                f"“{match[0]}” looks like a damaged “{meant}”.",
                f"Type “{meant}” in its place. It happens when a UTF-8 file is opened as "
                "Windows text and saved again.",
            )
        )
    return problems


def _leave_out(found: Sequence[Hidden]) -> Repair | None:
    """Take them out, unless one represents a letter that was lost, or for a bullet."""
    if any(one.character == "\ufffd" or "\ue000" <= one.character <= "\uf8ff" for one in found):
        return None
    return Repair(tuple(Edit(one.offset, one.offset + 1, one.instead) for one in found))


def _fix_hidden(character: str) -> str:
    if character == "\ufffd":
        return "Type the right letter in its place."
    if "\ue000" <= character <= "\uf8ff":
        return "Delete it; if it was a bullet, start the line with “- ”."
    return "Delete it together with the letter beside it, and type that letter again."


def _at_top(path: str, rule: Rule, message: str, fix: str) -> Problem:
    return Problem(Place(path), rule, message, fix)
