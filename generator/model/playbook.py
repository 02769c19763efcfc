"""The model of a playbook and of everything in it."""

import hashlib
from abc import abstractmethod
from collections.abc import Container, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field

from generator.model import item_keys
from generator.model.approval import Expert, SignOff, fingerprint
from generator.model.checklist import Checklist
from generator.model.inline_references import find_references
from generator.model.playbook_items import Avoid, Channel, Feeling, Phrase, Step, Stop
from generator.model.practice import Practice, Quiz, RolePlay
from generator.model.weights import LOOK, SILENT
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
    EMERGENCY = "emergency"


class Audience(StrEnum):
    """Who a playbook or a chapter is written for."""

    EVERYONE = "everyone"
    FRONT_LINE = "front line"
    MANAGERS = "managers"
    TRAINERS = "trainers"
    BACK_OFFICE = "back office"
    SOCIAL_TEAM = "social team"


class PlaybookFile(YamlModel):
    """What every kind of playbook has in its file."""

    title: Annotated[Text, LOOK] = Field(
        description="2 to 9 words, the words staff would use", max_length=120
    )
    kind: Annotated[Kind, LOOK] = Field(
        description="emergency, principle, tactic, scenario, checklist or policy"
    )
    audience: Annotated[tuple[Audience, ...], OneOrMore, LOOK] = Field(
        description="who it is for", min_length=1
    )
    purpose: Annotated[Text, LOOK] = Field(
        description="one sentence: what it helps to do", max_length=300
    )
    owner: Annotated[Text, SILENT] = Field(
        description="who keeps it right; one of the owners in guidebook.yml"
    )
    reviewed: Annotated[Day, SILENT] = Field(
        description="the day someone last checked it, such as 2026-11-20"
    )
    review_every: Annotated[WholeNumber | None, SILENT] = Field(
        None, description="months until the next review, if not the usual", ge=1, le=120
    )
    sign_off: Annotated[SignOff, short_form("expert")] | None = Field(
        None, description="the expert who has to approve it: medical, legal, food or security"
    )
    checklist: Annotated[Checklist, short_list("items")] = Field(description="boxes to tick")
    practice: Practice | None = Field(None, description="a quiz or a role-play")
    icon: Annotated[Slug | None, SILENT] = Field(
        None, description="the name of its pictogram, such as flame"
    )
    poster: Annotated[Switch, SILENT] = Field(
        default=False, description="yes, to get a poster for the staff side"
    )
    related: Annotated[tuple[Slug, ...], SILENT] = Field((), description="playbooks to read next")
    search: Annotated[tuple[Text, ...], SILENT] = Field(
        (), description="what a stressed person types; never shown"
    )
    formerly: Annotated[tuple[Slug, ...], SILENT] = Field(
        (), description="earlier names, whose addresses lead here"
    )
    sources: Annotated[tuple[Text, ...], SILENT] = Field(
        (), description="ids of sources, such as D22"
    )
    ideas: Annotated[tuple[Text, ...], SILENT] = Field((), description="ids of ideas, such as S35")
    allow: Annotated[Mapping[str, Text], SILENT] = Field(
        default_factory=dict, description="editorial rules not to apply here, each with the reason"
    )


class StandardFile(PlaybookFile):
    """What a trainer writes in the file of every playbook that is no emergency."""

    signals: Annotated[Texts | None, LOOK] = Field(
        None, description="how to tell that this is the right page"
    )
    steps: Annotated[tuple[Annotated[Step, short_form("do")], ...], Field(min_length=1)] = Field(
        description="what to do, in order"
    )
    say: Annotated[tuple[Annotated[Phrase, short_form("say")], ...], Field(min_length=1)] = Field(
        description="words that work; the first one is shown largest"
    )
    avoid: tuple[Annotated[Avoid, short_form("say")], ...] = Field(
        (), description="words and acts to keep from"
    )
    channels: Annotated[tuple[Channel, ...], OneOrMore, LOOK] = Field(
        (), description="where this happens, for all phrases that name no channel"
    )
    feelings: Annotated[tuple[Feeling, ...], OneOrMore, SILENT] = Field(
        (), description="what the customer feels, for all phrases that name no feeling"
    )
    stop: Annotated[Stop, short_form("text")] = Field(description="when to stop or hand over")


