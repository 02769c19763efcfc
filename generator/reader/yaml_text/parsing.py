"""From a text to a ParsedFile, with all that is wrong with its form at once."""

import re
from dataclasses import replace

from generator.problem import Edit, FileState, Group, Place, Problem, Rule, Severity
from generator.reader.yaml_text.colons import SPACE
from generator.reader.yaml_text.encoding import read_text
from generator.reader.yaml_text.event_tree import Tree
from generator.reader.yaml_text.excerpts import count, shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.reader.yaml_text.parsed_file import ParsedFile
from generator.reader.yaml_text.repairs import REPAIRS, Draft
from generator.reader.yaml_text.traced_text import Lines

_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_ODD_INDENT = re.compile(
    rf"^[ \t]*[{_ODD_SPACES}][ \t{_ODD_SPACES}]*(?=- |[a-z_]+:(?:\s|$))", re.MULTILINE
)

ODD_SPACE = Rule(
    id="odd-space",
    group=Group.LINES,
    summary="The spaces at the start of a line are plain ones.",
    why="Web pages and Word use other kinds, which look the same and do not count in YAML.",
    fault="stop:\n\u00a0\u00a0text: The order is lost.",
    fix="stop:\n  text: The order is lost.",
)

EMPTY_FILE = Rule(
    id="empty-file",
    group=Group.BYTES,
    summary="A file has something in it.",
    why="An empty file may be one that was not saved.",
    fault={"playbooks/counter/parcel-lost.yml": "# Write about lost parcels here."},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

TOP = Rule(
    id="top",
    group=Group.LINES,
    summary="A file starts with a name and a colon.",
    why="The names say what the texts in it are for.",
    fault={"playbooks/sources.yml": "Where our advice comes from"},
    fix={
        "playbooks/sources.yml": "sources:\n"
        "  D1:\n"
        "    work: A study of waiting\n"
        "    fact: A wait with a known end feels shorter.\n"
        "    certainty: reported"
    },
)


def parse_bytes(path: str, content: bytes) -> ParsedFile:
    """Parse a file as it is on the disk; what is wrong with its bytes is among its problems."""
    text, problems = read_text(path, content)
    parsed = parse(path, text or "")
    return replace(parsed, problems=(*problems, *parsed.problems))


def parse(path: str, text: str, *, slips: int = REPAIRS) -> ParsedFile:
    """Read a text into data. What cannot be read is reported, repaired in memory, and read.

    After so many `slips` of form it is read no further; a long text after fewer.
    """
    draft = Draft(path, text.replace("\r\n", "\n").replace("\r", "\n"), most=slips)
    _smooth(draft)
    tree = draft.read()
    if tree is None:
        return _finish(draft, None)
    if not isinstance(tree.data, dict):
        if not draft.problems:
            draft.problems.append(_report_top(path, draft.lines, tree))
        return _finish(draft, None)
    reported = {one.place.line for one in draft.problems}
    for fault in tree.faults:
        line = draft.place(fault.start, fault.end).line
        repeats = line in reported and fault.rule.severity is Severity.WARNING
        if line not in draft.guessed_lines and not repeats:
            draft.report(fault)
    return _finish(draft, tree)


def _finish(draft: Draft, tree: Tree | None) -> ParsedFile:
    unique = {(one.place, one.rule): one for one in reversed(draft.problems)}
    return ParsedFile(
        path=draft.path,
        text=draft.text,
        data=tree.data if tree else None,
        problems=tuple(sorted(unique.values(), key=lambda problem: problem.place)),
        broken=draft.broken or tree is None,
        guessed_lines=frozenset(draft.guessed_lines),
        effort=draft.effort,
        _mark=tree.mark if tree else None,
        _draft=draft.traced,
    )


def _smooth(draft: Draft) -> None:
    """Take out hidden characters, which read_text reports, and odd spaces, reported here."""
    hidden = [Edit(one.offset, one.offset + 1, one.instead) for one in find_hidden(draft.text)]
    if hidden:
        draft.traced = draft.traced.edit(hidden)
    if draft.text.isascii():
        return
    found = list(_ODD_INDENT.finditer(draft.traced.text))
    edits = [
        Edit(match.start() + one.start(), match.start() + one.end(), " ")
        for match in found
        for one in _ODD_SPACE.finditer(match[0])
    ]
    more = f" The same in {count(len(found) - 1, 'more line')} below." if found[1:] else ""
    if edits:
        draft.report(
            Fault(
                edits[0].start,
                edits[0].end,
                ODD_SPACE,
                "This line starts with a space of another kind, such as web pages and Word "
                f"use; YAML does not count it.{more}",
                "Delete the spaces at the start of the line and type them again.",
                tuple(edits),
                certain=True,
            )
        )
        draft.traced = draft.traced.edit(edits)


def _report_top(path: str, lines: Lines, tree: Tree) -> Problem:
    """Report why a file that YAML reads is no file of ours."""
    if tree.data is None or tree.mark is None:
        what = "only comments" if lines.text.strip() else "nothing"
        return Problem(
            Place(path),
            EMPTY_FILE,
            f"There is {what} in this file.".replace("There is only", "There are only"),
            "Copy into it a file that is already there, and change the words.",
        )
    index = lines.number(tree.mark[2])
    place = lines.place(path, lines.starts[index], lines.starts[index] + len(lines.all[index]))
    if isinstance(tree.data, list):
        return Problem(
            place,
            TOP,
            "The whole file is a list, but it has to start with a name, such as “title: …”.",
            "Delete the dash at the start of this line, or write above it the name that the list "
            "belongs to, with a colon.",
        )
    stuck = re.match(r"([a-z_]+):(\S.*)", lines.all[index])
    if stuck:
        return Problem(
            place,
            SPACE,
            f"A space is missing after “{stuck[1]}:”.",
            f"Write  {stuck[1]}: {shorten(stuck[2])}",
        )
    return Problem(
        place,
        TOP,
        "There is no name in this file, but it has to start with one, such as “title: …”.",
        "Write a name, a colon and a space before each text.",
    )
