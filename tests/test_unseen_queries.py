"""Queries that nobody looked at while writing search words: what the search is worth.

Do not add search words for them; a miss that matters deserves a query of its own in queries.yml.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.adapters import project
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index
from tests.conftest import ROOT

UNSEEN = json.loads((ROOT / "tests" / "unseen_queries.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    guidebook = project.read(project.find(ROOT)).guidebook
    assert guidebook
    with Engine(make_index(guidebook)) as engine:
        yield engine


def is_meant(found: str, expected: list[str]) -> bool:
    """An answer counts by its branch where one is named, or else by its page."""
    return found in expected or found.partition("#")[0] in expected


def rank_all(engine: Engine, part: str) -> list[int]:
    """The rank of the first right answer to each query, 99 if there is none."""
    ranks = []
    for one in UNSEEN[part]:
        found: list[dict[str, Any]] = engine.ask(one["query"])["answers"]
        meant = [is_meant(each["id"], one["expect"]) for each in found]
        ranks.append(meant.index(True) if True in meant else 99)
    return ranks


@pytest.mark.parametrize(
    ("part", "first", "among_three"), [("emergency", 0.85, 1.0), ("everyday", 0.8, 0.95)]
)
def test_queries_find_their_page(
    engine: Engine, part: str, first: float, among_three: float
) -> None:
    ranks = rank_all(engine, part)
    assert ranks.count(0) >= first * len(ranks)
    assert sum(rank < 3 for rank in ranks) >= among_three * len(ranks)


def test_what_it_holds_is_mostly_claimed(engine: Engine) -> None:
    """Who is never sure claims nothing false either."""
    sure = [engine.ask(one["query"])["sure"] for one in UNSEEN["everyday"]]
    assert sum(sure) >= 0.8 * len(sure)


def test_what_the_guidebook_does_not_hold_is_not_claimed(engine: Engine) -> None:
    sure = [query for query in UNSEEN["not_held"] if engine.ask(query)["sure"]]
    assert len(sure) <= 2, sure
