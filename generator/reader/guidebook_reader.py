"""Texts of a folder become one checked guidebook, or all of their problems."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from generator.checks import file_names, house_style, review, wording
from generator.model import files, paths
from generator.model.guidebook import (
    Guidebook,
    GuidebookFile,
    HouseFile,
    IdeasFile,
    QueriesFile,
    SourcesFile,
    WordsFile,
)
from generator.model.playbook import Playbook, PlaybookFile
from generator.model.triage import Triage, TriageFile
from generator.model.yaml_model import Loc, Locate, YamlModel
from generator.problem import Place, Problem, Severity
from generator.reader import model_errors
from generator.reader.yaml_text import ParsedFile, parse, read_text

_WHOLE = (
    files.GUIDEBOOK,
    files.SOURCES,
    files.IDEAS,
    files.WORDS,
    files.QUERIES,
    files.TRIAGE,
)

# Stands in for what is missing or wrong in a playbook that has faults; it refers to nothing.
_PLACEHOLDER = {
    "title": "…",
    "kind": "scenario",
    "audience": "everyone",
    "purpose": "…",
    "owner": review.ANY_OWNER,
    "reviewed": "2000-01-01",
    "steps": ["…"],
    "say": ["…"],
    "stop": "…",
    "checklist": ["…"],
}

_Model = TypeVar("_Model", bound=YamlModel)


class House(NamedTuple):
    """A company's own file: the path that problems show, its content, the pictures beside it."""

    path: str
    content: bytes
    pictures: Mapping[str, bytes] = {}


@dataclass(frozen=True)
class Reading:
    """What came of reading a folder.

    `guidebook` holds every playbook that could be read, whatever is wrong with the others, and
    every reference in it leads somewhere; it is None when `guidebook.yml` itself cannot be read.
    `texts` are the files' texts by the path that problems show; `locate` finds the place of what
    stands in a file given by its path inside the folder.
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

    `root` is put before each path in problems. With `today`, overdue reviews are told as well.
    `house` is a file that fills in house values. `address` is where
    the site stands if neither of the two says so. Of playbooks that cannot be read the version in
    `earlier` is kept, for a preview. `pictures` are those of the folder.
    """
    reading = _Reader(root, pictures or {}, address).read(contents, today, house)
    if reading.guidebook is None or not reading.errors:
        return reading
    guidebook = reading.guidebook.keep(earlier, contents) if earlier else reading.guidebook
    return replace(reading, guidebook=guidebook.drop_loose_ends())


