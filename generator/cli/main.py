"""The `guidebook` command: wiring, and nothing else."""

import errno
import gc
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from generator.adapters import folder, paper_cache, publish
from generator.checks import branding
from generator.cli import common, paper
from generator.model import json_schema
from generator.problem import GuidebookError, Problem, Severity
from generator.site import offline_zip, project_export
from generator.views import check_summary, finder, json_export, pages, problem_report

PACKAGE = Path(__file__).parents[1]
Format = Literal["text", "json", "github"]


class _Commands(click.Group):
    """Tells of a file that cannot be read or written in one line."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is None:
                raise
            raise click.ClickException(
                f"{error.filename} cannot be read or written: {error.strerror}. Close it in other"
                " programs, and check that you may change it."
            ) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
@common.house_option
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
    problems, reading = common.read(directory, house)
    answers = finder.answer(reading.guidebook) if reading.guidebook else []
    problems += finder.find_misses(answers, reading.locate)
    click.echo(_write_report(problems, reading.texts, form), nl=False)
    if form == "text" and reading.guidebook is not None:
        click.echo(check_summary.write_text(reading.guidebook, each=grades), nl=False)
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
    from generator.adapters import mkdocs_build  # noqa: PLC0415  # the other commands do without MkDocs

    try:
        live = (site_dir or mkdocs_build.find_site_dir(config_file)).resolve()
        publish.refuse_others(live, mark=json_export.PATH)
        publish.publish(live, lambda made: mkdocs_build.build(config_file, made))
    except GuidebookError as error:
        click.echo(str(error), err=True)
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(1)
    click.echo(f"The guidebook is ready. Open {live / 'index.html'}")
    if zipped:
        publish.put(zipped, offline_zip.pack(offline_zip.make_files(folder.read_tree(live))))
        click.echo(f"For a stick: {zipped} ({zipped.stat().st_size / 1_000_000:.1f} MB)")


@main.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@common.playbooks_option
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
@common.house_option
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
    nothing = "Nothing was written."
    guidebook, reading = common.read_sound(playbooks, house, otherwise=nothing)
    inner = common.find_playbooks(playbooks)
    batch = paper_cache.print_for(inner, paper_cache.plan_all(guidebook), reading.locate)
    if batch.problems:
        common.stop(batch.problems, reading, nothing)
    files = project_export.make_files(
        guidebook,
        pages.render(
            guidebook, edit_base=edit_base, papers=paper_cache.list_links(guidebook, batch.files)
        ),
        docs={
            **(folder.read_tree(docs) if docs.is_dir() else {}),
            **batch.files,
            **branding.list_files(guidebook),
        },
        theme=folder.read_tree(PACKAGE / "theme"),
    )
    if foreign := folder.find_foreign(directory, files):
        click.echo(f"{foreign} is there already, and not from here.", err=True)
        click.echo(f"{nothing} Name an empty folder.", err=True)
        sys.exit(1)
    count = folder.write(directory, files)
    click.echo(f"{len(files)} files stand in {directory}, {count} of them new or changed.")


main.add_command(paper.print_paper)


@main.command("schema")
@click.argument("name", type=click.Choice(list(json_schema.MODELS)), default="playbook")
def show_schema(name: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that help while you type.

    \b
    Example:
      guidebook schema > playbook.schema.json
      guidebook schema guidebook
    """
    click.echo(json_schema.make_json(name), nl=False)


def _write_report(problems: Sequence[Problem], texts: Mapping[str, str], form: Format) -> str:
    if form == "json":
        return problem_report.write_json(problems)
    if form == "github":
        return problem_report.write_github(problems)
    colour = common.wants_colour(sys.stdout)
    return problem_report.write_text(problems, texts, colour=colour)
