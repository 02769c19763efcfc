"""`guidebook check`: report every problem of every file at once."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from generator.adapters import project
from generator.cli import common
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
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(directory: Path, form: Format, house: Path | None, grades: bool, strict: bool) -> None:
    """Check every playbook and report all problems at once.

    DIRECTORY is the folder of playbooks, or a folder that has one called "playbooks".
    Ends with 0 if nothing stops publishing, with 1 if something does.

    \b
    Example:
      guidebook check
      guidebook check --format github playbooks
    """
    found = common.find_project(directory, house=house)
    reading = project.read(found)
    problems = list(reading.problems)
    trial = finder.Trial()
    if reading.guidebook:
        docs, links = project.list_docs(found)
        sources = Sources(docs=docs, theme=project.list_theme())
        problems += links
        problems += assembly.make(reading.guidebook, sources, reading.locate).problems
        trial = finder.try_search(reading.guidebook)
        problems += finder.find_problems(reading.guidebook, trial, reading.locate)
    problems = list(reading.point_to_own(problems))
    click.echo(_write_report(problems, reading.texts, form), nl=False)
    if form == "text" and problems:
        worst = next((one for one in problems if one.severity is Severity.ERROR), problems[0])
        click.echo(f"More about a rule: guidebook explain {worst.rule.id}")
    if form == "text" and reading.guidebook is not None:
        click.echo(check_summary.write_text(reading.guidebook, each=grades), nl=False)
        click.echo(finder.write_successes(trial.results), nl=False)
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    sys.exit(int(any(one.severity in stopping for one in problems)))


def _write_report(problems: Sequence[Problem], texts: Mapping[str, str], form: Format) -> str:
    if form == "json":
        return problem_report.write_json(problems)
    if form == "github":
        return problem_report.write_github(problems)
    colour = common.wants_colour(sys.stdout)
    return problem_report.write_text(problems, texts, colour=colour)
