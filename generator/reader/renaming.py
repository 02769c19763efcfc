"""Giving a playbook another name, in every file that names it."""

from collections.abc import Iterator, Mapping

from generator.problem import Edit, GuidebookError, Severity
from generator.reader import playbook_mentions
from generator.reader.layers import find_name
from generator.reader.playbook_mentions import Form
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.item_edit import END, Insert, change_file
from generator.reader.yaml_text.parsed_file import ParsedFile
from generator.reader.yaml_text.scalar_edit import apply, find_edit


def rename(
    files: Mapping[str, bytes], old: str, new: str, *, root: str = ""
) -> dict[str, bytes | None]:
    """The files that change when a playbook gets another name; None for one that is gone.

    Its own file may have the new name already. `files` are those that can be edited, by their path;
    `root` leads from what problems show to them. The old name goes into `formerly`, so that the old
    address leads on. Raises GuidebookError if a file has mistakes, or cannot be changed by program.
    """
    changed: dict[str, bytes | None] = {}
    named = name_anew(files, old, new, root=root)
    for path, content in files.items():
        made, target = named.get(path, content), path
        if find_name(path) == old and "/" in path:
            changed[path] = None
            target = f"{path.rpartition('/')[0]}/{new}.yml"
        if target != path or (find_name(path) == new and "/" in path):
            made = change_file(root + path, made, [Insert(("formerly",), END, old)])
        if made != content:
            changed[target] = made
    return changed


def name_anew(
    files: Mapping[str, bytes], old: str, new: str, *, root: str = ""
) -> dict[str, bytes]:
    """The files that name a playbook, with another name in its place; its own file stays."""
    changed = {}
    for path, content in files.items():
        shown = root + path
        text, _ = read_text(shown, content)
        parsed = parse(shown, text or "")
        edits = list(_find_edits(parsed, old, new))
        if edits and any(one.severity is Severity.ERROR for one in parsed.problems):
            raise GuidebookError(
                f"{shown} has mistakes, so nothing was changed. “guidebook check” tells them."
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
