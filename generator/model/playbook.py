"""The model of a playbook and of everything in it."""

import hashlib
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.yaml_model import (
    Day,
    Loc,
    OneOrMore,
    Slug,
    Switch,
    Text,
    Texts,
    WholeNumber,
    YamlModel,
    short_form,
    short_list,
    walk_texts,
)


class Kind(StrEnum):
    """What a playbook is for."""

    PRINCIPLE = "principle"
    TACTIC = "tactic"
    SCENARIO = "scenario"
    CHECKLIST = "checklist"
    POLICY = "policy"


class Audience(StrEnum):
    """Who a playbook or a chapter is written for."""

    EVERYONE = "everyone"
    FRONT_LINE = "front line"
    MANAGERS = "managers"
    TRAINERS = "trainers"
    BACK_OFFICE = "back office"
    SOCIAL_TEAM = "social team"


class Channel(StrEnum):
    """Where the conversation takes place."""

    COUNTER = "counter"
    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"


class Feeling(StrEnum):
    """What the customer shows."""

    ANGRY = "angry"
    WORRIED = "worried"
    SAD = "sad"
    CONFUSED = "confused"
    DISAPPOINTED = "disappointed"
    EMBARRASSED = "embarrassed"
    IMPATIENT = "impatient"


class Outcome(StrEnum):
    """How a role-play can end."""

    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"


class Step(YamlModel):
    """One thing to do, or to say, and why."""

    do: Text | None = Field(None, description="what to do; start with the verb")
    say: Text | None = Field(None, description="the words to say")
    why: Text | None = Field(None, description="the reason, in small print below")

    @model_validator(mode="after")
    def _has_an_action(self) -> "Step":
        if self.do is None and self.say is None:
            raise PydanticCustomError("need_one_of", "", {"names": ["do", "say"]})
        return self


class Phrase(YamlModel):
    """Words to say, and when they fit."""

    say: Text = Field(description="the words as spoken, without quotation marks")
    why: Text | None = Field(None, description="why it works")
    channels: Annotated[tuple[Channel, ...], OneOrMore] = Field((), description="where it fits")
    feelings: Annotated[tuple[Feeling, ...], OneOrMore] = Field(
        (), description="which feeling of the customer it answers"
    )


class Avoid(YamlModel):
    """Words (say) or an act (do) to keep from, and why."""

    say: Text | None = Field(None, description="the words to avoid, as spoken")
    do: Text | None = Field(None, description="an act to avoid")
    why: Text | None = Field(None, description="what it does to the customer")
    instead: Text | None = Field(None, description="better words")

    @model_validator(mode="after")
    def _is_words_or_an_act(self) -> "Avoid":
        if (self.do is None) == (self.say is None):
            raise PydanticCustomError("need_one_of", "", {"names": ["say", "do"]})
        return self


class Stop(YamlModel):
    """When to stop or hand over. `lead` is set in bold, `go` names where to go on."""

    lead: Text = Field("Stop.", description="the first words, in bold")
    text: Text = Field(description="when to stop, and what to do then")
    go: Annotated[tuple[Slug, ...], OneOrMore] = Field(
        (), description="the playbook to go on with", max_length=3
    )


class Item(YamlModel):
    """One box to tick."""

    text: Text = Field(description="what can be ticked, in the past tense or as a state")
    id: Slug | None = Field(None, description="a name that stays when the text changes")

    @cached_property
    def key(self) -> str:
        """The stable key of the box: its own id, or one derived from its text."""
        return self.id or hashlib.sha256(self.text.encode()).hexdigest()[:10]


class Checklist(YamlModel):
    """Boxes to tick. `sign_off` asks for name, date and signature on paper."""

    items: Annotated[tuple[Annotated[Item, short_form("text")], ...], Field(min_length=1)] = Field(
        description="the boxes"
    )
    sign_off: Switch = Field(default=False, description="yes, if someone has to sign it on paper")


class Option(YamlModel):
    """One answer of a quiz."""

    text: Text = Field(description="the answer to choose")
    right: Switch = Field(default=False, description="yes, for the one right answer")
    feedback: Text = Field(description="what to tell someone who chose it")


class Quiz(YamlModel):
    """A question with one right answer."""

    prompt: Text = Field(description="the situation and the question")
    options: tuple[Option, ...] = Field(
        description="two to five answers", min_length=2, max_length=5
    )


class Reply(YamlModel):
    """What the player can say in a round of a role-play, and where it leads."""

    say: Text = Field(description="what the player says")
    leads: Text = Field(description="what happens then")
    best: Switch = Field(default=False, description="yes, for the best reply of the round")
    go: Slug = Field(description="the id of the next round, or of an ending")


