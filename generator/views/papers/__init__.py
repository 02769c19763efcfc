"""The papers of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.model import session_plan
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook
from generator.views.changes.report import EditionChanges
from generator.views.papers.changes_job import build_changes, has_paper
from generator.views.papers.facts_job import build_facts
from generator.views.papers.fonts import Fonts
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobContext
from generator.views.papers.kinds import OF_ALL, SESSIONS, PaperKind, Size, list_kinds
from generator.views.papers.paper_links import PaperLink, PaperLinks, list_links
from generator.views.papers.playbook_jobs import ALONE, TOGETHER
from generator.views.papers.requests import Request, Requests
from generator.views.papers.session_jobs import FORMS, build_session
from generator.views.papers.tree_job import build_tree
from generator.views.papers.typesetter import Printed, Typesetter

__all__ = [
    "SESSIONS",
    "Fonts",
    "Job",
    "PaperKind",
    "PaperLink",
    "PaperLinks",
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
    jobs = list(_build(guidebook, ids, kinds, changes))
    return (replace(job, size=size) for size in sizes for job in jobs)


def plan_one(
    guidebook: Guidebook, request: Request, *, changes: EditionChanges | None = None
) -> Job | None:
    """What to print for one request; None if there is no such paper."""
    ids = [request.playbook.id] if request.playbook else None
    jobs = plan(guidebook, sizes=[request.size], ids=ids, kinds=[request.kind], changes=changes)
    return next(jobs, None)


def _build(
    guidebook: Guidebook,
    ids: Collection[str] | None,
    kinds: Collection[PaperKind] | None,
    changes: EditionChanges | None,
) -> Iterator[Job]:
    context = JobContext(guidebook, Inline(guidebook))
    chosen = [
        playbook
        for playbooks in guidebook.by_chapter.values()
        for playbook in playbooks
        if ids is None or playbook.id in ids
    ]
    for playbook in chosen:
        for kind in list_kinds(playbook):
            if kinds is None or kind in kinds:
                yield ALONE[kind](context, playbook)
    of_all = OF_ALL if kinds is None and ids is None else kinds or ()
    for kind, build in TOGETHER.items():
        if kind in of_all and chosen:
            yield build(context, chosen)
    if PaperKind.TREE in of_all and guidebook.triage:
        yield build_tree(context, guidebook.triage)
    if PaperKind.CHANGES in of_all and changes and has_paper(changes):
        yield build_changes(context, changes)
    if PaperKind.FACTS in of_all and (facts := build_facts(context)):
        yield facts
    session = [guidebook.by_id[one] for one in ids or () if one in guidebook.by_id]
    if guidebook.playbooks:
        yield from _build_for_session(context, of_all, session)


def _build_for_session(
    context: JobContext, kinds: Collection[PaperKind], session: Sequence[Playbook]
) -> Iterator[Job]:
    """The forms, and the plans that hold all playbooks of a session."""
    for kind, build_form in FORMS.items():
        if kind in kinds:
            yield build_form(context, session)
    for kind, length in SESSIONS.items():
        if kind in kinds and 0 < len(session) <= session_plan.find_most(length):
            yield build_session(context, kind, session)
