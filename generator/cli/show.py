"""`guidebook show`: a playbook with the names of its items, and where each line comes from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from generator.adapters import project
from generator.cli import common, options
from generator.model import item_keys
from generator.model.yaml_model import Loc
from generator.reader.guidebook_reader import Reading
from generator.views.item_listing import Line, write_lines

_HIDDEN = ("id", "chapter", "path")


@click.command()
@click.argument("name", metavar="ID")
@click.option("--where-from", is_flag=True, help="Say in which file and line each text is.")
@options.playbooks_option
@options.house_option
def show(name: str, where_from: bool, playbooks: Path, house: Path | None) -> None:
    """Show what a playbook says, item by item, with the names by which items are changed.

    ID is the name of a playbook, or of another file, such as guidebook.yml.

    \b
    Example:
      guidebook show shouting-customer --where-from
    """
    found = common.find_project(playbooks, house=house)
    reading = project.read(found)
    if path := common.find_file(reading, name):
        record = reading.parsed[path].data if path in reading.parsed else None
        if not isinstance(record, dict):
            raise click.ClickException(f"{path} cannot be read. “guidebook check” says why.")
    else:
        playbook = common.find_playbook(reading, name)
        path, record = playbook.path, playbook.model_dump(mode="json")
    lines = list(list_lines(reading, path, record))
    click.echo(write_lines(lines, where_from=where_from), nl=False)


def list_lines(reading: Reading, path: str, record: dict[str, Any]) -> Iterator[Line]:
    """Every text of a playbook, with its place."""

    def walk(value: Any, loc: Loc, ways: tuple[str, ...]) -> Iterator[Line]:
        if isinstance(value, dict):
            for field, inner in value.items():
                yield from walk(inner, (*loc, field), (*ways, field))
        elif isinstance(value, list):
            for number, (key, inner) in enumerate(
                zip(item_keys.list_keys(value), value, strict=True)
            ):
                yield from walk(inner, (*loc, number), (*ways, key))
        elif value not in (None, "", False):
            yield Line(ways, str(value), reading.locate(path, loc))

    for field, value in record.items():
        if field not in _HIDDEN:
            yield from walk(value, (field,), (field,))
