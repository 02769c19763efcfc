"""Texts of a folder become one checked guidebook, or all of their problems."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.checks import catalogue, house_style
from generator.checks.context import FilesContext, GuidebookContext
from generator.model import files as names
from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import (
    CountryFile,
    GuidebookFile,
    HouseFile,
    IdeasFile,
    LanguagesFile,
    QueriesFile,
    SourcesFile,
    WordsFile,
)
from generator.model.triage import Triage, TriageFile
from generator.model.yaml_model import Locate
from generator.problem import Problem, Severity
from generator.reader import playbook_reader
from generator.reader.file_reader import FileReader
from generator.reader.house_file import House, Overlay
from generator.reader.playbook_reader import Playbooks

__all__ = ["House", "Reading", "read"]

_WHOLE = (
    names.GUIDEBOOK,
    names.SOURCES,
    names.IDEAS,
    names.WORDS,
    names.QUERIES,
    names.TRIAGE,
    names.LANGUAGES,
)


@dataclass(frozen=True)
class Reading:
    """What came of reading a folder.

    `guidebook` holds every playbook that could be read, whatever is wrong with the others, and
    every reference in it leads somewhere; it is None when `guidebook.yml` itself cannot be read.
    `texts` are the files' texts by the path that problems show; `locate` finds the place of what
    a file holds, given by its path inside the folder.
    """

    guidebook: Guidebook | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    locate: Locate

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop publishing."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)


def read(
    contents: Mapping[str, bytes],
    *,
    root: str = "",
    today: date | None = None,
    house: House | None = None,
    address: str | None = None,
    earlier: Guidebook | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> Reading:
    """Read files given by their path inside the folder of playbooks.

    `root` is put before each path in problems. With `today`, overdue reviews are reported as well.
    `house` is a file that fills in house values. `address` is where the site is if neither of the
    two says so. Of playbooks that cannot be read the version in `earlier` is kept, for a preview.
    `pictures` are those of the folder.
    """
    files = FileReader(f"{root.rstrip('/')}/" if root else "")
    about, overlay = _read_about(files, contents, house, address)
    listed = [name for name in sorted(contents) if name not in _WHOLE]
    countries = [name for name in listed if names.is_country(name)]
    own = [name for name in listed if not names.is_country(name)]
    if about and any(chapter.id == names.COUNTRIES for chapter in about.chapters):
        countries = []  # nobody knows what these files are meant to be
    else:
        listed = own
    shared = _read_shared(files, contents, countries)
    playbooks = playbook_reader.read_all(files, contents, own)
    found = FilesContext(
        contents.keys(),
        listed,
        [chapter.id for chapter in about.chapters] if about else None,
        files.prefix,
    )
    files.problems += catalogue.check_files(found)
    if about is None:
        return _finish(files, None)
    guidebook = _join(about, playbooks, shared)
    pictures, locate = pictures or {}, files.locate
    if overlay:
        pictures, locate = overlay.choose_pictures(pictures), overlay.choose_place(locate)
    style = house_style.settle(guidebook.about, pictures, locate)
    files.problems += style.problems
    guidebook = replace(guidebook, about=style.about, logo=style.logo)
    context = GuidebookContext(
        found,
        guidebook,
        locate,
        sources=shared.sources.sources if shared.sources else None,
        ideas=shared.ideas.ideas if shared.ideas else None,
        parts=playbooks.parts,
        house=(overlay.house.path, overlay.record) if overlay else None,
        today=today,
    )
    files.problems += catalogue.check_guidebook(context)
    reading = _finish(files, guidebook)
    if not reading.errors:
        return reading
    guidebook = guidebook.keep(earlier, contents) if earlier else guidebook
    return replace(reading, guidebook=guidebook.drop_loose_ends())


@dataclass(frozen=True)
class _Shared:
    """The files beside `guidebook.yml`; None for what is missing or cannot be read."""

    sources: SourcesFile | None
    ideas: IdeasFile | None
    words: WordsFile | None
    queries: QueriesFile | None
    triage: TriageFile | None
    languages: LanguagesFile | None
    countries: Mapping[str, CountryFile]


def _read_about(
    files: FileReader, contents: Mapping[str, bytes], house: House | None, address: str | None
) -> tuple[GuidebookFile | None, Overlay | None]:
    """Read `guidebook.yml` with what the company's file and the settings say."""
    about = files.read_if_there(contents, names.GUIDEBOOK, GuidebookFile)
    record = files.read(house.path, house.content, HouseFile, path=house.path) if house else None
    overlay = Overlay(house, record) if house and record else None
    if about and overlay:
        about = overlay.fill(about)
    if about and about.address is None and address:
        about = about.model_copy(update={"address": address})
    return about, overlay


def _read_shared(
    files: FileReader, contents: Mapping[str, bytes], countries: Sequence[str]
) -> _Shared:
    return _Shared(
        files.read_if_there(contents, names.SOURCES, SourcesFile),
        files.read_if_there(contents, names.IDEAS, IdeasFile),
        files.read_if_there(contents, names.WORDS, WordsFile),
        files.read_if_there(contents, names.QUERIES, QueriesFile),
        files.read_if_there(contents, names.TRIAGE, TriageFile),
        files.read_if_there(contents, names.LANGUAGES, LanguagesFile),
        {
            paths.find_id(name): country
            for name in countries
            if (country := files.read(name, contents[name], CountryFile))
        },
    )


def _join(about: GuidebookFile, playbooks: Playbooks, shared: _Shared) -> Guidebook:
    """One guidebook; of two playbooks with one id it has the later."""
    chapters = {chapter.id for chapter in about.chapters}
    return Guidebook(
        about,
        tuple({one.id: one for one in playbooks.sound if one.chapter in chapters}.values()),
        shared.sources.sources if shared.sources else {},
        shared.ideas.ideas if shared.ideas else {},
        shared.ideas.rulings if shared.ideas else (),
        shared.words or WordsFile(),
        shared.queries or QueriesFile(),
        triage=Triage(shared.triage.questions) if shared.triage else None,
        languages=shared.languages.languages if shared.languages else {},
        countries=shared.countries,
    )


def _finish(files: FileReader, guidebook: Guidebook | None) -> Reading:
    problems = tuple(sorted(files.problems, key=lambda one: one.place))
    return Reading(guidebook, problems, files.texts, files.locate)
