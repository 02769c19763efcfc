"""Giving a playbook another name, in every file that names it."""

import re
from collections.abc import Iterator, Mapping

from generator.model.yaml_model import Loc
from generator.problem import Edit, GuidebookError, Severity
from generator.reader.composition import KEYED, PLACED
from generator.reader.layers import find_name
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.item_edit import END, Insert, change_file
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from generator.reader.yaml_text.scalar_edit import apply, find_edit

_LISTS = frozenset(["related", "go", "playbook", "playbooks", "without"])
"""The fields that name playbooks; inside a role-play, `go` names rounds."""

_KEYED_LISTS = _LISTS | {"right_now"}
_CHANGES = frozenset(["text", *KEYED, *PLACED])
"""The fields of changes in those lists, which name playbooks too."""

_GROUPS = frozenset(["queries", "danger", "words"])
"""The fields in which playbooks are the names."""


def rename(
    files: Mapping[str, bytes], old: str, new: str, *, root: str = ""
) -> dict[str, bytes | None]:
    """The files that change when a playbook gets another name; None for one that is gone.

    Its own file may have the new name already. `files` are those that can be edited, by their path;
    `root` leads from what problems show to them. The old name goes into `formerly`, so that the old
    address leads on. Raises GuidebookError if a file has mistakes, or cannot be changed by program.
    """
    changed: dict[str, bytes | None] = {}
    for path, content in files.items():
        shown = root + path
        text, _ = read_text(shown, content)
        parsed = parse(shown, text or "")
        edits = list(_find_edits(parsed, old, new))
        made = apply(content, edits) if edits else content
        if edits and any(one.severity is Severity.ERROR for one in parsed.problems):
            raise GuidebookError(
                f"{shown} has mistakes, so nothing was changed. “guidebook check” tells them."
            )
        target = path
        if find_name(path) == old and "/" in path:
            changed[path] = None
            target = f"{path.rpartition('/')[0]}/{new}.yml"
        if target != path or (find_name(path) == new and "/" in path):
            made = change_file(shown, made, [Insert(("formerly",), END, old)])
        if made != content:
            changed[target] = made
    return changed


def _find_edits(parsed: ParsedFile, old: str, new: str) -> Iterator[Edit]:
    inline = re.compile(rf"(?<=\(\(){re.escape(old)}(?=\s*(?:\||\)\)))")
    for loc in _list_keys(parsed.data, (), old):
        start, end = parsed.span(loc, of_key=True)
        yield Edit(start, end, parsed.text[start:end].replace(old, new, 1))
    for loc, value in _list_texts(parsed.data, ()):
        if value == old and _names_playbooks(loc):
            yield find_edit(parsed, loc, new)
        elif inline.search(value):
            start, end = parsed.span(loc)
            for found in inline.finditer(parsed.text[start:end]):
                yield Edit(start + found.start(), start + found.end(), new)


def _list_texts(data: Data, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text of a file with its location."""
    if isinstance(data, str):
        yield loc, data
        return
    inner = data.items() if isinstance(data, dict) else enumerate(data or ())
    for part, value in inner:
        yield from _list_texts(value, (*loc, part))


def _list_keys(data: Data, loc: Loc, old: str) -> Iterator[Loc]:
    """Where a playbook, or a branch of it, is a name in a group of playbooks."""
    if isinstance(data, list):
        for place, value in enumerate(data):
            yield from _list_keys(value, (*loc, place), old)
    for name, value in data.items() if isinstance(data, dict) else ():
        if loc and loc[-1] in _GROUPS and name.partition("#")[0] == old:
            yield (*loc, name)
        yield from _list_keys(value, (*loc, name), old)


def _names_playbooks(loc: Loc) -> bool:
    names = [part for part in loc if isinstance(part, str)]
    if "roleplay" in names:
        return False
    if names[-1:] and names[-1] in _CHANGES:
        names.pop()
        return bool(_KEYED_LISTS.intersection(names[-1:]))
    return bool(_LISTS.intersection(names[-1:]))
