"""`guidebook format`: put files in order without changing what they say."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.adapters import folder, whole_file
from generator.cli import common
from generator.reader.yaml_text import formatting


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; end with 1 if something would change.")
def format_files(paths: Sequence[Path], check: bool) -> None:
    """Put line ends, blanks and the spaces before lines in order, in files or in a guidebook.

    Words and comments stay, and each file says afterwards what it said. A file with mistakes stays
    as it is; `guidebook check` lists them.

    \b
    Example:
      guidebook format
      guidebook format --check
      guidebook format playbooks/when-it-gets-hot/shouting-customer.yml
    """
    count = 0
    for path in dict.fromkeys(_list_files(paths or [Path()])):
        before = path.read_bytes()
        after = formatting.format_file(path.as_posix(), before)
        if after == before:
            continue
        count += 1
        if not check:
            whole_file.put(path, after)
        click.echo(f"{path.as_posix()} {'is not in order' if check else 'is now in order'}")
    if check and count:
        click.echo("Put them in order with:  guidebook format")
        sys.exit(1)
    if not count:
        click.echo("All files are in order.")


def _list_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files themselves, and all that a folder of a guidebook holds."""
    for path in paths:
        if path.is_file():
            yield path
            continue
        found = common.find_project(path)
        for name in folder.read(found.playbooks).files:
            if (found.playbooks / name).is_file():  # else it is read under another name
                yield found.playbooks / name
        if found.house:
            yield Path(found.show(found.house))
