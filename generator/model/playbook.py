"""The model of a playbook and of everything in it."""

import hashlib
from abc import abstractmethod
from collections.abc import Container, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.yaml_model import (
    Day,
    Loc,
    OneOrMore,
    OneOrMoreGroups,
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
    EMERGENCY = "emergency"


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


class Expert(StrEnum):
    """Who has to approve what a page says about life, limb or law."""

    MEDICAL = "medical"
    LEGAL = "legal"
    FOOD = "food"
    SECURITY = "security"


class SignOff(YamlModel):
    """Which expert a page needs, and who of them approved which edition of it, and when.

    Without a name, nobody has. `edition` is the fingerprint of what was read, so that a page that
    has changed since counts as unsigned.
    """

    expert: Expert = Field(description="medical, legal, food or security")
    name: Text | None = Field(None, description="who approved it")
    date: Day | None = Field(None, description="the day of the approval, such as 2026-11-20")
    edition: Text | None = Field(
        None, description="what was approved, as `guidebook check` names it", max_length=40
    )

    @model_validator(mode="after")
    def _is_whole(self) -> "SignOff":
        given = {"name": self.name, "date": self.date, "edition": self.edition}
        missing = [name for name, value in given.items() if value is None]
        if missing and len(missing) < len(given):
            raise PydanticCustomError("need_all_of", "", {"names": list(given), "missing": missing})
        return self


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

    quiz: Annotated[tuple[Quiz, ...], OneOrMoreGroups] = Field(
        (), description="a question with one right answer, or a list of them", max_length=20
    )
    roleplay: RolePlay | None = Field(None, description="a conversation to play")

    @model_validator(mode="after")
    def _has_an_exercise(self) -> "Practice":
        if not self.quiz and self.roleplay is None:
            raise PydanticCustomError("need_one_of", "", {"names": ["quiz", "roleplay"]})
        return self


class PlaybookFile(YamlModel):
    """What every kind of playbook has in its file."""

    title: Text = Field(description="2 to 9 words, the words staff would use", max_length=120)
    kind: Kind = Field(description="emergency, principle, tactic, scenario, checklist or policy")
    audience: Annotated[tuple[Audience, ...], OneOrMore] = Field(
        description="who it is for", min_length=1
    )
    purpose: Text = Field(description="one sentence: what it helps to do", max_length=300)
    owner: Text = Field(description="who keeps it right; one of the owners in guidebook.yml")
    reviewed: Day = Field(description="the day someone last checked it, such as 2026-11-20")
    review_every: WholeNumber | None = Field(
        None, description="months until the next review, if not the usual", ge=1, le=120
    )
    sign_off: Annotated[SignOff, short_form("expert")] | None = Field(
        None, description="the expert who has to approve it: medical, legal, food or security"
    )
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


class StandardFile(PlaybookFile):
    """What a trainer writes in the file of every playbook that is no emergency."""

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


class Branch(YamlModel):
    """One sign of an emergency, and what to do about it."""

    id: Slug = Field(description="a short name, for the branch's address")
    see: Text = Field(description="what one sees or hears, in a few words", max_length=120)
    now: Annotated[Texts, Field(min_length=1, max_length=4)] = Field(
        description="the two or three things to do first"
    )
    then: Texts | None = Field(None, description="what to do after that, in order")
    never: Texts | None = Field(None, description="what not to do")
    say: Text | None = Field(None, description="one line to say to the person")
    go: Annotated[tuple[Slug, ...], OneOrMore] = Field(
        (), description="the playbooks to go on with", max_length=6
    )
    sign_off: Annotated[SignOff, short_form("expert")] | None = Field(
        None, description="the expert this branch needs, if not that of the page"
    )
    sources: tuple[Text, ...] = Field((), description="ids of sources, such as D74")
    search: tuple[Text, ...] = Field((), description="what people type who see this; never shown")
    danger: tuple[Text, ...] = Field(
        (), description="words that bring this branch up first, whatever else is typed"
    )


class EmergencyFile(PlaybookFile):
    """What a trainer writes in the file of an emergency."""

    first: Text | None = Field(None, description="one line that holds for every branch")
    branches: Annotated[tuple[Branch, ...], Field(min_length=1, max_length=8)] = Field(
        description="what one may see, the most dangerous first"
    )
    on_the_phone: Texts | None = Field(
        None, description="what to do if the person is on the phone or in a chat"
    )
    after: Texts | None = Field(None, description="what to do when it is over")


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
    @abstractmethod
    def onward(self) -> Mapping[Loc, tuple[str, ...]]:
        """The ids of playbooks to go on with, by the location of the list that names them."""

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of all sources that its page rests on, each once."""
        return self.sources

    @abstractmethod
    def keep_onward(self, known: Container[str]) -> Self:
        """The same with only those playbooks to go on with that are known."""

    @property
    def url(self) -> str:
        """Address of its page, relative to the top of the site."""
        return f"{self.chapter}/{self.id}/"

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """Every sign-off that its page needs."""
        return (self.sign_off,) if self.sign_off else ()

    @property
    def unsigned(self) -> tuple[Expert, ...]:
        """The experts who have not approved it as it is now, each once."""
        waiting = (
            one.expert for one in self.sign_offs if one.name is None or one.edition != self.edition
        )
        return tuple(dict.fromkeys(waiting))

    @property
    def readers(self) -> list[str]:
        """Who it is for, where that is not everybody who serves customers."""
        if {Audience.EVERYONE, Audience.FRONT_LINE} & set(self.audience):
            return []
        return [audience.value for audience in self.audience]

    @cached_property
    def edition(self) -> str:
        """A fingerprint of what is on its page, for sign-offs.

        Neither search words nor the sign-offs themselves count, in its branches as on top.
        """
        read = [(loc, text) for loc, text in self.texts if _NOT_SIGNED.isdisjoint(loc)]
        return hashlib.sha256(repr(read).encode()).hexdigest()[:8]


class StandardPlaybook(Playbook, StandardFile):
    """A playbook of steps and words to say."""

    @property
    def onward(self) -> Mapping[Loc, tuple[str, ...]]:
        """The playbooks that its stop box names, by the location of the list."""
        return {("stop", "go"): self.stop.go}

    def keep_onward(self, known: Container[str]) -> Self:
        """The same with only those playbooks in its stop box that are known."""
        go = tuple(name for name in self.stop.go if name in known)
        return self.model_copy(update={"stop": self.stop.model_copy(update={"go": go})})


class Emergency(Playbook, EmergencyFile):
    """A playbook for life and limb: what one sees, and what to do about it."""

    @property
    def onward(self) -> Mapping[Loc, tuple[str, ...]]:
        """The playbooks that each branch names, by the location of the list."""
        return {
            ("branches", index, "go"): branch.go
            for index, branch in enumerate(self.branches)
            if branch.go
        }

    def keep_onward(self, known: Container[str]) -> Self:
        """The same with only those playbooks in its branches that are known."""
        branches = tuple(
            one.model_copy(update={"go": tuple(name for name in one.go if name in known)})
            for one in self.branches
        )
        return self.model_copy(update={"branches": branches})

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the page and of its branches, each once."""
        names = [*self.sources, *(name for one in self.branches for name in one.sources)]
        return tuple(dict.fromkeys(names))

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """Every sign-off that the page and its branches need."""
        return (*super().sign_offs, *(one.sign_off for one in self.branches if one.sign_off))


_NOT_SIGNED = frozenset(
    ["id", "chapter", "path", "search", "danger", "sources", "ideas", "owner", "allow"]
    + ["sign_off", "related"]
)
