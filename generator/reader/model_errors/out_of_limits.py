"""Texts and lists that are too long or too short, ids of another form, and one of two."""

import re
from collections.abc import Iterator, Mapping

from generator.model.paths import make_slug
from generator.model.yaml_model import SLUG
from generator.problem import Problem
from generator.reader.model_errors.finding import Finding
from generator.reader.model_errors.model_walk import find_record, write_example
from generator.reader.model_errors.wrong_type import explain_empty
from generator.reader.yaml_text.excerpts import count, shorten


def explain_long_text(finding: Finding) -> Iterator[Problem]:
    """Tell how long a text is, and how long it may be."""
    limit, length = finding.limits["max_length"], len(finding.value.strip())
    yield finding.tell(
        "length",
        f"{finding.where} is {length:,} characters long; at most {limit:,} fit.",
        f"Make it shorter by {count(length - limit, 'character')}"
        + (", or divide it into two items." if finding.is_item else "."),
    )


def explain_short_list(finding: Finding) -> Iterator[Problem]:
    """Tell a list with too few items; not one whose items are wrong and told one by one."""
    limit, length = finding.limits["min_length"], len(finding.value)
    if length == 0:
        yield from explain_empty(finding)
    elif length < limit:
        another = "another item that starts" if limit - length == 1 else "items that start"
        yield finding.tell(
            "number",
            f"{finding.where} has {count(length, 'item')}, but it needs at least {limit}.",
            f"Add {another} with “- ”.",
            place=finding.first_place,
        )


def explain_long_list(finding: Finding) -> Iterator[Problem]:
    """Tell a list with too many items."""
    limit = finding.limits["max_length"]
    length = max(len(finding.value), limit + 1)
    yield finding.tell(
        "number",
        f"{finding.where} has {count(length, 'item')}; at most {limit} fit.",
        f"Leave out {length - limit} of them.",
        place=finding.source.place((*finding.loc, limit)),
    )


def explain_slug(finding: Finding) -> Iterator[Problem]:
    """Tell an id that has other characters than an address can show."""
    value = str(finding.value)
    if not value.strip():
        yield from explain_empty(finding)
        return
    of_key = finding.loc[-1] == "[key]"
    meant = make_slug(value)
    fix = "Use only small letters (a to z), digits and single hyphens"
    fix += f", for example  {meant}" if meant else "."
    parts = value.split()
    if finding.is_item and len(parts) > 1 and all(re.fullmatch(SLUG, one) for one in parts):
        fix = f"If these are several, put commas between them:  {', '.join(parts)}\n{fix}"
    yield finding.tell(
        "form",
        f"“{shorten(value, 40)}” cannot be used for {'a name here' if of_key else finding.where}.",
        fix,
        place=finding.source.place(finding.loc[:-1], of_key=True) if of_key else finding.place,
    )


def explain_need(finding: Finding) -> Iterator[Problem]:
    """Tell a group that needs one of two names, and has none or both."""
    names = list(finding.limits["names"])
    given = finding.source.value(finding.loc)
    present = [name for name in names if isinstance(given, Mapping) and given.get(name)]
    if len(present) > 1:
        both = " and ".join(f"“{name}”" for name in present)
        yield finding.tell(
            "one-of",
            f"{finding.where} has both {both}, but only one of them fits.",
            "Keep one, and move the other to a list item of its own that starts with “- ”.",
            place=finding.source.place((*finding.loc, present[1]), of_key=True),
        )
        return
    record = find_record(finding.model, finding.loc)
    examples = [write_example(record, name).split("\n")[0] for name in names] if record else names
    yield finding.tell(
        "one-of",
        f"{finding.where} needs {' or '.join(f'“{name}”' for name in names)}.",
        f"Add a line such as  {'  or  '.join(examples)}",
        place=finding.first_place,
    )


def explain_other(finding: Finding) -> Iterator[Problem]:
    """Tell what has no explanation of its own."""
    yield finding.tell(
        "kind",
        f"{finding.where} cannot be used as it is written here.",
        f"It should be {finding.description or 'a text'}. Compare it with another file.",
    )
