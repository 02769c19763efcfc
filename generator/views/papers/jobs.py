"""What each kind of paper says."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.model.playbook import Playbook
from generator.views.papers.builder import JobBuilder, PaperBuilder
from generator.views.papers.hand_outs import plan_hand_out
from generator.views.papers.job import Job
from generator.views.papers.kinds import PaperKind

CARD_STEPS = 3


def plan_checklist(builder: PaperBuilder, playbook: Playbook) -> Job:
    """A sheet to tick by pen."""
    job_builder = builder.begin(PaperKind.CHECKLIST, [playbook])
    name = f"{job_builder.words(playbook.title)}: checklist"
    return job_builder.finish(name, **_describe_checklist(job_builder, playbook))


def plan_card(builder: PaperBuilder, playbook: Playbook) -> Job:
    """A sheet of pocket cards, all the same."""
    job_builder = builder.begin(PaperKind.CARD, [playbook])
    name = f"{job_builder.words(playbook.title)}: pocket cards"
    return job_builder.finish(name, **_describe_card(job_builder, playbook))


def plan_poster(builder: PaperBuilder, playbook: Playbook) -> Job:
    """A poster for the staff side of a counter."""
    job_builder = builder.begin(PaperKind.POSTER, [playbook])
    steps = [job_builder.describe_step(playbook, number) for number in range(len(playbook.steps))]
    name = f"{job_builder.words(playbook.title)}: poster"
    return job_builder.finish(name, **job_builder.describe(playbook), steps=steps)


def plan_booklet(builder: PaperBuilder, playbooks: Sequence[Playbook]) -> Job:
    """All checklists between two covers."""
    job_builder = builder.begin(PaperKind.BOOKLET, playbooks)
    sheets = [_describe_checklist(job_builder, playbook) for playbook in playbooks]
    return job_builder.finish(f"{builder.guidebook.about.title}: all checklists", sheets=sheets)


def plan_deck(builder: PaperBuilder, playbooks: Sequence[Playbook]) -> Job:
    """One pocket card of every playbook."""
    job_builder = builder.begin(PaperKind.DECK, playbooks)
    sheets = [_describe_card(job_builder, playbook) for playbook in playbooks]
    return job_builder.finish(f"{builder.guidebook.about.title}: all pocket cards", sheets=sheets)


ALONE: dict[PaperKind, Callable[[PaperBuilder, Playbook], Job]] = {
    PaperKind.CHECKLIST: plan_checklist,
    PaperKind.CARD: plan_card,
    PaperKind.POSTER: plan_poster,
    PaperKind.HAND_OUT: plan_hand_out,
}
TOGETHER: dict[PaperKind, Callable[[PaperBuilder, Sequence[Playbook]], Job]] = {
    PaperKind.BOOKLET: plan_booklet,
    PaperKind.DECK: plan_deck,
}


def _describe_checklist(job_builder: JobBuilder, playbook: Playbook) -> dict[str, Any]:
    items = range(len(playbook.checklist.items))
    return {
        **job_builder.describe(playbook),
        "items": [job_builder.text(playbook, "checklist", "items", one, "text") for one in items],
        "sign_off": playbook.checklist.sign_off,
    }


def _describe_card(job_builder: JobBuilder, playbook: Playbook) -> dict[str, Any]:
    steps = range(min(CARD_STEPS, len(playbook.steps)))
    described = job_builder.describe(playbook)
    kept = ("id", "title", "say", "stop", "reviewed", "due")
    return {
        **{name: described[name] for name in kept},
        "steps": [job_builder.describe_step(playbook, number) for number in steps],
    }
