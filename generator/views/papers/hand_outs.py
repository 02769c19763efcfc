"""The trainer's hand-out: a quiz and a role-play to read aloud, with answers and debrief."""

from typing import Any

from generator.model.playbook import Outcome, Playbook, RolePlay
from generator.views.papers.builder import JobBuilder, PaperBuilder
from generator.views.papers.job import Job
from generator.views.papers.kinds import PaperKind

_ENDS = {Outcome.GOOD: "good", Outcome.MIXED: "mixed", Outcome.POOR: "poor"}


def plan_hand_out(builder: PaperBuilder, playbook: Playbook) -> Job:
    """All that a trainer needs to run the practice of a playbook."""
    job_builder = builder.begin(PaperKind.HAND_OUT, [playbook])
    practice = playbook.practice
    name = f"{job_builder.words(playbook.title)}: trainer’s hand-out"
    return job_builder.finish(
        name,
        **job_builder.describe(playbook),
        quiz=_describe_quiz(job_builder, playbook) if practice and practice.quiz else None,
        roleplay=_describe_roleplay(job_builder, playbook, practice.roleplay)
        if practice and practice.roleplay
        else None,
    )


def _describe_quiz(job_builder: JobBuilder, playbook: Playbook) -> dict[str, Any]:
    here = ("practice", "quiz")
    practice = playbook.practice
    options = practice.quiz.options if practice and practice.quiz else ()
    return {
        "prompt": job_builder.text(playbook, *here, "prompt"),
        "options": [
            {
                "text": job_builder.text(playbook, *here, "options", number, "text"),
                "feedback": job_builder.text(playbook, *here, "options", number, "feedback"),
                "right": option.right,
            }
            for number, option in enumerate(options)
        ],
    }


def _describe_roleplay(
    job_builder: JobBuilder, playbook: Playbook, play: RolePlay
) -> dict[str, Any]:
    here = ("practice", "roleplay")
    names = {one.id: f"Round {number}" for number, one in enumerate(play.rounds, 1)}
    names |= {one.id: f"Ending {number}" for number, one in enumerate(play.endings, 1)}
    return {
        "setting": job_builder.text(playbook, *here, "setting"),
        "rounds": [
            {
                "name": names[one.id],
                "customer": job_builder.text(playbook, *here, "rounds", number, "customer"),
                "replies": [
                    {
                        "say": job_builder.text(
                            playbook, *here, "rounds", number, "replies", place, "say", spoken=True
                        ),
                        "leads": job_builder.text(
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
                "text": job_builder.text(playbook, *here, "endings", number, "text"),
                "debrief": job_builder.text(playbook, *here, "endings", number, "debrief"),
            }
            for number, one in enumerate(play.endings)
        ],
    }
