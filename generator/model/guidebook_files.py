"""The models of the files beside the playbooks, such as `guidebook.yml` and `sources.yml`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.approval import SignOff
from generator.model.learning import Learning
from generator.model.playbook import Audience
from generator.model.weights import LOOK, SILENT
from generator.model.yaml_model import (
    OneOrMore,
    Slug,
    Switch,
    Text,
    WholeNumber,
    YamlModel,
    short_form,
)

_LOGO_LENGTH = 200


class Certainty(StrEnum):
    """How sure we are of what a source says."""

    VERIFIED = "verified"
    REPORTED = "reported"
    WELL_KNOWN = "well known"
    CONTESTED = "contested"


class PapersMade(StrEnum):
    """When papers are made: by each build, or by whoever asks for one."""

    WITH_THE_SITE = "with the site"
    ON_REQUEST = "on request"


class Sheets(StrEnum):
    """What is in a company's printers."""

    BOTH = "both"
    A4 = "a4"
    LETTER = "letter"


class Chapter(YamlModel):
    """A folder of playbooks. In an urgent chapter the stop box comes first."""

    id: Annotated[Slug, SILENT] = Field(description="the name of its folder")
    title: Annotated[Text, LOOK] = Field(description="the words readers see", max_length=80)
    purpose: Annotated[Text | None, SILENT] = Field(
        None, description="one sentence on what is in it"
    )
    audience: Annotated[tuple[Audience, ...], OneOrMore, LOOK] = Field(
        description="who it is for", min_length=1
    )
    urgent: Annotated[Switch, SILENT] = Field(
        default=False, description="yes, if its pages are read in hot moments"
    )
    playbooks: Annotated[tuple[Slug, ...], SILENT] = Field(
        (), description="the order of its playbooks; those left out follow by title"
    )
    icon: Annotated[Slug | None, SILENT] = Field(
        None, description="the name of its pictogram, such as flame"
    )


class HouseValue(YamlModel):
    """Something that only the company can fill in."""

    name: Text = Field(description="what it is called on the page", max_length=80)
    ask: Text = Field(description="the question to the person who fills it in")
    value: Text | None = Field(None, description="the answer; leave empty until you know it")
    common: Text | None = Field(
        None, description="what is shown until somebody has filled it in, if not “not set”"
    )
    search: tuple[Text, ...] = Field((), description="what staff type who need it; never shown")


class CountryFact(YamlModel):
    """Something that differs from country to country: a number, or what the law says."""

    name: Text = Field(description="what it is called on the page", max_length=80)
    ask: Text = Field(description="the question that a country's file answers")
    common: Text = Field(description="the safest wording, for a guidebook without a country")
    search: tuple[Text, ...] = Field((), description="what staff type who need it; never shown")


class FactGroup(YamlModel):
    """House values and facts of the country that staff look up together."""

    title: Text = Field(description="the heading above them", max_length=60)
    values: tuple[Slug, ...] = Field(description="their names, in order", min_length=1)
    calls: Switch = Field(default=False, description="yes, if their numbers are there to call")


class FactOfCountry(YamlModel):
    """What holds in one country."""

    text: Text = Field(description="one to three short sentences that staff can act on")
    sources: tuple[Text, ...] = Field((), description="ids of sources, such as D106")
    sign_off: Annotated[SignOff, short_form("expert")] | None = Field(
        None, description="the expert who has to approve it"
    )


class CountryFile(YamlModel):
    """What a file in the folder `countries` holds."""

    name: Text = Field(description="the country, as readers call it", max_length=60)
    facts: Mapping[Slug, FactOfCountry] = Field(description="what holds there, by id")


class Owner(YamlModel):
    """Who keeps playbooks right."""

    name: Text = Field(description="the name or the team", max_length=80)
    contact: Text | None = Field(None, description="how to reach them")


class Tile(YamlModel):
    """A shortcut on the home page."""

    playbook: Slug = Field(description="the playbook it opens")
    label: Text = Field(description="two or three words", max_length=40)
    danger: Switch = Field(default=False, description="yes, if someone may get hurt")
    icon: Slug | None = Field(None, description="the name of its pictogram, such as flame")


class Source(YamlModel):
    """Where a claim comes from."""

    work: Text = Field(description="the work: title, journal, body")
    author: Text | None = Field(None, description="who wrote it")
    year: Text | None = Field(None, description="when")
    fact: Text = Field(description="what it found, in our own words")
    certainty: Certainty = Field(description="verified, reported, well known or contested")
    note: Text | None = Field(None, description="a warning or a limit")
    law: Switch = Field(default=False, description="yes, if it is about the law of a place")


