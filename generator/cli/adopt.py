"""`guidebook adopt` and `guidebook drop`: what is said otherwise than below, and what is not."""

from pathlib import Path

import click

from generator.adapters import project, whole_file
from generator.cli import common, options
from generator.model import files
from generator.problem import GuidebookError
from generator.reader import overlay_edit
from generator.reader.yaml_text.item_edit import END, Insert, change_file


@click.command()
@click.argument("name", metavar="ID")
@click.option("--whole", is_flag=True, help="Copy all of it: it then follows nothing any more.")
@options.playbooks_option
def adopt(name: str, whole: bool, playbooks: Path) -> None:
    """Make a file of your own for what you say otherwise in a playbook.

    ID is the name of a playbook of the guidebook that you build on, or of one of its other files,
    such as guidebook.yml.

    \b
    Example:
      guidebook adopt shouting-customer
    """
    found = common.find_project(playbooks)
    reading = project.read(found)
    file = common.find_file(reading, name)
    name = file or name
    if own := reading.find_own(name):
        raise click.UsageError(f"You have a file for it already: {found.show(playbooks / own)}")
    if file:
        path, title = file, file
    elif "." in name:
        raise click.UsageError(f"The guidebook that you build on has no file “{name}”.")
    else:
        playbook = common.find_playbook(reading, name)
        path, title = playbook.path, playbook.title
    content = overlay_edit.start(name, title)
    if whole:
        content = next(one.files[path] for one in reversed(reading.layers) if path in one.files)
    whole_file.put(playbooks / path, content)
    click.echo(f"{found.show(playbooks / path)} is yours now.")
    if not whole:
        click.echo(f"Write what differs. The names of the items:  guidebook show {name}")


@click.command()
@click.argument("name", metavar="ID")
@options.playbooks_option
def drop(name: str, playbooks: Path) -> None:
    """Leave out a playbook of the guidebook that you build on.

    Its name is added to "without:" in house.yml; to have it back, take it out there.

    \b
    Example:
      guidebook drop power-cut
    """
    found = common.find_project(playbooks)
    reading = project.read(found)
    playbook = common.find_playbook(reading, name)
    own = reading.find_own(name)
    if own and not any(playbook.path in layer.files for layer in reading.layers[:-1]):
        raise click.UsageError(f"It is yours. Delete the file:  {found.show(playbooks / own)}")
    house = found.house or found.home / files.HOUSE
    content = house.read_bytes() if house.is_file() else b""
    try:
        changed = change_file(found.show(house), content, [Insert(("without",), END, name)])
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error
    whole_file.put(house, changed)
    click.echo(f"“{playbook.title}” is left out: {found.show(house)} says so.")
