"""Where the files of a guidebook are, and reading them: what every command and the plugin share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from generator.adapters import folder, joint_change
from generator.adapters.kept_files import KeptFiles
from generator.checks import misnamed_files
from generator.checks.folder_content import UNREAD_FILE
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.problem import GuidebookError, Place, Problem
from generator.reader import change_record, guidebook_reader, settings
from generator.reader.change_record import ChangeRecord
from generator.reader.guidebook_reader import House, Reading
from generator.reader.layers import SHIPPED as SHIPPED_NAME
from generator.reader.layers import Layer
from generator.reader.memory import Memory
from generator.views.file import File

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "theme"
TEMPLATES = PACKAGE / "views" / "templates"
SETTINGS = "mkdocs.yml"

# The wheel carries the guidebook of this project; where the project itself is used, it is there.
_CARRIED = PACKAGE / "shipped"
SHIPPED = _CARRIED if _CARRIED.is_dir() else PACKAGE.parent
"""The folder of the playbooks and pages that come with the program."""


@dataclass(frozen=True)
class Project:
    """The folders and files of one guidebook.

    `home` is the folder of the settings, `house` the company's own file, `editions` the folder of
    what was published. Problems show paths below `shown_from` relative to it. `below` are the
    folders of playbooks that this one is laid over, the lowest first. `papers` says whether a build
    prints them, `opened` whether hand-written pages may hold scripts and styles.
    """

    home: Path
    playbooks: Path
    docs: Path
    house: Path | None
    shown_from: Path
    editions: Path
    below: tuple[Path, ...] = ()
    papers: bool = True
    opened: bool = False

    @property
    def record(self) -> Path:
        """The file of what was below each change."""
        return self.home / change_record.FILE

    def show(self, path: Path) -> str:
        """A path as problems show it."""
        near = path.is_absolute() and path.is_relative_to(self.shown_from)
        return (path.relative_to(self.shown_from) if near else path).as_posix()


def find(directory: Path, *, house: Path | None = None, docs: Path | None = None) -> Project:
    """Find the project that a folder is, or is the folder of playbooks of.

    Without `house` and `docs`, they are those that the settings name, or the usual ones beside
    them. Raises GuidebookError if there is no guidebook or if the settings name a file that is not
    there.
    """
    named = _read_settings(directory)
    if named.playbooks and not (directory / named.playbooks).is_dir():
        raise GuidebookError(
            f"{SETTINGS} names the folder “{named.playbooks}”, and there is none:"
            f" {directory / named.playbooks}. Fix its name after  playbooks:"
        )
    if named.playbooks:
        playbooks, home = directory / named.playbooks, directory.absolute()
    else:
        playbooks = _find_playbooks(directory)
        home = playbooks.absolute().parent
        named = _read_settings(home)
    joint_change.finish(playbooks)
    if house is None:
        house = home / (named.house or files.HOUSE)
        if named.house and not house.is_file():
            raise GuidebookError(
                f"{SETTINGS} names the file “{named.house}”, and there is none: {house}"
            )
    return Project(
        home=home,
        playbooks=playbooks,
        docs=docs or home / (named.docs or "docs"),
        house=house if house.is_file() else None,
        shown_from=Path.cwd(),
        editions=home / (named.editions or files.EDITIONS),
        below=find_layers(home, named.layers, own=playbooks),
        papers=named.papers,
        opened=named.opened,
    )


def _read_settings(home: Path) -> settings.Paths:
    path = home / SETTINGS
    return settings.find_paths(path.read_text("utf-8", "replace") if path.is_file() else "")


def find_layers(home: Path, names: Sequence[str], *, own: Path) -> tuple[Path, ...]:
    """The folders that settings name as layers, but for the project's own folder of playbooks.

    Raises GuidebookError if one of them is not there.
    """
    found = []
    for name in names:
        folder_of_layer = SHIPPED / "playbooks" if name == SHIPPED_NAME else home / name
        if not folder_of_layer.is_dir():
            raise GuidebookError(
                f"{SETTINGS} names the layer “{name}”, and there is no such folder:"
                f" {folder_of_layer}. Fix its name, or delete the line."
            )
        if folder_of_layer.resolve() != own.resolve():
            found.append(folder_of_layer)
    return tuple(found)


def _find_playbooks(directory: Path) -> Path:
    inner = directory / "playbooks"
    has_about = (directory / files.GUIDEBOOK).exists()
    found = inner if not has_about and inner.is_dir() else directory
    if not (found / files.GUIDEBOOK).exists() and found.name != "playbooks":
        raise GuidebookError(
            f"{directory} is not a guidebook: it has no {files.GUIDEBOOK} and no folder"
            f" “playbooks”. Go to the folder that holds {SETTINGS}, or name it."
        )
    return found


@dataclass
class ReadBefore:
    """What is known from earlier readings of one project, so that little has to be done again."""

    files: KeptFiles = field(default_factory=KeptFiles)
    memory: Memory = field(default_factory=Memory)

    @classmethod
    def of(cls, work: KeptWork | None) -> Self:
        """What is known from earlier runs."""
        return cls(memory=Memory(work=work))


def read(
    project: Project,
    *,
    address: str | None = None,
    earlier: Guidebook | None = None,
    before: ReadBefore | None = None,
    quick: bool = False,
    on_step: Callable[[], object] | None = None,
    located: bool = False,
    instead: Mapping[Path, bytes | None] | None = None,
    above_all: str | None = None,
) -> Reading:
    """Read and check everything but the hand-written pages.

    `address` is where the site is if no file of the guidebook says so. Of playbooks that cannot be
    read the version in `earlier` is kept, for a preview, which also hands on what was `before`.
    `quick`, `on_step`, `located` and `above_all` are those of the reader. What is `instead` of
    files counts, not what they hold; None is no file.
    """
    before, instead = before or ReadBefore(), instead or {}
    contents = folder.read(
        project.playbooks, root=project.show(project.playbooks), kept=before.files
    ).turn_back(folder.find_below(project.playbooks, instead))
    record, broken = read_record(project)
    pictures: dict[str, bytes] = {}
    below = []
    for path in project.below:
        layer, found = _read_layer(project, path, before.files)
        pictures |= found
        below.append(layer)
    reading = guidebook_reader.read(
        contents.files,
        root=contents.root,
        today=date.today(),
        house=_read_own_house(project, instead),
        address=address,
        earlier=earlier,
        pictures={**pictures, **contents.pictures},
        below=below,
        record=record,
        memory=before.memory,
        quick=quick,
        on_step=on_step,
        located=located,
        above_all=above_all,
    )
    links = folder.find_links((project.house, project.record), show=project.show)
    problems = sorted(
        (*contents.problems, *links, *_find_unread(project), *broken, *reading.problems),
        key=lambda one: one.place,
    )
    return replace(reading, problems=tuple(problems))


def find_settings_problems(project: Project) -> list[Problem]:
    """What MkDocs will refuse in the settings, if there are some."""
    path = project.home / SETTINGS
    if not path.is_file():
        return []
    names = [one.name for one in project.home.iterdir()]
    return list(settings.find_stops(project.show(path), path.read_bytes(), files=names))


def _find_unread(project: Project) -> Iterator[Problem]:
    """Report what is beside the settings and seems to be meant for the guidebook."""
    house = project.house.name if project.house else files.HOUSE
    names = [one.name for one in project.home.iterdir() if one.is_file()]
    for name, remedy in misnamed_files.find_unread(names, house=house):
        yield Problem(
            Place(project.show(project.home / name)),
            UNREAD_FILE,
            f"Nothing reads “{name}”.",
            remedy,
        )


def read_shipped() -> Guidebook:
    """The guidebook that comes with the program, as it comes."""
    contents = folder.read(SHIPPED / "playbooks", root=SHIPPED_NAME)
    guidebook = guidebook_reader.read(contents.files, root=SHIPPED_NAME).guidebook
    assert guidebook is not None  # noqa: S101  # it is tested before it is shipped
    return guidebook


def read_record(project: Project) -> tuple[ChangeRecord, list[Problem]]:
    """What was below each change of the project when it was made."""
    if not project.record.is_file():
        return ChangeRecord(), []
    text = project.record.read_text("utf-8", "replace")
    return change_record.read(project.show(project.record), text)


def keep_record(project: Project, reading: Reading) -> None:
    """Take down what is below changes that are new; what is known of others stays.

    A folder that cannot be written costs a question at the next upgrade, and nothing else.
    """
    record, broken = read_record(project)
    new = record.update(reading.changes)
    if not broken and (new.entries or record.entries) and new != record:
        folder.keep(project.record, new.write().encode())


def _read_layer(project: Project, path: Path, kept: KeptFiles) -> tuple[Layer, Mapping[str, bytes]]:
    """A layer below the project's own folder, and its pictures.

    What cannot be taken from it is left out: it is for those who keep it to see to.
    """
    is_own = path.parent != SHIPPED
    root = project.show(path) if is_own else SHIPPED_NAME
    contents = folder.read(path, root=root, kept=kept)
    beside = path.parent / files.HOUSE
    house = _read_house(project, beside) if is_own and beside.is_file() else None
    return Layer(contents.root, contents.files, house, is_own), contents.pictures


def _read_own_house(project: Project, instead: Mapping[Path, bytes | None]) -> House | None:
    path = project.house or project.home / files.HOUSE
    if path in instead:
        content = instead[path]
        pictures = folder.read_pictures(path.parent)
        return None if content is None else House(project.show(path), content, pictures)
    return _read_house(project, path) if project.house else None


def _read_house(project: Project, path: Path) -> House:
    return House(project.show(path), path.read_bytes(), folder.read_pictures(path.parent))


def list_theme() -> list[File]:
    """The files of the theme."""
    return folder.list_files(THEME, root="theme")[0]