class GuidebookFile(YamlModel):
    """What `guidebook.yml` holds."""

    title: Text = Field(description="the name of the guidebook", max_length=80)
    purpose: Text | None = Field(None, description="one sentence for search engines and readers")
    version: Text | None = Field(None, description="shown on pages and papers")
    address: Text | None = Field(
        None, description="the site's web address, for the codes on papers", max_length=300
    )
    logo: Text | None = Field(
        None,
        description="an SVG or PNG beside this file, e.g. logo.svg",
        max_length=_LOGO_LENGTH,
    )
    accent: Text | None = Field(
        None, description='your colour, in quotation marks, such as "#0f5e5c"', max_length=20
    )
    review_every: WholeNumber = Field(12, description="months between reviews", ge=1, le=120)
    owners: tuple[Annotated[Owner, short_form("name")], ...] = Field(
        description="who keeps playbooks right", min_length=1
    )
    chapters: tuple[Chapter, ...] = Field(description="the chapters, in order", min_length=1)
    right_now: tuple[Tile, ...] = Field((), description="shortcuts on the home page, danger first")
    house_values: Mapping[Slug, HouseValue] = Field(
        default_factory=dict, description="what the company fills in"
    )
    who_and_how_much: tuple[FactGroup, ...] = Field(
        (), description="what staff look up in the moment, on a page of its own"
    )
    country: Text | None = Field(
        None, description="the country whose numbers and law hold, such as uk", max_length=60
    )
    country_facts: Mapping[Slug, CountryFact] = Field(
        default_factory=dict, description="what differs from country to country"
    )
    learn: Learning = Field(
        default_factory=Learning, description="what you want to hear from staff; off without it"
    )
    papers: PapersMade = Field(
        PapersMade.WITH_THE_SITE,
        description="on request, if a build leaves papers out and whoever needs one makes it",
    )
    sheets: Sheets = Field(
        Sheets.BOTH, description="a4 or letter, if that is what all your printers have"
    )

    def fill(self, house: "HouseFile") -> "GuidebookFile":
        """The same with a company's name and values in it; what the company left out stays."""
        values = {
            name: value.model_copy(update={"value": house.values.get(name) or value.value})
            for name, value in self.house_values.items()
        }
        both = [name for name in HouseFile.model_fields if name in GuidebookFile.model_fields]
        laid_over = {name: getattr(house, name) or getattr(self, name) for name in both}
        return self.model_copy(update={**laid_over, "house_values": values})


class HouseFile(YamlModel):
    """What a company lays over a guidebook: its name and its house values."""

    title: Text | None = Field(None, description="the name of the guidebook", max_length=80)
    version: Text | None = Field(None, description="shown on pages and papers")
    address: Text | None = Field(
        None, description="the site's web address, for the codes on papers", max_length=300
    )
    accent: Text | None = Field(
        None, description='your colour, in quotation marks, such as "#0f5e5c"', max_length=20
    )
    logo: Text | None = Field(
        None, description="your logo, an SVG or PNG beside this file", max_length=_LOGO_LENGTH
    )
    country: Text | None = Field(
        None, description="the country whose numbers and law hold, such as uk", max_length=60
    )
    learn: Learning | None = Field(
        None, description="what you want to hear from staff; off without it"
    )
    papers: PapersMade | None = Field(
        None,
        description="on request, if a build leaves papers out and whoever needs one makes it",
    )
    sheets: Sheets | None = Field(
        None, description="a4 or letter, if that is what all your printers have"
    )
    values: Mapping[str, Text | None] = Field(
        default_factory=dict, description="the answers, by the name of the house value"
    )
    without: tuple[Slug, ...] = Field(
        (), description="playbooks that you leave out, from the guidebook that you build on"
    )


class SourcesFile(YamlModel):
    """What `sources.yml` holds."""

    sources: Mapping[str, Source] = Field(description="every source by its id")


class Idea(YamlModel):
    """One idea that the guidebook rests on."""

    text: Text = Field(description="the idea, in our own words")
    group: Text = Field(description="the heading it is listed under", max_length=80)


class Ruling(YamlModel):
    """How the guidebook settles two ideas that pull apart."""

    id: Text = Field(description="its number, such as T1")
    one_side: Text = Field(description="what speaks for the one")
    other_side: Text = Field(description="what speaks for the other")
    ruling: Text = Field(description="what the guidebook does")
    playbooks: tuple[Slug, ...] = Field((), description="the playbooks where staff meet it")


class IdeasFile(YamlModel):
    """What `ideas.yml` holds."""

    ideas: Mapping[str, Idea] = Field(description="every idea by its id")
    rulings: tuple[Ruling, ...] = Field((), description="how tensions are settled")
