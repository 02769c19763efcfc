"""Quizzes and role-plays: one right answer, and nothing that gives it away."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import GuidebookContext, PlaybookContext
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.problem import Group, Rule, Severity

_ENOUGH = 8
_QUIZ = """\
practice:
  quiz:
    prompt: They ask where their order is. What do you say?
    options:
      - text: It will be here soon.
        feedback: Nobody knows when soon is.{first}
      - text: I will look now.
        feedback: They see that somebody looks.{second}
      - text: Please wait.
        feedback: They have waited long enough."""
_RIGHT = "\n        right: yes"


@playbook_check(
    Rule(
        id="one-right-answer",
        group=Group.EXERCISES,
        summary="A quiz has one right answer.",
        why="Without one, nobody can pass; with two, nobody learns which is better.",
        fault=_QUIZ.format(first=_RIGHT, second=_RIGHT),
        fix=_QUIZ.format(first="", second=_RIGHT),
    ),
    of_parts=True,
)
def find_other_than_one_answer(one: PlaybookContext) -> Iterator[Finding]:
    """Find a quiz with no right answer, or with several."""
    for number, quiz in enumerate(one.playbook.quizzes):
        right = [index for index, option in enumerate(quiz.options) if option.right]
        if len(right) != 1:
            yield Finding(
                one.place("practice", "quiz", number, "options", *right[1:2]),
                "No answer of the quiz is marked as right."
                if not right
                else f"{len(right)} answers of the quiz are marked as right.",
                "Write  right: yes  below the one right answer, and nowhere else.",
            )


@guidebook_check(
    Rule(
        id="longest-answer",
        group=Group.EXERCISES,
        summary="In the whole guidebook, the right answer is the longest in less than half of the"
        " exercises.",
        why="Otherwise people pick the longest, and learn nothing.",
        fault=_QUIZ.format(first="", second=_RIGHT).replace(
            "I will look now.", "I will look now, and then call you with a time."
        ),
        fix=_QUIZ.format(first="", second=_RIGHT),
        severity=Severity.WARNING,
    )
)
def find_long_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Look at all exercises together for right answers that their length gives away."""
    exercises = _list_exercises(context)
    longest = _count_right(exercises, max)
    if exercises and longest * 2 >= len(exercises):
        yield Finding(
            context.locate(files.GUIDEBOOK, ()),
            f"The right answer is the longest in {longest} of {len(exercises)} exercises.",
            "Shorten right answers, and make wrong ones as full as people would say them.",
        )


@guidebook_check(
    Rule(
        id="answer-position",
        group=Group.EXERCISES,
        summary="In the whole guidebook, no position holds more than half of the right answers.",
        why="Otherwise people pick the position.",
        fault=_QUIZ.format(first=_RIGHT, second=""),
        fix=_QUIZ.format(first="", second=_RIGHT),
        severity=Severity.WARNING,
    )
)
def find_usual_position(context: GuidebookContext) -> Iterator[Finding]:
    """Look at all exercises together for a position that gives the right answer away."""
    exercises = _list_exercises(context)
    for position, count in Counter(right for _, right in exercises).items():
        if count * 2 > len(exercises):
            yield Finding(
                context.locate(files.GUIDEBOOK, ()),
                f"The right answer is at place {position + 1} in {count} of {len(exercises)}"
                " exercises.",
                "Change the order of some answers.",
            )


@guidebook_check(
    Rule(
        id="shortest-answer",
        group=Group.EXERCISES,
        summary="In the whole guidebook, the right answer is the shortest in less than half of the"
        " exercises.",
        why="Otherwise people pick the shortest, and learn nothing.",
        fault=dict.fromkeys(
            ("playbooks/counter/late-order.yml", "playbooks/counter/parcel-lost.yml"),
            _QUIZ.format(first="", second=_RIGHT).replace("I will look now.", "I look."),
        ),
        fix=_QUIZ.format(first="", second=_RIGHT),
        severity=Severity.WARNING,
    )
)
def find_short_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Look at all exercises together for right answers that their shortness gives away."""
    exercises = _list_exercises(context)
    shortest = _count_right(exercises, min)
    if exercises and shortest * 2 >= len(exercises):
        yield Finding(
            context.locate(files.GUIDEBOOK, ()),
            f"The right answer is the shortest in {shortest} of {len(exercises)} exercises.",
            "Say more in right answers, and make wrong ones as short as people would say them.",
        )


def _count_right(
    exercises: list[tuple[Sequence[int], int]], find_extreme: Callable[[Sequence[int]], int]
) -> int:
    """In how many exercises the right answer has the longest or the shortest length."""
    return sum(find_extreme(lengths) == lengths[right] for lengths, right in exercises)


def _list_exercises(context: GuidebookContext) -> list[tuple[Sequence[int], int]]:
    """The lengths of the answers of every exercise, and the position of the right one.

    None of a guidebook in which playbooks are missing, or of one with a few exercises, which
    chance alone makes look alike.
    """
    found = list(_measure_exercises(context.guidebook)) if context.is_complete else []
    return found if len(found) >= _ENOUGH else []


def _measure_exercises(guidebook: Guidebook) -> Iterator[tuple[Sequence[int], int]]:
    for playbook in guidebook.playbooks:
        for quiz in playbook.quizzes:
            marks = [option.right for option in quiz.options]
            if any(marks):
                yield [len(one.text) for one in quiz.options], marks.index(True)
        for one in playbook.roleplay.rounds if playbook.roleplay else ():
            marks = [reply.best for reply in one.replies]
            if any(marks):
                yield [len(reply.say) for reply in one.replies], marks.index(True)
