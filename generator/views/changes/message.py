"""A message for a change that is handed in, made of what changed item by item."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.views.changes.items import Item
from generator.views.changes.report import EditionChanges

MOST = 72
"""Characters of the first line, as programs that list messages show them."""

_FEW = 2
"""So many kinds of change, or files, are named; of more the first line gives the number."""

_COUNTED = ("Answer", "Box", "Exercise", "Question", "Reason", "Rule", "Sign", "Step")
"""The nouns of changes that can be counted, by their first word."""


def write_message(changes: EditionChanges | None, files: Mapping[str, str]) -> str:
    """Propose a message: a line that says what changed, and below it each playbook and file.

    `files` are those that the changes do not mention, each with what became of it.
    """
    lines = list(_list_lines(changes) if changes else ())
    choices = list(_list_heads(changes, files))
    head = next((one for one in choices if len(one) <= MOST), choices[-1])
    lines += [f"- {path}: {verb}" for path, verb in files.items()]
    if len(lines) == 1 and head in choices[:1]:
        return f"{_shorten(head)}\n"
    return "\n".join([_shorten(head), "", *lines]) + "\n"


def count_heads(items: Iterable[Item]) -> list[str]:
    """The kinds of change with their numbers, such as “2 steps reworded”, the heaviest first."""
    ordered = sorted(items, key=lambda one: -one.weight)
    return [_count(head, number) for head, number in Counter(one.head for one in ordered).items()]


def _list_heads(changes: EditionChanges | None, files: Mapping[str, str]) -> Iterator[str]:
    """What the first line may be, the most informative first."""
    summaries = list(_list_summaries(changes)) if changes else []
    if len(summaries) == 1:
        yield f"{summaries[0][0]}: {summaries[0][1]}"
    if summaries:
        names = list(dict.fromkeys(name for name, _ in summaries))
        yield from (f"{_join(names[:count], len(names))} changed" for count in (_FEW, 1))
        yield f"{len(names)} parts of the guidebook changed" if names[1:] else names[0]
        return
    paths = list(files)
    if len(paths) == 1:
        yield f"{paths[0]}: {files[paths[0]]}"
    yield from (f"{_join(paths[:count], len(paths))} changed" for count in (_FEW, 1))
    yield f"{len(files)} files changed"


def _list_summaries(changes: EditionChanges) -> Iterator[tuple[str, str]]:
    """What changed, each with what became of it."""
    yield from ((one.title, _summarize(one.items)) for one in changes.playbooks)
    yield from ((one.title, "new playbook") for one in changes.added)
    yield from ((one.title, "taken out") for one in changes.removed)
    if changes.values:
        yield "Numbers and rules", ", ".join(one.head for one in changes.values)
    if changes.others:
        yield "The guidebook", _summarize(changes.others)


def _list_lines(changes: EditionChanges) -> Iterator[str]:
    yield from (f"- {one.title}: {', '.join(count_heads(one.items))}" for one in changes.playbooks)
    yield from (f"- New: {one.title}" for one in changes.added)
    yield from (f"- Taken out: {one.title}" for one in changes.removed)
    yield from (f"- {one.head}{f': {one.now}' if one.now else ''}" for one in changes.values)
    yield from (f"- {one}" for one in count_heads(changes.others))


def _summarize(items: Sequence[Item]) -> str:
    heads = count_heads(items)
    return ", ".join(heads) if len(heads) <= _FEW else f"{len(items)} changes"


def _count(head: str, number: int) -> str:
    first, _, rest = head.partition(" ")
    small = f"{first[:1].lower()}{first[1:]}"
    if first not in _COUNTED:
        return f"{small} {rest}"
    ending = "" if number == 1 else "es" if small.endswith("x") else "s"
    return f"{number} {small}{ending} {rest}"


def _join(names: Sequence[str], count: int) -> str:
    left = count - len(names)
    return ", ".join(names) + (f" and {left} more" if left else "")


def _shorten(line: str) -> str:
    return line if len(line) <= MOST else f"{line[: MOST - 1].rstrip()}…"
