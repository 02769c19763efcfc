"""`guidebook changes`: what changed between two editions, item by item."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.adapters import changed_pages, earlier_files, edition_folder
from generator.adapters.edition_folder import EditionFolder
from generator.adapters.project import Project
from generator.checks.suggestions import suggest
from generator.cli import common, options
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition
from generator.problem import GuidebookError, Problem
from generator.reader.guidebook_reader import Reading
from generator.views import problem_report
from generator.views.changes import listings
from generator.views.changes.report import EditionChanges, report

_NOW = "now"
_ADDRESSES = "addresses"
_FORMS = {
    "text": listings.write_text,
    "markdown": listings.write_markdown,
    "json": listings.write_json,
}


@click.command("changes")
@click.argument("old", required=False)
@click.argument("new", default=_NOW)
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FORMS, _ADDRESSES]),
    default="text",
    show_default=True,
    help="For people, for a comment on a pull request, or for programs; or the pages' addresses.",
)
@click.option(
    "--since", metavar="COMMIT", help="Compare with a commit of git, not with an edition."
)
@click.option("--all", "silent", is_flag=True, help="Also show what nobody has to know.")
@options.playbooks_option
@options.house_option
def show_changes(
    old: str | None,
    new: str,
    form: str,
    since: str | None,
    silent: bool,
    playbooks: Path,
    house: Path | None,
) -> None:
    """Say what changed between two editions, and what staff must read again.

    OLD and NEW are names of editions, such as 1.0, or their files. Without them, the last edition
    that a build recorded is compared with the playbooks as they are now.

    \b
    Example:
      guidebook changes
      guidebook changes 1.0 2.0
      guidebook changes --format markdown > comment.md
      guidebook changes --since main
    """
    found = common.find_project(playbooks, house=house)
    guidebook, reading = common.read_sound(found)
    if since:
        if old:
            raise click.UsageError("Name editions, or a commit, not both.")
        _show_since(found, reading, since, form, silent=silent)
        return
    if form == _ADDRESSES:
        raise click.UsageError("Which pages changed is known only since a commit: --since main")
    recorded = edition_folder.read(found.editions, shown=found.show(found.editions))
    if recorded.problems:
        click.echo(problem_report.write_text(recorded.problems, {}), nl=False, err=True)
    before = _find(old, recorded, guidebook) if old else _find_last(recorded)
    now = _find(new, recorded, guidebook)
    _print(form, report(before, now, guidebook), silent=silent)


def _print(form: str, changes: EditionChanges, *, silent: bool) -> None:
    output = _FORMS[form](changes, silent=silent)
    click.echo(output if form == "text" else output.encode(), nl=False)


def _show_since(found: Project, reading: Reading, commit: str, form: str, *, silent: bool) -> None:
    """Tell what changed since a commit, or which pages did."""
    try:
        proposal = earlier_files.describe_since(found, reading, commit)
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error
    if form == _ADDRESSES:
        addresses = changed_pages.find_addresses(found, reading, proposal)
        click.echo("".join(f"{one}\n" for one in addresses), nl=False)
    elif proposal.changes:
        _print(form, replace(proposal.changes, since=commit), silent=silent)
    else:
        click.echo("Nothing has changed." if form != "json" else "{}")


def _find_last(recorded: EditionFolder) -> KeptEdition:
    if not recorded.editions:
        raise click.UsageError(
            f"No edition is recorded in {recorded.place} yet. “guidebook build” records one."
        )
    return list(recorded.editions.values())[-1]


def _find(name: str, recorded: EditionFolder, guidebook: Guidebook) -> KeptEdition:
    if name == _NOW:
        return recorded.take_down(guidebook)
    for path, edition in reversed(list(recorded.editions.items())):
        if name in (edition.name, path.name):
            return edition
    if Path(name).is_file():
        read = edition_folder.read_file(Path(name), shown=name)
        if isinstance(read, Problem):
            raise click.UsageError(f"{read.place.path}: {read.message} {read.fix}")
        return read
    raise click.UsageError(_explain(name, [one.name for one in recorded.editions.values()]))


def _explain(name: str, names: Sequence[str]) -> str:
    known = f"These are recorded: {', '.join(names)}." if names else "None is recorded yet."
    return f"There is no edition and no file called “{name}”. {suggest(name, names) or known}"