class Playbook(PlaybookFile):
    """A playbook in its place: the file's name is its id, its folder the chapter."""

    id: Annotated[Slug, SILENT]
    chapter: Annotated[Slug, LOOK]
    path: Annotated[str, SILENT]

    @cached_property
    def texts(self) -> tuple[tuple[Loc, str], ...]:
        """Every text of it with its location. Kept, since many ask."""
        return tuple(walk_texts(self))

    @property
    @abstractmethod
    def onward(self) -> Mapping[Loc, tuple[str, ...]]:
        """The ids of playbooks to go on with, by the location of the list that names them."""

    @property
    def citations(self) -> Mapping[Loc, tuple[str, ...]]:
        """The ids of the sources it rests on, by the location of the list that names them."""
        return {("sources",): self.sources}

    @cached_property
    def referenced(self) -> frozenset[str]:
        """The names in double round brackets in its texts."""
        return frozenset(one.name for _, text in self.referring for one in find_references(text))

    @cached_property
    def referring(self) -> tuple[tuple[Loc, str], ...]:
        """The texts that may refer to something, with their locations."""
        return self._find_texts("((")

    @cached_property
    def linking(self) -> tuple[tuple[Loc, str], ...]:
        """The texts that may hold a link, with their locations."""
        return self._find_texts("](")

    def _find_texts(self, sign: str) -> tuple[tuple[Loc, str], ...]:
        """The texts that hold a sign; most playbooks have none, and are not gone through."""
        _, said = self._said
        return (
            tuple((loc, text) for loc, text in self.texts if sign in text) if sign in said else ()
        )

    def keep_known(self, playbooks: Container[str], sources: Container[str]) -> Self:
        """The same with only those playbooks and sources in its lists that are known."""
        related, cited = keep_names(self.related, playbooks), keep_names(self.sources, sources)
        if (related, cited) == (self.related, self.sources):
            return self
        return self.model_copy(update={"related": related, "sources": cited})

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The questions to practice with, if there are any."""
        return self.practice.quiz if self.practice else ()

    @property
    def roleplay(self) -> RolePlay | None:
        """The conversation to practice with, if there is one."""
        return self.practice.roleplay if self.practice else None

    @property
    def url(self) -> str:
        """Address of its page, relative to the top of the site."""
        return f"{self.chapter}/{self.id}/"

    @property
    def sign_offs(self) -> Mapping[Loc, SignOff]:
        """Every sign-off that its page needs, by its location."""
        return {("sign_off",): self.sign_off} if self.sign_off else {}

    @property
    def unsigned(self) -> tuple[Expert, ...]:
        """The experts who have not approved it as it is now, each once."""
        needed = self.sign_offs.values()
        return tuple(dict.fromkeys(one.expert for one in needed if not one.holds_for(self.edition)))

    @property
    def readers(self) -> list[str]:
        """Who it is for, where that is not everybody who serves customers."""
        if {Audience.EVERYONE, Audience.FRONT_LINE} & set(self.audience):
            return []
        return [audience.value for audience in self.audience]

    @cached_property
    def digest(self) -> str:
        """A digest of all that it says, and of where it is."""
        return self._said[0]

    @cached_property
    def _said(self) -> tuple[str, frozenset[str]]:
        """Its digest, and the signs of references and links that it holds: found in one go."""
        said = self.model_dump_json()
        signs = frozenset(sign for sign in ("((", "](") if sign in said)
        return hashlib.sha256(said.encode()).hexdigest(), signs

    @cached_property
    def edition(self) -> str:
        """A fingerprint of what is on its page, for sign-offs.

        Neither search words nor the sign-offs themselves count, in its branches as on top.
        """
        return fingerprint([(loc, text) for loc, text in self.texts if _NOT_SIGNED.isdisjoint(loc)])


class StandardPlaybook(Playbook, StandardFile):
    """A playbook of steps and words to say."""

    @cached_property
    def avoid_keys(self) -> tuple[str, ...]:
        """The stable keys of what to avoid, in order."""
        return item_keys.list_keys([one.model_dump(exclude_none=True) for one in self.avoid])

    @property
    def onward(self) -> Mapping[Loc, tuple[str, ...]]:
        """The playbooks that its stop box names, by the location of the list."""
        return {("stop", "go"): self.stop.go}

    def keep_known(self, playbooks: Container[str], sources: Container[str]) -> Self:
        """The same with only what is known in its lists, those of its stop box too."""
        known = super().keep_known(playbooks, sources)
        go = keep_names(self.stop.go, playbooks)
        if go == self.stop.go:
            return known
        return known.model_copy(update={"stop": self.stop.model_copy(update={"go": go})})


def keep_names(names: tuple[str, ...], known: Container[str]) -> tuple[str, ...]:
    """Those of the names that are known."""
    return tuple(name for name in names if name in known)


_UNSEEN = ("id", "chapter", "path", "icon", "search", "danger", "allow", "formerly")
_NOT_SIGNED = frozenset([*_UNSEEN, "sources", "ideas", "owner", "sign_off", "related", "rests_on"])
