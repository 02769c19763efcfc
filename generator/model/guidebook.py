"""The model of a guidebook: playbooks in their chapters, and what belongs to all of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date
from enum import StrEnum
from functools import cached_property
from math import inf
from typing import NamedTuple

from generator.model import files
from generator.model.approval import Expert, SignOff, fingerprint
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook_files import (
    Chapter,
    CountryFile,
    GuidebookFile,
    Idea,
    Ruling,
    Source,
)
from generator.model.learning_path import LearningPath
from generator.model.playbook import Kind, Playbook, StandardPlaybook
from generator.model.search_files import Language, QueriesFile, WordsFile
from generator.model.triage import Triage
from generator.model.yaml_model import Loc

# The house values that an emergency shows above everything else.
EMERGENCY_NUMBER = "emergency-number"
SITE_ADDRESS = "site-address"
ALARM = "alarm"


class Origin(StrEnum):
    """Where a value that a text refers to comes from."""

    HOUSE = "house"
    COUNTRY = "country"
    COMMON = "common"
    UNSET = "unset"


class Value(NamedTuple):
    """What a text refers to: its name, its words if there are any, and where they come from."""

    name: str
    text: str | None
    origin: Origin
    sources: tuple[str, ...] = ()
    sign_off: SignOff | None = None

    @property
    def label(self) -> str:
        """Its name as it begins a line."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def waits_for(self) -> Expert | None:
        """The expert who has not approved it as it is now."""
        needed = self.sign_off
        return needed.expert if needed and not needed.holds_for(fingerprint(self.text)) else None


