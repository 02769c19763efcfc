"""Names that are not known, and names that are missing."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from generator.fields.findings import Finding
from generator.fields.shapes import (
    describe,
    find_homes,
    find_record,
    find_type,
    is_list,
    is_record,
    list_choices,
    list_item,
    peel,
)
from generator.playbook import PlaybookFile
from generator.problem import Label, Problem
from generator.record import Record
from generator.source.wording import quote, shorten

_NEAR = 62  # of 100: “sya” is near “say”, “to” is not near “do”
# Other words that people use for a name, where spelling does not help to find it.
_MEANT = {
    "title": ("name", "heading", "headline"),
    "purpose": ("description", "summary", "goal", "about"),
    "owner": ("author", "responsible"),
    "reviewed": ("date", "updated", "checked", "last_reviewed"),
    "steps": ("actions", "moves", "todo"),
    "say": ("phrases", "words", "script"),
    "avoid": ("dont", "do_not", "never"),
    "signals": ("signs", "triggers"),
    "search": ("keywords", "tags", "search_words"),
    "related": ("see_also", "links"),
    "kind": ("type", "category"),
    "why": ("reason", "because"),
    "prompt": ("question",),
    "options": ("answers", "choices"),
    "right": ("correct",),
    "feedback": ("explanation",),
    "text": ("answer", "item"),
}


def find_unknown(finding: Finding, missing: Sequence[Finding]) -> Problem:
    """Tell a name that cannot be used, with the nearest that can."""
    name, parent = str(finding.loc[-1]), finding.loc[:-1]
    place = finding.source.place(finding.loc, of_key=True)
    record = find_record(finding.model, parent)
    known = list(record.model_fields) if record else []
    message = f"“{shorten(name)}” is not a name that can be used here."
    if not parent and issubclass(finding.model, PlaybookFile) and name in ("id", "chapter"):
        is_what, change = {
            "id": ("The file's name is its id", "To change the id, rename the file."),
            "chapter": ("The folder is the chapter", "To change it, move the file."),
        }[name]
        return finding.tell(
            "unknown-name",
            f"“{name}” is not written in the file. {is_what}.",
            f"Delete this line. {change}",
            place=place,
        )
    near = find_near_name(name, known, [str(one.loc[-1]) for one in missing if one.loc[:-1] == parent])
    siblings = finding.source.value(parent)
    if near and isinstance(siblings, dict) and near in siblings:
        first = finding.source.place((*parent, near), of_key=True)
        return finding.tell(
            "unknown-name",
            message,
            f"Did you mean “{near}”? It is there already, on line {first.line}: "
            "put both into one, or start a new list item with “- ”.",
            place=place,
            labels=(Label(first, f"“{near}” stands here"),),
        )
    if near:
        return finding.tell("unknown-name", message, f"Did you mean “{near}”?", place=place)
    if _looks_like_text(name):
        return _blame_colon(finding, name, place_of_colon=True)
    fix = f"Names that can be used here: {', '.join(known)}."
    homes = [home for home in find_homes(finding.model, name) if home != _path(finding)]
    if homes:
        where = " or ".join(f"“{home}”" if home else "the file itself" for home in homes[:3])
        fix = f"“{name}” belongs in {where}; check the spaces before it.\n{fix}"
    return finding.tell("unknown-name", message, fix, place=place)


def find_missing(finding: Finding, unknown: Sequence[Finding]) -> Iterator[Problem]:
    """Tell a name that has to be there, unless a misspelt one explains it."""
    name, parent = str(finding.loc[-1]), finding.loc[:-1]
    record = find_record(finding.model, parent)
    known = list(record.model_fields) if record else []
    siblings = finding.source.value(parent)
    for other in unknown:
        if other.loc[:-1] == parent:
            wrong = str(other.loc[-1])
            if find_near_name(wrong, known, [name]) == name:
                return
            if _looks_like_text(wrong) and isinstance(siblings, dict) and len(siblings) == 1:
                return
    written = finding.source.written(parent)
    of = f" in {describe(written)}" if written else ""
    yield finding.tell(
        "missing",
        f"“{name}” is missing{of}.",
        f"Add a line such as:\n{write_example(record, name)}" if record else f"Add “{name}”.",
        place=finding.source.place(parent, of_key=True),
    )


def find_near_name(name: str, known: Sequence[str], missing: Sequence[str] = ()) -> str | None:
    """Find the name that was meant, if spelling or meaning tells."""
    written = re.sub(r"[\s-]+", "_", name.strip().lower())
    for choices in (missing, known):  # what is missing is the likelier
        found = process.extractOne(written, choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if found:
            return str(found[0])
    return next((one for one in known if written in _MEANT.get(one, ())), None)


def find_near_word(word: str, words: Sequence[str]) -> str | None:
    """Find the word of a choice that was meant."""
    found = process.extractOne(
        word.strip().lower(), words, scorer=fuzz.WRatio, score_cutoff=_NEAR
    )
    return str(found[0]) if found else None


def blame_colon(finding: Finding) -> Problem:
    """Tell a group that was meant as a text, such as “- Ask them: what happened?”."""
    name = next(iter(finding.value))
    return _blame_colon(finding, str(name), place_of_colon=False)


def _blame_colon(finding: Finding, name: str, *, place_of_colon: bool) -> Problem:
    loc = finding.loc if place_of_colon else (*finding.loc, name)
    value = finding.source.value(loc)
    text = f"{name}: {value}" if isinstance(value, str) else f"{name}:"
    parent = finding.source.written(loc[:-1])
    intro = "- " if parent and isinstance(parent[-1], int) else f"{parent[-1]}: " if parent else ""
    place = finding.source.place(loc, of_key=True)
    return finding.tell(
        "colon",
        f"“{shorten(name, 40)}” is read as a name, because a colon and a space follow it.",
        f"If this is a text, put quotes around all of it:  {intro}{quote(text)}",
        place=place,
    )


def write_example(record: type[Record], name: str) -> str:
    """Write a line as it could stand in the file, and below it what it is for."""
    field = record.model_fields[name]
    found = find_type(record, (name,))
    choices = list_choices(list_item(found) if is_list(found) else found)
    if choices:
        line = f"{name}: {choices[0]}"
    elif is_list(found):
        line = f"{name}:\n  - {_write_item(list_item(found))}"
    elif is_record(found):
        first = next((n for n, one in found.model_fields.items() if one.is_required()), "…")
        line = f"{name}:\n  {first}: …"
    else:
        line = f"{name}: {_EXAMPLES.get(found.__name__, '…')}"
    return f"{line}\n({field.description})" if field.description else line


_EXAMPLES = {"date": "2026-11-20", "bool": "yes", "int": "12"}


def _write_item(found: Any) -> str:
    if not is_record(found):
        return "…"
    required = [name for name, one in found.model_fields.items() if one.is_required()]
    return "\n    ".join(f"{name}: …" for name in required) or "…"


def _looks_like_text(name: str) -> bool:
    return bool(re.search(r"\s|[^\w-]", name.strip())) or name[:1].isupper()


def _path(finding: Finding) -> str:
    return " > ".join(part for part in finding.loc[:-1] if isinstance(part, str))
