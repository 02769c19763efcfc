"""`guidebook schema`: what editors need to help while somebody types."""

import click

from generator.model import json_schema


@click.command("schema")
@click.argument("name", type=click.Choice(list(json_schema.MODELS)), default="playbook")
def show_schema(name: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that help while you type.

    \b
    Example:
      guidebook schema > playbook.schema.json
      guidebook schema guidebook
    """
    click.echo(json_schema.make_json(name), nl=False)
