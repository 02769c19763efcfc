"""The questions of “Help me now”: from what is happening to the playbook, in a few answers."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Annotated

from pydantic import Field

from generator.model.weights import LOOK, SILENT
from generator.model.yaml_model import OneOrMore, Slug, Switch, Text, YamlModel


class Answer(YamlModel):
    """What staff may answer, and where it leads: one question, or playbooks in order."""

    say: Annotated[Text, LOOK] = Field(
        description="the answer, in at most five words", max_length=60
    )
    go: Annotated[tuple[Slug, ...], OneOrMore, LOOK] = Field(
        description="the id of the next question, or of the playbook to open",
        min_length=1,
        max_length=3,
    )
    danger: Annotated[Switch, LOOK] = Field(
        default=False, description="yes, if someone may get hurt"
    )


class Question(YamlModel):
    """One question with its answers."""

    id: Annotated[Slug, SILENT] = Field(description="a short name for this question")
    ask: Annotated[Text, LOOK] = Field(description="the question, in a few words", max_length=100)
    answers: tuple[Answer, ...] = Field((), description="two to five answers, danger first")


class TriageFile(YamlModel):
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
    def positions(self) -> Mapping[str, int]:
        """The place of every question in the file, from 0, by its id."""
        return {one.id: position for position, one in enumerate(self.questions)}

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

    def keep(self, playbooks: Container[str]) -> "Triage | None":
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
