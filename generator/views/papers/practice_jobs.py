"""The jobs for papers of a practice, beside the hand-out: cue cards and the observer's sheet."""

from collections.abc import Iterator, Sequence

from generator.model.emergency_playbook import Emergency
from generator.model.playbook import Playbook
from generator.model.practice import Reply, RolePlay
from generator.views.dates import write_day
from generator.views.papers.hand_out_job import name_parts
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.practice_data import CueData

_ROLE_PLAY = ("practice", "roleplay")
_ONE_POOR = 2  # replies: a good one and another
_WORDS = 7


def build_cue_cards(context: JobContext, playbook: Playbook) -> Job:
    """Cards for whoever plays the customer, or, without a role-play, one for each question."""
    builder = JobBuilder(context, PaperKind.CUE_CARDS, [playbook])
    play = playbook.roleplay
    cues = _describe_rounds(builder, playbook, play) if play else _ask(builder, playbook)
    return builder.finish(
        builder.name(playbook, "cue cards"),
        {
            "id": playbook.id,
            "title": builder.title(playbook),
            "reviewed": write_day(playbook.reviewed),
            "approval": builder.approve(playbook),
            "number": builder.number() if isinstance(playbook, Emergency) else None,
            "cues": list(cues),
        },
    )


def build_observer(context: JobContext, playbook: Playbook) -> Job:
    """A sheet for whoever watches a practice."""
    builder = JobBuilder(context, PaperKind.OBSERVER, [playbook])
    return builder.finish(
        builder.name(playbook, "observer’s sheet"),
        {**builder.describe_page(playbook), "items": builder.list_items(playbook)},
    )


def _describe_rounds(builder: JobBuilder, playbook: Playbook, play: RolePlay) -> Iterator[CueData]:
    """A card for the setting, each round and each ending."""
    setting = builder.text(playbook, *_ROLE_PLAY, "setting")
    yield {"name": "Setting", "cue": setting, "next": [], "back": []}
    names = name_parts(play)
    for number, one in enumerate(play.rounds):
        here = (*_ROLE_PLAY, "rounds", number)
        replies = sorted(enumerate(one.replies), key=lambda reply: not reply[1].best)
        yield {
            "name": names[one.id],
            "cue": builder.text(playbook, *here, "customer"),
            "next": [
                {
                    "best": reply.best,
                    "after": _name_reply(builder, one.replies, place),
                    "leads": builder.text(playbook, *here, "replies", place, "leads"),
                    "go": names.get(reply.go, ""),
                }
                for place, reply in replies
            ],
            "back": [],
        }
    for number, ending in enumerate(play.endings):
        text = builder.text(playbook, *_ROLE_PLAY, "endings", number, "text")
        name = f"{names[ending.id]}, a {ending.outcome} end"
        yield {"name": name, "cue": text, "next": [], "back": []}


def _name_reply(builder: JobBuilder, replies: Sequence[Reply], place: int) -> str:
    """How whoever plays the customer knows a reply; of several poor ones, by their words."""
    if replies[place].best:
        return "After a good answer:"
    if len(replies) == _ONE_POOR:
        return "Otherwise:"
    words = builder.context.inline.plain(replies[place].say).split()
    start = " ".join(words[:_WORDS])
    shown = f"{start.rstrip(',;:.')}…" if len(words) > _WORDS else start
    return f"After “{shown}” or the like:"


def _ask(builder: JobBuilder, playbook: Playbook) -> Iterator[CueData]:
    """A card for each question, with the right answer on its back, if one is marked."""
    for number, one in enumerate(playbook.quizzes):
        here = ("practice", "quiz", number)
        if one.right is None:
            continue
        yield {
            "name": f"Question {number + 1}",
            "cue": builder.text(playbook, *here, "prompt"),
            "next": [],
            "back": [
                builder.text(playbook, *here, "options", one.right, name)
                for name in ("text", "feedback")
            ],
        }
