"""Prints papers, and keeps them on disk: what is unchanged is not made again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.adapters import folder, paper_pool
from generator.checks import font_file
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Locate
from generator.problem import Problem
from generator.views import papers
from generator.views.changes.report import EditionChanges
from generator.views.papers import Fonts, Job, Typesetter

STORE = Path(".cache/papers")
"""Where papers are kept for the next run, beside the settings."""

_KEPT_DAYS = 30

Watch = Callable[[Iterable[Job]], Iterable[Job]]


@dataclass(frozen=True)
class Batch:
    """Papers by their path, and what could not be printed."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    made: int


def load_fonts(playbooks: Path) -> Fonts:
    """The shipped fonts, and those beside the playbooks, unless one of those is damaged."""
    own = folder.read_fonts(playbooks)
    if any(font_file.find_fault(content) for content in own.values()):
        own = {}  # the typesetter opens the folder as a whole, and might never come back
    return Fonts(str(playbooks / folder.FONTS) if own else None, own)


def plan_all(guidebook: Guidebook, *, changes: EditionChanges | None = None) -> list[Job]:
    """Every paper in every size."""
    if not guidebook.playbooks:
        return []
    return list(papers.plan(guidebook, sizes=tuple(papers.Size), changes=changes))


def print_for(
    playbooks: Path,
    jobs: Iterable[Job],
    locate: Locate,
    *,
    home: Path | None = None,
    watch: Watch = iter,
) -> Batch:
    """Print papers for a folder of playbooks, with its own fonts.

    They are kept for the next run in the folder `home`, or beside the playbooks. `watch` passes on
    the jobs one by one as they are done.
    """
    store = (home or playbooks.absolute().parent) / STORE
    return print_papers(jobs, load_fonts(playbooks), locate, store=store, watch=watch)


def find_missing_letters(playbooks: Path, jobs: Iterable[Job], locate: Locate) -> list[Problem]:
    """What no font can show, found without printing anything."""
    typesetter = Typesetter(load_fonts(playbooks), locate)
    found = dict.fromkeys(one for job in jobs for one in typesetter.find_missing_letters(job))
    return sorted(found, key=lambda one: one.place)


def print_papers(
    jobs: Iterable[Job],
    fonts: Fonts,
    locate: Locate,
    *,
    store: Path | None = None,
    watch: Watch = iter,
) -> Batch:
    """Print papers, or take them from the folder `store` if nothing about them has changed."""
    typesetter = Typesetter(fonts, locate)
    listed = list(jobs)
    places = {job.path: store / f"{typesetter.key(job)}.pdf" if store else None for job in listed}
    files = {path: pdf for path, kept in places.items() if kept and (pdf := folder.read_kept(kept))}
    missing = [job for job in listed if job.path not in files]
    problems: dict[Problem, None] = {}
    sound = {job.path: job for job in missing if not typesetter.has_unknown_letters(job)}
    ready = paper_pool.set_all(list(sound.values()), fonts)
    for job in watch(missing):
        pdf = next(ready) if job.path in sound else None
        if pdf is None:
            printed = typesetter.set(job)
            problems |= dict.fromkeys(printed.problems)
            pdf = printed.pdf
        if pdf:
            files[job.path] = pdf
            if kept := places[job.path]:
                folder.keep(kept, pdf)
    if store and missing:
        folder.forget(store, days=_KEPT_DAYS)
    in_order = {job.path: files[job.path] for job in listed if job.path in files}
    return Batch(in_order, tuple(sorted(problems, key=lambda one: one.place)), len(missing))
