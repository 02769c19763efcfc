"""`guidebook check`: report every problem of every file at once."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from generator.adapters import edition_folder, project
from generator.cli import common
from generator.model.guidebook import Guidebook
from generator.problem import Problem, Severity
from generator.site import assembly
from generator.site.assembly import Sources
from generator.views import check_summary, finder, problem_report

Format = Literal["text", "json", "github"]


@click.command()
@click.argument(
    "directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to report problems: for people, for programs, or as notes on a pull request.",
)
@common.house_option
@click.option("--grades", is_flag=True, help="Print the reading grade of every playbook.")
@click.option("--notes", is_flag=True, help="List every note, however many a rule has.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(
    directory: Path, form: Format, house: Path | None, grades: bool, notes: bool, strict: bool
) -> None:
    """Check every playbook and report all problems at once.

    DIRECTORY is the folder of playbooks, or a folder that has one called "playbooks".
    Errors come first; a rule with many notes has one line. Ends with 0 if nothing stops
    publishing, with 1 if something does, and the last line says what.

    \b
    Example:
      guidebook check
      guidebook check --format github playbooks
    """
    found = common.find_project(directory, house=house)
    reading = project.read(found)
    problems = list(reading.problems)
    shown = found.show(found.editions)
    problems += edition_folder.read(found.editions, shown=shown).problems
    trial = finder.Trial()
    if reading.guidebook:
        docs, links = project.list_docs(found)
        sources = Sources(docs=docs, theme=project.list_theme())
        problems += links
        problems += assembly.make(reading.guidebook, sources, reading.locate).problems
        trial = finder.try_search(reading.guidebook)
        problems += finder.find_problems(reading.guidebook, trial, reading.locate)
    problems = list(reading.point_to_own(problems))
    click.echo(_write_report(problems, reading.texts, form, notes=notes), nl=False)
    if form == "text":
        click.echo(_write_end(problems, reading.guidebook, trial, grades=grades), nl=False)
        click.echo(problem_report.write_verdict(problems, strict=strict), nl=False)
    sys.exit(int(any(problem_report.stops(one, strict=strict) for one in problems)))


def _write_end(
    problems: Sequence[Problem], guidebook: Guidebook | None, trial: finder.Trial, *, grades: bool
) -> str:
    """Where to read more, and figures about the guidebook if it could be read."""
    out = ""
    if problems:
        worst = next((one for one in problems if one.severity is Severity.ERROR), problems[0])
        out = f"More about a rule: guidebook explain {worst.rule.id}\n"
    if guidebook:
        out += check_summary.write_text(guidebook, each=grades)
        out += finder.write_successes(trial.results)
    return out


def _write_report(
    problems: Sequence[Problem], texts: Mapping[str, str], form: Format, *, notes: bool
) -> str:
    if form == "json":
        return problem_report.write_json(problems)
    if form == "github":
        return problem_report.write_github(problems)
    colour = common.wants_colour(sys.stdout)
    return problem_report.write_text(problems, texts, colour=colour, notes=notes)
