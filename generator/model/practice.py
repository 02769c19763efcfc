"""The model of what a playbook gives to train with: quizzes and role-plays."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import item_keys
from generator.model.weights import LOOK, SILENT
from generator.model.yaml_model import OneOrMoreGroups, Slug, Switch, Text, YamlModel


class Outcome(StrEnum):
    """How a role-play can end."""

    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"


class Option(YamlModel):
    """One answer of a quiz."""

    text: Annotated[Text, LOOK] = Field(description="the answer to choose")
    right: Annotated[Switch, LOOK] = Field(
        default=False, description="yes, for the one right answer"
    )
    feedback: Annotated[Text, LOOK] = Field(description="what to tell someone who chose it")


class Quiz(YamlModel):
    """A question with one right answer."""

    prompt: Annotated[Text, LOOK] = Field(description="the situation and the question")
    options: tuple[Option, ...] = Field(
        description="two to five answers", min_length=2, max_length=5
    )
    id: Annotated[Slug | None, SILENT] = Field(
        None, description="a name that stays when the text changes"
    )

    @property
    def right(self) -> int | None:
        """The place of the right answer; None as long as none is marked."""
        return next((place for place, one in enumerate(self.options) if one.right), None)


class Reply(YamlModel):
    """What the player can say in a round of a role-play, and where it leads."""

    say: Annotated[Text, LOOK] = Field(description="what the player says")
    leads: Annotated[Text, LOOK] = Field(description="what happens then")
    best: Annotated[Switch, LOOK] = Field(
        default=False, description="yes, for the best reply of the round"
    )
    go: Annotated[Slug, SILENT] = Field(description="the id of the next round, or of an ending")


class Round(YamlModel):
    """The customer's line and the replies to choose from."""

    id: Annotated[Slug, SILENT] = Field(description="a short name for this round")
    customer: Annotated[Text, LOOK] = Field(description="what the customer says or does")
    rests_on: Annotated[Slug | None, SILENT] = Field(
        None,
        description="the key of the step or phrase that the best reply rests on, or stop; in an"
        " emergency, the id of a branch",
    )
    replies: tuple[Reply, ...] = Field(
        description="two to four replies", min_length=2, max_length=4
    )


class Ending(YamlModel):
    """How a role-play ends, and what to learn from it."""

    id: Annotated[Slug, SILENT] = Field(description="a short name for this ending")
    outcome: Annotated[Outcome, LOOK] = Field(description="good, mixed or poor")
    text: Annotated[Text, LOOK] = Field(description="how it ends")
    debrief: Annotated[Text, LOOK] = Field(description="what to learn from it")


class RolePlay(YamlModel):
    """A conversation to play on screen or read aloud. The first round is the start."""

    setting: Annotated[Text, LOOK] = Field(description="who you are, where, and what has happened")
    rounds: tuple[Round, ...] = Field(description="the rounds, the first one first", min_length=1)
    endings: tuple[Ending, ...] = Field(description="the endings", min_length=1)

    @property
    def ids(self) -> list[str]:
        """The ids of all rounds and endings: what a reply may lead to."""
        return [one.id for one in self.rounds] + [one.id for one in self.endings]


class Practice(YamlModel):
    """Something to train with: a quiz, a role-play, or both."""

    quiz: Annotated[tuple[Quiz, ...], OneOrMoreGroups] = Field(
        (), description="a question with one right answer, or a list of them", max_length=20
    )
    roleplay: RolePlay | None = Field(None, description="a conversation to play")

    @cached_property
    def quiz_keys(self) -> tuple[str, ...]:
        """The stable keys of the questions, in order."""
        return item_keys.list_keys([{"id": one.id, "prompt": one.prompt} for one in self.quiz])

    @model_validator(mode="after")
    def _has_an_exercise(self) -> "Practice":
        if not self.quiz and self.roleplay is None:
            raise PydanticCustomError("need_one_of", "", {"names": ["quiz", "roleplay"]})
        return self
