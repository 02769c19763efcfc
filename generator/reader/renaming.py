"""Giving a playbook another name, in every file that names it."""

import re
from collections.abc import Iterator, Mapping

from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import SLUG
from generator.problem import Edit, GuidebookError, Severity
from generator.reader import playbook_mentions
from generator.reader.layers import find_name
from generator.reader.playbook_mentions import Form
from generator.reader.yaml_text import parse_bytes
from generator.reader.yaml_text.item_edit import END, Change, Insert, Set, change_file
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from generator.reader.yaml_text.scalar_edit import apply, find_edit


def find_fault(guidebook: Guidebook, old: str, new: str) -> str:
    """Why a playbook cannot get a name; "" if it can. It may go back to one that it had."""
    if not re.fullmatch(SLUG, new) or len(new) > paths.MAX_LENGTH:
        return (
            f"“{new}” is no name: use small letters, digits and hyphens, up to"
            f" {paths.MAX_LENGTH} of them."
        )
    if new in guidebook.titles or new in paths.DEVICES:
        return f"“{new}” is taken already. Choose another name."
    for one in guidebook.playbooks:
        if new in one.formerly and one.id != old:
            return f"“{new}” is an earlier name of “{one.id}”, and leads there. Choose another one."
    return ""


def rename(
    files: Mapping[str, bytes], old: str, new: str, *, root: str = ""
) -> dict[str, bytes | None]:
    """The files that change when a playbook gets another name; None for one that is gone.

    Its own file may have the new name already. `files` are those that can be edited, by their path;
    `root` leads from what problems show to them. The old name goes into `formerly`, so that the old
    address leads on, and the new one out of it. Raises GuidebookError if a file has mistakes, or
    cannot be changed by program.
    """
    changed: dict[str, bytes | None] = {}
    named = name_anew(files, old, new, root=root)
    for path, content in files.items():
        made, target = named.get(path, content), path
        if find_name(path) == old and "/" in path:
            changed[path] = None
            target = f"{path.rpartition('/')[0]}/{new}.yml"
        if target != path or (find_name(path) == new and "/" in path):
            made = change_file(root + path, made, [_lead_on(root + path, made, old, new)])
        if made != content:
            changed[target] = made
    return changed


def _lead_on(path: str, content: bytes, old: str, new: str) -> Change:
    """Write down the old name, in the place of the new one if that is an earlier one."""
    known = list_earlier(parse_bytes(path, content).data)
    return (
        Set(("formerly", known.index(new)), old)
        if new in known
        else Insert(("formerly",), END, old)
    )


def list_earlier(data: Data) -> list[str]:
    """The earlier names of a playbook, as its file has them."""
    value = data.get("formerly") if isinstance(data, dict) else None
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def name_anew(
    files: Mapping[str, bytes], old: str, new: str, *, root: str = ""
) -> dict[str, bytes]:
    """The files that name a playbook, with another name in its place; its own file stays."""
    changed = {}
    for path, content in files.items():
        shown = root + path
        parsed = parse_bytes(shown, content)
        edits = list(_find_edits(parsed, old, new))
        if edits and any(one.severity is Severity.ERROR for one in parsed.problems):
            raise GuidebookError(
                f"{shown} has mistakes, so nothing was changed. “guidebook check” lists them."
            )
        if edits:
            changed[path] = apply(content, edits)
    return changed


def _find_edits(parsed: ParsedFile, old: str, new: str) -> Iterator[Edit]:
    inline = playbook_mentions.match(old)
    for loc, form in playbook_mentions.find(parsed.data, old):
        if form is Form.VALUE:
            yield find_edit(parsed, loc, new)
            continue
        start, end = parsed.span(loc, of_key=form is Form.KEY)
        written = parsed.text[start:end]
        if form is Form.KEY:
            yield Edit(start, end, written.replace(old, new, 1))
        else:
            for found in inline.finditer(written):
                yield Edit(start + found.start(), start + found.end(), new)
