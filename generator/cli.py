"""The `guidebook` command: wiring, and nothing else."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import click

from generator import (
    finder,
    folder,
    house_style,
    offline,
    pages,
    paper_cli,
    printing,
    publish,
    reader,
    report,
    schema,
    summary,
    written,
)
from generator.problem import GuidebookError, Problem, Severity

PACKAGE = Path(__file__).parent
Format = Literal["text", "json", "github"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="guidebook")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn playbooks written in YAML into a searchable guidebook.

    \b
    Example:
      guidebook check
      guidebook build
    """
    # A run makes many values and drops few: looking for circles of them took a fifth of its time.
    gc.disable()
    context.call_on_close(gc.enable)


@main.command()
@click.argument(
    "directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to tell problems: for people, for programs, or as notes on a pull request.",
)
@click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
@click.option("--grades", is_flag=True, help="Print the reading grade of every playbook.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(directory: Path, form: Format, house: Path | None, grades: bool, strict: bool) -> None:
    """Check every playbook and tell all problems at once.

    DIRECTORY is the folder of playbooks, or a folder that has one called "playbooks".
    Ends with 0 if nothing stops publishing, with 1 if something does.

    \b
    Example:
      guidebook check
      guidebook check --format github playbooks
    """
    problems, reading = _read(_find_playbooks(directory), house)
    answers = finder.answer(reading.guidebook) if reading.guidebook else []
    problems += finder.find_misses(answers, reading.locate)
    click.echo(_write_report(problems, reading.texts, form), nl=False)
    if form == "text" and reading.guidebook is not None:
        click.echo(summary.write_text(reading.guidebook, each=grades), nl=False)
        click.echo(finder.write_successes(answers), nl=False)
    stopping = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    sys.exit(int(any(one.severity in stopping for one in problems)))


@main.command()
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

    If anything is wrong, the old site stays as it was.

    \b
    Example:
      guidebook build
      guidebook build --site-dir public
      guidebook build --offline dist/guidebook.zip
    """
    from generator import mkdocs_build  # noqa: PLC0415  # the other commands do without MkDocs

    try:
        live = site_dir or mkdocs_build.find_site_dir(config_file)
        publish.publish(live, lambda made: mkdocs_build.build(config_file, made))
    except GuidebookError as error:
        click.echo(str(error), err=True)
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(1)
    click.echo(f"The guidebook is ready. Open {live / 'index.html'}")
    if zipped:
        publish.put(zipped, offline.pack(offline.make_files(folder.read_tree(live))))
        click.echo(f"For a stick: {zipped} ({zipped.stat().st_size / 1_000_000:.1f} MB)")


@main.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--playbooks",
    default="playbooks",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of playbooks.",
)
@click.option(
    "--docs",
    default="docs",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of hand-written pages.",
)
@click.option(
    "--edit-base",
    default=None,
    help="Address under which the folder of playbooks can be edited, for the edit links.",
)
@click.option(
    "--house",
    default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that fills in house values.",
)
def write(
    directory: Path, playbooks: Path, docs: Path, edit_base: str | None, house: Path | None
) -> None:
    """Write the pages as files that another site generator builds.

    DIRECTORY gets mkdocs.yml, docs and theme. Files there that this command did not write stay.

    \b
    Example:
      guidebook write out
      cd out && zensical build
    """
    problems, reading = _read(_find_playbooks(playbooks), house)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if errors or reading.guidebook is None:
        click.echo(_write_report(errors, reading.texts, "text"), nl=False, err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    batch = printing.print_papers(
        printing.order_all(reading.guidebook),
        printing.load_typefaces(_find_playbooks(playbooks)),
        reading.locate,
        store=playbooks.absolute().parent / printing.STORE,
        watch=printing.show_progress,
    )
    if batch.problems:
        click.echo(_write_report(batch.problems, reading.texts, "text"), nl=False, err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    files = written.make_files(
        reading.guidebook,
        pages.render(
            reading.guidebook,
            edit_base=edit_base,
            papers=printing.list_links(reading.guidebook, batch.files),
        ),
        docs={
            **(folder.read_tree(docs) if docs.is_dir() else {}),
            **batch.files,
            **house_style.list_files(reading.guidebook),
        },
        theme=folder.read_tree(PACKAGE / "theme"),
    )
    count = folder.write(directory, files)
    click.echo(f"{len(files)} files stand in {directory}, {count} of them new or changed.")


main.add_command(paper_cli.print_paper)


@main.command("schema")
@click.argument("name", type=click.Choice(list(schema.MODELS)), default="playbook")
def show_schema(name: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that help while you type.

    \b
    Example:
      guidebook schema > playbook.schema.json
      guidebook schema guidebook
    """
    click.echo(schema.make_json(name), nl=False)


def _find_playbooks(directory: Path) -> Path:
    """The folder of playbooks that a given folder is, or has."""
    inner = directory / "playbooks"
    return (
        inner if not (directory / reader.GUIDEBOOK_FILE).exists() and inner.is_dir() else directory
    )


def _read(place: Path, house: Path | None) -> tuple[list[Problem], reader.Reading]:
    contents = folder.read(place)
    filled = (house.as_posix(), house.read_bytes()) if house else None
    reading = reader.read(
        contents.files,
        root=contents.root,
        today=date.today(),
        house=filled,
        pictures=contents.pictures,
    )
    return sorted((*contents.problems, *reading.problems), key=lambda one: one.place), reading


def _write_report(problems: Sequence[Problem], texts: Mapping[str, str], form: Format) -> str:
    if form == "json":
        return report.write_json(problems)
    if form == "github":
        return report.write_github(problems)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return report.write_text(problems, texts, colour=colour)
