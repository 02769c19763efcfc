"""Items and names are taken out of a file or added to it, and every other byte stays."""

from typing import NamedTuple

from generator.model.yaml_model import Loc
from generator.problem import Edit, GuidebookError, Severity
from generator.reader.yaml_text.encoding import read_text
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from generator.reader.yaml_text.parsing import parse
from generator.reader.yaml_text.scalar_edit import apply
from generator.reader.yaml_text.writing import write_plain


class _Lines(NamedTuple):
    """The lines of a block: where they start and end, and how far the first is indented."""

    start: int
    end: int
    indent: int


def remove(path: str, content: bytes, loc: Loc) -> bytes:
    """Take an item of a list, or a name with its value, out of a file, with its own comments.

    A list or a group of which nothing is left goes as well. Raises GuidebookError if the file has
    mistakes, or if what is at the location cannot be taken out alone.
    """
    parsed = _read(path, content)
    while len(loc) > 1 and _count(parsed, loc[:-1]) == 1:
        loc = loc[:-1]
    found = _find_lines(parsed, loc)
    edit = Edit(found.start, found.end, "")
    return _checked(path, content, edit, _without(parsed.data, loc))


def append(path: str, content: bytes, name: str, text: str) -> bytes:
    """Add a text at the end of the list below a top name; the list is made if it is not there.

    Raises GuidebookError as `remove`.
    """
    if not content.strip():
        return f"{name}:\n  - {write_plain(text)}\n".encode()
    parsed = _read(path, content)
    data = parsed.data if isinstance(parsed.data, dict) else {}
    old = data.get(name)
    items = [old] if isinstance(old, str) else old if isinstance(old, list) else []
    wanted: Data = {**data, name: [*items, text]}
    written = write_plain(text)
    if name not in data:
        end = len(parsed.text)
        gap = "" if not parsed.text or parsed.text.endswith("\n") else "\n"
        return _checked(path, content, Edit(end, end, f"{gap}{name}:\n  - {written}\n"), wanted)
    if isinstance(old, list) and _is_flow(parsed, name):
        inside = parsed.span((name, len(old) - 1))[1] if old else parsed.span((name,))[0] + 1
        end = parsed.text.find("]", inside)
        return _checked(path, content, Edit(end, end, f"{', ' if old else ''}{written}"), wanted)
    if isinstance(old, list):
        last = _find_lines(parsed, (name, len(old) - 1))
        gap = "" if parsed.text[: last.end].endswith("\n") else "\n"
        line = f"{gap}{' ' * last.indent}- {written}\n"
        return _checked(path, content, Edit(last.end, last.end, line), wanted)
    found = _find_lines(parsed, (name,))
    listed = "".join(f"  - {write_plain(str(one))}\n" for one in [*items, text])
    return _checked(path, content, Edit(found.start, found.end, f"{name}:\n{listed}"), wanted)


def _is_flow(parsed: ParsedFile, name: str) -> bool:
    return parsed.raw((name,)).lstrip().startswith("[")


def _read(path: str, content: bytes) -> ParsedFile:
    text, problems = read_text(path, content)
    parsed = parse(path, text or "")
    if any(one.severity is Severity.ERROR for one in (*problems, *parsed.problems)):
        raise GuidebookError(
            f"{path} has mistakes, so nothing in it was changed. “guidebook check” tells them."
        )
    return parsed


def _find_lines(parsed: ParsedFile, loc: Loc) -> _Lines:
    """The lines of an item or a name: from its dash or its name to the next one beside it."""
    text = parsed.text
    at = parsed.span(loc, of_key=True)[0]
    start = text.rfind("\n", 0, at) + 1
    if isinstance(loc[-1], int):
        start = text.rfind("\n", 0, max(0, text.rfind("-", 0, at))) + 1
    indent = len(text[start:]) - len(text[start:].lstrip(" "))
    end = _next_line(text, at)
    kept = end
    while end < len(text):
        line = text[end : _next_line(text, end)]
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and not line.lstrip().startswith("#"):
            if depth < indent or (depth == indent and not _goes_on(line, loc)):
                break
            kept = end + len(line)
        elif line.lstrip().startswith("#") and depth > indent:
            kept = end + len(line)
        end += len(line)
    return _Lines(start, kept, indent)


def _goes_on(line: str, loc: Loc) -> bool:
    """Whether a line that is indented like a name is an item of the list below the name."""
    return isinstance(loc[-1], str) and line.lstrip().startswith("- ")


def _next_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _checked(path: str, content: bytes, edit: Edit, wanted: Data) -> bytes:
    """The edited file, if it then says what it should, and nothing else anew."""
    made = apply(content, [edit])
    text, problems = read_text(path, made)
    parsed = parse(path, text or "")
    stopped = any(one.severity is Severity.ERROR for one in (*problems, *parsed.problems))
    if stopped or parsed.data != wanted:
        raise GuidebookError(f"{path} could not be changed by program. Change it by hand.")
    return made


def _count(parsed: ParsedFile, loc: Loc) -> int:
    """How many items or names are at a location."""
    found = parsed.value(loc)
    return len(found) if isinstance(found, (list, dict)) else 0


def _without(data: Data, loc: Loc) -> Data:
    part, *rest = loc
    if isinstance(data, dict):
        if rest:
            return {**data, str(part): _without(data[str(part)], tuple(rest))}
        left = {name: one for name, one in data.items() if name != part}
        return left or None
    if isinstance(data, list) and isinstance(part, int):
        inner = [_without(data[part], tuple(rest))] if rest else []
        return [*data[:part], *inner, *data[part + 1 :]]
    return data
