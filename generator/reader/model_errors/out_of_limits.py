"""Texts and lists that are too long or too short, ids of another form, and one of two."""

import re
from collections.abc import Iterator, Mapping

from generator.model.paths import make_slug
from generator.model.yaml_model import SLUG
from generator.problem import Group, Problem, Rule
from generator.reader.model_errors.explanation import explains
from generator.reader.model_errors.missing_name import MISSING
from generator.reader.model_errors.model_walk import (
    find_record,
    find_type,
    is_list,
    write_example,
)
from generator.reader.model_errors.refusal import CURLY_MARKS, Refusal
from generator.reader.model_errors.wrong_type import KIND, explain_empty, is_cut_off
from generator.reader.yaml_text.excerpts import count, shorten

LENGTH = Rule(
    id="length",
    group=Group.FIELDS,
    summary="A text is no longer than its place on the page.",
    why="Longer ones are cut off on a phone or on paper.",
    fault={
        "playbooks/guidebook.yml": "right_now:\n"
        "  - playbook: loud-voice\n"
        "    label: Somebody is shouting at you at the counter"
    },
    fix={
        "playbooks/guidebook.yml": "right_now:\n"
        "  - playbook: loud-voice\n"
        "    label: Somebody shouts"
    },
)

NUMBER = Rule(
    id="number",
    group=Group.FIELDS,
    summary="A list has as many items as it needs, and no more than it may have.",
    why="A quiz with one answer asks nothing, and nobody reads eight.",
    fault="practice:\n"
    "  quiz:\n"
    "    prompt: They ask where it is. What do you say?\n"
    "    options:\n"
    "      - text: I will look now.\n"
    "        feedback: They see that somebody looks.\n"
    "        right: yes",
    fix="practice:\n"
    "  quiz:\n"
    "    prompt: They ask where it is. What do you say?\n"
    "    options:\n"
    "      - text: It will be here soon.\n"
    "        feedback: Nobody knows when soon is.\n"
    "      - text: I will look now.\n"
    "        feedback: They see that somebody looks.\n"
    "        right: yes",
)

FORM = Rule(
    id="form",
    group=Group.FIELDS,
    summary="An id has only small letters, digits and single hyphens.",
    why="It becomes a part of a web address.",
    fault="related: [Listen first, broken-promise]",
    fix="related: [listen-first, broken-promise]",
)

ONE_OF = Rule(
    id="one-of",
    group=Group.FIELDS,
    summary="Where one of two names is needed, one is there: a step has “do” or “say”.",
    why="A reason alone is nothing that staff can do.",
    fault="steps:\n"
    "  - why: They see that somebody looks.\n"
    "  - Say when it will be there.\n"
    "  - Offer something for the wait.",
    fix="steps:\n"
    "  - do: Look for the order.\n"
    "    why: They see that somebody looks.\n"
    "  - Say when it will be there.\n"
    "  - Offer something for the wait.",
)


@explains("string_too_long")
def explain_long_text(refusal: Refusal) -> Iterator[Problem]:
    """Report how long a text is, and how long it may be."""
    limit, length = refusal.limits["max_length"], len(refusal.value.strip())
    yield refusal.report(
        LENGTH,
        f"{refusal.where} is {length:,} characters long; at most {limit:,} fit.",
        f"Make it shorter by {count(length - limit, 'character')}"
        + (", or divide it into two items." if refusal.is_item else "."),
    )


@explains("too_short")
def explain_short_list(refusal: Refusal) -> Iterator[Problem]:
    """Report a list with too few items, unless its items are wrong and reported one by one."""
    limit, length = refusal.limits["min_length"], len(refusal.value)
    if length == 0:
        yield from explain_empty(refusal)
    elif length < limit:
        another = "another item that starts" if limit - length == 1 else "items that start"
        yield refusal.report(
            NUMBER,
            f"{refusal.where} has {count(length, 'item')}, but it needs at least {limit}.",
            f"Add {another} with “- ”.",
            place=refusal.first_place,
        )


