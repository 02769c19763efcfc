"""The jobs for papers of playbooks, each alone or all together."""

from collections.abc import Callable, Sequence

from generator.model.playbook import Playbook
from generator.views.dates import write_day
from generator.views.papers.hand_out_job import build_hand_out
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.template_data import CardData, ChecklistData

_CARD_STEPS = 3


def build_checklist(context: JobContext, playbook: Playbook) -> Job:
    """A sheet to tick by pen."""
    builder = JobBuilder(context, PaperKind.CHECKLIST, [playbook])
    data = _describe_checklist(builder, playbook)
    return builder.finish(builder.name(playbook, "checklist"), data)


def build_card(context: JobContext, playbook: Playbook) -> Job:
    """A sheet of pocket cards, all the same."""
    builder = JobBuilder(context, PaperKind.CARD, [playbook])
    data = _describe_card(builder, playbook)
    return builder.finish(builder.name(playbook, "pocket cards"), data)


def build_poster(context: JobContext, playbook: Playbook) -> Job:
    """A poster for the staff side of a counter."""
    builder = JobBuilder(context, PaperKind.POSTER, [playbook])
    steps = [builder.step(playbook, number) for number in range(len(playbook.steps))]
    return builder.finish(
        builder.name(playbook, "poster"), {**builder.describe(playbook), "steps": steps}
    )


def build_booklet(context: JobContext, playbooks: Sequence[Playbook]) -> Job:
    """All checklists between two covers."""
    builder = JobBuilder(context, PaperKind.BOOKLET, playbooks)
    sheets = [_describe_checklist(builder, playbook) for playbook in playbooks]
    name = f"{context.guidebook.about.title}: all checklists"
    return builder.finish(name, {"sheets": sheets})


def build_deck(context: JobContext, playbooks: Sequence[Playbook]) -> Job:
    """One pocket card of every playbook."""
    builder = JobBuilder(context, PaperKind.DECK, playbooks)
    sheets = [_describe_card(builder, playbook) for playbook in playbooks]
    name = f"{context.guidebook.about.title}: all pocket cards"
    return builder.finish(name, {"sheets": sheets})


ALONE: dict[PaperKind, Callable[[JobContext, Playbook], Job]] = {
    PaperKind.CHECKLIST: build_checklist,
    PaperKind.CARD: build_card,
    PaperKind.POSTER: build_poster,
    PaperKind.HAND_OUT: build_hand_out,
}
TOGETHER: dict[PaperKind, Callable[[JobContext, Sequence[Playbook]], Job]] = {
    PaperKind.BOOKLET: build_booklet,
    PaperKind.DECK: build_deck,
}


def _describe_checklist(builder: JobBuilder, playbook: Playbook) -> ChecklistData:
    items = range(len(playbook.checklist.items))
    return {
        **builder.describe(playbook),
        "items": [builder.text(playbook, "checklist", "items", one, "text") for one in items],
        "sign_off": playbook.checklist.sign_off,
    }


def _describe_card(builder: JobBuilder, playbook: Playbook) -> CardData:
    steps = range(min(_CARD_STEPS, len(playbook.steps)))
    return {
        "id": playbook.id,
        "title": builder.title(playbook),
        "say": builder.text(playbook, "say", 0, "say", spoken=True),
        "steps": [builder.step(playbook, number) for number in steps],
        "stop": builder.stop(playbook),
        "reviewed": write_day(playbook.reviewed),
        "due": write_day(builder.context.guidebook.review_due(playbook)),
    }
