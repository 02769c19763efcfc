"""Options that several commands have."""

from pathlib import Path
from typing import Any

import click


class PathOfGuidebook(click.Path):
    """A file or folder of a guidebook; who names none is often in another folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Say where to go if it is not there."""
        if not Path(value).exists():
            otherwise = f", or name yours after {param.opts[0]}" if param else ""
            remedy = f"Go to the folder that holds mkdocs.yml{otherwise}."
            raise click.UsageError(f"There is no “{value}” here. {remedy}", ctx)
        return super().convert(value, param, ctx)


playbooks_option = click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=PathOfGuidebook(exists=True, file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
house_option = click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
