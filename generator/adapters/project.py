"""Where the files of a guidebook are, and reading them: what every command and the plugin share."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.adapters import folder
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.problem import GuidebookError, Problem
from generator.reader import guidebook_reader, settings
from generator.reader.guidebook_reader import House, Reading
from generator.views.file import File

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "theme"
TEMPLATES = PACKAGE / "views" / "templates"
SETTINGS = "mkdocs.yml"


@dataclass(frozen=True)
class Project:
    """The folders and files of one guidebook.

    `home` is the folder of the settings, `house` the company's own file, `editions` the folder of
    what was published. Problems show paths below `shown_from` relative to it.
    """

    home: Path
    playbooks: Path
    docs: Path
    house: Path | None
    shown_from: Path
    editions: Path

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
    playbooks = _find_playbooks(directory)
    home = playbooks.absolute().parent
    site = home / SETTINGS
    named = settings.find_paths(site.read_text("utf-8", "replace") if site.is_file() else "")
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
    )


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


def read(
    project: Project, *, address: str | None = None, earlier: Guidebook | None = None
) -> Reading:
    """Read and check everything but the hand-written pages.

    `address` is where the site is if no file of the guidebook says so. Of playbooks that cannot be
    read the version in `earlier` is kept, for a preview.
    """
    contents = folder.read(project.playbooks, root=project.show(project.playbooks))
    reading = guidebook_reader.read(
        contents.files,
        root=contents.root,
        today=date.today(),
        house=_read_house(project),
        address=address,
        earlier=earlier,
        pictures=contents.pictures,
    )
    problems = sorted((*contents.problems, *reading.problems), key=lambda one: one.place)
    return replace(reading, problems=tuple(problems))


def _read_house(project: Project) -> House | None:
    path = project.house
    if path is None:
        return None
    return House(project.show(path), path.read_bytes(), folder.read_pictures(path.parent))


def list_docs(project: Project) -> tuple[list[File], list[Problem]]:
    """The hand-written pages and what belongs to them; links to elsewhere are problems."""
    if not project.docs.is_dir():
        return [], []
    return folder.list_files(project.docs, root=project.show(project.docs))


def list_theme() -> list[File]:
    """The files of the theme."""
    return folder.list_files(THEME, root="theme")[0]
