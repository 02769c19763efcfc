"""The papers of a guidebook in parts, each with a name for all that it depends on."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.model import session_plan, shown_values
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook
from generator.views.changes.report import EditionChanges
from generator.views.papers.changes_job import build_changes, has_paper
from generator.views.papers.facts_job import build_facts
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobContext
from generator.views.papers.kinds import (
    OF_ALL,
    SESSIONS,
    PaperKind,
    Size,
    bind,
    list_kinds,
    list_sizes,
)
from generator.views.papers.playbook_jobs import ALONE, TOGETHER
from generator.views.papers.session_jobs import FORMS, build_session
from generator.views.papers.tree_job import build_tree


@dataclass(frozen=True)
class Part:
    """Papers that follow from the same words: those of one playbook, or those of all.

    Its digest changes with everything in the guidebook that they may depend on. It is "" where they
    depend on more than the guidebook: nobody knows of these without planning them.
    """

    _build: Callable[[], Iterator[Job]]
    _sizes: Sequence[Size]
    _digest: Callable[[], str] = str

    @cached_property
    def digest(self) -> str:
        """A name for all of it."""
        return self._digest()

    def plan(self, sizes: Sequence[Size] = ()) -> list[Job]:
        """What to print, one size after the other; on the sheets of the house, if none is given."""
        jobs = list(self._build())
        sizes = sizes or self._sizes
        return [replace(job, size=size) for size in sizes for job in jobs]


@dataclass(frozen=True)
class Parts:
    """All papers of a guidebook, or those of some playbooks and some kinds.

    `changes` are those since the last edition, if there is one.
    """

    guidebook: Guidebook
    ids: Collection[str] | None = None
    kinds: Collection[PaperKind] | None = None
    changes: EditionChanges | None = None

    def __iter__(self) -> Iterator[Part]:
        """The parts of playbooks in reading order, then those of all."""
        sizes = list_sizes(self.guidebook.about.sheets)
        for playbook in self._chosen:
            digest = partial(self._digest, [playbook])
            yield Part(partial(self._build_alone, playbook), sizes, digest)
        if self._of_all:
            yield Part(self._build_together, sizes, partial(self._digest, self._chosen))
            yield Part(self._build_changes, sizes)

    def _digest(self, playbooks: Sequence[Playbook]) -> str:
        total = hashlib.sha256(self._around.encode())
        for one in playbooks:
            total.update(f"\n{one.digest} {len(playbooks)}".encode())
        return total.hexdigest()

    @cached_property
    def _chosen(self) -> Sequence[Playbook]:
        """The playbooks, in reading order."""
        ordered = [one for chapter in self.guidebook.by_chapter.values() for one in chapter]
        return [one for one in ordered if self.ids is None or one.id in self.ids]

    @cached_property
    def _of_all(self) -> Collection[PaperKind]:
        return OF_ALL if self.kinds is None and self.ids is None else self.kinds or ()

    @cached_property
    def _context(self) -> JobContext:
        return JobContext(self.guidebook, Inline(self.guidebook))

    @cached_property
    def _around(self) -> str:
        """A digest of all that the papers of a playbook may show besides its own words."""
        chosen = [list(self.ids or ()), [*(self.kinds or ())], self.ids is None, self.kinds is None]
        return shown_values.digest_shown(self.guidebook, chosen)

    def _build_alone(self, playbook: Playbook) -> Iterator[Job]:
        for kind in list_kinds(playbook):
            if self.kinds is None or kind in self.kinds:
                yield ALONE[kind](self._context, playbook)

    def _build_together(self) -> Iterator[Job]:
        """What is about all, and what a session needs."""
        for kind, build in TOGETHER.items():
            if kind in self._of_all:
                for volume, bound in bind(self._chosen):
                    yield build(self._context, bound, volume)
        if PaperKind.TREE in self._of_all and self.guidebook.triage:
            yield build_tree(self._context, self.guidebook.triage)
        if PaperKind.FACTS in self._of_all and (facts := build_facts(self._context)):
            yield facts
        if self.guidebook.playbooks:
            yield from self._build_for_session()

    def _build_for_session(self) -> Iterator[Job]:
        """The forms, and the plans that hold all playbooks of a session."""
        known = self.guidebook.by_id
        session = [known[name] for name in self.ids or () if name in known]
        for kind, build_form in FORMS.items():
            if kind in self._of_all:
                yield build_form(self._context, session)
        for kind, length in SESSIONS.items():
            if kind in self._of_all and 0 < len(session) <= session_plan.find_most(length):
                yield build_session(self._context, kind, session)

    def _build_changes(self) -> Iterator[Job]:
        if PaperKind.CHANGES in self._of_all and self.changes and has_paper(self.changes):
            yield build_changes(self._context, self.changes)
