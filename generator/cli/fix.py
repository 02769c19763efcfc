"""`guidebook fix`: carry out the remedies that leave no choice, after showing what changes."""

from dataclasses import dataclass
from pathlib import Path

import click

from generator.adapters import project, whole_file
from generator.adapters.project import Project
from generator.cli import common, options
from generator.model import files
from generator.problem import Problem
from generator.reader import fixes
from generator.reader.guidebook_reader import Reading
from generator.views import file_difference


@dataclass(frozen=True)
class _Change:
    """A file before and after; `target` is another path if it gets another name."""

    path: Path
    target: Path
    before: bytes
    after: bytes
    count: int


@click.command()
@click.argument(
    "directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@options.house_option
@click.option("--yes", is_flag=True, help="Change the files without asking.")
def fix(directory: Path, house: Path | None, yes: bool) -> None:
    """Fix what can be fixed in one way only: Tabs, quotes, colons, dates, misspelt names.

    Shows first what changes, and asks. Comments and all else in the files stay.

    \b
    Example:
      guidebook fix
      guidebook fix --yes
    """
    found = common.find_project(directory, house=house)
    reading = project.read(found)
    changes = _find_changes(found, reading)
    if not changes:
        left = " “guidebook check” lists what is wrong." if reading.errors else ""
        click.echo(f"Nothing here can be fixed in one way only.{left}")
        return
    for one in changes:
        renamed = found.show(one.target) if one.target != one.path else ""
        shown = file_difference.write_difference(
            found.show(one.path), one.before, one.after, renamed=renamed
        )
        click.echo(shown, nl=False)
    count = sum(one.count for one in changes)
    what = f"{count} problem{'' if count == 1 else 's'} in {len(changes)} file"
    what += "" if len(changes) == 1 else "s"
    if not yes and not click.confirm(f"Fix {what}?"):
        click.echo("Nothing was changed.")
        return
    for one in changes:
        if _has_changed(one):
            raise click.ClickException(
                f"{found.show(one.path)} has changed meanwhile, so nothing was fixed. Start again."
            )
    for one in changes:
        if one.after != one.before:
            whole_file.put(one.path, one.after)
        if one.target != one.path:
            one.path.rename(one.target)
    click.echo(f"Fixed {what}. Next:  guidebook check")


def _has_changed(one: _Change) -> bool:
    """Whether somebody wrote a file, or took its new name, while the question was open."""
    is_same = one.path.is_file() and one.path.read_bytes() == one.before
    return not is_same or (one.target != one.path and one.target.exists())


def _find_changes(found: Project, reading: Reading) -> list[_Change]:
    """What becomes of each file that has something to fix, in the order of their names."""
    fixable: dict[str, list[Problem]] = {}
    for one in reading.problems:
        if one.repair:
            fixable.setdefault(one.place.path, []).append(one)
    changes = []
    root = f"{found.show(found.playbooks)}/"
    for shown, problems in sorted(fixable.items()):
        name, path = "", found.playbooks
        if found.house and shown == found.show(found.house):
            name, path = files.HOUSE, found.house
        elif shown.startswith(root):
            name = shown.removeprefix(root)
            path = found.playbooks / name
        if not path.is_file():  # it is read under the name that it should have
            continue
        new = next((one.repair.name for one in problems if one.repair and one.repair.name), "")
        target = path.with_name(new) if new and not path.with_name(new).exists() else path
        before = path.read_bytes()
        name = f"{name.rpartition('/')[0]}/{new}" if new else name
        fixed = fixes.fix(name.lstrip("/"), shown, before)
        count = len(fixed.solved) + (target != path)
        if count:
            changes.append(_Change(path, target, before, fixed.content, count))
    return changes
