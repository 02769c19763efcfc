"""The jobs for a session of practice: its plan, and the forms that are filled in there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.playbook import Playbook
from generator.model.session_plan import Block, plan
from generator.views.dates import write_day
from generator.views.papers import session_words
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import SESSIONS, PaperKind, name_kind
from generator.views.papers.practice_data import (
    BlockData,
    FormData,
    OwnCaseData,
    SessionGroupData,
)

_HELP_ME_NOW = "help-me-now/"


def build_session(context: JobContext, kind: PaperKind, playbooks: Sequence[Playbook]) -> Job:
    """The plan of a session, at most of as many playbooks as it holds."""
    builder = JobBuilder(context, kind, playbooks)
    length = SESSIONS[kind]
    groups = list(_list_groups(builder, list(plan(playbooks, length))))
    needed = [name for group in groups for block in group["blocks"] for name in block["papers"]]
    address = session_words.make_address(length, [one.id for one in playbooks])
    return builder.finish(
        f"{context.guidebook.about.title}: {name_kind(kind).lower()}",
        {
            "minutes": int(length),
            "groups": groups,
            "papers": list(dict.fromkeys(needed)),
            "reviewed": write_day(max(one.reviewed for one in playbooks)),
            **builder.address(address),
        },
        template="session",
    )


def _list_groups(builder: JobBuilder, blocks: Sequence[Block]) -> Iterator[SessionGroupData]:
    start = 0
    for playbook, some in groupby(blocks, key=lambda one: one.playbook):
        described: list[BlockData] = []
        for block in some:
            words = session_words.WORDS[block.part]
            end = start + block.minutes
            described.append(
                {
                    "start": start,
                    "end": end,
                    "name": words.name,
                    "how": words.how,
                    "papers": [name_kind(kind) for kind in words.papers],
                }
            )
            start = end
        yield {
            "title": builder.title(playbook) if playbook else None,
            "purpose": builder.text(playbook, "purpose") if playbook else None,
            "blocks": described,
        }


def build_attendance(context: JobContext, playbooks: Sequence[Playbook]) -> Job:
    """A list to sign of who took part."""
    return _build_form(context, PaperKind.ATTENDANCE, playbooks)


def build_certificate(context: JobContext, playbooks: Sequence[Playbook]) -> Job:
    """A paper for whoever took part: what was practiced, and no more."""
    return _build_form(context, PaperKind.CERTIFICATE, playbooks)


def build_own_case(context: JobContext, playbooks: Sequence[Playbook]) -> Job:
    """A form for a case of one's own."""
    builder = JobBuilder(context, PaperKind.OWN_CASE, playbooks or context.guidebook.playbooks)
    data: OwnCaseData = {**_describe(builder, playbooks), **builder.address(_HELP_ME_NOW)}
    return _finish(builder, data)


FORMS: Mapping[PaperKind, Callable[[JobContext, Sequence[Playbook]], Job]] = {
    PaperKind.ATTENDANCE: build_attendance,
    PaperKind.OWN_CASE: build_own_case,
    PaperKind.CERTIFICATE: build_certificate,
}


def _build_form(context: JobContext, kind: PaperKind, playbooks: Sequence[Playbook]) -> Job:
    builder = JobBuilder(context, kind, playbooks or context.guidebook.playbooks)
    return _finish(builder, _describe(builder, playbooks))


def _describe(builder: JobBuilder, playbooks: Sequence[Playbook]) -> FormData:
    return {
        "topics": [
            {"title": builder.title(one), "reviewed": write_day(one.reviewed)} for one in playbooks
        ],
        "reviewed": write_day(max(one.reviewed for one in builder.playbooks)),
    }


def _finish(builder: JobBuilder, data: FormData | OwnCaseData) -> Job:
    title = builder.context.guidebook.about.title
    return builder.finish(f"{title}: {name_kind(builder.kind).lower()}", data)
