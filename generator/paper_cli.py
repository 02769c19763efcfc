"""The command that prints papers: wiring, and nothing else."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator import folder, paper, printing, reader, report
from generator.problem import Problem, Severity


@click.command("paper")
@click.argument("ids", nargs=-1)
@click.option(
    "--out",
    default=Path("papers"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that the papers go into.",
)
@click.option(
    "--size",
    type=click.Choice([one.value for one in paper.Size]),
    default=paper.Size.A4.value,
    show_default=True,
    help="The paper in the printer.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([one.value for one in paper.Kind]),
    help="Only this kind of paper; may be given several times.",
)
@click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
@click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
def print_paper(
    ids: tuple[str, ...],
    out: Path,
    size: str,
    kinds: tuple[str, ...],
    playbooks: Path,
    house: Path | None,
) -> None:
    """Print playbooks as PDF files: checklists, pocket cards, posters and hand-outs.

    IDS are names of playbooks; without them all are printed, and a booklet of all checklists.

    \b
    Example:
      guidebook paper shouting-customer
      guidebook paper --kind checklist --size letter --out to-print
    """
    contents = folder.read(playbooks)
    filled = (house.as_posix(), house.read_bytes()) if house else None
    reading = reader.read(
        contents.files,
        root=contents.root,
        today=date.today(),
        house=filled,
        pictures=contents.pictures,
    )
    errors = [*contents.problems, *reading.problems]
    errors = [one for one in errors if one.severity is Severity.ERROR]
    if errors or reading.guidebook is None:
        _stop(errors, reading)
    unknown = [name for name in ids if name not in reading.guidebook.by_id]
    if unknown:
        raise click.UsageError(f"There is no playbook called “{unknown[0]}”.")
    orders = list(
        paper.plan(
            reading.guidebook,
            size=paper.Size(size),
            ids=ids or None,
            kinds=[paper.Kind(one) for one in kinds] or None,
        )
    )
    batch = printing.print_papers(
        orders,
        printing.load_typefaces(playbooks),
        reading.locate,
        store=playbooks.absolute().parent / printing.STORE,
        watch=printing.show_progress,
    )
    for path, pdf in batch.files.items():
        folder.put(out / path.rpartition("/")[2], pdf)
    if batch.problems:
        _stop(batch.problems, reading)
    count = len(batch.files)
    click.echo(f"{count} paper{'s' if count != 1 else ''} in {out}, {batch.made} of them made new.")


def _stop(problems: Iterable[Problem], reading: reader.Reading) -> NoReturn:
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    told = sorted(problems, key=lambda one: one.place)
    click.echo(report.write_text(told, reading.texts, colour=colour), nl=False, err=True)
    sys.exit(1)
