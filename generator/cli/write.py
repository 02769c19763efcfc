"""`guidebook write`: the site as files that another site generator builds."""

import sys
from pathlib import Path

import click

from generator.adapters import edition_folder, folder, paper_cache, project, site_files
from generator.cli import common, options
from generator.problem import Severity
from generator.site import assembly, project_export
from generator.site.assembly import Sources


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@options.playbooks_option
@click.option(
    "--docs",
    default=None,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of hand-written pages; otherwise as the settings say.",
)
@click.option(
    "--edit-base",
    default=None,
    help="Address under which the folder of playbooks can be edited, for the edit links.",
)
@options.house_option
def write(
    directory: Path,
    playbooks: Path,
    docs: Path | None,
    edit_base: str | None,
    house: Path | None,
) -> None:
    """Write the pages as files that another site generator builds.

    DIRECTORY gets mkdocs.yml, docs and theme. Files there that this command did not write stay.

    \b
    Example:
      guidebook write out
      cd out && zensical build
    """
    nothing = "Nothing was written."
    found = common.find_project(playbooks, house=house, docs=docs)
    for own in (found.playbooks, found.docs, found.editions, *found.below):
        if directory.resolve().is_relative_to(own.resolve()):
            raise click.UsageError(
                f"{found.show(own.absolute())} is read for the guidebook itself. Name another"
                " folder, such as out."
            )
    guidebook, reading = common.read_sound(found, otherwise=nothing)
    changes = edition_folder.read(found.editions, shown="").report(guidebook)
    batch = paper_cache.print_for_site(
        found.playbooks,
        guidebook,
        reading.locate,
        home=found.home,
        changes=next(iter(changes), None),
        watch=common.watch_papers,
    )
    listed, links = site_files.list_docs(found)
    sources = Sources(
        docs=listed,
        theme=project.list_theme(),
        printed=batch.files,
        edit_base=edit_base,
        changes=changes,
        opened=found.opened,
    )
    site = assembly.make(guidebook, sources, reading.locate)
    problems = (*batch.problems, *links, *site.problems)
    if any(one.severity is Severity.ERROR for one in problems):
        common.stop(problems, reading, nothing)
    files = project_export.make_files(site)
    if foreign := folder.find_foreign(directory, files):
        click.echo(f"{foreign} is there already, and was not written by this command.", err=True)
        click.echo(f"{nothing} Name an empty folder.", err=True)
        sys.exit(1)
    count = folder.write(directory, files)
    click.echo(f"{len(files)} files are in {directory}, {count} of them new or changed.")
