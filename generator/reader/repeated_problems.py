"""One mistake made a thousand times in a file: what is told of it, so that a report has an end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.problem import Problem, Rule

MOST = 100
"""Problems of one rule in one file that are told one by one; whoever mends those checks again."""


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
