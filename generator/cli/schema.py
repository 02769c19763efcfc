"""`guidebook schema`: what editors need to help while somebody types."""

from pathlib import Path

import click

from generator.adapters import project, whole_file
from generator.cli import common
from generator.model import file_models, json_schema
from generator.site import editor_files


@click.command("schema")
@click.argument("name", type=click.Choice(list(file_models.MODELS)), default="playbook")
@click.option(
    "--here",
    is_flag=True,
    help="Write all of them beside mkdocs.yml, with the names of this guidebook.",
)
def show_schema(name: str, here: bool) -> None:
    """Print the JSON Schema of a kind of file, for editors that help while you type.

    With --here, editors also complete the playbooks, owners, pictograms, house values and facts of
    the guidebook in this folder. Run it again when these change.

    \b
    Example:
      guidebook schema > playbook.schema.json
      guidebook schema guidebook
      guidebook schema --here
    """
    if not here:
        click.echo(json_schema.make_json(name).encode(), nl=False)
        return
    found = common.find_project(Path())
    reading = project.read(found)
    if reading.guidebook is None:
        common.stop(reading.errors, reading, "Nothing was written.")
    for path, content in editor_files.make_files(reading.guidebook).items():
        target = found.home / path
        kept = path == editor_files.SETTINGS and target.exists() and target.read_bytes() != content
        if kept:
            click.echo(f"{found.show(target)} is yours and stays. It needs  yaml.schemas  with:")
            for schema, files in editor_files.make_settings()["yaml.schemas"].items():
                click.echo(f"  {schema}: {files}")
        else:
            whole_file.put(target, content)
    click.echo("Editors now know the names of this guidebook: .guidebook/")
