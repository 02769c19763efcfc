"""`guidebook learn`: what the search can learn from what it did not answer."""

from pathlib import Path

import click

from generator.cli import common, options
from generator.model.search_note import SearchNote, merge, read_notes
from generator.views.finder.learned_lines import propose, write_learned


@click.command("learn")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@options.playbooks_option
@options.house_option
def learn(files: tuple[Path, ...], playbooks: Path, house: Path | None) -> None:
    """Propose lines for queries.yml, and search words, from searches that staff handed in.

    FILES are those that the page “What the search missed” saves. Every line is tried together with
    all others, and nothing is written: copy what is right, and let “guidebook check” prove it.

    \b
    Example:
      guidebook learn searches.json from-the-counter.json
    """
    notes = [note for path in files for note in _read(path)]
    guidebook, reading = common.read_sound(common.find_project(playbooks, house=house))
    if not notes:
        click.echo("There is no search in these files.")
        return
    learned = propose(guidebook, merge(notes))
    shown = {one.id: reading.locate(one.path, ()).path for one in guidebook.playbooks}
    text = write_learned(learned, shown)
    click.echo(text or "The search finds all of it, and queries.yml asks for it already.", nl=False)


def _read(path: Path) -> list[SearchNote]:
    try:
        return read_notes(path.read_bytes())
    except ValueError as error:
        raise click.UsageError(
            f"{path} is no file of searches. Save one on the page “What the search missed”."
        ) from error
