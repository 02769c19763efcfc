"""Names that have to be there and are not."""

import re
from collections.abc import Iterator, Sequence

from generator.model.yaml_model import SLUG
from generator.problem import Group, Problem, Rule
from generator.reader.model_errors import other_file
from generator.reader.model_errors.meant import find_near_name
from generator.reader.model_errors.model_walk import describe, find_record, write_example
from generator.reader.model_errors.refusal import Refusal
from generator.reader.model_errors.wrong_name import is_alone, looks_like_text

MISSING = Rule(
    id="missing",
    group=Group.FIELDS,
    summary="Every name that has to be in a group is there.",
    why="The page cannot be made without it.",
    fault="stop:\n  lead: Stop if",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
)


def find_missing(refusal: Refusal, unknown: Sequence[Refusal]) -> Iterator[Problem]:
    """Report a name that has to be there, unless a wrong one explains why it isn't."""
    name, parent = str(refusal.loc[-1]), refusal.loc[:-1]
    record = find_record(refusal.model, parent)
    if record is None or any(_explains(one, refusal, list(record.model_fields)) for one in unknown):
        return
    example = other_file.write_kind(record) if name == "kind" else ""
    fix = f"Add a line such as\n{example or write_example(record, name)}"
    hidden = rf"(?mi)^[ \t]*#+[ \t]*{re.escape(name)}(?::|[ \t]*$)"  # “## Steps” as well
    comment = None if parent else re.search(hidden, refusal.source.text)
    if comment:
        line = refusal.source.text.count("\n", 0, comment.start()) + 1
        way = "delete the “#”." if comment[0].endswith(":") else f"write there  {name}:"
        fix = f"Line {line} has it, but “#” makes that line a comment: {way}"
    written = refusal.source.written(parent)
    yield refusal.report(
        MISSING,
        f"“{name}” is missing{f' in {describe(written)}' if written else ''}.",
        fix,
        place=refusal.source.place(parent, of_key=True),
        on_page="Write it here.",
    )


def find_lost_group(refusal: Refusal) -> Problem | None:
    """Report that the name of a group is missing, where it stands below one that takes a text.

    Names with a hyphen are those that a guidebook makes up: none of ours, and hardly words.
    """
    names = [str(one) for one in refusal.value]
    if len(refusal.loc) > 1 or len(names) < 2 or not all(re.fullmatch(SLUG, one) for one in names):
        return None
    if not any("-" in one for one in names):
        return None
    return refusal.report(
        MISSING,
        f"{refusal.where} takes a text, but “{names[0]}” and others stand below it: the name that"
        " they belong to is missing.",
        f"Write that name and a colon on a line of its own between  {refusal.intro.strip()}  and"
        f"  {names[0]}:  without spaces before it. In house.yml it is  values:",
    )


def _explains(unknown: Refusal, missing: Refusal, known: Sequence[str]) -> bool:
    """Whether a wrong name is the reason why another one is missing."""
    wrong, name = str(unknown.loc[-1]), str(missing.loc[-1])
    if wrong == name:  # it is in another group, and is reported there
        return True
    if unknown.loc[:-1] != missing.loc[:-1]:
        return False
    if find_near_name(wrong, known, [name]) == name or wrong.startswith((f"{name}:", f"{name} ")):
        return True
    siblings = missing.source.value(missing.loc[:-1])
    alone = isinstance(siblings, dict) and len(siblings) == 1
    return alone and (looks_like_text(wrong) or is_alone(unknown))  # a text with a colon in it
