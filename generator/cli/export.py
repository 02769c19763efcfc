"""`guidebook export`: content for the programs of others."""

import os
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

import click

from generator.adapters import folder, whole_file
from generator.checks.suggestions import suggest
from generator.cli import common, options
from generator.model.guidebook import Guidebook
from generator.model.playbook_items import Channel
from generator.problem import GuidebookError
from generator.views import exports
from generator.views.exports import FORMATS
from generator.views.exports.export_format import ExportFormat

_NOTHING = "Nothing was written."
_NAMED = 3


@click.command(
    epilog="\b\nFormats:\n"
    + "\n".join(f"  {one.name:<10} {one.summary}" for one in FORMATS.values())
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("ids", nargs=-1)
@click.option(
    "--out",
    required=True,
    type=click.Path(),
    help="The file to write, or the folder that it goes into.",
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    type=click.Choice([one.value for one in Channel]),
    help="Only phrases that fit there; may be given several times.",
)
@options.playbooks_option
@options.house_option
def export(
    format_: str,
    ids: tuple[str, ...],
    out: str,
    channels: tuple[str, ...],
    playbooks: Path,
    house: Path | None,
) -> None:
    """Write content for the programs of others: questions, role-plays, cards, phrases.

    IDS are names of playbooks; without them all are taken. What was exported once keeps its names,
    so that a program that is given it again knows it again. Nothing leaves while a house value that
    it needs is not filled in.

    \b
    Example:
      guidebook export scorm12 --out course.zip
      guidebook export gift shouting-customer broken-promise --out questions.gift
      guidebook export espanso --channel chat --out packages
    """
    guidebook, reading = common.read_sound(
        common.find_project(playbooks, house=house), otherwise=_NOTHING
    )
    unknown = [name for name in ids if name not in guidebook.by_id]
    if unknown:
        guess = suggest(unknown[0], guidebook.by_id)
        raise click.UsageError(f"There is no playbook called “{unknown[0]}”. {guess}".rstrip())
    one = FORMATS[format_]
    if channels and not one.by_channel:
        names = ", ".join(other.name for other in FORMATS.values() if other.by_channel)
        raise click.UsageError(f"--channel chooses phrases, and {format_} has none: {names} do.")
    try:
        made = exports.make(
            format_, guidebook, reading.locate, ids=ids, channels=[Channel(one) for one in channels]
        )
    except GuidebookError as error:
        raise click.ClickException(f"{error} {_NOTHING}") from error
    if made.problems:
        common.stop(made.problems, reading, _NOTHING)
    if not made.files:
        which = "of these playbooks" if ids else "of the playbooks"
        raise click.ClickException(f"None {which} has {one.holds}. {_NOTHING}")
    _report_waiting(guidebook, ids)
    if one.file:
        _write_file(one, out, made.files[one.file])
    else:
        _write_folder(Path(out), made.files)


def _write_file(one: ExportFormat, out: str, content: bytes) -> None:
    """Write a file, never over one that is no export: a new export takes the place of the old."""
    is_folder = Path(out).is_dir() or out.endswith(("/", os.sep))
    target = Path(out, one.file) if is_folder else Path(out)
    if target.is_file() and not one.is_own(target.read_bytes()):
        click.echo(f"{target} is there already, and is no export as {one.name}.", err=True)
        click.echo(f"{_NOTHING} Name another file.", err=True)
        sys.exit(1)
    whole_file.put(target, content)
    click.echo(f"Written: {target}")


def _write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    if foreign := folder.find_foreign(out, files):
        click.echo(f"{foreign} is there already, and was not written by this command.", err=True)
        click.echo(f"{_NOTHING} Name an empty folder.", err=True)
        sys.exit(1)
    count = folder.write(out, files)
    whole = len(files)
    counted = f"{whole} files are" if whole != 1 else "1 file is"
    click.echo(f"{counted} in {out}, {count} of them new or changed.")


def _report_waiting(guidebook: Guidebook, ids: Collection[str]) -> None:
    """Say which of the playbooks an expert still has to approve."""
    chosen = [one for one in guidebook.playbooks if not ids or one.id in ids]
    if waiting := [one.id for one in chosen if guidebook.list_waiting(one)]:
        names = ", ".join(waiting[:_NAMED]) + (" and others" if len(waiting) > _NAMED else "")
        click.echo(f"Experts have not approved {len(waiting)} of them yet: {names}.", err=True)
