"""The model of an emergency: a playbook of signs, and what to do about each."""

from collections.abc import Container, Mapping
from typing import Annotated, Self

from pydantic import Field

from generator.model.approval import SignOff
from generator.model.playbook import Playbook, PlaybookFile, keep_names
from generator.model.weights import LOOK, READ, SILENT
from generator.model.yaml_model import (
    Loc,
    OneOrMore,
    Slug,
    Text,
    Texts,
    YamlModel,
    short_form,
)


class Branch(YamlModel):
    """One sign of an emergency, and what to do about it."""

    id: Annotated[Slug, SILENT] = Field(description="a short name, for the branch's address")
    see: Annotated[Text, READ] = Field(
        description="what one sees or hears, in a few words", max_length=120
    )
    now: Annotated[Texts, Field(min_length=1, max_length=4), READ] = Field(
        description="the two or three things to do first"
    )
    then: Annotated[Texts | None, READ] = Field(None, description="what to do after that, in order")
    never: Annotated[Texts | None, READ] = Field(None, description="what not to do")
    say: Annotated[Text | None, READ] = Field(None, description="one line to say to the person")
    go: Annotated[tuple[Slug, ...], OneOrMore, READ] = Field(
        (), description="the playbooks to go on with", max_length=6
    )
    sign_off: Annotated[SignOff, short_form("expert")] | None = Field(
        None, description="the expert this branch needs, if not that of the page"
    )
    sources: Annotated[tuple[Text, ...], SILENT] = Field(
        (), description="ids of sources, such as D74"
    )
    search: Annotated[tuple[Text, ...], SILENT] = Field(
        (), description="what people type who see this; never shown"
    )
    danger: Annotated[tuple[Text, ...], SILENT] = Field(
        (), description="words that bring this branch up first, whatever else is typed"
    )

    @property
    def mark(self) -> str:
        """Its anchor on the page."""
        return f"see-{self.id}"


class EmergencyFile(PlaybookFile):
    """What a trainer writes in the file of an emergency."""

    first: Annotated[Text | None, READ] = Field(
        None, description="one line that holds for every branch"
    )
    branches: Annotated[tuple[Branch, ...], Field(min_length=1, max_length=8)] = Field(
        description="what one may see, the most dangerous first"
    )
    on_the_phone: Annotated[Texts | None, READ] = Field(
        None, description="what to do if the person is on the phone or in a chat"
    )
    after: Annotated[Texts | None, LOOK] = Field(None, description="what to do when it is over")


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

    def keep_known(self, playbooks: Container[str], sources: Container[str]) -> Self:
        """The same with only what is known in its lists, those of its branches too."""
        branches = tuple(
            one.model_copy(
                update={
                    "go": keep_names(one.go, playbooks),
                    "sources": keep_names(one.sources, sources),
                }
            )
            for one in self.branches
        )
        known = super().keep_known(playbooks, sources)
        return (
            known if branches == self.branches else known.model_copy(update={"branches": branches})
        )

    @property
    def citations(self) -> Mapping[Loc, tuple[str, ...]]:
        """The sources of the page and of its branches, by the location of the list."""
        return {**super().citations} | {
            ("branches", index, "sources"): branch.sources
            for index, branch in enumerate(self.branches)
        }

    @property
    def sign_offs(self) -> Mapping[Loc, SignOff]:
        """Every sign-off that the page and its branches need, by its location."""
        return {**super().sign_offs} | {
            ("branches", index, "sign_off"): branch.sign_off
            for index, branch in enumerate(self.branches)
            if branch.sign_off
        }
