"""Papers that are made when somebody asks for them, found by their paths."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook
from generator.views.changes.report import EditionChanges
from generator.views.papers.changes_job import has_paper
from generator.views.papers.facts_job import build_facts
from generator.views.papers.job_builder import JobContext
from generator.views.papers.kinds import (
    BOUND,
    OF_ALL,
    PaperKind,
    Size,
    Volume,
    bind,
    list_kinds,
    list_sizes,
    name_file,
    name_sheet,
)


class Request(NamedTuple):
    """Which paper it is; of one playbook, or of all."""

    kind: PaperKind
    size: Size
    playbook: Playbook | None
    volume: Volume | None = None


@dataclass(frozen=True)
class Requests:
    """Every paper that a guidebook can have, by its path. None is made, so none fails to fit."""

    guidebook: Guidebook
    changes: EditionChanges | None = None

    def __contains__(self, path: object) -> bool:
        """Whether there can be such a paper; quick, for the path of a paper of any guidebook."""
        return str(path).endswith(self._endings) and path not in self._missing

    @cached_property
    def by_path(self) -> dict[str, Request]:
        """All of them."""
        return {name_file(*one): one for one in self._list()}

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        """How the papers on the sheets of the house end."""
        sizes = list_sizes(self.guidebook.about.sheets)
        sheets = {name_sheet(kind, size).lower() for kind in PaperKind for size in sizes}
        return tuple(f"-{sheet}.pdf" for sheet in sorted(sheets))

    @cached_property
    def _missing(self) -> frozenset[str]:
        kinds = [kind for kind in OF_ALL if not self._has(kind)]
        return frozenset(name_file(kind, size) for kind in kinds for size in Size)

    def _has(self, kind: PaperKind) -> bool:
        if kind is PaperKind.TREE:
            return self.guidebook.triage is not None
        if kind is PaperKind.CHANGES:
            return self.changes is not None and has_paper(self.changes)
        if kind is PaperKind.FACTS:
            context = JobContext(self.guidebook, Inline(self.guidebook))
            return build_facts(context) is not None
        return bool(self.guidebook.playbooks)

    def _list(self) -> Iterator[Request]:
        for size in list_sizes(self.guidebook.about.sheets):
            for playbook in self.guidebook.playbooks:
                for kind in list_kinds(playbook):
                    yield Request(kind, size, playbook)
            for kind in filter(self._has, OF_ALL):
                if kind in BOUND:
                    for volume, _ in bind(self.guidebook.playbooks):
                        yield Request(kind, size, None, volume)
                else:
                    yield Request(kind, size, None)
