"""`guidebook mcp`: the guidebook for assistants."""

from pathlib import Path

import click

from generator.adapters import assistant_server
from generator.cli import common, options
from generator.problem import GuidebookError


@click.command("mcp")
@options.playbooks_option
@options.house_option
def serve_assistant(playbooks: Path, house: Path | None) -> None:
    """Answer an assistant over the Model Context Protocol, as the pages would.

    The assistant starts this command itself, in the folder that holds mkdocs.yml, and talks to it
    over standard input and output. It can search, read playbooks and list phrases; it can change
    nothing. What needs a house value that is not filled in is refused by its name, and it says
    what no expert has approved. It needs an extra: pip install "guidebook[mcp]".

    \b
    Example, in the settings of an assistant:
      {"mcpServers": {"guidebook": {"command": "guidebook", "args": ["mcp"]}}}
    """
    try:
        assistant_server.need_protocol()
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error
    found = common.find_project(playbooks, house=house)
    guidebook, reading = common.read_sound(found, otherwise="Nothing is answered.")
    assistant_server.serve(guidebook, assistant_server.make_index(found, guidebook, reading))
