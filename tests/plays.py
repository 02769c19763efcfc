"""Role-plays as the scripts of the page read them, and every way through one."""

from collections.abc import Iterator
from typing import Any

from generator.model.practice import RolePlay

Play = dict[str, Any]


def write_play(play: RolePlay) -> Play:
    """A role-play as its page gives it to the scripts."""
    return {
        "setting": play.setting,
        "rounds": [one.model_dump() | {"rests": None} for one in play.rounds],
        "endings": [one.model_dump(mode="json") for one in play.endings],
    }


def list_ways(play: RolePlay) -> Iterator[tuple[list[int], str]]:
    """The places of the replies of every way through a role-play, and the ending of each."""
    rounds = {one.id: one for one in play.rounds}

    def walk(name: str, way: list[int]) -> Iterator[tuple[list[int], str]]:
        if name not in rounds:
            yield way, name
            return
        for place, reply in enumerate(rounds[name].replies):
            yield from walk(reply.go, [*way, place])

    return walk(play.rounds[0].id, [])


def choose_ways(play: RolePlay) -> list[tuple[list[int], str]]:
    """A few of its ways, which have every reply of every round and every ending in them."""
    rounds = {one.id: one for one in play.rounds}
    taken: set[tuple[str, int]] = set()
    chosen = []
    for way, ending in sorted(list_ways(play), key=lambda one: len(one[0]), reverse=True):
        name = play.rounds[0].id
        steps = set()
        for place in way:
            steps.add((name, place))
            name = rounds[name].replies[place].go
        if not steps <= taken:
            taken |= steps
            chosen.append((way, ending))
    return chosen
