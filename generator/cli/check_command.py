"""`guidebook check`: report every problem of every file at once."""

import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import click

from generator.adapters import whole_check
from generator.cli import common
from generator.model.guidebook import Guidebook
from generator.problem import Problem, Severity
from generator.views import check_summary, finder, problem_markdown, problem_report, sarif

Format = Literal["text", "json", "github", "sarif", "markdown"]


@click.command()
@click.argument("directory", default=".", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif", "markdown"]),
    default="text",
    show_default=True,
    help="For people, for programs, as notes on lines, for code scanning, or as a comment.",
)
@common.house_option
@click.option("--grades", is_flag=True, help="Print the reading grade of every playbook.")
@click.option("--notes", is_flag=True, help="List every note, however many a rule has.")
@click.option("--papers", is_flag=True, help="Set every paper too, as a build does: it takes time.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--no-cache", is_flag=True, help="Read anew what the last build found to be sound.")
def check(
    directory: Path,
    form: Format,
    house: Path | None,
    grades: bool,
    notes: bool,
    papers: bool,
    strict: bool,
    no_cache: bool,
) -> None:
    """Check every playbook and report all problems at once.

    DIRECTORY is the folder of playbooks, or a folder that has one called "playbooks"; or it is one
    of the files, and then only what is wrong in that is told.
    Errors come first; a rule with many notes has one line. Ends with 0 if nothing stops
    publishing, with 1 if something does, and the last line says what.

    \b
    Example:
      guidebook check
      guidebook check playbooks/when-it-gets-hot/shouting-customer.yml
      guidebook check --papers --strict
      guidebook check --format github playbooks
    """
    found = common.find_project(common.find_folder(directory), house=house)
    checked = None
    if directory.is_file() and not papers and not grades:
        checked = whole_check.run_for(found, directory, anew=no_cache)
    is_part = checked is not None
    checked = checked or whole_check.run(
        found, with_papers=papers, watch=common.watch_papers, anew=no_cache
    )
    reading, problems = checked.reading, list(checked.problems)
    if directory.is_file():
        problems = _choose_own(problems, directory.absolute(), reading.texts)
    click.echo(_write_report(problems, reading.texts, form, notes=notes), nl=False)
    if form == "text":
        guidebook = None if is_part else reading.guidebook
        click.echo(_write_end(problems, guidebook, checked.trial, grades=grades), nl=False)
        if found.papers and not papers:
            click.echo("Whether a paper is too full, a build sees, or: guidebook check --papers")
        click.echo(problem_report.write_verdict(problems, strict=strict), nl=False)
    sys.exit(int(any(problem_report.stops(one, strict=strict) for one in problems)))


def _choose_own(problems: Sequence[Problem], path: Path, texts: Mapping[str, str]) -> list[Problem]:
    """The problems in one file, which has to be one of the guidebook."""
    own = [one for one in problems if Path(one.place.path).absolute() == path]
    if not own and path not in {Path(one).absolute() for one in texts}:
        raise click.UsageError(f"{path} is no file of this guidebook.")
    return own


def _write_end(
    problems: Sequence[Problem], guidebook: Guidebook | None, trial: finder.Trial, *, grades: bool
) -> str:
    """Where to read more, and figures about the guidebook if it could be read."""
    out = ""
    if problems:
        worst = next((one for one in problems if one.severity is Severity.ERROR), problems[0])
        out = f"More about a rule: guidebook explain {worst.rule.id}\n"
        if count := sum(one.repair is not None for one in problems):
            out += f"{count} can be mended without a choice: guidebook fix\n"
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
    if form == "markdown":
        return problem_markdown.write_markdown(problems, texts)
    if form == "sarif":
        return sarif.write_sarif(problems, texts, version=version("guidebook"))
    colour = common.wants_colour(sys.stdout)
    return problem_report.write_text(problems, texts, colour=colour, notes=notes)
