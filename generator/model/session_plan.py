"""A session of practice: what is done with each chosen playbook, minute by minute."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import NamedTuple

from generator.model.playbook import Playbook
from generator.model.roleplay_ways import find_poor_way


class Length(IntEnum):
    """The minutes that a session can take."""

    SHORT = 10
    MIDDLE = 30
    LONG = 60


class Part(StrEnum):
    """What is done in a session for some minutes."""

    OPEN = "open"
    CASE = "case"
    READ = "read"
    POOR = "poor"
    QUIZ = "quiz"
    PLAY = "play"
    PAIRS = "pairs"
    DEBRIEF = "debrief"
    CLOSE = "close"


class Block(NamedTuple):
    """A part with its minutes, and the playbook it is about; the frame is about none."""

    part: Part
    minutes: int
    playbook: Playbook | None = None


BEFORE: Mapping[Length, Sequence[Block]] = {
    Length.SHORT: [Block(Part.OPEN, 1)],
    Length.MIDDLE: [Block(Part.OPEN, 2)],
    Length.LONG: [Block(Part.OPEN, 3), Block(Part.CASE, 7)],
}
AFTER: Mapping[Length, Sequence[Block]] = {
    Length.SHORT: [Block(Part.CLOSE, 1)],
    Length.MIDDLE: [Block(Part.CLOSE, 4)],
    Length.LONG: [Block(Part.CLOSE, 8)],
}
LEAST = 7  # minutes in which a playbook can be read, tried and talked about
_FOR_POOR = 11  # minutes from which there is time to show how it goes wrong as well
_WEIGHTS = {
    Part.READ: 2,
    Part.POOR: 3,
    Part.QUIZ: 2,
    Part.PLAY: 5,
    Part.PAIRS: 4,
    Part.DEBRIEF: 2,
}


def find_most(length: Length) -> int:
    """How many playbooks a session holds."""
    return _count_free(length) // LEAST


def share(length: Length, count: int) -> list[int]:
    """The minutes of each of so many playbooks, the first ones having what is left over."""
    each, rest = divmod(_count_free(length), count)
    return [each + (number < rest) for number in range(count)]


def list_parts(playbook: Playbook) -> tuple[Part, ...]:
    """What can be done with a playbook, however little time there is."""
    play = playbook.roleplay
    found = [Part.READ]
    if play and find_poor_way(play):
        found.append(Part.POOR)
    if playbook.quizzes:
        found.append(Part.QUIZ)
    found.append(Part.PLAY if play else Part.PAIRS)
    return (*found, Part.DEBRIEF)


def split(parts: Sequence[Part], minutes: int) -> list[tuple[Part, int]]:
    """Divide the minutes of one playbook among its parts, each getting one at least."""
    kept = [one for one in parts if one is not Part.POOR or minutes >= _FOR_POOR]
    given = dict.fromkeys(kept, 1)
    for _ in range(minutes - len(kept)):
        given[min(kept, key=lambda one: given[one] / _WEIGHTS[one])] += 1
    return list(given.items())


def plan(playbooks: Sequence[Playbook], length: Length) -> Iterator[Block]:
    """The session of playbooks, at most as many as it holds."""
    yield from BEFORE[length]
    for playbook, minutes in zip(playbooks, share(length, len(playbooks)), strict=True):
        for part, some in split(list_parts(playbook), minutes):
            yield Block(part, some, playbook)
    yield from AFTER[length]


def _count_free(length: Length) -> int:
    frame = (*BEFORE[length], *AFTER[length])
    return length - sum(one.minutes for one in frame)
