"""Options that several commands have."""

from pathlib import Path

import click

playbooks_option = click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
house_option = click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
