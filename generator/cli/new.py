"""`guidebook new`: a guidebook of one's own, on top of the one that comes with the program."""

import re
from pathlib import Path

import click

from generator.adapters import installed_program, project, publish, whole_file
from generator.site import new_project
from generator.site.new_project import Forge


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default=None, help="The name of your guidebook.")
@click.option(
    "--ci",
    "forge",
    type=click.Choice(new_project.FORGES),
    default=None,
    help="Also write a workflow that checks and publishes it there.",
)
def new(directory: Path, title: str | None, forge: Forge | None) -> None:
    """Start a guidebook of your own in DIRECTORY. It needs no network and no copy of playbooks.

    It builds on the guidebook that comes with this program: you write only what is yours.

    \b
    Example:
      guidebook new our-guide --title "Harbor Café guide" --ci github
      cd our-guide
      guidebook build
    """
    if directory.exists() and any(directory.iterdir()):
        raise click.UsageError(f"{directory} is not empty. Name a folder that is new or empty.")
    shipped = project.read_shipped()
    files = new_project.make_files(
        shipped,
        title=title or shipped.about.title,
        requirement=installed_program.write_requirement(),
        forge=forge,
    )

    def fill(made: Path) -> None:
        for path, content in files.items():
            whole_file.put(made / path, content)

    if directory.exists():  # somebody may be working in it
        fill(directory)
    else:
        publish.publish(directory, fill)
    click.echo(f"Your guidebook is in {directory.absolute()}. Next:")
    click.echo(f"  1. Answer the questions in {directory / 'house.yml'}.")
    steps = (
        ["guidebook build"]
        if directory == Path()
        else [f"cd {_quote(directory)}", "guidebook build"]
    )
    for number, step in enumerate(steps, 2):
        click.echo(f"  {number}. {step}")


def _quote(directory: Path) -> str:
    """A folder as every shell takes it for one, whatever blanks are in its name."""
    return f'"{directory}"' if re.search(r"[^\w./\\:-]", str(directory)) else str(directory)
