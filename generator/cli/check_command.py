"""`guidebook check`: report every problem of every file at once."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import click

from generator.adapters import kept_check
from generator.cli import check_report, options
from generator.cli.terminal import wants_colour
from generator.problem import Problem
from generator.views import problem_report

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
@options.house_option
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
    of the files, and then only what is wrong in that is reported.
    Errors come first; a rule with many notes has one line. Ends with 0 if nothing stops
    publishing, with 1 if something does, and the last line says what.

    \b
    Example:
      guidebook check
      guidebook check playbooks/when-it-gets-hot/shouting-customer.yml
      guidebook check --papers --strict
      guidebook check --format github playbooks
    """
    output = _Output(form, notes=notes, strict=strict, colour=wants_colour(sys.stdout))
    is_one = directory.is_file() and not papers and not grades
    if is_one and output.is_usual and not house and not no_cache:
        known = kept_check.recall(directory, colour=output.colour)
        if known is not None:
            click.echo(known, nl=False)
            return
    _check(directory, output, house, is_one=is_one, grades=grades, papers=papers, anew=no_cache)


class _Output(NamedTuple):
    """How what was found is written."""

    form: Format
    notes: bool
    strict: bool
    colour: bool

    @property
    def is_usual(self) -> bool:
        """Whether a build could have said it."""
        return self.form == "text" and not self.notes and not self.strict


def _check(
    directory: Path,
    output: _Output,
    house: Path | None,
    *,
    is_one: bool,
    grades: bool,
    papers: bool,
    anew: bool,
) -> None:
    """Find out what is wrong, report it, and end with 1 if something stops publishing."""
    # The model takes longer than an answer that is known.
    from generator.adapters import project, whole_check  # noqa: PLC0415
    from generator.cli import common  # noqa: PLC0415
    from generator.views import check_summary, finder  # noqa: PLC0415

    found = common.find_project(common.find_folder(directory), house=house)
    checked = whole_check.run_for(found, directory, anew=anew) if is_one else None
    is_part = checked is not None
    checked = checked or whole_check.run(
        found, with_papers=papers, watch=common.watch_papers, anew=anew
    )
    reading, problems = checked.reading, list(checked.problems)
    if directory.is_file():
        known = [*map(Path, reading.texts), found.home / project.SETTINGS, found.record]
        problems = _choose_own(problems, directory.absolute(), known)
    about = ""
    if output.form == "text" and reading.guidebook and not is_part:
        about = check_summary.write_text(reading.guidebook, each=grades)
        about += finder.write_successes(checked.trial.results)
    leaves_papers = found.papers and not papers
    report = _write(problems, reading.texts, output, about, leaves_papers=leaves_papers)
    click.echo(report if output.form == "text" else report.encode(), nl=False)
    sys.exit(int(any(problem_report.stops(one, strict=output.strict) for one in problems)))


def _choose_own(problems: Sequence[Problem], path: Path, known: Iterable[Path]) -> list[Problem]:
    """The problems in one file, which has to be one of the guidebook."""
    own = [one for one in problems if Path(one.place.path).absolute() == path]
    if not own and path not in {one.absolute() for one in known}:
        raise click.UsageError(f"{path} is no file of this guidebook.")
    return own


def _write(
    problems: Sequence[Problem],
    texts: Mapping[str, str],
    output: _Output,
    about: str,
    *,
    leaves_papers: bool,
) -> str:
    if output.form == "json":
        return problem_report.write_json(problems)
    if output.form == "github":
        return problem_report.write_github(problems)
    if output.form == "markdown":
        from generator.views import problem_markdown  # noqa: PLC0415  # few want it

        return problem_markdown.write_markdown(problems, texts)
    if output.form == "sarif":
        from importlib.metadata import version  # noqa: PLC0415  # few want it

        from generator.views import sarif  # noqa: PLC0415  # as above

        return sarif.write_sarif(problems, texts, version=version("guidebook"))
    return check_report.write_text(
        problems,
        texts,
        about=about,
        colour=output.colour,
        notes=output.notes,
        strict=output.strict,
        leaves_papers=leaves_papers,
    )
