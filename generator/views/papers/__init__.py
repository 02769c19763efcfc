"""The papers of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Collection, Iterator, Sequence

from generator.model.guidebook import Guidebook
from generator.views.changes.report import EditionChanges
from generator.views.papers.fonts import Fonts
from generator.views.papers.job import Job
from generator.views.papers.kinds import SESSIONS, PaperKind, Size
from generator.views.papers.paper_links import PaperLink, PaperLinks, list_links
from generator.views.papers.parts import Part, Parts
from generator.views.papers.requests import Request, Requests
from generator.views.papers.typesetter import Printed, Typesetter

__all__ = [
    "SESSIONS",
    "Fonts",
    "Job",
    "PaperKind",
    "PaperLink",
    "PaperLinks",
    "Part",
    "Parts",
    "Printed",
    "Request",
    "Requests",
    "Size",
    "Typesetter",
    "list_links",
    "plan",
    "plan_one",
]


def plan(
    guidebook: Guidebook,
    *,
    sizes: Sequence[Size] = (Size.A4,),
    ids: Collection[str] | None = None,
    kinds: Collection[PaperKind] | None = None,
    changes: EditionChanges | None = None,
) -> Iterator[Job]:
    """List what to print, one size after the other: all papers, or those of some and some kinds.

    `changes` are those since the last edition, if there is one. Forms and plans of a session are
    about the playbooks in the order in which they are chosen; all of them are no session, so then
    forms have a line to write on.
    """
    parts = Parts(guidebook, ids, kinds, changes)
    jobs = [job for part in parts for job in part.plan(sizes)]
    return (job for size in sizes for job in jobs if job.size is size)


def plan_one(
    guidebook: Guidebook, request: Request, *, changes: EditionChanges | None = None
) -> Job | None:
    """What to print for one request; None if there is no such paper."""
    ids = [request.playbook.id] if request.playbook else None
    jobs = plan(guidebook, sizes=[request.size], ids=ids, kinds=[request.kind], changes=changes)
    return next((job for job in jobs if job.volume == request.volume), None)
