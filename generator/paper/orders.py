"""What each kind of paper says."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.paper.desk import Desk, Draft
from generator.paper.hand_outs import order_hand_out
from generator.paper.kinds import Kind
from generator.paper.order import Order
from generator.playbook import Playbook

CARD_STEPS = 3


def order_checklist(desk: Desk, playbook: Playbook) -> Order:
    """A sheet to tick by pen."""
    draft = desk.begin(Kind.CHECKLIST, [playbook])
    name = f"{draft.words(playbook.title)}: checklist"
    return draft.finish(name, **_describe_checklist(draft, playbook))


def order_card(desk: Desk, playbook: Playbook) -> Order:
    """A sheet of pocket cards, all the same."""
    draft = desk.begin(Kind.CARD, [playbook])
    name = f"{draft.words(playbook.title)}: pocket cards"
    return draft.finish(name, **_describe_card(draft, playbook))


def order_poster(desk: Desk, playbook: Playbook) -> Order:
    """A poster for the staff side of a counter."""
    draft = desk.begin(Kind.POSTER, [playbook])
    steps = [draft.describe_step(playbook, number) for number in range(len(playbook.steps))]
    name = f"{draft.words(playbook.title)}: poster"
    return draft.finish(name, **draft.describe(playbook), steps=steps)


def order_booklet(desk: Desk, playbooks: Sequence[Playbook]) -> Order:
    """All checklists between two covers."""
    draft = desk.begin(Kind.BOOKLET, playbooks)
    sheets = [_describe_checklist(draft, playbook) for playbook in playbooks]
    return draft.finish(f"{desk.guidebook.about.title}: all checklists", sheets=sheets)


def order_deck(desk: Desk, playbooks: Sequence[Playbook]) -> Order:
    """One pocket card of every playbook."""
    draft = desk.begin(Kind.DECK, playbooks)
    sheets = [_describe_card(draft, playbook) for playbook in playbooks]
    return draft.finish(f"{desk.guidebook.about.title}: all pocket cards", sheets=sheets)


ALONE: dict[Kind, Callable[[Desk, Playbook], Order]] = {
    Kind.CHECKLIST: order_checklist,
    Kind.CARD: order_card,
    Kind.POSTER: order_poster,
    Kind.HAND_OUT: order_hand_out,
}
TOGETHER: dict[Kind, Callable[[Desk, Sequence[Playbook]], Order]] = {
    Kind.BOOKLET: order_booklet,
    Kind.DECK: order_deck,
}


def _describe_checklist(draft: Draft, playbook: Playbook) -> dict[str, Any]:
    items = range(len(playbook.checklist.items))
    return {
        **draft.describe(playbook),
        "items": [draft.text(playbook, "checklist", "items", one, "text") for one in items],
        "sign_off": playbook.checklist.sign_off,
    }


def _describe_card(draft: Draft, playbook: Playbook) -> dict[str, Any]:
    steps = range(min(CARD_STEPS, len(playbook.steps)))
    described = draft.describe(playbook)
    kept = ("id", "title", "say", "stop", "reviewed", "due")
    return {
        **{name: described[name] for name in kept},
        "steps": [draft.describe_step(playbook, number) for number in steps],
    }
