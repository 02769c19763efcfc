"""`guidebook build`: check everything, and publish the site as a whole or not at all."""

import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from generator.adapters import publish, turn, whole_file
from generator.problem import GuidebookError
from generator.site import offline_zip
from generator.views import json_export, zip_file


@click.command()
@click.option(
    "--config-file",
    "-f",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's settings.",
)
@click.option(
    "--site-dir",
    "-d",
    default=None,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes; otherwise as the settings say.",
)
@click.option(
    "--offline",
    "zipped",
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also pack the site into this zip, for a stick: it opens without a server or network.",
)
def build(config_file: Path, site_dir: Path | None, zipped: Path | None) -> None:
    """Check everything, build the site beside the old one, check it, then swap the two.

    If anything is wrong, the old site stays as it was. What is published is kept as an edition, so
    that the next one can say what changed.

    \b
    Example:
      guidebook build
      guidebook build --site-dir public
      guidebook build --offline dist/guidebook.zip
    """
    with ExitStack() as held:
        _build(config_file, site_dir, zipped, held)


def _build(config_file: Path, site_dir: Path | None, zipped: Path | None, held: ExitStack) -> None:
    from generator.adapters import mkdocs_build  # noqa: PLC0415  # the others do without MkDocs

    try:
        live = (site_dir or mkdocs_build.find_site_dir(config_file)).resolve()
        held.enter_context(turn.take(live, partial(click.echo, err=True)))
        publish.refuse_others(live, mark=json_export.PATH)
        built = publish.publish(
            live, lambda made: mkdocs_build.build(config_file, made, click.echo)
        )
    except GuidebookError as error:
        click.echo(str(error), err=True)
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(1)
    click.echo(f"The guidebook is ready. Open {live / 'index.html'}")
    if edition := built.record():
        click.echo(f"What it says is kept in {edition}, to tell later what changed.")
    if zipped:
        whole_file.put(zipped, zip_file.pack(offline_zip.make_files(built.files)))
        click.echo(f"For a stick: {zipped} ({zipped.stat().st_size / 1_000_000:.1f} MB)")
