"""The ways through a role-play that a trainer shows: the best one, and one that goes wrong."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.model.practice import Outcome, Reply, RolePlay

_WORSE = (Outcome.POOR, Outcome.MIXED)


class Way(NamedTuple):
    """A way: the positions of each round and of the reply given there, and of the ending."""

    turns: tuple[tuple[int, int], ...]
    ending: int


def find_best_way(play: RolePlay) -> Way | None:
    """The way of the best replies; none if they lead to no ending."""
    return next(_walk(play, lambda reply: reply.best), None)


def find_poor_way(play: RolePlay) -> Way | None:
    """The way without a best reply that ends worst, of those a long one; none if all end well."""
    ways = [
        way
        for way in _walk(play, lambda reply: not reply.best)
        if play.endings[way.ending].outcome in _WORSE
    ]

    def rank(way: Way) -> tuple[int, int]:
        return _WORSE.index(play.endings[way.ending].outcome), -len(way.turns)

    return min(ways, key=rank, default=None)


def _walk(play: RolePlay, takes: Callable[[Reply], bool]) -> Iterator[Way]:
    """A way of such replies to each end that they lead to. Each round is gone into only once."""
    rounds = {one.id: number for number, one in enumerate(play.rounds)}
    endings = {one.id: number for number, one in enumerate(play.endings)}
    reached: dict[int, tuple[tuple[int, int], ...]] = {0: ()}
    waiting = [0]
    for here in waiting:
        for number, reply in enumerate(play.rounds[here].replies):
            if not takes(reply):
                continue
            turns = (*reached[here], (here, number))
            following = rounds.get(reply.go)
            if reply.go in endings:
                yield Way(turns, endings[reply.go])
            elif following is not None and following not in reached:
                reached[following] = turns
                waiting.append(following)
