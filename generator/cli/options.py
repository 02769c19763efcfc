"""Options that several commands have."""

from pathlib import Path
from typing import Any

import click


class _PlaybooksFolder(click.Path):
    """A folder of playbooks; who names none is often in another folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not Path(value).is_dir():
            raise click.UsageError(
                f"There is no folder “{value}” here. Go to the folder that holds mkdocs.yml, or"
                " name that of your playbooks after --playbooks.",
                ctx,
            )
        return super().convert(value, param, ctx)


playbooks_option = click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=_PlaybooksFolder(file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
house_option = click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