@dataclass(frozen=True)
class Guidebook:
    """One checked value that every page, paper and export is made of."""

    about: GuidebookFile
    playbooks: tuple[Playbook, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()
    words: WordsFile = field(default_factory=WordsFile)
    queries: QueriesFile = field(default_factory=QueriesFile)
    countries: Mapping[str, CountryFile] = field(default_factory=dict)
    logo: bytes | None = field(default=None, repr=False)
    triage: Triage | None = None
    languages: Mapping[str, Language] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)
    """What people typed, in lines, by the id of the emergency that they meant."""
    situations: Mapping[str, str] = field(default_factory=dict)
    """The same of playbooks that are for no emergency."""
    calm: str = ""
    """What people typed that no playbook answers, in lines."""
    paths: tuple[LearningPath, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    """The titles of playbooks that the company leaves out, by id; texts may still name them."""

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of all playbooks that texts may name, by id."""
        return {**self.left_out, **{one.id: one.title for one in self.playbooks}}

    @cached_property
    def by_id(self) -> Mapping[str, Playbook]:
        """Every playbook by its id."""
        return {playbook.id: playbook for playbook in self.playbooks}

    @cached_property
    def standard(self) -> tuple[StandardPlaybook, ...]:
        """The playbooks of steps and words to say."""
        return tuple(one for one in self.playbooks if isinstance(one, StandardPlaybook))

    def list_standard(self, chapter: str) -> tuple[StandardPlaybook, ...]:
        """The playbooks of steps and words to say of one chapter, in reading order."""
        own = self.by_chapter[chapter]
        return tuple(one for one in own if isinstance(one, StandardPlaybook))

    @cached_property
    def emergencies(self) -> tuple[Emergency, ...]:
        """The playbooks for life and limb."""
        return tuple(one for one in self.playbooks if isinstance(one, Emergency))

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """What a text may refer to besides playbooks: house values and facts of the country."""
        country = self.countries.get(self.about.country or "")
        facts = country.facts if country else {}
        found: dict[str, Value] = {}
        for name, fact in self.about.country_facts.items():
            if own := facts.get(name):
                found[name] = Value(fact.name, own.text, Origin.COUNTRY, own.sources, own.sign_off)
            else:
                found[name] = Value(fact.name, fact.common, Origin.COMMON)
        for name, house in self.about.house_values.items():
            if house.value:
                found[name] = Value(house.name, house.value, Origin.HOUSE)
            elif name in found:
                found[name] = found[name]._replace(name=house.name)
            else:
                state = Origin.COMMON if house.common else Origin.UNSET
                found[name] = Value(house.name, house.common, state)
        return found

    def find_written(self, name: str) -> tuple[str, Loc]:
        """Where the words of a value are written: the file, and the location in it."""
        about, value = self.about, self.values.get(name)
        origin = value.origin if value else Origin.UNSET
        if origin is Origin.COUNTRY:
            return files.name_country(about.country or ""), ("facts", name, "text")
        if origin is Origin.HOUSE:
            return files.GUIDEBOOK, ("house_values", name, "value")
        group = "country_facts" if name in about.country_facts else "house_values"
        return files.GUIDEBOOK, (group, name, "common")

    def list_facts(self, playbook: Playbook) -> list[Value]:
        """What differs from country to country and is on a playbook's page."""
        return [
            self.values[name] for name in self.about.country_facts if name in playbook.referenced
        ]

    def list_sources(self, playbook: Playbook) -> list[str]:
        """The ids of all known sources that a page rests on, its country's facts' too."""
        own = playbook.citations.values()
        facts = [one.sources for one in self.list_facts(playbook)]
        cited = dict.fromkeys(name for names in (*own, *facts) for name in names)
        return [name for name in cited if name in self.sources]

    def list_waiting(self, playbook: Playbook) -> list[Expert]:
        """The experts who have not approved what is on a page now, each once."""
        facts = [one.waits_for for one in self.list_facts(playbook)]
        return list(dict.fromkeys([*playbook.unsigned, *filter(None, facts)]))

    @cached_property
    def by_chapter(self) -> Mapping[str, tuple[Playbook, ...]]:
        """Playbooks of each chapter in reading order, chapters in theirs.

        Danger comes first: emergencies, then what a shortcut marks as dangerous. Otherwise they are
        in the order that the chapter lists, and those that it does not list follow by title.
        """
        dangerous = {tile.playbook for tile in self.about.right_now if tile.danger}
        places = {
            name: place
            for chapter in self.about.chapters
            for place, name in enumerate(chapter.playbooks)
        }

        def weigh(playbook: Playbook) -> tuple[bool, bool, float, str, str]:
            is_emergency = playbook.kind is Kind.EMERGENCY
            is_dangerous = is_emergency or playbook.id in dangerous
            place = places.get(playbook.id, inf)
            return not is_emergency, not is_dangerous, place, playbook.title, playbook.id

        found: dict[str, list[Playbook]] = {chapter.id: [] for chapter in self.about.chapters}
        for playbook in sorted(self.playbooks, key=weigh):
            found[playbook.chapter].append(playbook)
        return {chapter: tuple(playbooks) for chapter, playbooks in found.items()}

    @cached_property
    def chapters(self) -> Mapping[str, Chapter]:
        """Every chapter by its id."""
        return {chapter.id: chapter for chapter in self.about.chapters}

    def review_due(self, playbook: Playbook) -> date:
        """The day by which somebody has to look at a playbook again."""
        months = playbook.review_every or self.about.review_every
        year, month = divmod(playbook.reviewed.month - 1 + months, 12)
        day = min(playbook.reviewed.day, 28)  # every month has one
        return date(min(playbook.reviewed.year + year, MAXYEAR), month + 1, day)

    def stops_first(self, playbook: Playbook) -> bool:
        """Whether the stop box is above everything else on its page."""
        return (
            playbook.kind in (Kind.POLICY, Kind.CHECKLIST) or self.chapters[playbook.chapter].urgent
        )

    def keep(self, earlier: "Guidebook", paths: Collection[str]) -> "Guidebook":
        """The same with the earlier version of playbooks that cannot be read now.

        `paths` are the files that are still there; a playbook whose file is gone is not kept.
        """
        kept = tuple(
            one
            for one in earlier.playbooks
            if one.path in paths and one.id not in self.by_id and one.chapter in self.chapters
        )
        return replace(self, playbooks=(*self.playbooks, *kept))
