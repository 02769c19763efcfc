"""Words where the model asks for a choice, a date, yes or no, or a number."""

import re
from collections.abc import Iterator

from generator.checks.suggestions import find_misspelt
from generator.problem import Group, Problem, Rule
from generator.reader.model_errors.explanation import explains
from generator.reader.model_errors.meant import find_near_choice
from generator.reader.model_errors.model_walk import find_field, find_type, is_list, list_choices
from generator.reader.model_errors.refusal import CURLY_MARKS, Refusal
from generator.reader.model_errors.written_dates import explain_date as read_date
from generator.reader.model_errors.written_dates import find_certain
from generator.reader.model_errors.wrong_type import KIND, explain_empty
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


CHOICE = Rule(
    id="choice",
    group=Group.FIELDS,
    summary="Where a field has a few words to choose from, its value is one of them.",
    why="Pages are sorted and filtered by these words.",
    fault="kind: situation",
    fix="kind: scenario",
)

RANGE = Rule(
    id="range",
    group=Group.FIELDS,
    summary="A number is within its limits.",
    why="Outside of them, it is mostly a slip.",
    fault="review_every: 1000",
    fix="review_every: 12",
)


@explains("enum")
def explain_choice(refusal: Refusal) -> Iterator[Problem]:
    """Report a word that is not among those to choose from."""
    if not isinstance(refusal.value, str) or not refusal.value:
        yield from _explain_no_word(refusal, "one of the words to choose from")
        return
    choices = list_choices(find_type(refusal.model, refusal.loc))
    fix = f"Choose one of: {', '.join(choices)}."
    words = refusal.value.split()
    if not all(word in choices for word in words):  # “phone chat” are two, “front line” is one
        words = re.split(r",| and | or |/|&", refusal.value)
    # More than there are to choose from mean none of them, and may be very many.
    parts = [find_near_choice(one, choices) for one in words] if len(words) <= len(choices) else []
    if len(parts) > 1 and all(parts):
        named = ", ".join(str(one) for one in parts)
        in_list = is_list(find_type(refusal.model, refusal.loc[:-1]))
        first = f"Write them as a list:  {refusal.name}: [{named}]" if in_list else "Keep only one."
        fix = f"{first}\n{fix}"
    elif nearest := find_near_choice(refusal.value, choices):
        fix = f"Did you mean “{nearest}”? {fix}"
    meant = find_misspelt(refusal.value.strip(CURLY_MARKS), choices)
    yield refusal.report(
        CHOICE,
        f"{refusal.where} cannot be “{shorten(refusal.value, 40)}”.",
        fix,
        repair=refusal.exchange(meant) if meant else None,
    )


@explains("date_type")
def explain_date(refusal: Refusal) -> Iterator[Problem]:
    """Report what is not a date, and how it was understood."""
    if not isinstance(refusal.value, str) or not refusal.value:
        yield from _explain_no_word(refusal, "a date such as 2027-03-31", "2027-03-31")
        return
    written = refusal.value.strip(CURLY_MARKS)
    message, fix = read_date(refusal.where, refusal.name, written)
    meant = find_certain(written)
    repair = refusal.exchange(meant.isoformat()) if meant else None
    yield refusal.report(KIND, message, fix, repair=repair)


@explains("bool_type")
def explain_switch(refusal: Refusal) -> Iterator[Problem]:
    """Report what is neither yes nor no."""
    if not isinstance(refusal.value, str) or not refusal.value:
        yield from _explain_no_word(refusal, "yes or no", "yes")
        return
    word = refusal.value.strip().lower()
    yes, no = f"{refusal.name}: yes", f"{refusal.name}: no"
    fix = f"Write  {yes if _YES.fullmatch(word) else no}"
    if not _YES.fullmatch(word) and not _NO.fullmatch(word):
        fix = f"Write  {yes}  or  {no}" + (f"  ({about})" if (about := refusal.description) else "")
    yield refusal.report(KIND, _say(refusal, "yes or no"), fix)


@explains("int_type")
def explain_number(refusal: Refusal) -> Iterator[Problem]:
    """Report what is not a whole number."""
    if not isinstance(refusal.value, str) or not refusal.value:
        yield from _explain_no_word(refusal, "a whole number", "12")
        return
    meant = _read_number(refusal.value.strip().lower())
    example = f"Write it in digits, without any words:  {refusal.name}: {meant or 12}"
    about = f"\nIt is for: {refusal.description}." if refusal.description else ""
    on_page = f"Write it in digits, without any words, such as {meant or 12}."
    yield refusal.report(KIND, _say(refusal, "a whole number"), example + about, on_page=on_page)


@explains("greater_than_equal", "less_than_equal")
def explain_range(refusal: Refusal) -> Iterator[Problem]:
    """Report a number that is too small or too large."""
    field = find_field(refusal.model, refusal.loc)
    limits = dict(refusal.limits)
    for one in field.metadata if field else ():
        limits |= {side: getattr(one, side) for side in ("ge", "le") if hasattr(one, side)}
    low, high = limits.get("ge"), limits.get("le")
    wanted = f"{high} or less" if refusal.kind.startswith("less") else f"{low} or more"
    fix = f"Write {wanted}." if None in (low, high) else f"Write a number from {low} to {high}."
    about = f" It is for: {refusal.description}." if refusal.description else ""
    yield refusal.report(
        RANGE, f"{refusal.where} is {refusal.value}, but it must be {wanted}.", fix + about
    )


def _explain_no_word(refusal: Refusal, wanted: str, example: str = "") -> Iterator[Problem]:
    """Report a list or a group, or nothing, where one word belongs."""
    if refusal.value in (None, ""):
        yield from explain_empty(refusal)
        return
    words = refusal.value if isinstance(refusal.value, list) else []
    choices = list_choices(find_type(refusal.model, refusal.loc))
    word = words[0] if words and isinstance(words[0], str) else example or choices[0]
    is_what = "a list" if isinstance(refusal.value, list) else "a group of names"
    yield refusal.report(
        KIND,
        f"{refusal.where} must be {wanted}, but it is {is_what}.",
        f"Write one, without brackets or “- ”:  {refusal.name}: {shorten(word)}",
    )


def _say(refusal: Refusal, wanted: str) -> str:
    return f"{refusal.where} must be {wanted}, but it is “{shorten(str(refusal.value), 40)}”."


def _read_number(text: str) -> int | None:
    """Read “six months”, “12 months” or “2 years” as a number of months."""
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    number = int(match[1]) if match[1] else _NUMBERS.get((match[2] or "").strip())
    if match[3] and match[2] in (None, "a", "one", "each"):
        number = number or 1
    return number * _UNITS[match[3]] if number and match[3] else number
