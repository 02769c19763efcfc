"""What the commands share: finding what they are asked about, and reporting what is wrong."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from generator.adapters import project
from generator.adapters.project import Project
from generator.checks.suggestions import suggest
from generator.cli.terminal import wants_colour
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.problem import GuidebookError, Problem
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name, stack
from generator.views import problem_report
from generator.views.papers import Job


def find_project(
    directory: Path, *, house: Path | None = None, docs: Path | None = None
) -> Project:
    """Find the project of a folder; what is wrong with the folder is a mistake of usage."""
    try:
        return project.find(directory, house=house, docs=docs)
    except GuidebookError as error:
        raise click.UsageError(str(error)) from error


def find_folder(path: Path) -> Path:
    """The folder of the guidebook to which a file belongs; a folder is its own."""
    if path.is_dir():
        return path
    for one in path.absolute().parents:
        if (one / files.GUIDEBOOK).exists() or (one / project.SETTINGS).exists():
            return one
    raise click.UsageError(f"{path} belongs to no guidebook. Go to the folder of yours.")


def read_sound(found: Project, *, otherwise: str = "") -> tuple[Guidebook, Reading]:
    """Read a project without errors. With some, report them, say what was not done, and exit 1."""
    reading = project.read(found)
    if reading.errors or reading.guidebook is None:
        stop(reading.errors, reading, otherwise)
    return reading.guidebook, reading


def find_playbook(reading: Reading, name: str) -> Playbook:
    """Find a playbook by its name; one that is not there or has mistakes stops the command."""
    known = reading.guidebook.by_id if reading.guidebook else {}
    if name in known:
        return known[name]
    if reading.guidebook and name in reading.guidebook.left_out:
        raise click.UsageError(f"“{name}” is left out; “without:” in house.yml says so.")
    every = stack(reading.layers)
    if path := next((one for one in every if "/" in one and find_name(one) == name), None):
        raise click.ClickException(
            f"{every.show(path)} has mistakes, so nothing was changed. "
            "“guidebook check” lists them."
        )
    guess = suggest(name, known) or "“guidebook due” lists them all."
    raise click.UsageError(f"There is no playbook called “{name}”. {guess}")


def find_file(reading: Reading, name: str) -> str | None:
    """The path of a file that is no playbook, such as guidebook.yml.

    Its ending may be left out, if no playbook is called so.
    """
    is_playbook = reading.guidebook is not None and name in reading.guidebook.by_id
    for path in (name,) if is_playbook else (name, f"{name}.yml"):
        if "." in path and any(path in layer.files for layer in reading.layers):
            return path
    return None


def stop(problems: Iterable[Problem], reading: Reading, otherwise: str = "") -> NoReturn:
    """Report problems on the error stream, say what was not done, and exit 1."""
    report(problems, reading)
    if otherwise:
        click.echo(otherwise, err=True)
    sys.exit(1)


def report(problems: Iterable[Problem], reading: Reading) -> None:
    """Report problems on the error stream, if there are any."""
    if problems := reading.point_to_own(problems):
        colour = wants_colour(sys.stderr)
        report = problem_report.write_text(problems, reading.texts, colour=colour)
        click.echo(report, nl=False, err=True)


def watch_papers(jobs: Iterable[Job]) -> Iterator[Job]:
    """Go through papers as they are printed; a person at a terminal sees how many are left."""
    if sys.stderr.isatty():
        with click.progressbar(list(jobs), label="Papers", file=sys.stderr) as shown:
            yield from shown
    else:
        yield from jobs
