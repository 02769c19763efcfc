"""`guidebook changes`: what changed between two editions, item by item."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.adapters import edition_folder
from generator.adapters.edition_folder import Shelf
from generator.checks.suggestions import suggest
from generator.cli import common
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition
from generator.problem import Problem
from generator.views import problem_report
from generator.views.changes import listings
from generator.views.changes.report import report

_NOW = "now"
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
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help="For people, for a comment on a pull request, or for programs.",
)
@click.option("--all", "silent", is_flag=True, help="Also show what nobody has to know.")
@common.playbooks_option
@common.house_option
def show_changes(
    old: str | None,
    new: str,
    form: str,
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
    """
    found = common.find_project(playbooks, house=house)
    guidebook, _ = common.read_sound(found)
    shelf = edition_folder.read(found.editions, shown=found.show(found.editions))
    if shelf.problems:
        click.echo(problem_report.write_text(shelf.problems, {}), nl=False, err=True)
    before = _find(old, shelf, guidebook) if old else _find_last(shelf)
    now = _find(new, shelf, guidebook)
    click.echo(_FORMS[form](report(before, now, guidebook), silent=silent), nl=False)


def _find_last(shelf: Shelf) -> KeptEdition:
    if not shelf.editions:
        raise click.UsageError(
            f"No edition is recorded in {shelf.place} yet. “guidebook build” records one."
        )
    return list(shelf.editions.values())[-1]


def _find(name: str, shelf: Shelf, guidebook: Guidebook) -> KeptEdition:
    if name == _NOW:
        return shelf.take_down(guidebook)
    for path, edition in reversed(list(shelf.editions.items())):
        if name in (edition.name, path.name):
            return edition
    if Path(name).is_file():
        read = edition_folder.read_file(Path(name), shown=name)
        if isinstance(read, Problem):
            raise click.UsageError(f"{read.place.path}: {read.message} {read.fix}")
        return read
    raise click.UsageError(_explain(name, [one.name for one in shelf.editions.values()]))


def _explain(name: str, names: Sequence[str]) -> str:
    known = f"These are recorded: {', '.join(names)}." if names else "None is recorded yet."
    return f"There is no edition and no file called “{name}”. {suggest(name, names) or known}"
