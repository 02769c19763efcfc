"""The trainer's hand-out: a quiz and a role-play to read aloud, with answers and debrief."""

from typing import Any

from generator.paper.desk import Desk, Draft
from generator.paper.kinds import Kind
from generator.paper.order import Order
from generator.playbook import Outcome, Playbook, RolePlay

_ENDS = {Outcome.GOOD: "good", Outcome.MIXED: "mixed", Outcome.POOR: "poor"}


def order_hand_out(desk: Desk, playbook: Playbook) -> Order:
    """All that a trainer needs to run the practice of a playbook."""
    draft = desk.begin(Kind.HAND_OUT, [playbook])
    practice = playbook.practice
    name = f"{draft.words(playbook.title)}: trainer’s hand-out"
    return draft.finish(
        name,
        **draft.describe(playbook),
        quiz=_describe_quiz(draft, playbook) if practice and practice.quiz else None,
        roleplay=_describe_roleplay(draft, playbook, practice.roleplay)
        if practice and practice.roleplay
        else None,
    )


def _describe_quiz(draft: Draft, playbook: Playbook) -> dict[str, Any]:
    here = ("practice", "quiz")
    practice = playbook.practice
    options = practice.quiz.options if practice and practice.quiz else ()
    return {
        "prompt": draft.text(playbook, *here, "prompt"),
        "options": [
            {
                "text": draft.text(playbook, *here, "options", number, "text"),
                "feedback": draft.text(playbook, *here, "options", number, "feedback"),
                "right": option.right,
            }
            for number, option in enumerate(options)
        ],
    }


def _describe_roleplay(draft: Draft, playbook: Playbook, play: RolePlay) -> dict[str, Any]:
    here = ("practice", "roleplay")
    names = {one.id: f"Round {number}" for number, one in enumerate(play.rounds, 1)}
    names |= {one.id: f"Ending {number}" for number, one in enumerate(play.endings, 1)}
    return {
        "setting": draft.text(playbook, *here, "setting"),
        "rounds": [
            {
                "name": names[one.id],
                "customer": draft.text(playbook, *here, "rounds", number, "customer"),
                "replies": [
                    {
                        "say": draft.text(
                            playbook, *here, "rounds", number, "replies", place, "say", spoken=True
                        ),
                        "leads": draft.text(
                            playbook, *here, "rounds", number, "replies", place, "leads"
                        ),
                        "best": reply.best,
                        "go": names.get(reply.go, ""),
                    }
                    for place, reply in enumerate(one.replies)
                ],
            }
            for number, one in enumerate(play.rounds)
        ],
        "endings": [
            {
                "name": names[one.id],
                "outcome": _ENDS[one.outcome],
                "text": draft.text(playbook, *here, "endings", number, "text"),
                "debrief": draft.text(playbook, *here, "endings", number, "debrief"),
            }
            for number, one in enumerate(play.endings)
        ],
    }
