"""`guidebook build`: check everything, and publish the site as a whole or not at all."""

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.adapters import publish, turn
from generator.adapters.kept_build import Kept, KeptBuild
from generator.cli.options import PathOfGuidebook
from generator.problem import GuidebookError

if TYPE_CHECKING:
    from generator.adapters.build_orders import BuildCheck


@click.command()
@click.option(
    "--config-file",
    "-f",
    default="mkdocs.yml",
    show_default=True,
    type=PathOfGuidebook(exists=True, dir_okay=False, path_type=Path),
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
@click.option("--no-cache", is_flag=True, help="Build anew, whatever the last build left behind.")
def build(config_file: Path, site_dir: Path | None, zipped: Path | None, *, no_cache: bool) -> None:
    """Check everything, build the site beside the old one, check it, then swap the two.

    If anything is wrong, the old site stays as it was. What is published is kept as an edition, so
    that the next one can say what changed. If nothing has changed since the last build, and nobody
    has touched its site, there is nothing to do.

    \b
    Example:
      guidebook build
      guidebook build --site-dir public
      guidebook build --offline dist/guidebook.zip
    """
    kept = KeptBuild(config_file, site_dir)
    with ExitStack() as held:
        if not no_cache and (live := kept.find_live()):
            _refuse_inside(live, zipped)
            _take_turn(live, held)
            if done := kept.recall():
                publish.recover(live)
                _report(live, done.report)
                if zipped:
                    _pack(zipped, _read_site(live))
                return
            held.close()
        _build(kept, zipped, held, keep=not no_cache)


def _refuse_inside(live: Path, zipped: Path | None) -> None:
    """A zip in the site would be gone with the next build."""
    if zipped and zipped.resolve().is_relative_to(live.resolve()):
        raise click.UsageError(f"{zipped} would be lost with the next site. Put it beside {live}.")


def _take_turn(live: Path, held: ExitStack) -> None:
    try:
        held.enter_context(turn.take(live, partial(click.echo, err=True)))
    except GuidebookError as error:
        _stop(error)


def _build(kept: KeptBuild, zipped: Path | None, held: ExitStack, *, keep: bool) -> None:
    from generator.adapters import (  # noqa: PLC0415  # MkDocs
        mkdocs_build,
        site_folder,
        template_code,
        work_file,
    )
    from generator.adapters.build_orders import Orders  # noqa: PLC0415  # and the model take long
    from generator.adapters.template_code import TemplateCode  # noqa: PLC0415  # as above
    from generator.views import json_export  # noqa: PLC0415  # as above

    orders = Orders(kept.start, writes=False)
    if keep:
        known = work_file.read(kept.pages), work_file.read(kept.reading)
        code = TemplateCode.read(template_code.find_place())
        orders = Orders(kept.start, *known, code, writes=False)
    try:
        live = (kept.site_dir or mkdocs_build.find_site_dir(kept.config_file)).resolve()
        _refuse_inside(live, zipped)
        _take_turn(live, held)
        publish.refuse_others(live, mark=json_export.PATH)
        publish.recover(live)
        with publish.make_scratch(live) as scratch:
            built = mkdocs_build.build(kept.config_file, scratch, orders)
        publish.publish(
            live,
            lambda made: site_folder.fill(made, built.files, like=live),
            spare=kept.spare if keep else None,
        )
    except GuidebookError as error:
        _stop(error)
    _report(live, built.report)
    if edition := built.record():
        click.echo(f"What it says is kept in {edition}, to show later what changed.")
    if keep:
        if inputs := kept.keep(live, built.report):
            _keep_check(kept, inputs, built.checked)
        work_file.write(kept.pages, orders.pages)
        work_file.write(kept.reading, orders.reading)
    if orders.code:
        orders.code.keep()
    if zipped:
        _pack(zipped, built.files)


def _keep_check(kept: KeptBuild, inputs: Kept, checked: "BuildCheck") -> None:
    """Keep what a check of each playbook would say, if it would read the same."""
    from generator.adapters import kept_check, whole_check  # noqa: PLC0415  # as above
    from generator.adapters.project import SETTINGS  # noqa: PLC0415  # as above
    from generator.cli import check_report  # noqa: PLC0415  # as above

    found, reading = checked.found, checked.reading
    own = whole_check.list_own(found, reading, checked.problems)
    if own is None or checked.adds_address or kept.config_file.name != SETTINGS:
        return
    reports = check_report.write_each(own, reading.texts, leaves_papers=found.papers)
    kept_check.keep(found.home, inputs, reports)


def _stop(error: GuidebookError) -> NoReturn:
    click.echo(str(error), err=True)
    click.echo("Nothing was published; the site is as it was.", err=True)
    sys.exit(1)


def _report(live: Path, report: str) -> None:
    if report:
        click.echo(report)
    click.echo(f"The guidebook is ready. Open {live / 'index.html'}")


def _read_site(live: Path) -> dict[str, bytes]:
    from generator.adapters import folder  # noqa: PLC0415  # few need it

    return folder.read_tree(live)


def _pack(zipped: Path, files: Mapping[str, bytes]) -> None:
    from generator.adapters import whole_file  # noqa: PLC0415  # few want a zip
    from generator.site import offline_zip  # noqa: PLC0415  # as above
    from generator.views import zip_file  # noqa: PLC0415  # as above

    whole_file.put(zipped, zip_file.pack(offline_zip.make_files(files)))
    click.echo(f"For a stick: {zipped} ({zipped.stat().st_size / 1_000_000:.1f} MB)")
