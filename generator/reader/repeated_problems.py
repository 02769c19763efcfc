"""One mistake that is found twice, or a thousand times: what of it is left in a report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.checks.records import find_unknown_owner
from generator.problem import Place, Problem, Rule
from generator.reader.model_errors.out_of_limits import FORM
from generator.reader.model_errors.wrong_type import KIND
from generator.reader.model_errors.wrong_value import CHOICE
from generator.reader.yaml_text.colons import COLON
from generator.reader.yaml_text.lists import LIST
from generator.reader.yaml_text.starting_brackets import BRACKET
from generator.reader.yaml_text.suspicious_text import CURLY_QUOTES, SWALLOWED_ITEM

_SAYS_MORE = (CHOICE, FORM, KIND, find_unknown_owner.rule)

MOST = 100
"""Problems of one rule in one file that are reported one by one; then people check again."""


def leave_out_lesser(problems: Sequence[Problem]) -> list[Problem]:
    """All but slips of form in a value that has to be another one anyway.

    Whoever puts “Safety: lead” into quotation marks has still no owner of that name.
    """
    wrong: dict[tuple[str, int], list[Place]] = {}
    for one in problems:
        if one.rule in _SAYS_MORE:
            wrong.setdefault((one.place.path, one.place.line), []).append(one.place)
    return [one for one in problems if not _is_lesser(one, wrong)]


def _is_lesser(slip: Problem, wrong: Mapping[tuple[str, int], Sequence[Place]]) -> bool:
    """Whether a slip is in one of the `wrong` values, which are known by their line."""
    place = slip.place
    if slip.rule is SWALLOWED_ITEM:
        return (place.path, place.line - 1) in wrong
    beside = wrong.get((place.path, place.line), ())
    if slip.rule in (BRACKET, CURLY_QUOTES, LIST):  # they are at the start of a text
        return any(place.column == one.column for one in beside)
    return slip.rule is COLON and any(
        one.column < place.column < one.column + one.width for one in beside
    )


def leave_few(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Of a rule with too many problems in a file the first ones, and the next with how many."""
    counts = Counter((one.rule, one.place.path) for one in problems)
    if all(count <= MOST for count in counts.values()):
        return tuple(problems)
    left, seen = [], Counter[tuple[Rule, str]]()
    for one in problems:
        kind = (one.rule, one.place.path)
        seen[kind] += 1
        more = counts[kind] - MOST
        if seen[kind] <= MOST:
            left.append(one)
        elif seen[kind] == MOST + 1:
            said = f"{one.message} From here on there are {more} like this in the file."
            left.append(replace(one, message=said if more > 1 else one.message))
    return tuple(left)
