"""Checks of the questions of “Help me now”."""

from collections import Counter
from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass

from generator.checks.suggestions import report_unknown
from generator.model import files
from generator.model.triage import Answer, Question, Triage
from generator.model.yaml_model import Loc, Locate
from generator.problem import Problem, Severity

MAX_ANSWERS = 5
MAX_WORDS = 5
MAX_TAPS = 4


@dataclass(frozen=True)
class Aims:
    """What questions may lead to, and what they have to lead to."""

    playbooks: Set[str]
    scenarios: Collection[str]


def find_problems(triage: Triage, locate: Locate, aims: Aims) -> Iterator[Problem]:
    """Check that every answer leads to a playbook, and that every scenario is led to."""
    yield from _check_ids(triage, locate, aims)
    for number, question in enumerate(triage.questions):
        yield from _check_question(question, locate, number)
        for index, answer in enumerate(question.answers):
            loc = ("questions", number, "answers", index)
            yield from _check_answer(triage, answer, locate, loc, aims)
    yield from _check_ways(triage, locate)
    for name in aims.scenarios:
        if name not in triage.taps:
            yield Problem(
                locate(files.TRIAGE, ("questions",), of_key=True),
                "scenario-not-asked",
                f"No answer leads to the scenario “{name}”.",
                "Write its name after  go:  of the answer that fits, or add an answer for it.",
                Severity.WARNING,
            )


def _check_ids(triage: Triage, locate: Locate, aims: Aims) -> Iterator[Problem]:
    counts = Counter(one.id for one in triage.questions)
    for number, question in enumerate(triage.questions):
        place = locate(files.TRIAGE, ("questions", number, "id"))
        if question.id in aims.playbooks:
            yield Problem(
                place,
                "duplicate-id",
                f"“{question.id}” is the id of a question and of a playbook.",
                "Give the question another id, so that  go:  can mean only one thing.",
            )
        elif counts[question.id] > 1 and triage.by_id[question.id] is question:
            yield Problem(
                place,
                "duplicate-id",
                f"“{question.id}” is the id of {counts[question.id]} questions.",
                "Give each question an id of its own.",
            )


def _check_question(question: Question, locate: Locate, number: int) -> Iterator[Problem]:
    place = locate(files.TRIAGE, ("questions", number, "ask"))
    count = len(question.answers)
    if not count:
        yield Problem(
            place,
            "dead-end",
            f"The question “{question.id}” has no answers, so nobody gets on from here.",
            "Add  answers:  below it, or delete the question and the answers that lead to it.",
        )
    elif count == 1:
        yield Problem(
            place,
            "one-answer",
            f"The question “{question.id}” has only one answer, so there is nothing to ask.",
            "Add another answer, or lead straight to where this one leads.",
            Severity.WARNING,
        )
    elif count > MAX_ANSWERS:
        yield Problem(
            place,
            "many-answers",
            f"The question “{question.id}” has {count} answers; in a hurry nobody reads more"
            f" than {MAX_ANSWERS}.",
            "Put those that belong together behind one answer, and ask on from there.",
            Severity.WARNING,
        )


def _check_answer(
    triage: Triage, answer: Answer, locate: Locate, loc: Loc, aims: Aims
) -> Iterator[Problem]:
    count = len(answer.say.split())
    if count > MAX_WORDS:
        yield Problem(
            locate(files.TRIAGE, (*loc, "say")),
            "long-answer",
            f"This answer has {count} words; in a hurry {MAX_WORDS} are enough.",
            "Say it shorter.",
            Severity.WARNING,
        )
    for index, name in enumerate(answer.go):
        place = locate(files.TRIAGE, (*loc, "go", index))
        if name not in triage.by_id and name not in aims.playbooks:
            known = aims.playbooks | set(triage.by_id)
            yield report_unknown(place, name, "playbook or question", known)
        elif name in answer.go[:index]:
            yield Problem(
                place,
                "named-twice",
                f"“{name}” is already in this list.",
                "Delete one of the two.",
            )
        elif name in triage.by_id and len(answer.go) > 1:
            yield Problem(
                place,
                "question-in-list",
                f"“{name}” is a question, and an answer can lead to only one question.",
                "Lead to the question alone, or to playbooks alone.",
            )


def _check_ways(triage: Triage, locate: Locate) -> Iterator[Problem]:
    places = {one.id: number for number, one in enumerate(triage.questions)}
    if circle := triage.find_circle():
        way = " → ".join(f"“{name}”" for name in (*circle, circle[0]))
        yield Problem(
            locate(files.TRIAGE, ("questions", places[circle[0]], "ask")),
            "goes-in-circles",
            f"These questions lead round in a circle: {way}."
            if len(circle) > 1
            else f"The question “{circle[0]}” leads to itself.",
            "Let every answer lead to a later question or to a playbook.",
        )
    for name, number in places.items():
        if name not in triage.taps:
            yield Problem(
                locate(files.TRIAGE, ("questions", number, "id")),
                "never-reached",
                f"No answer leads to the question “{name}”.",
                "Let an answer lead there, or delete the question.",
            )
    for name, taps in triage.taps.items():
        if name not in places and taps > MAX_TAPS:
            yield Problem(
                locate(files.TRIAGE, ("questions",), of_key=True),
                "long-way",
                f"It takes {taps} answers to get to “{name}”; in a hurry {MAX_TAPS} are enough.",
                "Ask fewer questions on the way there.",
                Severity.WARNING,
            )
