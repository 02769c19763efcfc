"""The best few of what is offered for each owner, against a sort of all of it."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts import Call, load

OWNERS, SIZE = 4, 3
OFFER = f"""(offered) => {{
  const best = guidebookFinderBest.make({OWNERS}, {SIZE});
  offered.forEach(([owner, score], name) => guidebookFinderBest.offer(best, owner, score, name));
  return Array.from({{ length: {OWNERS} }}, (_, owner) =>
    guidebookFinderBest.list(best, owner).map(({{ name, score }}) => [name, score]));
}}"""

Offered = Sequence[tuple[int, float]]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("finder-best") as ready:
        yield ready


@given(st.lists(st.tuples(st.integers(0, OWNERS - 1), st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0]))))
def test_the_best_are_kept_and_of_two_alike_the_first(call: Call, offered: Offered) -> None:
    for owner, kept in enumerate(call(OFFER, offered)):
        own = [(name, score) for name, (other, score) in enumerate(offered) if other == owner]
        own.sort(key=lambda one: -one[1])
        assert [tuple(one) for one in kept] == own[:SIZE]
