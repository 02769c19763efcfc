"""Names that are not known, and names that are missing."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.checks.suggestions import find_nearest
from generator.model.playbook import PlaybookFile
from generator.problem import Label, Problem
from generator.reader.model_errors.finding import Finding
from generator.reader.model_errors.model_walk import (
    describe,
    find_homes,
    find_record,
    write_example,
)
from generator.reader.yaml_text.excerpts import quote, shorten

# Other words that people use for a name, where spelling does not help to find it.
MEANT = {
    "avoid": ("dont", "do_not", "never"),
    "feedback": ("explanation",),
    "kind": ("type", "category"),
    "options": ("answers", "choices"),
    "owner": ("author", "responsible"),
    "prompt": ("question",),
    "purpose": ("description", "summary", "goal", "about"),
    "related": ("see_also", "links"),
    "reviewed": ("date", "updated", "checked"),
    "right": ("correct",),
    "say": ("phrases", "words", "script"),
    "search": ("keywords", "tags"),
    "signals": ("signs", "triggers"),
    "steps": ("actions", "moves"),
    "text": ("answer", "item"),
    "title": ("name", "heading", "headline"),
    "why": ("reason", "because"),
}
_FROM_THE_PATH = {
    "id": "“id” is not written in the file: the file's name is the id.",
    "chapter": "“chapter” is not written in the file: its folder is the chapter.",
}
_STUCK = re.compile(r"(\w+):(\S.*)")


def find_unknown(finding: Finding, missing: Collection[str]) -> Problem:
    """Tell a name that cannot be used, with the nearest that can.

    `missing` are the names that have to be in the same group and aren't.
    """
    name, parent = str(finding.loc[-1]), finding.loc[:-1]
    place = finding.first_place
    record = find_record(finding.model, parent)
    known = list(record.model_fields) if record else []
    message = f"“{shorten(name)}” is not a name that can be used here."
    if not parent and issubclass(finding.model, PlaybookFile) and name in _FROM_THE_PATH:
        change = "rename the file" if name == "id" else "move the file to another folder"
        fix = f"Delete this line. To change the {name}, {change}."
        return finding.tell("unknown-name", _FROM_THE_PATH[name], fix, place=place)
    stuck = _STUCK.match(name)
    if stuck and stuck[1] in known:
        text = _join(f"{stuck[2]}:", finding.value).strip('"')
        return finding.tell(
            "space",
            f"A space is missing after “{stuck[1]}:”.",
            f"Write  {stuck[1]}: {quote(text)}",
            place=place,
        )
    word = name.split(maxsplit=1)[0] if name.strip() else name
    if word != name and word in missing:
        text = _join(f"{name.removeprefix(word).strip()}:", finding.value).strip('"')
        return finding.tell(
            "missing-colon",
            f"There is no colon after “{word}”.",
            f"Write  {word}: {quote(text)}",
            place=place,
        )
    near = find_near_name(name, known, missing)
    siblings = finding.source.value(parent)
    if near and isinstance(siblings, dict) and near in siblings:
        first = finding.source.place((*parent, near), of_key=True)
        return finding.tell(
            "unknown-name",
            message,
            f"Did you mean “{near}”? There is one on line {first.line} already: put both into "
            "one, or delete this line.",
            place=place,
            labels=(Label(first, f"“{near}” stands here"),),
        )
    if near:
        return finding.tell("unknown-name", message, f"Did you mean “{near}”?", place=place)
    if _looks_like_text(name):
        return _blame_colon(finding)
    path = " > ".join(part for part in parent if isinstance(part, str))
    homes = [home for home in find_homes(finding.model, name) if home != path]
    fix = f"Names that can be used here: {', '.join(known)}."
    if homes:
        where = " or ".join(f"in “{home}”" if home else "at the top" for home in homes[:3])
        fix = f"“{name}” belongs {where}; check the spaces before it.\n{fix}"
    return finding.tell("unknown-name", message, fix, place=place)


def find_missing(finding: Finding, unknown: Sequence[Finding]) -> Iterator[Problem]:
    """Tell a name that has to be there, unless a wrong one explains why it isn't."""
    name, parent = str(finding.loc[-1]), finding.loc[:-1]
    record = find_record(finding.model, parent)
    if record is None:
        return
    siblings = finding.source.value(parent)
    for other in unknown:
        wrong = str(other.loc[-1])
        if wrong == name:  # it stands in another group, and is told there
            return
        if other.loc[:-1] == parent:
            if find_near_name(wrong, list(record.model_fields), [name]) == name:
                return
            if wrong.startswith((f"{name}:", f"{name} ")):
                return
            if _looks_like_text(wrong) and isinstance(siblings, dict) and len(siblings) == 1:
                return  # a text with a colon in it
    fix = f"Add a line such as\n{write_example(record, name)}"
    comment = None
    if not parent:
        comment = re.search(rf"^[ \t]*#[ \t]*{re.escape(name)}:", finding.source.text, re.M)
    if comment:
        line = finding.source.text.count("\n", 0, comment.start()) + 1
        fix = f"Line {line} has it, but “#” makes that line a comment: delete the “#”."
    written = finding.source.written(parent)
    yield finding.tell(
        "missing",
        f"“{name}” is missing{f' in {describe(written)}' if written else ''}.",
        fix,
        place=finding.source.place(parent, of_key=True),
    )


def find_near_name(name: str, known: Sequence[str], missing: Collection[str] = ()) -> str | None:
    """Find the name that was meant, if spelling or meaning tells."""
    if found := find_nearest(name, missing) or find_nearest(name, known):
        return found  # what is missing is the likelier
    written = re.sub(r"[\s-]+", "_", name.strip().lower())
    return next((one for one in known if written in MEANT.get(one, ())), None)


def blame_colon(finding: Finding) -> Problem:
    """Tell a group that was meant as a text, such as “- Ask them: what happened?”."""
    return _blame_colon(finding.within(next(iter(finding.value))))


def _blame_colon(finding: Finding) -> Problem:
    name, parent = str(finding.loc[-1]), finding.source.written(finding.loc[:-1])
    intro = ""
    if parent:
        intro = "- " if isinstance(parent[-1], int) else f"{parent[-1]}: "
    return finding.tell(
        "colon",
        f"“{shorten(name, 40)}” is read as a name, because a colon and a space follow it.",
        "If this is a text, put quotes around all of it:  "
        f"{intro}{quote(_join(name + ':', finding.value))}",
        place=finding.first_place,
    )


def _join(before: str, value: object) -> str:
    return f"{before} {value}" if isinstance(value, str) else before


def _looks_like_text(name: str) -> bool:
    return bool(re.search(r"\s|[^\w-]", name.strip())) or name[:1].isupper()
