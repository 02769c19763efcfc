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
