"""What staff type into the search, and the playbook that is expected to come up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.search import NOT_FOUND
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Locate
from generator.problem import Problem
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index

_SHOWN = 7
_NAMED = 3
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What came up for a query: ids of playbooks, the best first."""

    playbook: str
    number: int
    query: str
    within: int
    found: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """At which place the expected playbook came, from 1."""
        return self.found.index(self.playbook) + 1 if self.playbook in self.found else None

    @property
    def is_met(self) -> bool:
        """Whether it came high enough."""
        return self.rank is not None and self.rank <= self.within


def answer(guidebook: Guidebook) -> list[QueryResult]:
    """Ask every query whose playbook exists. Without queries no engine is started."""
    asked = [
        (name, number, one)
        for name, queries in guidebook.queries.queries.items()
        if name in guidebook.by_id
        for number, one in enumerate(queries)
    ]
    if not asked:
        return []
    with Engine(make_index(guidebook)) as engine:
        results = engine.find_all([one.query for _, _, one in asked], _SHOWN)
    return [
        QueryResult(name, number, one.query, one.within, tuple(each["id"] for each in found))
        for (name, number, one), found in zip(asked, results, strict=True)
    ]


def find_misses(answers: Sequence[QueryResult], locate: Locate) -> Iterator[Problem]:
    """Report each query that does not find its playbook, and what came instead."""
    for one in answers:
        if one.is_met:
            continue
        others = [name for name in one.found if name != one.playbook][:_NAMED]
        came = f"Found instead: {', '.join(others)}." if others else "Nothing else comes either."
        place = f"comes {_ORDINALS[one.rank - 1]}" if one.rank else "does not come up"
        wanted = "first" if one.within == 1 else f"among the first {one.within}"
        yield Problem(
            locate(files.QUERIES, ("queries", one.playbook, one.number)),
            NOT_FOUND,
            f"“{one.query}” should bring up “{one.playbook}” {wanted}, but it {place}. {came}",
            "Give the playbook the words that staff use, in its title, signals or search words; or"
            " move this line to the playbook that is the better answer.",
        )


def write_successes(answers: Sequence[QueryResult]) -> str:
    """How often the expected playbook comes first, and among the first three."""
    if not answers:
        return ""
    first, third = (count_successes(answers, within) for within in (1, 3))
    count = len(answers)
    return (
        f"Search: {first} of {count} queries find their playbook first ({first / count:.1%}),"
        f" {third} among the first three ({third / count:.1%}).\n"
    )


def count_successes(answers: Sequence[QueryResult], within: int) -> int:
    """How many expected playbooks come among the first so many."""
    return sum(one.rank is not None and one.rank <= within for one in answers)