class _Reader:
    """One reading: collects problems and keeps the sources for their places."""

    def __init__(self, root: str, pictures: Mapping[str, bytes], address: str | None) -> None:
        self._prefix = f"{root.rstrip('/')}/" if root else ""
        self._pictures = pictures
        self._address = address
        self._problems: list[Problem] = []
        self._sources: dict[str, ParsedFile] = {}
        self._texts: dict[str, str] = {}
        self._parts: list[Playbook] = []

    def read(
        self, contents: Mapping[str, bytes], today: date | None, house: House | None
    ) -> Reading:
        about = self._read_whole(contents, files.GUIDEBOOK, GuidebookFile)
        filled = (
            self._validate(house.path, house.content, HouseFile, path=house.path) if house else None
        )
        if about and house and filled:
            self._problems += review.find_unknown_values(about, filled, house.path, self._locate)
            about = about.fill(filled)
        if about and about.address is None and self._address:
            about = about.model_copy(update={"address": self._address})
        sources = self._read_whole(contents, files.SOURCES, SourcesFile)
        ideas = self._read_whole(contents, files.IDEAS, IdeasFile)
        words = self._read_whole(contents, files.WORDS, WordsFile)
        queries = self._read_whole(contents, files.QUERIES, QueriesFile)
        questions = self._read_whole(contents, files.TRIAGE, TriageFile)
        names = [name for name in sorted(contents) if name not in _WHOLE]
        chapters = [chapter.id for chapter in about.chapters] if about else None
        self._problems += file_names.find_problems(names, chapters=chapters, prefix=self._prefix)
        playbooks = [self._read_playbook(name, contents[name]) for name in names]
        complete = None not in playbooks
        if about is None or chapters is None:
            self._report_missing_guidebook(contents)
            return self._finish(None)
        locate = self._locate_laid_over(house.path, filled) if house and filled else self._locate
        pictures = self._pictures
        if house and filled and filled.logo:
            pictures = (
                {filled.logo: house.pictures[filled.logo]} if filled.logo in house.pictures else {}
            )
        style = house_style.settle(about, pictures, locate)
        self._problems += style.problems
        guidebook = Guidebook(
            style.about,
            tuple({one.id: one for one in playbooks if one and one.chapter in chapters}.values()),
            sources.sources if sources else {},
            ideas.ideas if ideas else {},
            ideas.rulings if ideas else (),
            words or WordsFile(),
            queries or QueriesFile(),
            logo=style.logo,
        )
        if questions:
            guidebook = replace(guidebook, triage=Triage(questions.questions))
        known = review.Known(
            playbooks=frozenset(paths.find_id(name) for name in names),
            sources=None if sources is None else guidebook.sources,
            ideas=None if ideas is None else guidebook.ideas,
        )
        self._report_missing_records(contents, guidebook)
        self._problems += review.find_problems(guidebook, self._locate, known=known, today=today)
        for part in self._parts:
            self._problems += review.find_loose_ends(guidebook, part, self._locate, known=known)
        self._problems += wording.find_problems(guidebook, self._locate, complete=complete)
        return self._finish(guidebook)

    def _finish(self, guidebook: Guidebook | None) -> Reading:
        problems = tuple(sorted(self._problems, key=lambda one: one.place))
        return Reading(guidebook, problems, self._texts, self._locate)

    def _report_missing_guidebook(self, contents: Mapping[str, bytes]) -> None:
        if files.GUIDEBOOK not in contents:
            self._problems.append(
                Problem(
                    Place(self._prefix + files.GUIDEBOOK),
                    "no-guidebook",
                    f"There is no file “{files.GUIDEBOOK}” in this folder.",
                    "Check that this is the folder with the playbooks, or bring the file back from"
                    " a copy or from git.",
                )
            )

    def _report_missing_records(self, contents: Mapping[str, bytes], guidebook: Guidebook) -> None:
        """Tell a missing file once, in place of every name that stands in it."""
        playbooks = (*guidebook.playbooks, *self._parts)
        for file, what, count in (
            (files.SOURCES, "sources", sum(1 for one in playbooks if one.sources)),
            (files.IDEAS, "ideas", sum(1 for one in playbooks if one.ideas)),
        ):
            if count and file not in contents:
                naming = "1 playbook names" if count == 1 else f"{count} playbooks name"
                self._problems.append(
                    Problem(
                        Place(self._prefix + file),
                        f"no-{what}",
                        f"There is no file “{file}”, but {naming} {what}.",
                        "Bring the file back from a copy or from git, or give this name to the file"
                        f" that holds the {what}.",
                    )
                )

    def _read_whole(
        self, contents: Mapping[str, bytes], name: str, model: type[_Model]
    ) -> _Model | None:
        return self._validate(name, contents[name], model) if name in contents else None

    def _read_playbook(self, name: str, data: bytes) -> Playbook | None:
        def place(content: YamlModel) -> Playbook:
            return Playbook.model_construct(
                **dict(content),
                id=paths.find_id(name),
                chapter=name.rpartition("/")[0],
                path=name,
            )

        playbook = self._validate(name, data, PlaybookFile, place)
        if playbook is None and (part := self._salvage(name)):
            self._parts.append(place(part))
        return playbook

    def _salvage(self, name: str) -> PlaybookFile | None:
        """What can be read of a playbook that has faults, so that its names are checked as well."""
        source = self._sources.get(name)
        if source is None or not isinstance(source.data, dict):
            return None
        try:
            return PlaybookFile.model_validate(source.data)
        except ValidationError as error:
            wrong = {one["loc"][0] for one in error.errors(include_url=False) if one["loc"]}
        right = {key: value for key, value in source.data.items() if key not in wrong}
        try:
            return PlaybookFile.model_validate(_PLACEHOLDER | right)
        except ValidationError:
            return None

    def _validate(
        self,
        name: str,
        data: bytes,
        model: type[YamlModel],
        finish: Callable[[YamlModel], _Model] | None = None,
        *,
        path: str | None = None,
    ) -> _Model | None:
        path = self._prefix + name if path is None else path
        text, problems = read_text(path, data)
        self._problems += problems
        if text is None:
            return None
        self._texts[path] = text
        source = self._sources[name] = parse(path, text)
        self._problems += source.problems
        try:
            content = model.model_validate(source.data)
        except ValidationError as error:
            self._problems += model_errors.find_problems(error, source, model)
            return None
        if any(one.severity is Severity.ERROR for one in (*problems, *source.problems)):
            return None
        return finish(content) if finish else content  # type: ignore[return-value]  # model is _Model

    def _locate(
        self,
        name: str,
        loc: Loc,
        *,
        of_key: bool = False,
        offset: int | None = None,
        width: int = 1,
    ) -> Place:
        source = self._sources.get(name)
        if source is None:
            return Place(self._prefix + name)
        if offset is None:
            return source.place(loc, of_key=of_key)
        place = source.offset_place(loc, offset)
        return Place(place.path, place.line, place.column, width)

    def _locate_laid_over(self, path: str, house: HouseFile) -> Locate:
        """Find what the company's file lays over `guidebook.yml` in that file."""
        laid_over = house.model_dump(include={"address", "accent", "logo"}, exclude_none=True)

        def locate(name: str, loc: Loc, **options: Any) -> Place:
            inside = name == files.GUIDEBOOK and bool(loc) and loc[0] in laid_over
            return self._locate(path if inside else name, loc, **options)

        return locate
