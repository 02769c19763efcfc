"""Words where the model asks for a choice, a date, yes or no, or a number."""

import re
from collections.abc import Iterator

from generator.checks.suggestions import find_nearest, suggest
from generator.problem import Problem
from generator.reader.model_errors.dates import explain_date as read_date
from generator.reader.model_errors.finding import Finding
from generator.reader.model_errors.model_walk import find_field, find_type, is_list, list_choices
from generator.reader.model_errors.wrong_type import explain_empty
from generator.reader.yaml_text.excerpts import shorten

_YES = re.compile("y|ye|yep|yeah|ok|1|x|✓|✔|ja|si|sí|oui|right|correct")
_NO = re.compile("n|nope|0|none|never|nein|non|nee|not|wrong")
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a dozen": 12,
    "dozen": 12,
    "eighteen": 18,
    "twenty": 20,
    "twenty-four": 24,
    "half a": 6,
    "half a dozen": 6,
}
_NUMBER = re.compile(r"(?:every )?(?:(\d{1,3})|([a-z -]+?))?\s*(month|year|quarter)?s?\.?")
_UNITS = {"month": 1, "year": 12, "quarter": 3}


def explain_choice(finding: Finding) -> Iterator[Problem]:
    """Tell a word that is not among those to choose from."""
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_no_word(finding, "one of the words to choose from")
        return
    choices = list_choices(find_type(finding.model, finding.loc))
    fix = f"Choose one of: {', '.join(choices)}."
    parts = [find_nearest(one, choices) for one in re.split(r",| and | or |/|&", finding.value)]
    if len(parts) > 1 and all(parts):
        words = ", ".join(str(one) for one in parts)
        in_list = is_list(find_type(finding.model, finding.loc[:-1]))
        first = f"Write them as a list:  {finding.name}: [{words}]" if in_list else "Keep only one."
        fix = f"{first}\n{fix}"
    else:
        fix = f"{suggest(finding.value, choices)} {fix}".lstrip()
    yield finding.tell("choice", f"{finding.where} cannot be “{shorten(finding.value, 40)}”.", fix)


def explain_date(finding: Finding) -> Iterator[Problem]:
    """Tell what is not a date, and how it was understood."""
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_no_word(finding, "a date such as 2027-03-31", "2027-03-31")
        return
    message, fix = read_date(finding.where, finding.name, finding.value)
    yield finding.tell("kind", message, fix)


def explain_switch(finding: Finding) -> Iterator[Problem]:
    """Tell what is neither yes nor no."""
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_no_word(finding, "yes or no", "yes")
        return
    word = finding.value.strip().lower()
    yes, no = f"{finding.name}: yes", f"{finding.name}: no"
    fix = f"Write  {yes if _YES.fullmatch(word) else no}"
    if not _YES.fullmatch(word) and not _NO.fullmatch(word):
        fix = f"Write  {yes}  or  {no}" + (f"  ({about})" if (about := finding.description) else "")
    yield finding.tell("kind", _say(finding, "yes or no"), fix)


def explain_number(finding: Finding) -> Iterator[Problem]:
    """Tell what is not a whole number."""
    if not isinstance(finding.value, str) or not finding.value:
        yield from _explain_no_word(finding, "a whole number", "12")
        return
    meant = _read_number(finding.value.strip().lower())
    example = f"Write it in digits, without any words:  {finding.name}: {meant or 12}"
    about = f"\nIt is for: {finding.description}." if finding.description else ""
    yield finding.tell("kind", _say(finding, "a whole number"), example + about)


def explain_range(finding: Finding) -> Iterator[Problem]:
    """Tell a number that is too small or too large."""
    field = find_field(finding.model, finding.loc)
    limits = dict(finding.limits)
    for one in field.metadata if field else ():
        limits |= {side: getattr(one, side) for side in ("ge", "le") if hasattr(one, side)}
    low, high = limits.get("ge"), limits.get("le")
    wanted = f"{high} or less" if finding.kind.startswith("less") else f"{low} or more"
    fix = f"Write {wanted}." if None in (low, high) else f"Write a number from {low} to {high}."
    about = f" It is for: {finding.description}." if finding.description else ""
    yield finding.tell(
        "range", f"{finding.where} is {finding.value}, but it must be {wanted}.", fix + about
    )


def _explain_no_word(finding: Finding, wanted: str, example: str = "") -> Iterator[Problem]:
    """Tell a list or a group, or nothing, where one word belongs."""
    if finding.value in (None, ""):
        yield from explain_empty(finding)
        return
    words = finding.value if isinstance(finding.value, list) else []
    choices = list_choices(find_type(finding.model, finding.loc))
    word = words[0] if words and isinstance(words[0], str) else example or choices[0]
    is_what = "a list" if isinstance(finding.value, list) else "a group of names"
    yield finding.tell(
        "kind",
        f"{finding.where} must be {wanted}, but it is {is_what}.",
        f"Write one, without brackets or “- ”:  {finding.name}: {shorten(word)}",
    )


def _say(finding: Finding, wanted: str) -> str:
    return f"{finding.where} must be {wanted}, but it is “{shorten(str(finding.value), 40)}”."


def _read_number(text: str) -> int | None:
    """Read “six months”, “12 months” or “2 years” as a number of months."""
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    number = int(match[1]) if match[1] else _NUMBERS.get((match[2] or "").strip())
    if match[3] and match[2] in (None, "a", "one", "each"):
        number = number or 1
    return number * _UNITS[match[3]] if number and match[3] else number
