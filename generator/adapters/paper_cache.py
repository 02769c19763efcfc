"""Prints papers, and keeps them on disk: what is unchanged is not made again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Locate
from generator.problem import Problem
from generator.views import papers
from generator.views.changes.report import EditionChanges
from generator.views.papers import Fonts, Job, Typesetter

STORE = Path(".cache/papers")
"""Where papers are kept for the next run, beside the settings."""

_KEPT_DAYS = 30


@dataclass(frozen=True)
class Batch:
    """Papers by their path, and what could not be printed."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    made: int


def load_fonts(playbooks: Path) -> Fonts:
    """The shipped fonts, and those in the folder `fonts` of the playbooks."""
    own = folder.read_fonts(playbooks)
    return Fonts(str(playbooks / folder.FONTS) if own else None, own)


def plan_all(guidebook: Guidebook, *, changes: EditionChanges | None = None) -> list[Job]:
    """Every paper in every size."""
    return list(papers.plan(guidebook, sizes=tuple(papers.Size), changes=changes))


def print_for(
    playbooks: Path, jobs: Iterable[Job], locate: Locate, *, home: Path | None = None
) -> Batch:
    """Print papers for a folder of playbooks, with its own fonts.

    They are kept for the next run in the folder `home`, or beside the playbooks.
    """
    store = (home or playbooks.absolute().parent) / STORE
    return print_papers(jobs, load_fonts(playbooks), locate, store=store)


def print_papers(
    jobs: Iterable[Job], fonts: Fonts, locate: Locate, *, store: Path | None = None
) -> Batch:
    """Print papers, or take them from the folder `store` if nothing about them has changed."""
    typesetter = Typesetter(fonts, locate)
    files: dict[str, bytes] = {}
    problems: dict[Problem, None] = {}
    made = 0
    for job in jobs:
        kept = store / f"{typesetter.key(job)}.pdf" if store else None
        if kept and (pdf := folder.read_kept(kept)):
            files[job.path] = pdf
            continue
        printed = typesetter.set(job)
        made += 1
        problems |= dict.fromkeys(printed.problems)
        if printed.pdf:
            files[job.path] = printed.pdf
            if kept:
                folder.keep(kept, printed.pdf)
    if store and made:
        folder.forget(store, days=_KEPT_DAYS)
    return Batch(files, tuple(sorted(problems, key=lambda one: one.place)), made)
