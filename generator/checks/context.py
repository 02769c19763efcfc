"""What checks look at: the files of a folder, the guidebook in them, and one of its playbooks."""

import re
import weakref
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.checks.prose import UNSHOWN, Prose, write_plain
from generator.model import files, paths
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import HouseFile, Idea, Source
from generator.model.inline_references import Reference, find_references
from generator.model.playbook import Playbook
from generator.model.yaml_model import SLUG, Loc, Locate, walk_texts
from generator.problem import Place

_SLUG = re.compile(SLUG)

ANY_OWNER = "unread"
"""Takes the place of the owner of a playbook that has faults, if that could not be read."""

ANY_PLAYBOOK = "unread"
"""The same of a name in its “related”, so that those beside it are looked at."""


@dataclass(frozen=True)
class FilesContext:
    """The files of a folder by their paths in it.

    `playbooks` are those that hold a playbook, whether or not it can be read, and `chapters` the
    ids that they may have as folders; None if `guidebook.yml` cannot be read. `show` makes of a
    path what problems show.
    """

    paths: Collection[str]
    playbooks: Sequence[str]
    chapters: Sequence[str] | None
    show: Callable[[str], str] = str

    def place(self, path: str) -> Place:
        """The place of a file as a whole."""
        return Place(self.show(path))


@dataclass(frozen=True)
class GuidebookContext:
    """A guidebook with everything that it is compared with.

    `sources` and `ideas` are None where their file is missing or cannot be read. `parts` are what
    could be read of playbooks with faults, which are not in the guidebook, so that their names are
    checked as well. `house` is the company's own file, with the path that problems show. Without
    `today`, nothing is overdue.
    """

    files: FilesContext
    guidebook: Guidebook
    locate: Locate
    sources: Mapping[str, Source] | None = None
    ideas: Mapping[str, Idea] | None = None
    parts: tuple[Playbook, ...] = ()
    house: tuple[str, HouseFile] | None = None
    today: date | None = None

    @cached_property
    def playbooks(self) -> tuple["PlaybookContext", ...]:
        """Every playbook of the guidebook, and the parts; they live no longer than the whole."""
        # Both would hold each other otherwise, and whoever reads again and again would run full.
        whole: GuidebookContext = weakref.proxy(self)
        return tuple(
            PlaybookContext(one, whole) for one in (*self.guidebook.playbooks, *self.parts)
        )

    @cached_property
    def is_complete(self) -> bool:
        """Whether every playbook could be read: else what seems missing may be in a lost one."""
        return len(self.guidebook.playbooks) == len(self.files.playbooks) and not self._lost

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all playbooks, including those that could not be read, or are left out."""
        names = [paths.find_id(path) for path in self.files.playbooks]
        # A file whose name has capitals or spaces is reported itself, and not wherever it is named.
        meant = [paths.make_slug(name) for name in names if not _SLUG.fullmatch(name)]
        read = frozenset([*names, *meant])
        return read | self._lost | self.guidebook.left_out.keys()

    @cached_property
    def _lost(self) -> frozenset[str]:
        """The ids of files of countries that could not be read: a playbook may be among them."""
        return self.countries - self.guidebook.countries.keys()

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ids of all countries with a file, including those that could not be read."""
        return frozenset(paths.find_id(path) for path in self.files.paths if files.is_country(path))

    @cached_property
    def plain(self) -> Callable[[str], str]:
        """How a text of the guidebook reads without marks."""
        return write_plain(self.guidebook)

    @cached_property
    def texts(self) -> list[tuple[str, Loc, str]]:
        """Every text in which an author may refer to something: file, location, text."""
        return list(self._list_texts())

    @cached_property
    def references(self) -> list[tuple[str, Loc, Reference]]:
        """Every reference in a text: file, location of the text, reference."""
        return [
            (path, loc, reference)
            for path, loc, text in self.texts
            for reference in find_references(text)
        ]

    @cached_property
    def led_to(self) -> frozenset[str]:
        """The ids of the playbooks to which another one leads."""
        found = {name for one in self.playbooks for _, name in one.leads if name != one.playbook.id}
        for path, _, reference in self.references:
            if paths.find_id(path) in self.ids - {reference.name}:
                found.add(reference.name)
        return frozenset(found)

    def _list_texts(self) -> Iterator[tuple[str, Loc, str]]:
        for one in self.playbooks:
            for loc, text in one.playbook.referring:
                if loc[0] not in UNSHOWN:
                    yield one.playbook.path, loc, text
        triage, countries = self.guidebook.triage, self.guidebook.countries
        for path, value, start in (
            (files.GUIDEBOOK, self.guidebook.about, ()),
            (files.SOURCES, self.guidebook.sources, ("sources",)),
            (files.IDEAS, self.guidebook.ideas, ("ideas",)),
            (files.IDEAS, self.guidebook.rulings, ("rulings",)),
            (files.TRIAGE, triage.questions if triage else (), ("questions",)),
            (files.PATHS, self.guidebook.paths, ("paths",)),
            *((files.name_country(name), one, ()) for name, one in countries.items()),
        ):
            for loc, text in walk_texts(value, start):
                if "((" in text:
                    yield path, loc, text


@dataclass(frozen=True)
class DraftContext(GuidebookContext):
    """A guidebook in which one playbook is looked at, as it would be written.

    Who leads to a playbook is not what is typed in it, and takes a look at all others: here
    somebody does.
    """

    draft: Playbook = field(kw_only=True)

    @cached_property
    def playbooks(self) -> tuple["PlaybookContext", ...]:
        """The one that is looked at."""
        whole: GuidebookContext = weakref.proxy(self)
        return (PlaybookContext(self.draft, whole),)

    @cached_property
    def led_to(self) -> frozenset[str]:
        """The ids of all playbooks."""
        return self.ids


@dataclass(frozen=True)
class PlaybookContext:
    """One playbook, and the guidebook that it belongs to."""

    playbook: Playbook
    whole: GuidebookContext

    def place(self, *loc: str | int, of_key: bool = False) -> Place:
        """The place of a value in its file; without a location, that of the file."""
        return self.whole.locate(self.playbook.path, loc, of_key=of_key)

    @cached_property
    def is_part(self) -> bool:
        """Whether it has faults, so that placeholders take the place of what could not be read."""
        return self.whole.guidebook.by_id.get(self.playbook.id) is not self.playbook

    @cached_property
    def leads(self) -> list[tuple[Loc, str]]:
        """The playbooks that it names to go on with, with their locations in its file."""
        found: list[tuple[Loc, str]] = [
            (("related", index), name) for index, name in enumerate(self.playbook.related)
        ]
        return found + [
            ((*loc, index), name)
            for loc, names in self.playbook.onward.items()
            for index, name in enumerate(names)
        ]

    @cached_property
    def prose(self) -> Prose:
        """Its words."""
        return Prose(self.playbook, self.whole.plain)

    @property
    def is_urgent(self) -> bool:
        """Whether its chapter is read in hot moments."""
        return self.whole.guidebook.chapters[self.playbook.chapter].urgent
