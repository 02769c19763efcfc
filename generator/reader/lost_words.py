"""Lists of words for the search: one that is meant to add to them takes the place of them all."""

from collections.abc import Iterator
from typing import Any

from generator.model import files
from generator.problem import Group, Problem, Rule
from generator.reader.composed_file import Change, ComposedFile
from generator.reader.yaml_text.excerpts import count, shorten

LOSES_WORDS = Rule(
    id="loses-words",
    group=Group.COMPANY,
    summary="A file that says only what differs adds words for the search, and loses none by that.",
    why="Without the others, staff would no longer find what they typed until now.",
    fault={"playbooks/words.yml": "only_changes: yes\nsame:\n  - [parcel, package]"},
    fix={
        "playbooks/words.yml": "only_changes: yes\nsame:\n  - at: end\n    text: [parcel, package]"
    },
)

_SHOWN = 2
_FILES = (files.WORDS, files.LANGUAGES)


def take_back(name: str, composed: ComposedFile) -> Iterator[Problem]:
    """Report lists that leave out what is in the file below, without saying so.

    In what is composed the list below is back, so that nothing follows from its loss.
    """
    for change in composed.changes if name in _FILES else ():
        if isinstance(change.ours, list) and isinstance(change.was, list) and change.loc:
            lost = sum(one not in change.ours for one in change.was)
            if lost:
                yield _report(change, composed, lost)
                parent: Any = composed.data
                for part in change.path[:-1]:
                    parent = parent[part]
                parent[change.path[-1]] = change.was


def _report(change: Change, composed: ComposedFile, lost: int) -> Problem:
    new = [one for one in change.ours if one not in change.was]
    if new and isinstance(change.was[0], list) and all(isinstance(one, str) for one in new):
        new = [new]  # the words of one group
    lines = [f"{change.path[-1]}:"]
    for one in new[:_SHOWN]:
        words = f"[{', '.join(map(str, one))}]" if isinstance(one, list) else str(one)
        lines += ["  - at: end", f"    text: {shorten(words)}"]
    if len(new) > _SHOWN:
        lines.append("  …")
    example = "\n".join(lines)
    return Problem(
        composed.place_own(change.loc),
        LOSES_WORDS,
        "This list takes the place of the one below it:"
        f" {count(lost, 'entry', 'entries')} would be gone.",
        f"To add to it, write  at: end  before what is new:\n{example}"
        if new
        else "To take some out, write the whole file here, without  only_changes.",
    )
