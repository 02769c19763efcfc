"""Texts of a folder become one checked guidebook, or all of their problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.checks import catalogue, house_style
from generator.checks.context import FilesContext, GuidebookContext
from generator.model import files as names
from generator.model import paths, selection
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import (
    CountryFile,
    GuidebookFile,
    HouseFile,
    IdeasFile,
    SourcesFile,
)
from generator.model.learning_path import PathsFile
from generator.model.search_files import (
    CalmFile,
    ExamplesFile,
    LanguagesFile,
    QueriesFile,
    SituationsFile,
    WordsFile,
)
from generator.model.triage import Triage, TriageFile
from generator.model.yaml_model import Locate
from generator.problem import Problem, Severity
from generator.reader import change_record, playbook_reader, repeated_problems
from generator.reader.change_record import ChangeRecord
from generator.reader.composed_file import Change, ComposedFile
from generator.reader.file_reader import FileReader
from generator.reader.house_file import House, Overlay
from generator.reader.layers import Layer, find_layer, find_name, is_below, point_to_own
from generator.reader.memory import Memory
from generator.reader.playbook_reader import Playbooks
from generator.reader.yaml_text import ParsedFile

__all__ = ["House", "Reading", "read"]


_UNANSWERED = frozenset(["no-address", "no-country", "not-set"])


@dataclass(frozen=True)
class Reading:
    """What came of reading a folder.

    `guidebook` holds every playbook that could be read, whatever is wrong with the others, and
    every reference in it leads somewhere; it is None when `guidebook.yml` itself cannot be read.
    `texts` are the files' texts by the path that problems show; `locate` finds the place of what
    a file holds, given by its path inside the folder, as `parsed` gives what its file says.
    `whole` is what playbooks are compared with.
    """

    guidebook: Guidebook | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    locate: Locate
    changes: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    layers: Sequence[Layer] = ()
    parsed: Mapping[str, ParsedFile] = field(default_factory=dict, repr=False)
    whole: GuidebookContext | None = field(default=None, repr=False)

    def find_own(self, name: str) -> str | None:
        """The path of the file of this name in the highest layer; none if it has no such file."""
        return self.layers[-1].find(name) if self.layers else None

    def point_to_own(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Problems in files that those who build the site can edit, sorted by place.

        Those of the reading itself are among them already.
        """
        house = next((one.house.path for one in reversed(self.layers) if one.house), names.HOUSE)
        return tuple(
            sorted(
                point_to_own(problems, self.layers, house=house, known=set(self.problems)),
                key=lambda one: one.place,
            )
        )

    def is_below(self, path: str) -> bool:
        """Whether a file, as problems show it, is of a guidebook that this one builds on."""
        return is_below(path, self.layers)

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
    below: Sequence[Layer] = (),
    record: ChangeRecord | None = None,
    memory: Memory | None = None,
    quick: bool = False,
    on_step: Callable[[], object] | None = None,
    located: bool = False,
    above_all: str | None = None,
) -> Reading:
    """Read files given by their path inside the folder of playbooks.

    `root` is put before each path in problems. `below` are the layers that the folder is laid over,
    the lowest first, and `record` what was in them below each of its changes. With `today`, overdue
    reviews are reported as well. `house` is a file that fills in house values. `address` is where
    the site is if neither of the two says so. Of playbooks that cannot be read the version in
    `earlier` is kept, for a preview.
    `pictures` are those of the folder. What is in `memory` and unchanged is not read again, and
    what is read is kept there. A `quick` look finds only what cannot be read, and what is wrong
    with playbooks that differ from those in `earlier`. `on_step` is called again and again during
    the checks; it may raise an exception to stop them. Texts that are `located` know where they are
    written. If one file counts `above_all`, all that is wrong with it is found, and of the others
    as much as costs little.
    """
    top = Layer(root, contents, house)
    record = record or ChangeRecord()
    files = FileReader([*below, top], record, memory, located=located)
    houses = [layer.house for layer in (*below, top) if layer.house]
    about, overlays = _read_about(files, houses, address)
    listed = [name for name in files.stack if name not in names.SHARED]
    countries = [name for name in listed if names.is_country(name)]
    own = [name for name in listed if not names.is_country(name)]
    if about and any(chapter.id == names.COUNTRIES for chapter in about.chapters):
        countries = []  # nobody knows what these files are meant to be
    else:
        listed = own
    shared = _read_shared(files, countries)
    # One beside the folders of the chapters is reported, and may hold anything.
    playbooks = playbook_reader.read_all(files, [name for name in own if "/" in name])
    without = {name for overlay in overlays for name in overlay.record.without}
    found = FilesContext(
        list(files.stack),
        [name for name in listed if paths.find_id(name) not in without],
        [chapter.id for chapter in about.chapters] if about else None,
        files.stack.show,
    )
    if not quick:
        files.problems += catalogue.check_files(found)
    files.problems += _find_stale(files)
    files.memory.forget_others({*files.stack, *(house.path for house in houses)})
    if about is None:
        return _finish(files, None)
    guidebook = _join(about, playbooks, shared)
    if without:
        guidebook = selection.leave_out(guidebook, without)
    pictures, locate = pictures or {}, files.locate
    for overlay in overlays:
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
        house=(overlays[-1].house.path, overlays[-1].record) if house and overlays else None,
        today=today,
    )
    if quick:
        files.problems += _look(context, earlier)
    else:
        found_there = catalogue.check_guidebook(
            context, on_step=on_step, above_all=above_all, work=files.memory.work
        )
        files.problems += files.leave_out_guessed(found_there)
        files.problems[:] = repeated_problems.leave_out_lesser(files.problems)
    if len(overlays) < len(houses):  # what seems to lack an answer may have it in that file
        files.problems[:] = [one for one in files.problems if one.rule.id not in _UNANSWERED]
    # A copy: what the checks have worked out would stay as long as the reading.
    reading = replace(_finish(files, guidebook), locate=locate, whole=replace(context))
    if not quick and not reading.errors:
        return reading
    guidebook = guidebook.keep(earlier, list(files.stack)) if earlier else guidebook
    return replace(reading, guidebook=selection.drop_loose_ends(guidebook))