@explains("too_long")
def explain_long_list(refusal: Refusal) -> Iterator[Problem]:
    """Report a list with too many items."""
    limit = refusal.limits["max_length"]
    length = max(len(refusal.value), limit + 1)
    yield refusal.report(
        NUMBER,
        f"{refusal.where} has {count(length, 'item')}; at most {limit} fit.",
        f"Leave out {length - limit} of them.",
        place=refusal.source.place((*refusal.loc, limit)),
    )


@explains("string_pattern_mismatch")
def explain_slug(refusal: Refusal) -> Iterator[Problem]:
    """Report an id that has other characters than an address can show."""
    value = str(refusal.value)
    if not value.strip():
        yield from explain_empty(refusal)
        return
    of_key = refusal.loc[-1] == "[key]"
    meant = make_slug(value)
    fix = "Use only small letters (a to z), digits and single hyphens"
    fix += f", for example  {meant}" if meant else "."
    parts = [one for one in re.split(r"[\s,;/&+]+(?:and\s+)?", value) if one]
    are_names = all(re.fullmatch(SLUG, one) for one in parts)
    # “listen first” is one name without its hyphen, “listen-first late-parcel” are two.
    if len(parts) > 1 and are_names and re.search("[,;/&+-]", value):
        several = ", ".join(parts)
        or_one = "" if re.search("[,;]", value) else f"\n{fix}"
        if refusal.is_item:
            fix = f"If these are several, put commas between them:  {several}{or_one}"
        elif is_list(find_type(refusal.model, refusal.loc[:-1])):
            fix = (
                f"If these are several, write them as a list:  {refusal.name}: [{several}]{or_one}"
            )
    elif not meant and refusal.description and not refusal.is_item:
        fix += f"\nIt is for: {refusal.description}."
    inner = value.strip(CURLY_MARKS)
    sure = inner != value and re.fullmatch(SLUG, inner) and not of_key
    yield refusal.report(
        FORM,
        f"“{shorten(value, 40)}” cannot be used for {'a name here' if of_key else refusal.where}.",
        fix,
        place=refusal.source.place(refusal.loc[:-1], of_key=True) if of_key else refusal.place,
        repair=refusal.exchange(inner) if sure else None,
    )


@explains("need_one_of")
def explain_need(refusal: Refusal) -> Iterator[Problem]:
    """Report a group that needs one of two names, and has none or both."""
    names = list(refusal.limits["names"])
    if any(is_cut_off(refusal.source, (*refusal.loc, name)) for name in names):
        return
    given = refusal.source.value(refusal.loc)
    present = [name for name in names if isinstance(given, Mapping) and given.get(name)]
    if len(present) > 1:
        both = " and ".join(f"“{name}”" for name in present)
        yield refusal.report(
            ONE_OF,
            f"{refusal.where} has both {both}, but only one of them fits.",
            "Keep one, and move the other to a list item of its own that starts with “- ”.",
            place=refusal.source.place((*refusal.loc, present[1]), of_key=True),
            on_page="Keep one, and add the other as an item of its own.",
        )
        return
    record = find_record(refusal.model, refusal.loc)
    examples = [write_example(record, name).split("\n")[0] for name in names] if record else names
    yield refusal.report(
        ONE_OF,
        f"{refusal.where} needs {' or '.join(f'“{name}”' for name in names)}.",
        f"Add a line such as  {'  or  '.join(examples)}",
        place=refusal.first_place,
        on_page="Write the text. “Remove” takes away all that belongs to it.",
    )


@explains("need_all_of")
def explain_lack(refusal: Refusal) -> Iterator[Problem]:
    """Report a group of which several names belong together, and some are not there."""
    names, missing = list(refusal.limits["names"]), list(refusal.limits["missing"])
    given = " and ".join(f"“{name}”" for name in names if name not in missing)
    lines = "\n".join(f"{name}: …" for name in missing)
    yield refusal.report(
        MISSING,
        f"{refusal.where} has {given}, but not all that belongs to it.",
        f"Add\n{lines}\nOr take out {given} until somebody has approved it.",
        place=refusal.first_place,
    )


def explain_other(refusal: Refusal) -> Iterator[Problem]:
    """Report what has no explanation of its own."""
    yield refusal.report(
        KIND,
        f"{refusal.where} cannot be used as it is written here.",
        f"It should be {refusal.description or 'a text'}. Compare it with another file.",
    )
