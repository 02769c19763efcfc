"""`guidebook reviewed`: confirm that somebody has checked a playbook."""

import re
from datetime import date
from pathlib import Path

import click

from generator.adapters import project, whole_file
from generator.cli import common, options
from generator.model.playbook import Playbook
from generator.problem import GuidebookError
from generator.reader import overlay_edit
from generator.reader.guidebook_reader import Reading
from generator.views.dates import write_day


def _read_day(_: click.Context, __: click.Parameter, written: str | None) -> date:
    """The day that was typed. A review that is still to come confirms nothing."""
    today = date.today()
    try:
        day = date.fromisoformat(written) if written else today
    except ValueError:
        day = None
    if day is None or (written and not re.fullmatch(r"\d{4}-\d\d-\d\d", written)):
        raise click.BadParameter(f"“{written}” is no day. Write it as {today}.")
    if day > today:
        raise click.BadParameter(f"{day} has not come yet. Name the day of the review.")
    return day


@click.command("reviewed")
@click.argument("ids", nargs=-1, required=True)
@click.option(
    "--on",
    "day",
    metavar="DAY",
    callback=_read_day,
    help="The day of the review, such as 2026-11-20; otherwise today.",
)
@options.playbooks_option
@options.house_option
def confirm_review(ids: tuple[str, ...], day: date, playbooks: Path, house: Path | None) -> None:
    """Write down that somebody has read playbooks and found them right.

    IDS are names of playbooks. In each file the day after "reviewed:" is changed, and nothing else.

    \b
    Example:
      guidebook reviewed shouting-customer
      guidebook reviewed fire choking --on 2026-11-20
    """
    found = common.find_project(playbooks, house=house)
    reading = project.read(found)
    chosen = [common.find_playbook(reading, name) for name in dict.fromkeys(ids)]
    for one in chosen:
        if day < one.reviewed:
            raise click.UsageError(
                f"“{one.id}” was reviewed later, on {one.reviewed}, and nothing was changed. If"
                " that day is wrong, change  reviewed:  in its file."
            )
    changed: dict[Path, bytes] = {}
    for one in chosen:
        path = found.playbooks / one.path
        try:
            content = path.read_bytes() if path.is_file() else overlay_edit.start(one.id, one.title)
            changed[path] = overlay_edit.set_field(
                found.show(path), content, "reviewed", day.isoformat()
            )
        except GuidebookError as error:
            raise click.ClickException(str(error)) from error
    for one, (path, content) in zip(chosen, changed.items(), strict=True):
        whole_file.put(path, content)
        click.echo(f"{found.show(path)}: {_describe(reading, one, day)}")


def _describe(reading: Reading, before: Playbook, day: date) -> str:
    after = before.model_copy(update={"reviewed": day})
    due = reading.guidebook.review_due(after) if reading.guidebook else day
    was = f", before {write_day(before.reviewed)}" if before.reviewed != day else ""
    return f"reviewed {write_day(day)}{was}, next by {write_day(due)}."
