"""What the commands share: their options, reading a folder, and telling what is wrong with it."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.problem import Problem, Severity
from generator.reader import guidebook_reader, settings
from generator.views import problem_report

playbooks_option = click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
house_option = click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)


def find_playbooks(directory: Path) -> Path:
    """The folder of playbooks that a given folder is, or has."""
    inner = directory / "playbooks"
    return (
        inner
        if not (directory / guidebook_reader.GUIDEBOOK_FILE).exists() and inner.is_dir()
        else directory
    )


def read(directory: Path, house: Path | None) -> tuple[list[Problem], guidebook_reader.Reading]:
    """Read a folder, and list all that is wrong with it in the order of places.

    Without `house`, the company's file that the site's settings name is laid over it.
    """
    playbooks = find_playbooks(directory)
    if not (playbooks / guidebook_reader.GUIDEBOOK_FILE).exists() and playbooks.name != "playbooks":
        raise click.UsageError(
            f"{directory} is not a guidebook: it has no guidebook.yml and no folder “playbooks”."
            " Go to the folder that holds mkdocs.yml, or name it."
        )
    house = house or find_house(playbooks)
    contents = folder.read(playbooks)
    reading = guidebook_reader.read(
        contents.files,
        root=contents.root,
        today=date.today(),
        house=_read_house(house) if house else None,
        pictures=contents.pictures,
    )
    return sorted((*contents.problems, *reading.problems), key=lambda one: one.place), reading


def find_house(playbooks: Path) -> Path | None:
    """The company's file: that which `mkdocs.yml` beside the playbooks names, or `house.yml`."""
    home = playbooks.absolute().parent
    site = home / "mkdocs.yml"
    named = settings.find_house(site.read_text("utf-8", "replace")) if site.is_file() else None
    path = home / (named or guidebook_reader.HOUSE_FILE)
    if named and not path.is_file():
        raise click.UsageError(f"mkdocs.yml names the file “{named}”, and there is none: {path}")
    if not path.is_file():
        return None
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _read_house(path: Path) -> guidebook_reader.House:
    return guidebook_reader.House(
        path.as_posix(), path.read_bytes(), folder.read_pictures(path.parent)
    )


def read_sound(
    directory: Path, house: Path | None, *, otherwise: str = ""
) -> tuple[Guidebook, guidebook_reader.Reading]:
    """Read a folder without errors. With some, tell them, say what was not done, and exit 1."""
    problems, reading = read(directory, house)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if errors or reading.guidebook is None:
        stop(errors, reading, otherwise)
    return reading.guidebook, reading


def stop(
    problems: Iterable[Problem], reading: guidebook_reader.Reading, otherwise: str = ""
) -> NoReturn:
    """Tell problems on the side of errors, say what was not done, and exit 1."""
    told = sorted(problems, key=lambda one: one.place)
    colour = wants_colour(sys.stderr)
    click.echo(problem_report.write_text(told, reading.texts, colour=colour), nl=False, err=True)
    if otherwise:
        click.echo(otherwise, err=True)
    sys.exit(1)


def wants_colour(stream: TextIO) -> bool:
    """Colour is for a person at a terminal who has not asked to be spared it."""
    return stream.isatty() and "NO_COLOR" not in os.environ
