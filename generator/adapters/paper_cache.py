"""Prints papers, and keeps them on disk: what is unchanged is not made again."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters import folder, input_digest
from generator.adapters.paper_store import Papers, PaperStore, Planned
from generator.checks import font_file
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import PapersMade
from generator.model.yaml_model import Locate
from generator.problem import Problem
from generator.views import papers
from generator.views.changes.report import EditionChanges
from generator.views.papers import Fonts, Job, Part, Parts, Typesetter

STORE = Path(".cache/papers")
"""Where papers are kept for the next run, beside the settings."""

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


def print_for(
    playbooks: Path,
    jobs: Iterable[Job],
    locate: Locate,
    *,
    home: Path,
    watch: Watch = iter,
) -> Batch:
    """Print papers for a folder of playbooks, with its own fonts.

    They are kept for the next run in the folder `home`. `watch` passes on the jobs one by one as
    they are done.
    """
    return print_papers(jobs, load_fonts(playbooks), locate, store=home / STORE, watch=watch)


def print_for_site(
    playbooks: Path,
    guidebook: Guidebook,
    locate: Locate,
    *,
    home: Path,
    changes: EditionChanges | None = None,
    watch: Watch = iter,
) -> Batch:
    """Print what a site holds: every paper, or none where a company has them made on request.

    Of these, what stops all of them is found all the same.
    """
    if guidebook.about.papers is PapersMade.ON_REQUEST:
        return Batch({}, tuple(find_missing_letters(playbooks, guidebook, locate)), 0)
    return print_all(playbooks, guidebook, locate, home=home, changes=changes, watch=watch)


def print_all(
    playbooks: Path,
    guidebook: Guidebook,
    locate: Locate,
    *,
    home: Path,
    changes: EditionChanges | None = None,
    watch: Watch = iter,
) -> Batch:
    """Print every paper in every size for a folder of playbooks, as `print_for` does."""
    parts = Parts(guidebook, changes=changes) if guidebook.playbooks else ()
    return print_parts(parts, load_fonts(playbooks), locate, store=home / STORE, watch=watch)


def find_missing_letters(
    playbooks: Path, guidebook: Guidebook, locate: Locate, *, ids: Collection[str] | None = None
) -> list[Problem]:
    """What no font can show on any paper, or on those of some playbooks, without printing one."""
    jobs = papers.plan(guidebook, ids=ids) if guidebook.playbooks else ()
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
    printer = _Printer(Typesetter(fonts, locate), PaperStore(store))
    printer.print(jobs, watch)
    return printer.finish(printer.store.plans)


def print_parts(
    parts: Iterable[Part],
    fonts: Fonts,
    locate: Locate,
    *,
    store: Path | None = None,
    watch: Watch = iter,
) -> Batch:
    """Print papers on the sheets of the house; parts that have not changed are not even planned."""
    printer = _Printer(Typesetter(fonts, locate), PaperStore(store))
    printer.print(printer.plan(parts), watch)
    return printer.finish(printer.plans)


@dataclass
class _Printer:
    """What one run has printed so far. Each paper goes to the disk at once: few are in memory."""

    typesetter: Typesetter
    store: PaperStore
    keys: dict[str, str] = field(default_factory=dict)
    places: dict[str, Path | bytes] = field(default_factory=dict)
    planned: dict[str, Sequence[str]] = field(default_factory=dict)
    problems: dict[Problem, None] = field(default_factory=dict)
    made: int = 0

    def plan(self, parts: Iterable[Part]) -> Iterator[Job]:
        """Plan every part but those of which an earlier run has left all papers."""
        version = f"{self.typesetter.digest}{input_digest.find_program()}"
        for part in parts:
            digest = hashlib.sha256(f"{version}{part.digest}".encode()).hexdigest()
            if part.digest and self._recall(digest):
                continue
            jobs = part.plan()
            if part.digest:
                self.planned[digest] = [job.path for job in jobs]
            yield from jobs

    @property
    def plans(self) -> Mapping[str, Planned]:
        """Of what each part consists of which all papers are there."""
        return {
            digest: [(path, self.keys[path]) for path in paths]
            for digest, paths in self.planned.items()
            if all(path in self.places for path in paths)
        }

    def _recall(self, digest: str) -> bool:
        """Take a whole part as an earlier run has left it."""
        planned = self.store.recall(digest)
        if planned is None:
            return False
        self.planned[digest] = [path for path, _ in planned]
        for path, key in planned:
            self.keys[path] = key
            if kept := self.store.take(key):
                self.places[path] = kept
        return True

    def print(self, jobs: Iterable[Job], watch: Watch = iter) -> None:
        """Print what is not there yet."""
        from generator.adapters import paper_pool  # noqa: PLC0415  # and what starts processes

        missing = (job for job in jobs if not self._take(job))
        refused: list[Job] = []
        sound = (job for job in watch(missing) if not self._refuse(job, refused))
        for job, pdf in paper_pool.set_all(sound, self.typesetter.fonts):
            self._keep(job, pdf)
        for job in refused:
            self._keep(job, None)

    def _take(self, job: Job) -> bool:
        key = self.keys[job.path] = self.typesetter.key(job)
        if kept := self.store.take(key):
            self.places[job.path] = kept
        return kept is not None

    def _refuse(self, job: Job, refused: list[Job]) -> bool:
        """Set a paper aside that has a letter that no font has."""
        if is_refused := self.typesetter.has_unknown_letters(job):
            refused.append(job)
        return is_refused

    def _keep(self, job: Job, pdf: bytes | None) -> None:
        if pdf is None:
            printed = self.typesetter.set(job)
            self.problems |= dict.fromkeys(printed.problems)
            pdf = printed.pdf
        if pdf:
            self.made += 1
            self.places[job.path] = self.store.put(self.keys[job.path], pdf)

    def finish(self, plans: Mapping[str, Planned]) -> Batch:
        """All papers in the order in which they were planned, and what is wrong with others."""
        self.store.finish(plans)
        places = {path: self.places[path] for path in self.keys if path in self.places}
        problems = sorted(self.problems, key=lambda one: one.place)
        return Batch(Papers(places), tuple(problems), self.made)
