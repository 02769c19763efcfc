"""The job for the poor version: a role-play that goes wrong, for two to read aloud."""

from generator.model.playbook import Playbook
from generator.model.roleplay_ways import find_poor_way
from generator.views.papers.hand_out_job import name_parts
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.practice_data import PoorTurnData

_ROLE_PLAY = ("practice", "roleplay")


def build_poor_version(context: JobContext, playbook: Playbook) -> Job:
    """The script of a playbook whose role-play can go wrong."""
    builder = JobBuilder(context, PaperKind.POOR_VERSION, [playbook])
    play = playbook.roleplay
    way = find_poor_way(play) if play else None
    if play is None or way is None:  # pragma: no cover  # such a playbook has no paper of this kind
        raise ValueError(playbook.id)
    names = name_parts(play)

    def describe(number: int, chosen: int) -> PoorTurnData:
        here = (*_ROLE_PLAY, "rounds", number)
        replies = play.rounds[number].replies
        best = next((place for place, reply in enumerate(replies) if reply.best), None)
        return {
            "name": names[play.rounds[number].id],
            "customer": builder.text(playbook, *here, "customer"),
            "say": builder.text(playbook, *here, "replies", chosen, "say", spoken=True),
            "leads": builder.text(playbook, *here, "replies", chosen, "leads"),
            "better": None
            if best is None
            else builder.text(playbook, *here, "replies", best, "say", spoken=True),
        }

    end = (*_ROLE_PLAY, "endings", way.ending)
    return builder.finish(
        builder.name(playbook, "poor version"),
        {
            **builder.describe_page(playbook),
            "setting": builder.text(playbook, *_ROLE_PLAY, "setting"),
            "turns": [describe(*turn) for turn in way.turns],
            "ending": {
                "name": "How it ends",
                "outcome": play.endings[way.ending].outcome.value,
                "text": builder.text(playbook, *end, "text"),
                "debrief": builder.text(playbook, *end, "debrief"),
            },
        },
    )
