"""The jobs for papers of playbooks, each alone or all together."""

from collections.abc import Callable, Sequence

from generator.model.emergency_playbook import Emergency
from generator.model.playbook import Playbook, StandardPlaybook
from generator.views.dates import write_day
from generator.views.papers.emergency_jobs import (
    build_emergency_poster,
    describe_branch_cards,
    describe_emergency_checklist,
)
from generator.views.papers.hand_out_job import build_hand_out
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind, Volume
from generator.views.papers.poor_version_job import build_poor_version
from generator.views.papers.practice_jobs import build_cue_cards, build_observer
from generator.views.papers.template_data import (
    BookletData,
    BranchCardData,
    CardData,
    ChecklistData,
    DeckData,
    EmergencyChecklistData,
)
from generator.views.papers.two_sides_job import build_two_sides

_CARD_STEPS = 3


def build_checklist(context: JobContext, playbook: Playbook) -> Job:
    """A sheet to tick by pen."""
    builder = JobBuilder(context, PaperKind.CHECKLIST, [playbook])
    data = _describe_checklist(builder, playbook)
    return builder.finish(builder.name(playbook, "checklist"), data)


def build_card(context: JobContext, playbook: Playbook) -> Job:
    """A sheet of pocket cards: one, or one for each branch, as often as the sheet holds them."""
    builder = JobBuilder(context, PaperKind.CARD, [playbook])
    return builder.finish(
        builder.name(playbook, "pocket cards"),
        {
            "sheets": _describe_cards(builder, playbook),
            "reviewed": write_day(playbook.reviewed),
            "due": builder.due(playbook),
        },
    )


def build_poster(context: JobContext, playbook: Playbook) -> Job:
    """A poster for the staff side of a counter."""
    builder = JobBuilder(context, PaperKind.POSTER, [playbook])
    if isinstance(playbook, Emergency):
        return build_emergency_poster(builder, playbook)
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    return builder.finish(
        builder.name(playbook, "poster"),
        {**builder.describe(playbook), "steps": builder.list_steps(playbook)},
    )


def build_booklet(context: JobContext, playbooks: Sequence[Playbook], volume: Volume | None) -> Job:
    """All checklists between two covers, or a volume of them."""
    builder = JobBuilder(context, PaperKind.BOOKLET, playbooks)
    data: BookletData = {"sheets": [_describe_checklist(builder, one) for one in playbooks]}
    return _bind(builder, "all checklists", data, volume)


def build_deck(context: JobContext, playbooks: Sequence[Playbook], volume: Volume | None) -> Job:
    """The pocket cards of every playbook, or a volume of them."""
    builder = JobBuilder(context, PaperKind.DECK, playbooks)
    cards = [card for playbook in playbooks for card in _describe_cards(builder, playbook)]
    return _bind(builder, "all pocket cards", {"sheets": cards}, volume)


def _bind(
    builder: JobBuilder, name: str, data: BookletData | DeckData, volume: Volume | None
) -> Job:
    if volume:
        name = f"{name}, {volume.number} of {volume.total}"
        data["volume"] = list(volume)
    title = builder.context.guidebook.about.title
    return builder.finish(f"{title}: {name}", data, volume=volume)


ALONE: dict[PaperKind, Callable[[JobContext, Playbook], Job]] = {
    PaperKind.CHECKLIST: build_checklist,
    PaperKind.CARD: build_card,
    PaperKind.TWO_SIDES: build_two_sides,
    PaperKind.POSTER: build_poster,
    PaperKind.HAND_OUT: build_hand_out,
    PaperKind.CUE_CARDS: build_cue_cards,
    PaperKind.OBSERVER: build_observer,
    PaperKind.POOR_VERSION: build_poor_version,
}
TOGETHER: dict[PaperKind, Callable[[JobContext, Sequence[Playbook], Volume | None], Job]] = {
    PaperKind.BOOKLET: build_booklet,
    PaperKind.DECK: build_deck,
}


def _describe_checklist(
    builder: JobBuilder, playbook: Playbook
) -> ChecklistData | EmergencyChecklistData:
    if isinstance(playbook, Emergency):
        return describe_emergency_checklist(builder, playbook)
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    return {
        **builder.describe(playbook),
        "items": builder.list_items(playbook),
        "steps": builder.list_steps(playbook),
        "sign_off": playbook.checklist.sign_off,
    }


def _describe_cards(builder: JobBuilder, playbook: Playbook) -> Sequence[CardData | BranchCardData]:
    if isinstance(playbook, Emergency):
        return describe_branch_cards(builder, playbook)
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    card: CardData = {
        "id": playbook.id,
        "title": builder.title(playbook),
        "say": builder.text(playbook, "say", 0, "say", spoken=True),
        "steps": builder.list_steps(playbook, most=_CARD_STEPS),
        "stop": builder.stop(playbook),
        "approval": builder.approve(playbook),
        "number": None,
    }
    return [card]
