"""`guidebook upgrade`: what has changed below a company's own words, and whose words to keep."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from generator.adapters import project, whole_file
from generator.adapters.project import Project
from generator.cli import common, options
from generator.problem import GuidebookError
from generator.reader import overlay_edit
from generator.reader.change_record import ChangeRecord, write_value
from generator.reader.composed_file import Change
from generator.reader.composed_file import Path as Way
from generator.reader.guidebook_reader import Reading

_OURS, _THEIRS, _LATER = "ours", "theirs", "later"


class Question(NamedTuple):
    """A change of the file `name`, below which something else is now than `was` there."""

    name: str
    change: Change
    was: Any


@click.command()
@click.option(
    "--answer",
    type=click.Choice([_OURS, _THEIRS, _LATER]),
    default=None,
    help="Give this answer to every question, without asking.",
)
@options.playbooks_option
def upgrade(answer: str | None, playbooks: Path) -> None:
    """Go through what has changed both in the guidebook below and in yours.

    What you did not change follows by itself. Where both sides changed, yours stays until you
    decide: "ours" keeps your words, "theirs" takes your change out of your file.

    \b
    Example:
      pip install --upgrade guidebook
      guidebook upgrade
    """
    found = common.find_project(playbooks)
    record, broken = project.read_record(found)
    for problem in broken:  # what it says may be put together by hand yet
        raise click.ClickException(f"{problem.place.path}: {problem.message} {problem.fix}")
    reading = project.read(found)
    _refuse_unread(found, record, reading)
    questions = list(_list_questions(record, reading))
    settled: list[tuple[str, Way]] = []
    left = 0
    for number, question in enumerate(questions, 1):
        click.echo(_write_question(question, number, len(questions)))
        match answer or _ask():
            case "ours":
                settled.append((question.name, question.change.path))
            case "theirs":
                reading = _take_theirs(found, question)
            case _:
                left += 1
    new = record.update(reading.changes, settled=settled)
    if new.entries or found.record.is_file():
        whole_file.put(found.record, new.write().encode())
    decided = len(questions) - left
    click.echo(f"{decided} decided, {left} left open. Nothing else has changed on both sides.")
    if left and answer is None and not sys.stdin.isatty():
        click.echo(
            "Nobody was there to ask. Run it in a terminal, or give one answer to all:"
            f"  guidebook upgrade --answer {_OURS}"
        )
    sys.exit(int(left > 0))


def _refuse_unread(found: Project, record: ChangeRecord, reading: Reading) -> None:
    """Stop if a file cannot be read in which changes are known: what was below would be lost."""
    faulty = {one.place.path for one in reading.errors}
    for name in record.entries.keys() - reading.changes.keys():
        own = reading.find_own(name)
        if own and (shown := found.show(found.playbooks / own)) in faulty:
            raise click.ClickException(
                f"{shown} cannot be read, so nothing was changed. “guidebook check” says why."
            )


def _list_questions(record: ChangeRecord, reading: Reading) -> Iterator[Question]:
    for name, changes in sorted(reading.changes.items()):
        for change, was in record.find_stale(name, changes):
            yield Question(name, change, was)


def _write_question(question: Question, number: int, count: int) -> str:
    name, change, was = question
    return "\n".join(
        [
            "",
            f"{number} of {count}: {name}, {' / '.join(change.path)}",
            f"  was     {write_value(was)}",
            f"  theirs  {write_value(change.was)}",
            f"  ours    {write_value(change.ours)}",
        ]
    )


def _ask() -> str:
    if not sys.stdin.isatty():
        return _LATER
    return str(click.prompt("  Keep", type=click.Choice([_OURS, _THEIRS, _LATER]), default=_LATER))


def _take_theirs(found: Project, question: Question) -> Reading:
    """Take a change out of its file, as it is by now, and read everything again: places move."""
    reading = project.read(found)
    own, wanted = reading.find_own(question.name), question.change.path
    changes = reading.changes.get(question.name, ())
    changed = next((one for one in changes if one.path == wanted), None)
    if own and changed:
        path = found.playbooks / own
        try:
            taken = overlay_edit.take_out(found.show(path), path.read_bytes(), changed.loc)
        except GuidebookError as error:
            raise click.ClickException(str(error)) from error
        whole_file.put(path, taken)
    return project.read(found)
