"""`guidebook paper`: print playbooks as PDF files."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.adapters import edition_folder, paper_cache, whole_file
from generator.checks.suggestions import suggest
from generator.cli import common, options
from generator.model import session_plan
from generator.views import papers, problem_report
from generator.views.papers.kinds import list_sizes


@click.command("paper")
@click.argument("ids", nargs=-1)
@click.option(
    "--out",
    default=Path("papers"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that the papers go into.",
)
@click.option(
    "--size",
    type=click.Choice([one.value for one in papers.Size]),
    help="The paper in the printer; otherwise what guidebook.yml or house.yml says, or A4.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([one.value for one in papers.PaperKind]),
    help="Only this kind of paper; may be given several times.",
)
@options.playbooks_option
@options.house_option
def print_paper(
    ids: tuple[str, ...],
    out: Path,
    size: str | None,
    kinds: tuple[str, ...],
    playbooks: Path,
    house: Path | None,
) -> None:
    """Print playbooks as PDF files: checklists, pocket cards, posters, papers to practice.

    IDS are names of playbooks. Without them all are printed, a booklet of all checklists, a deck
    of all cards, the questions of "Help me now" as a tree, a sheet of who, how much and which
    number, and the forms of a session of practice. The plan of a session is made of the playbooks
    that you name, in your order.

    \b
    Example:
      guidebook paper shouting-customer
      guidebook paper --kind checklist --size letter --out to-print
      guidebook paper --kind session-30 --kind attendance shouting-customer saying-no-well
    """
    found = common.find_project(playbooks, house=house)
    guidebook, reading = common.read_sound(found)
    unknown = [name for name in ids if name not in guidebook.by_id]
    if unknown:
        guess = suggest(unknown[0], guidebook.by_id)
        raise click.UsageError(f"There is no playbook called “{unknown[0]}”. {guess}".rstrip())
    chosen = [papers.PaperKind(one) for one in kinds]
    _check_session(chosen, ids)
    changes = edition_folder.read(found.editions, shown="").report(guidebook)
    jobs = list(
        papers.plan(
            guidebook,
            changes=next(iter(changes), None),
            sizes=[papers.Size(size)] if size else list_sizes(guidebook.about.sheets)[:1],
            ids=list(dict.fromkeys(ids)) or None,
            kinds=chosen or None,
        )
    )
    if not jobs:
        raise click.ClickException(_explain_none(chosen))
    batch = paper_cache.print_for(
        found.playbooks, jobs, reading.locate, home=found.home, watch=common.watch_papers
    )
    for path, pdf in batch.files.items():
        whole_file.put(out / path.rpartition("/")[2], pdf)
    if any(problem_report.stops(one) for one in batch.problems):
        common.stop(batch.problems, reading)
    common.report(batch.problems, reading)
    count = len(batch.files)
    click.echo(f"{count} paper{'s' if count != 1 else ''} in {out}, {batch.made} of them made new.")


def _explain_none(kinds: Sequence[papers.PaperKind]) -> str:
    """Why nothing is printed."""
    if kinds == [papers.PaperKind.CHANGES]:
        return (
            "There is no earlier edition in which anything said otherwise, so there is nothing to"
            " read again."
        )
    return "None of these playbooks has such a paper, so nothing is printed."


def _check_session(kinds: Sequence[papers.PaperKind], ids: Sequence[str]) -> None:
    """Stop if a session is asked for that has no playbooks, or more than there is time for."""
    for kind in kinds:
        if length := papers.SESSIONS.get(kind):
            most, count = session_plan.find_most(length), len(set(ids))
            if not count:
                raise click.UsageError(
                    "A session is made of playbooks:"
                    f" name them, at most {most} in {length} minutes."
                )
            if count > most:
                raise click.UsageError(
                    f"{length} minutes hold {most} playbook{'s' if most > 1 else ''}, and you named"
                    f" {count}. Name fewer, or take a longer session."
                )
