"""Lists that others need: one that is meant to add to them takes the place of them all."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model import files
from generator.problem import Group, Problem, Rule
from generator.reader.composed_file import Change, ComposedFile
from generator.reader.yaml_text.excerpts import count, shorten

LOSES_ITEMS = Rule(
    id="loses-items",
    group=Group.COMPANY,
    summary="A file that says only what differs adds to the owners, to the questions and to the"
    " words for the search, and loses none by that.",
    why="Without the others, playbooks would have no owner, and staff would not find them.",
    fault={"playbooks/words.yml": "only_changes: yes\nsame:\n  - [parcel, package]"},
    fix={
        "playbooks/words.yml": "only_changes: yes\nsame:\n  - at: end\n    text: [parcel, package]"
    },
)

_SHOWN = 2
_NEEDED = {
    files.GUIDEBOOK: ("owners",),
    files.TRIAGE: ("questions",),
    files.WORDS: ("same", "danger", "meant"),
    files.LANGUAGES: ("languages",),
}
"""The fields of each file whose lists others need."""


def take_back(name: str, composed: ComposedFile) -> Iterator[Problem]:
    """Report lists that leave out what is in the file below, without saying so.

    In what is composed the list below is back, so that nothing follows from its loss.
    """
    needed = _NEEDED.get(name, ())
    for change in composed.changes if needed else ():
        was, ours = change.was, change.ours
        if change.path[0] not in needed or not isinstance(ours, list) or not was:
            continue
        kept = list(map(_find_name, ours))
        lost = sum(_find_name(one) not in kept for one in was) if isinstance(was, list) else 0
        if lost:
            yield _report(change, composed, lost)
            parent: Any = composed.data
            for part in change.path[:-1]:
                parent = parent[part]
            parent[change.path[-1]] = was


def _find_name(item: Any) -> Any:
    """What an item is compared by: an owner may be written as a name alone."""
    return item.get("id", item.get("name", item)) if isinstance(item, dict) else item


def _report(change: Change, composed: ComposedFile, lost: int) -> Problem:
    below = [_find_name(one) for one in change.was]
    new = [one for one in change.ours if _find_name(one) not in below]
    if new and isinstance(change.was[0], list) and all(isinstance(one, str) for one in new):
        new = [new]  # the words of one group
    lines = [f"{change.path[-1]}:"]
    for one in new[:_SHOWN]:
        lines += ["  - at: end", *(f"    {line}" for line in _write(one, change.was))]
    if len(new) > _SHOWN:
        lines.append("  …")
    example = "\n".join(lines)
    return Problem(
        composed.place_own(change.loc),
        LOSES_ITEMS,
        "This list takes the place of the one below it:"
        f" {count(lost, 'entry', 'entries')} would be gone.",
        f"To add to it, write  at: end  before what is new:\n{example}"
        if new
        else "To take some out, write the whole file here, without  only_changes.",
    )


def _write(item: Any, below: Sequence[Any]) -> list[str]:
    """The lines of an item that is added."""
    if isinstance(item, dict):
        pairs = item.items()
        return [f"{name}: {shorten(one) if isinstance(one, str) else '…'}" for name, one in pairs]
    words = f"[{', '.join(map(str, item))}]" if isinstance(item, list) else str(item)
    return [f"{'name' if isinstance(below[0], dict) else 'text'}: {shorten(words)}"]
