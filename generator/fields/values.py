"""Values that are of another kind, form, length or number than the model asks for."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.fields.dates import explain_date
from generator.fields.findings import Finding
from generator.fields.names import blame_colon, find_near_word, write_example
from generator.fields.shapes import (
    find_field,
    find_record,
    find_short_name,
    find_type,
    is_list,
    list_choices,
    list_item,
)
from generator.problem import Problem
from generator.source.wording import count, quote, shorten

_YES = ("y", "ye", "yep", "yeah", "ok", "1", "x", "✓", "✔", "ja", "si", "sí", "oui", "right", "correct")
_NO = ("n", "nope", "0", "none", "never", "nein", "non", "nee", "wrong", "not")
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_BULLET = re.compile(r"^\s*(?:[-–—•·*]\s*)?")


def _explain_text(finding: Finding) -> Iterator[Problem]:
    if isinstance(finding.value, Mapping) and finding.value:
        yield blame_colon(finding)
    elif isinstance(finding.value, list):
        item = finding.value[0] if finding.value else None
        words = shorten(item) if isinstance(item, str) else "…"
        # “[Name], please wait” is read as a list
        yield finding.tell(
            "kind",
            f"{finding.where} must be one text, but it is a list.",
            f"Write it as one text:  {finding.intro}{words}\n"
            f"If the text starts with a bracket, put quotes around it:  "
            f"{finding.intro}{quote(f'[{words}] …')}",
        )
    else:
        yield from _explain_empty(finding)


def _explain_list(finding: Finding) -> Iterator[Problem]:
    if finding.value is None or finding.value == "":
        yield from _explain_empty(finding)
        return
    name = finding.name
    if isinstance(finding.value, str):
        lines = [_BULLET.sub("", line) for line in finding.source.raw(finding.loc).split("\n")]
        items = [line.strip() for line in lines if line.strip()]
        if len(items) == 1 and ", " in items[0] and not re.search(r"[.!?]", items[0]):
            items = items[0].split(", ")
        message = f"{finding.where} must be a list, but it is the text “{shorten(finding.value, 40)}”."
    elif isinstance(finding.value, Mapping):
        items = [
            f"{key}: {value}" if isinstance(value, str) else f"{key}:"
            for key, value in finding.value.items()
        ]
        message = f"{finding.where} must be a list, but no line below it starts with “- ”."
    else:
        items, message = ["…"], f"{finding.where} must be a list."
    shown = "\n".join(f"  - {shorten(item)}" for item in items[:5])
    yield finding.tell("kind", message, f"Write it as a list:\n{name}:\n{shown}")


def _explain_group(finding: Finding) -> Iterator[Problem]:
    value = finding.value
    record = find_record(finding.model, finding.loc)
    if value is None or value == "" or record is None:
        yield from _explain_empty(finding)
        return
    names = list(record.model_fields)
    short = find_short_name(finding.model, finding.loc)
    what = "a list" if isinstance(value, list) else f"the text “{shorten(str(value), 40)}”"
    wanted = "a text or a group of names" if short else "a group of names"
    if isinstance(value, str):
        first = next((n for n, one in record.model_fields.items() if one.is_required()), names[0])
        head = "- " if finding.is_item else f"{finding.name}:\n  "
        fix = f"Give the text a name, for example:\n{head}{first}: {shorten(value)}"
    elif short and value and isinstance(value[0], str):
        fix = f"Write it as a text:  {finding.intro}{shorten(value[0])}"
    else:
        fix = "Write the names below it without “- ”."
    yield finding.tell(
        "kind",
        f"{finding.where} must be {wanted}, but it is {what}.",
        f"{fix}\nNames that can be used there: {', '.join(names)}.",
    )


def _explain_empty(finding: Finding) -> Iterator[Problem]:
    field = find_field(finding.model, finding.loc)
    found = find_type(finding.model, finding.loc)
    about = f"  ({field.description})" if field and field.description else ""
    if finding.is_item:
        fix = "Write its text after the dash, or delete the line."
    elif is_list(found):
        item = "- …" if list_choices(list_item(found)) or find_record(finding.model, (*finding.loc, 0)) is None else "- …"
        fix = f"Write its items below it, each with a dash:\n{finding.name}:\n  {item}{about}"
    else:
        fix = f"Write it after the colon:  {finding.name}: …{about}"
    if finding.optional and not finding.is_item:
        fix += "\nOr delete the line."
    comment = _find_comment(finding)
    if comment:
        fix = (
            f"“#” starts a comment. If it is part of the text, put quotes around it:  "
            f"{finding.intro}{quote(comment)}\n{fix}"
        )
    yield finding.tell("empty", f"{finding.where} is empty.", fix)


def _find_comment(finding: Finding) -> str:
    place = finding.place
    line = finding.source.text.split("\n")[place.line - 1]
    match = re.search(r"[:-][ \t]+(#\S.*)$", line[place.column - 1 :] if place.column < 3 else line)
    return match[1] if match and finding.value is None else ""


def _explain_choice(finding: Finding) -> Iterator[Problem]:
    choices = list_choices(find_type(finding.model, finding.loc))
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_text(finding)
        return
    near = find_near_word(finding.value, choices)
    fix = f"Choose one of: {', '.join(choices)}."
    several = [one.strip() for one in re.split(r",| and | or |/", finding.value)]
    if len(several) > 1 and all(find_near_word(one, choices) for one in several):
        words = ", ".join(str(find_near_word(one, choices)) for one in several)
        in_list = is_list(find_type(finding.model, finding.loc[:-1]))
        fix = (f"Write them as a list:  {finding.name}: [{words}]\n" if in_list else "Choose one only.\n") + fix
    elif near:
        fix = f"Did you mean “{near}”? {fix}"
    yield finding.tell("choice", f"{finding.where} cannot be “{shorten(finding.value, 40)}”.", fix)


def _explain_date(finding: Finding) -> Iterator[Problem]:
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_text(finding)
        return
    message, fix = explain_date(finding.value)
    yield finding.tell(
        "kind", message.format(where=finding.where), fix.format(name=finding.name)
    )


def _explain_switch(finding: Finding) -> Iterator[Problem]:
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_text(finding)
        return
    word = finding.value.strip().lower()
    meant = "yes" if word in _YES else "no" if word in _NO else ""
    fix = f"Write  {finding.name}: {meant or 'yes'}" + ("" if meant else f"  or  {finding.name}: no")
    yield finding.tell(
        "kind", f"{finding.where} must be yes or no, but it is “{shorten(finding.value, 40)}”.", fix
    )


def _explain_number(finding: Finding) -> Iterator[Problem]:
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_text(finding)
        return
    word = finding.value.strip().lower()
    digits = re.search(r"\d+", word)
    meant = ""
    if word in _NUMBERS:
        meant = str(_NUMBERS.index(word))
    elif "dozen" in word:
        meant = "6" if "half" in word else "12"
    elif digits and len(re.findall(r"\d+", word)) == 1:
        meant = str(int(digits[0]))
    fix = f"Write it in digits only:  {finding.name}: {meant or 12}"
    unit = re.search(r"day|week|month|year", word)
    if unit and meant and "month" in finding.description and unit[0] != "month":
        fix = f"Write it as a number of months, in digits only:  {finding.name}: 12"
    yield finding.tell(
        "kind",
        f"{finding.where} must be a whole number, but it is “{shorten(finding.value, 40)}”.",
        fix,
    )


def _explain_range(finding: Finding) -> Iterator[Problem]:
    field = find_field(finding.model, finding.loc)
    limits = dict(finding.limits)
    for one in field.metadata if field else ():
        limits |= {side: getattr(one, side) for side in ("ge", "le") if hasattr(one, side)}
    low, high = limits.get("ge"), limits.get("le")
    wanted = f"{low} or more" if finding.kind.startswith("greater") else f"{high} or less"
    fix = f"Write a number from {low} to {high}." if None not in (low, high) else f"Write {wanted}."
    about = f" It counts {finding.description}." if finding.description else ""
    yield finding.tell("range", f"{finding.where} is {finding.value}, but it must be {wanted}.", fix + about)


def _explain_long_text(finding: Finding) -> Iterator[Problem]:
    limit, length = finding.limits["max_length"], len(finding.value.strip())
    yield finding.tell(
        "length",
        f"{finding.where} is {length:,} characters long; at most {limit:,} fit.",
        f"Make it shorter by {count(length - limit, 'character')}"
        + (", or divide it." if finding.is_item else "."),
    )


def _explain_short_list(finding: Finding) -> Iterator[Problem]:
    limit, length = finding.limits["min_length"], len(finding.value)
    if length >= limit:
        return  # its items are wrong, and told one by one
    if length == 0:
        yield from _explain_empty(finding)
        return
    yield finding.tell(
        "number",
        f"{finding.where} has {count(length, 'item')}, but it needs at least {limit}.",
        f"Add {'another item that starts' if limit - length == 1 else 'more items that start'} "
        "with “- ”.",
    )


def _explain_long_list(finding: Finding) -> Iterator[Problem]:
    limit = finding.limits["max_length"]
    length = max(len(finding.value), finding.limits.get("actual_length") or 0)
    yield finding.tell(
        "number",
        f"{finding.where} has {count(length, 'item')}; at most {limit} fit.",
        f"Leave out {length - limit} of them.",
    )


def _explain_slug(finding: Finding) -> Iterator[Problem]:
    value = str(finding.value)
    of_key = finding.loc[-1] == "[key]"
    meant = make_slug(value)
    fix = "Use only small letters, digits and single hyphens"
    fix += f", for example  {meant}" if meant else "."
    place = finding.source.place(finding.loc[:-1], of_key=True) if of_key else finding.place
    where = "a name here" if of_key else finding.where
    if meant == value.strip():  # something nobody can see is in it
        fix = f"Delete it and type it again:  {meant}"
    yield finding.tell("form", f"“{shorten(value, 40)}” cannot be used for {where}.", fix, place=place)


def make_slug(text: str) -> str:
    """Make the nearest id of a text: “put-it-right/Own it.yml” becomes own-it."""
    text = text.strip().rstrip("/").rsplit("/", 1)[-1].removesuffix(".yml").removesuffix(".md")
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:60].strip("-")


def _explain_need(finding: Finding) -> Iterator[Problem]:
    names = list(finding.limits["names"])
    given = finding.source.value(finding.loc)
    present = [name for name in names if isinstance(given, Mapping) and given.get(name)]
    either = " or ".join(f"“{name}”" for name in names)
    if len(present) > 1:
        yield finding.tell(
            "one-of",
            f"{finding.where} has both {' and '.join(f'“{name}”' for name in present)}; "
            "it can have only one of them.",
            "Keep one, and move the other to a list item of its own that starts with “- ”.",
            place=finding.source.place((*finding.loc, present[1]), of_key=True),
        )
        return
    record = find_record(finding.model, finding.loc)
    examples = " or ".join(write_example(record, name).split("\n")[0] for name in names) if record else ""
    yield finding.tell(
        "one-of",
        f"{finding.where} needs {either}.",
        f"Add a line such as  {examples}".rstrip(),
        place=finding.source.place(finding.loc, of_key=not finding.is_item),
    )


def explain_other(finding: Finding) -> Iterator[Problem]:
    """Tell what has no explanation of its own."""
    yield finding.tell(
        "kind",
        f"{finding.where} cannot be used as it is written here.",
        f"Compare it with another playbook. It should be {finding.description or 'a text'}.",
    )


EXPLANATIONS: Mapping[str, Callable[[Finding], Iterator[Problem]]] = {
    "bool_type": _explain_switch,
    "date_type": _explain_date,
    "enum": _explain_choice,
    "greater_than_equal": _explain_range,
    "int_type": _explain_number,
    "less_than_equal": _explain_range,
    "mapping_type": _explain_group,
    "dict_type": _explain_group,
    "model_type": _explain_group,
    "need_one_of": _explain_need,
    "string_pattern_mismatch": _explain_slug,
    "string_too_long": _explain_long_text,
    "string_too_short": _explain_empty,
    "string_type": _explain_text,
    "too_long": _explain_long_list,
    "too_short": _explain_short_list,
    "tuple_type": _explain_list,
}

