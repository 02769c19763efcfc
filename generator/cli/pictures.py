"""`guidebook pictures`: what the pages that changed look like."""

from pathlib import Path

import click

from generator.adapters import changed_pages, earlier_files, picture_taking
from generator.cli import common, options
from generator.problem import GuidebookError


@click.command("pictures")
@click.option("--since", required=True, metavar="COMMIT", help="Of pages that changed since then.")
@click.option(
    "--site",
    default="site",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The site as “guidebook build” made it.",
)
@click.option(
    "--out",
    default="pictures",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the pictures go.",
)
@click.option("--browser", envvar="GUIDEBOOK_BROWSER", default=None, help="A Chromium to use.")
@options.playbooks_option
@options.house_option
def take_pictures(
    since: str, site: Path, out: Path, browser: str | None, playbooks: Path, house: Path | None
) -> None:
    """Take pictures of the pages that changed, on a phone and on a screen.

    For those who read a change on a pull request. It needs Playwright, which is installed apart.

    \b
    Example:
      guidebook build
      guidebook pictures --since main
    """
    found = common.find_project(playbooks, house=house)
    _, reading = common.read_sound(found)
    try:
        proposal = earlier_files.describe_since(found, reading, since)
        addresses = changed_pages.find_addresses(found, reading, proposal)
        count = picture_taking.take(site, addresses, out, browser=browser) if addresses else 0
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error
    if not count:
        click.echo("No page has changed.")
        return
    left = len(addresses) - count
    more = f"; {left} more changed" if left else ""
    click.echo(f"Pictures of {count} page{'' if count == 1 else 's'}{more}: {out / 'index.html'}")
