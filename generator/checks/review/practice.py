"""The checks of an exercise: one right answer, and a role-play that comes to an end."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.checks.suggestions import report_unknown
from generator.model.playbook import Practice, Quiz, RolePlay, Round
from generator.problem import Place, Problem

_ROLEPLAY = ("practice", "roleplay")

Placer = Callable[..., Place]


def check_practice(practice: Practice, place: Placer) -> Iterator[Problem]:
    """Check a quiz and a role-play. `place` finds the place of a location in the file."""
    if practice.quiz:
        yield from _check_quiz(practice.quiz, place)
    if practice.roleplay:
        yield from _check_roleplay(practice.roleplay, place)


def _check_quiz(quiz: Quiz, place: Placer) -> Iterator[Problem]:
    right = [index for index, option in enumerate(quiz.options) if option.right]
    if len(right) != 1:
        yield Problem(
            place("practice", "quiz", "options", *right[1:2]),
            "one-right-answer",
            "No answer of the quiz is marked as right."
            if not right
            else f"{len(right)} answers of the quiz are marked as right.",
            "Write  right: yes  below the one right answer, and nowhere else.",
        )


def _check_roleplay(play: RolePlay, place: Placer) -> Iterator[Problem]:
    ids = [one.id for one in play.rounds] + [one.id for one in play.endings]
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem(
                place(*_ROLEPLAY),
                "duplicate-id",
                f"“{name}” is the id of {count} rounds or endings of this role-play.",
                "Give each round and each ending an id of its own.",
            )
    for index, one in enumerate(play.rounds):
        yield from _check_round(index, one, ids, place)
    yield from _check_way(play, place)


def _check_round(index: int, one: Round, ids: Sequence[str], place: Placer) -> Iterator[Problem]:
    if sum(reply.best for reply in one.replies) != 1:
        yield Problem(
            place(*_ROLEPLAY, "rounds", index),
            "one-best-reply",
            f"The round “{one.id}” needs exactly one best reply.",
            "Write  best: yes  below one of its replies.",
        )
    for number, reply in enumerate(one.replies):
        if reply.go not in ids:
            where = place(*_ROLEPLAY, "rounds", index, "replies", number, "go")
            yield report_unknown(where, reply.go, "round or ending", ids)


def _check_way(play: RolePlay, place: Placer) -> Iterator[Problem]:
    reached, circle = _follow({one.id: one for one in play.rounds}, play.rounds[0].id)
    places = [("rounds", index, one.id) for index, one in enumerate(play.rounds)]
    places += [("endings", index, one.id) for index, one in enumerate(play.endings)]
    for group, index, name in places:
        if name not in reached:
            yield Problem(
                place(*_ROLEPLAY, group, index, "id"),
                "never-reached",
                f"No reply leads to “{name}”.",
                "Let a reply go there, or delete it.",
            )
    if circle:
        index = [one.id for one in play.rounds].index(circle)
        yield Problem(
            place(*_ROLEPLAY, "rounds", index),
            "goes-in-circles",
            f"The role-play can come back to “{circle}” and never end.",
            "Let every reply go to a later round or to an ending.",
        )


def _follow(rounds: Mapping[str, Round], start: str) -> tuple[set[str], str | None]:
    """What can be reached from a round, and a round that leads back to itself."""
    reached: set[str] = set()
    finished: set[str] = set()
    circle: str | None = None
    path: list[tuple[str, bool]] = [(start, False)]
    while path:
        name, leaving = path.pop()
        if leaving:
            finished.add(name)
            continue
        if name in reached:
            continue
        reached.add(name)
        path.append((name, True))
        for reply in rounds[name].replies if name in rounds else ():
            if reply.go in reached and reply.go not in finished and reply.go in rounds:
                circle = reply.go
            path.append((reply.go, False))
    return reached, circle