def _look(context: GuidebookContext, earlier: Guidebook | None) -> Iterator[Problem]:
    """What is wrong with the playbooks that differ from those of before."""
    for one in context.playbooks if earlier else ():
        if earlier and earlier.by_id.get(one.playbook.id) is not one.playbook:
            yield from catalogue.check_playbook(one)


@dataclass(frozen=True)
class _Shared:
    """The files beside `guidebook.yml`; None for what is missing or cannot be read."""

    sources: SourcesFile | None
    ideas: IdeasFile | None
    words: WordsFile | None
    queries: QueriesFile | None
    triage: TriageFile | None
    languages: LanguagesFile | None
    examples: ExamplesFile | None
    situations: SituationsFile | None
    calm: CalmFile | None
    paths: PathsFile | None
    countries: Mapping[str, CountryFile]


def _read_about(
    files: FileReader, houses: Sequence[House], address: str | None
) -> tuple[GuidebookFile | None, list[Overlay]]:
    """Read `guidebook.yml` with what the companies' files and the settings say."""
    about = files.read_if_there(names.GUIDEBOOK, GuidebookFile)
    overlays = [
        Overlay(house, record)
        for house in houses
        if (record := files.read_alone(house.path, house.content, HouseFile))
    ]
    for overlay in overlays:
        about = overlay.fill(about) if about else None
    if about and not any(overlay.record.version for overlay in overlays):
        layer = find_layer(files.locate(names.GUIDEBOOK, ("version",)).path, files.layers)
        # A company's changes begin an edition of its own, whatever the one below is called.
        if layer and not layer.is_own:
            about = about.model_copy(update={"version": None})
    if about and about.address is None and address:
        about = about.model_copy(update={"address": address})
    return about, overlays


def _read_shared(files: FileReader, countries: Sequence[str]) -> _Shared:
    return _Shared(
        files.read_if_there(names.SOURCES, SourcesFile),
        files.read_if_there(names.IDEAS, IdeasFile),
        files.read_if_there(names.WORDS, WordsFile),
        files.read_if_there(names.QUERIES, QueriesFile),
        files.read_if_there(names.TRIAGE, TriageFile),
        files.read_if_there(names.LANGUAGES, LanguagesFile),
        files.read_if_there(names.EXAMPLES, ExamplesFile),
        files.read_if_there(names.SITUATIONS, SituationsFile),
        files.read_if_there(names.CALM, CalmFile),
        files.read_if_there(names.PATHS, PathsFile),
        {
            paths.find_id(name): country
            for name in countries
            if (country := files.read(name, CountryFile))
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
        examples=shared.examples.emergencies if shared.examples else {},
        situations=shared.situations.situations if shared.situations else {},
        calm=shared.calm.calm if shared.calm else "",
        paths=shared.paths.paths if shared.paths else (),
        countries=shared.countries,
    )


def _finish(files: FileReader, guidebook: Guidebook | None) -> Reading:
    changes = {
        find_name(name): parsed.changes
        for name, parsed in files.parsed.items()
        if isinstance(parsed, ComposedFile)
    }
    reading = Reading(guidebook, (), files.texts, files.locate, changes, files.layers, files.parsed)
    return replace(reading, problems=reading.point_to_own(files.problems))


def _find_stale(files: FileReader) -> Iterator[Problem]:
    """Report the changes below which something else is now."""
    for name, parsed in files.parsed.items():
        if isinstance(parsed, ComposedFile):
            yield from change_record.find_problems(files.record, find_name(name), parsed)
