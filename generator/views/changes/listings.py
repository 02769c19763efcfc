"""What changed, as text for a terminal, Markdown for a pull request, and JSON for programs."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import TypeVar

from generator.model.kept_edition import KeptEdition
from generator.views.changes.items import Item, PlaybookChanges, PlaybookName
from generator.views.changes.report import EditionChanges, name_edition
from generator.views.dates import write_day
from generator.views.markdown_text import MOST, escape

_One = TypeVar("_One", Item, PlaybookName)
_Group = tuple[str, Sequence[Item]]


class _Detail(Enum):
    """How much Markdown shows, the most first."""

    ALL = auto()
    READ_AGAIN = auto()
    TITLES = auto()


def name_readers(readers: Sequence[str]) -> str:
    """Whom a group of playbooks is for, as a heading."""
    return f"For {' and '.join(readers)}" if readers else "For everybody"


def write_text(changes: EditionChanges, *, silent: bool = False) -> str:
    """Lines for a terminal; with `silent`, what nobody has to know as well."""
    return "".join(f"{line}\n" for line in _write_text(changes, silent=silent))


def write_items(changes: EditionChanges) -> str:
    """What changed, down to what nobody has to know, without the names of the two editions."""
    return "".join(f"{line}\n" for line in _write_items(changes, silent=True))


def _write_text(changes: EditionChanges, *, silent: bool) -> Iterator[str]:
    now, before = _name(changes.now), _name(changes.before)
    # On the day that an edition was made, what is there now has its name.
    is_unnamed = changes.since or now == before
    yield f"{'What is there now' if is_unnamed else now}, compared with {changes.since or before}"
    yield changes.summary
    yield from _write_items(changes, silent=silent)


def _write_items(changes: EditionChanges, *, silent: bool) -> Iterator[str]:
    for heading, playbooks in _list_readers(changes, silent=silent):
        yield f"\n{heading}"
        for one in playbooks:
            yield f"\n  {one.title} ({one.id})"
            for name, items in _list_groups(one, silent=silent):
                yield f"    {name}"
                for item in items:
                    yield from (f"      {line}" for line in _write_item(item))
    for name, items in _list_rest(changes):
        yield f"\n{name}"
        for item in items:
            yield from (f"  {line}" for line in _write_item(item))
    for name, names in (("New", changes.added), ("Taken out", changes.removed)):
        if names:
            yield f"\n{name}"
            yield from (f"  {_write_name(one)}" for one in names)


def _write_item(item: Item) -> Iterator[str]:
    yield f"- {item.head}{f', in “{item.where}”' if item.where else ''}"
    if item.before:
        yield f"    was  {item.before}"
    if item.now:
        yield f"    now  {item.now}"


def write_markdown(changes: EditionChanges, *, silent: bool = False) -> str:
    """Markdown that a pull request shows: what is to be read again in sight, the rest folded.

    What is too long for a comment gets shorter: first without what is not to be read again, then
    with the titles of playbooks alone.
    """
    text = ""
    for detail in _Detail:
        lines = _write_markdown(changes, silent=silent, detail=detail)
        text = "\n".join(lines).rstrip("\n") + "\n"
        if len(text) <= MOST:
            break
    return text


def _write_markdown(changes: EditionChanges, *, silent: bool, detail: _Detail) -> Iterator[str]:
    what = f"since {changes.since}" if changes.since else f"in {_name(changes.now)}"
    yield f"## What changed {escape(what)}"
    yield ""
    before = changes.since or _name(changes.before)
    yield f"Compared with {escape(before)}: {escape(changes.summary)}"
    yield ""
    for heading, playbooks in _list_readers(changes, silent=silent):
        yield f"### {escape(heading)}"
        yield ""
        for one in playbooks:
            if detail is _Detail.TITLES:
                yield f"- {escape(one.title)}: {len(one.read_again)} to read again"
                continue
            yield f"#### {escape(one.title)}"
            yield ""
            for name, items in _list_groups(one, silent=silent):
                is_open = items is one.read_again
                if is_open or detail is _Detail.ALL:
                    yield from _fold(name, items, _mark_item, is_open=is_open)
        if detail is _Detail.TITLES:
            yield ""
    for name, items in _list_rest(changes):
        yield from _fold(name, items, _mark_item, is_open=items is changes.values)
    for name, names in (("New", changes.added), ("Taken out", changes.removed)):
        if names:
            yield from _fold(name, names, lambda one: [f"- {escape(_write_name(one))}"])


def _fold(
    name: str, ones: Sequence[_One], mark: Callable[[_One], Iterable[str]], *, is_open: bool = False
) -> Iterator[str]:
    summary = f"{name}: {len(ones)}"
    yield f"**{summary}**" if is_open else f"<details><summary>{summary}</summary>"
    yield ""
    for one in ones:
        yield from mark(one)
    yield ""
    if not is_open:
        yield "</details>"
        yield ""


def _mark_item(item: Item) -> Iterator[str]:
    where = f", in “{escape(item.where)}”" if item.where else ""
    yield f"- {escape(item.head)}{where}"
    if item.before:
        yield f"  - was: {escape(item.before)}"
    if item.now:
        yield f"  - now: {escape(item.now)}"


def write_json(changes: EditionChanges, *, silent: bool = False) -> str:
    """The same for programs."""
    playbooks = changes.playbooks if silent else changes.shown
    return (
        json.dumps(
            {
                "before": {"name": changes.before.name, "day": changes.before.day.isoformat()},
                "now": {"name": changes.now.name, "day": changes.now.day.isoformat()},
                "playbooks": [
                    {
                        "id": one.id,
                        "title": one.title,
                        "url": one.url,
                        "readers": list(one.readers),
                        "changes": [_describe(item) for item in one.items if silent or item.weight],
                    }
                    for one in playbooks
                ],
                "values": [_describe(one) for one in changes.values],
                "others": [_describe(one) for one in changes.others],
                "added": [{"title": one.title, "url": one.url} for one in changes.added],
                "removed": [{"title": one.title} for one in changes.removed],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _describe(item: Item) -> dict[str, object]:
    return {
        "what": item.head,
        "weight": item.weight.name.lower().replace("_", " "),
        "small": item.is_small,
        "where": item.where or None,
        "before": item.before or None,
        "now": item.now or None,
    }


def _list_readers(
    changes: EditionChanges, *, silent: bool
) -> Iterator[tuple[str, Sequence[PlaybookChanges]]]:
    for readers, playbooks in changes.group(silent=silent).items():
        yield name_readers(readers), playbooks


def _list_groups(one: PlaybookChanges, *, silent: bool) -> Iterator[_Group]:
    groups = [
        ("Read again", one.read_again),
        ("Worth a look", one.worth_a_look),
        ("Small changes", one.small),
        *([("Silent", one.silent)] if silent else []),
    ]
    return (group for group in groups if group[1])


def _list_rest(changes: EditionChanges) -> Iterator[_Group]:
    groups = (("Numbers and rules", changes.values), ("All else", changes.others))
    return (group for group in groups if group[1])


def _write_name(one: PlaybookName) -> str:
    return f"{one.title} ({name_readers(one.readers).lower()})" if one.readers else one.title


def _name(edition: KeptEdition) -> str:
    return f"{name_edition(edition)}, {write_day(edition.day)}"
