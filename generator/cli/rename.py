"""`guidebook rename`: a playbook gets another name, and every file that names it follows."""

from pathlib import Path

import click

from generator.adapters import joint_change, project
from generator.adapters.project import Project
from generator.checks.references import UNKNOWN_PLAYBOOK
from generator.cli import common, options
from generator.problem import GuidebookError
from generator.reader import renaming
from generator.reader.guidebook_reader import Reading


@click.command()
@click.argument("old")
@click.argument("new")
@options.playbooks_option
def rename(old: str, new: str, playbooks: Path) -> None:
    """Give a playbook another name: its file, its address, and wherever it is named.

    The old address leads to the new one. Comments and all else in the files stay. If you gave the
    file its new name by hand, the rest follows.

    \b
    Example:
      guidebook rename shouting-customer somebody-shouts
    """
    found = common.find_project(playbooks)
    reading = project.read(found)
    if _is_done(reading, old, new):
        _rename(found, reading, old, new)
        return
    playbook = common.find_playbook(reading, old)
    own = reading.find_own(old)
    if own is None or any(playbook.path in layer.files for layer in reading.layers[:-1]):
        raise click.UsageError(
            f"“{old}” is of the guidebook that you build on, and keeps its name. Change its title:"
            f"  guidebook adopt {old}"
        )
    if reading.guidebook and (fault := renaming.find_fault(reading.guidebook, old, new)):
        raise click.UsageError(fault)
    if reading.errors:
        common.stop(reading.errors, reading, "Nothing was renamed.")
    _rename(found, reading, old, new)


def _is_done(reading: Reading, old: str, new: str) -> bool:
    """Whether somebody gave the file its new name by hand, so that the old one leads nowhere."""
    gone = f"“{old}”"
    lost = [one for one in reading.errors if one.rule is UNKNOWN_PLAYBOOK and gone in one.message]
    return bool(lost) and len(lost) == len(reading.errors) and reading.find_own(new) is not None


def _rename(found: Project, reading: Reading, old: str, new: str) -> None:
    """Change the files, and take it back if something is wrong with them then."""
    playbooks = found.playbooks
    before = {path: playbooks / path for path in reading.layers[-1].files}
    files = {path: place.read_bytes() for path, place in before.items()}
    try:
        changed = renaming.rename(files, old, new, root=f"{found.show(playbooks)}/")
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error
    joint_change.make(playbooks, {playbooks / path: one for path, one in changed.items()})
    after = project.read(found)
    if after.errors:
        _take_back(playbooks, changed, files)
        common.stop(after.errors, after, "Nothing was renamed.")
    count = sum(content is not None for content in changed.values())
    named = f"{count} files name" if count != 1 else "1 file names"
    click.echo(f"“{old}” is now “{new}”; {named} it so. Its old address leads there.")


def _take_back(playbooks: Path, changed: dict[str, bytes | None], files: dict[str, bytes]) -> None:
    joint_change.make(playbooks, {playbooks / path: files.get(path) for path in changed})
