"""`guidebook due`: which playbooks have to be reviewed, by whom and by what day."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator.adapters import whole_file
from generator.checks.suggestions import explain_unknown
from generator.cli import common, options
from generator.model.guidebook import Guidebook
from generator.model.review_plan import list_reviews
from generator.views import due_report

Format = Literal["text", "json", "ical"]


@click.command("due")
@click.option(
    "--owner",
    "owners",
    multiple=True,
    help="Only what this owner keeps right; may be given several times.",
)
@click.option(
    "--within",
    metavar="DAYS",
    default=None,
    type=click.IntRange(min=0),
    help="Only what is overdue, or due in so many days.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ical"]),
    default="text",
    show_default=True,
    help="For people, for programs, or for a calendar.",
)
@click.option(
    "--out",
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file instead.",
)
@options.playbooks_option
@options.house_option
def show_due(
    owners: tuple[str, ...],
    within: int | None,
    form: Format,
    out: Path | None,
    playbooks: Path,
    house: Path | None,
) -> None:
    """List the next reviews, the earliest first.

    \b
    Example:
      guidebook due --within 30
      guidebook due --owner "Safety lead"
      guidebook due --format ical --out reviews.ics
    """
    guidebook, _ = common.read_sound(common.find_project(playbooks, house=house))
    chosen = {_find_owner(guidebook, name) for name in owners}
    content = _write(guidebook, chosen, within, form)
    if out:
        whole_file.put(out, content)
    else:
        click.echo(content, nl=False)


def _write(guidebook: Guidebook, owners: set[str], within: int | None, form: Format) -> bytes:
    today = date.today()
    reviews = list_reviews(guidebook, owners=owners)
    if form == "text":
        return due_report.write_text(guidebook, reviews, today=today, within=within).encode()
    chosen = due_report.choose(reviews, today=today, within=within)
    if form == "json":
        return due_report.write_json(guidebook, chosen, today=today).encode()
    from generator.views import due_calendar  # noqa: PLC0415  # the others do without its library

    return due_calendar.make_calendar(guidebook, chosen)


def _find_owner(guidebook: Guidebook, name: str) -> str:
    """The owner of a name, in capitals or not."""
    known = [owner.name for owner in guidebook.about.owners]
    for one in known:
        if one.casefold() == name.strip().casefold():
            return one
    raise click.UsageError(" ".join(explain_unknown(name, "owner", known)))
