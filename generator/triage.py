"""The questions of “Help me now”: from what is happening to the playbook, in a few answers."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Annotated

from pydantic import Field

from generator.problem import Problem, Severity
from generator.record import Loc, Locate, OneOrMore, Record, Slug, Switch, Text
from generator.unknown import tell_unknown

FILE = "help-me-now.yml"
MAX_ANSWERS = 5
MAX_WORDS = 5
MAX_TAPS = 4


class Answer(Record):
    """What staff may answer, and where it leads: one question, or playbooks in order."""

    say: Text = Field(description="the answer, in at most five words", max_length=60)
    go: Annotated[tuple[Slug, ...], OneOrMore] = Field(
        description="the id of the next question, or of the playbook to open",
        min_length=1,
        max_length=3,
    )
    danger: Switch = Field(default=False, description="yes, if someone may get hurt")


class Question(Record):
    """One question with its answers."""

    id: Slug = Field(description="a short name for this question")
    ask: Text = Field(description="the question, in a few words", max_length=100)
    answers: tuple[Answer, ...] = Field((), description="two to five answers, danger first")


class TriageFile(Record):
    """What `help-me-now.yml` holds."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = Field(
        description="the questions; the first one is asked first"
    )


@dataclass(frozen=True)
class Triage:
    """Questions that lead from the first one to playbooks, and never round in a circle."""

    questions: tuple[Question, ...]

    @property
    def first(self) -> Question:
        """The question that is asked first."""
        return self.questions[0]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question by its id."""
        return {one.id: one for one in self.questions}

    @cached_property
    def taps(self) -> Mapping[str, int]:
        """How many answers it takes to get to what can be reached, questions and playbooks."""
        found = {self.first.id: 0}
        queue = [self.first.id]
        for name in queue:  # it grows while one goes along
            for answer in self.by_id[name].answers:
                for target in answer.go:
                    if target not in found:
                        found[target] = found[name] + 1
                        if target in self.by_id:
                            queue.append(target)
        return found

    def find_next(self, answer: Answer) -> Question | None:
        """The question that an answer leads to, or None if it leads to playbooks."""
        return self.by_id.get(answer.go[0])

    def find_circle(self) -> tuple[str, ...]:
        """Ids of questions that lead round in a circle, in their order, or nothing."""
        try:
            self._sort()
        except CycleError as error:
            circle = tuple(reversed(error.args[1][1:]))
            turn = circle.index(next(name for name in self.by_id if name in circle))
            return circle[turn:] + circle[:turn]
        return ()

    def _sort(self) -> tuple[str, ...]:
        """Ids of all questions, each after those that it leads to."""
        leads = {
            one.id: [name for answer in one.answers for name in answer.go if name in self.by_id]
            for one in self.questions
        }
        return tuple(TopologicalSorter(leads).static_order())

    def keep(self, playbooks: Collection[str]) -> "Triage | None":
        """The same with only those answers that lead to these playbooks; None if none is left.

        An answer leads to playbooks or to one question, whatever else it names.
        """
        kept: dict[str, Question] = {}
        for name in () if self.find_circle() else self._sort():
            answers = tuple(
                answer.model_copy(update={"go": go})
                for answer in self.by_id[name].answers
                if (
                    go := tuple(one for one in answer.go if one in playbooks)
                    or tuple(one for one in answer.go if one in kept)[:1]
                )
            )
            if answers:
                kept[name] = self.by_id[name].model_copy(update={"answers": answers})
        if self.first.id not in kept:
            return None
        whole = Triage(tuple(kept[name] for name in self.by_id if name in kept))
        return Triage(tuple(one for one in whole.questions if one.id in whole.taps))


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
                locate(FILE, ("questions",), of_key=True),
                "scenario-not-asked",
                f"No answer leads to the scenario “{name}”.",
                "Write its name after  go:  of the answer that fits, or add an answer for it.",
                Severity.WARNING,
            )


def _check_ids(triage: Triage, locate: Locate, aims: Aims) -> Iterator[Problem]:
    counts = Counter(one.id for one in triage.questions)
    for number, question in enumerate(triage.questions):
        place = locate(FILE, ("questions", number, "id"))
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
    place = locate(FILE, ("questions", number, "ask"))
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
            locate(FILE, (*loc, "say")),
            "long-answer",
            f"This answer has {count} words; in a hurry {MAX_WORDS} are enough.",
            "Say it shorter.",
            Severity.WARNING,
        )
    for index, name in enumerate(answer.go):
        place = locate(FILE, (*loc, "go", index))
        if name not in triage.by_id and name not in aims.playbooks:
            known = aims.playbooks | set(triage.by_id)
            yield tell_unknown(place, name, "playbook or question", known)
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
            locate(FILE, ("questions", places[circle[0]], "ask")),
            "goes-in-circles",
            f"These questions lead round in a circle: {way}."
            if len(circle) > 1
            else f"The question “{circle[0]}” leads to itself.",
            "Let every answer lead to a later question or to a playbook.",
        )
    for name, number in places.items():
        if name not in triage.taps:
            yield Problem(
                locate(FILE, ("questions", number, "id")),
                "never-reached",
                f"No answer leads to the question “{name}”.",
                "Let an answer lead there, or delete the question.",
            )
    for name, taps in triage.taps.items():
        if name not in places and taps > MAX_TAPS:
            yield Problem(
                locate(FILE, ("questions",), of_key=True),
                "long-way",
                f"It takes {taps} answers to get to “{name}”; in a hurry {MAX_TAPS} are enough.",
                "Ask fewer questions on the way there.",
                Severity.WARNING,
            )