class Round(YamlModel):
    """The customer's line and the replies to choose from."""

    id: Slug = Field(description="a short name for this round")
    customer: Text = Field(description="what the customer says or does")
    replies: tuple[Reply, ...] = Field(
        description="two to four replies", min_length=2, max_length=4
    )


class Ending(YamlModel):
    """How a role-play ends, and what to learn from it."""

    id: Slug = Field(description="a short name for this ending")
    outcome: Outcome = Field(description="good, mixed or poor")
    text: Text = Field(description="how it ends")
    debrief: Text = Field(description="what to learn from it")


class RolePlay(YamlModel):
    """A conversation to play on screen or read aloud. The first round is the start."""

    setting: Text = Field(description="who you are, where, and what has happened")
    rounds: tuple[Round, ...] = Field(description="the rounds, the first one first", min_length=1)
    endings: tuple[Ending, ...] = Field(description="the endings", min_length=1)

    @property
    def ids(self) -> list[str]:
        """The ids of all rounds and endings: what a reply may lead to."""
        return [one.id for one in self.rounds] + [one.id for one in self.endings]


class Practice(YamlModel):
    """Something to train with: a quiz, a role-play, or both."""

    quiz: Quiz | None = Field(None, description="a question with one right answer")
    roleplay: RolePlay | None = Field(None, description="a conversation to play")

    @model_validator(mode="after")
    def _has_an_exercise(self) -> "Practice":
        if self.quiz is None and self.roleplay is None:
            raise PydanticCustomError("need_one_of", "", {"names": ["quiz", "roleplay"]})
        return self


class PlaybookFile(YamlModel):
    """What a trainer writes in one file."""

    title: Text = Field(description="2 to 9 words, the words staff would use", max_length=120)
    kind: Kind = Field(description="principle, tactic, scenario, checklist or policy")
    audience: Annotated[tuple[Audience, ...], OneOrMore] = Field(
        description="who it is for", min_length=1
    )
    purpose: Text = Field(description="one sentence: what it helps to do", max_length=300)
    owner: Text = Field(description="who keeps it right; one of the owners in guidebook.yml")
    reviewed: Day = Field(description="the day someone last checked it, such as 2026-11-20")
    review_every: WholeNumber | None = Field(
        None, description="months until the next review, if not the usual", ge=1, le=120
    )
    signals: Texts | None = Field(None, description="how to tell that this is the right page")
    steps: Annotated[tuple[Annotated[Step, short_form("do")], ...], Field(min_length=1)] = Field(
        description="what to do, in order"
    )
    say: Annotated[tuple[Annotated[Phrase, short_form("say")], ...], Field(min_length=1)] = Field(
        description="words that work; the first one is shown largest"
    )
    avoid: tuple[Annotated[Avoid, short_form("say")], ...] = Field(
        (), description="words and acts to keep from"
    )
    channels: Annotated[tuple[Channel, ...], OneOrMore] = Field(
        (), description="where this happens, for all phrases that name no channel"
    )
    feelings: Annotated[tuple[Feeling, ...], OneOrMore] = Field(
        (), description="what the customer feels, for all phrases that name no feeling"
    )
    stop: Annotated[Stop, short_form("text")] = Field(description="when to stop or hand over")
    checklist: Annotated[Checklist, short_list("items")] = Field(description="boxes to tick")
    practice: Practice | None = Field(None, description="a quiz or a role-play")
    poster: Switch = Field(default=False, description="yes, to get a poster for the staff side")
    related: tuple[Slug, ...] = Field((), description="playbooks to read next")
    search: tuple[Text, ...] = Field((), description="what a stressed person types; never shown")
    sources: tuple[Text, ...] = Field((), description="ids of sources, such as D22")
    ideas: tuple[Text, ...] = Field((), description="ids of ideas, such as S35")
    allow: Mapping[str, Text] = Field(
        default_factory=dict, description="editorial rules not to apply here, each with the reason"
    )


class Playbook(PlaybookFile):
    """A playbook in its place: the file's name is its id, its folder the chapter."""

    id: Slug
    chapter: Slug
    path: str

    @cached_property
    def texts(self) -> tuple[tuple[Loc, str], ...]:
        """Every text of it with its location. Kept, since many ask."""
        return tuple(walk_texts(self))

    @property
    def url(self) -> str:
        """Address of its page, relative to the top of the site."""
        return f"{self.chapter}/{self.id}/"
