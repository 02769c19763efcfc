"""The job for a whole playbook on the two sides of a sheet."""

from generator.model.playbook import Playbook, StandardPlaybook
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext, find_value
from generator.views.papers.kinds import PaperKind
from generator.views.papers.page_data import TextData
from generator.views.papers.template_data import AvoidData, PhraseData, StepData


def build_two_sides(context: JobContext, playbook: Playbook) -> Job:
    """What to do first in front; behind it more to say, what not to say, and the boxes to tick."""
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # emergencies have no such paper
    builder = JobBuilder(context, PaperKind.TWO_SIDES, [playbook])
    known = context.guidebook.by_id
    return builder.finish(
        builder.name(playbook, "on two sides"),
        {
            **builder.describe(playbook),
            "why": _find(builder, playbook, "say", 0, "why"),
            "steps": _describe_steps(builder, playbook),
            "phrases": _describe_phrases(builder, playbook),
            "avoid": _describe_avoid(builder, playbook),
            "avoids_words": any(one.say for one in playbook.avoid),
            "items": builder.list_items(playbook),
            "related": [builder.text(known[name], "title") for name in playbook.related],
        },
    )


def _describe_steps(builder: JobBuilder, playbook: StandardPlaybook) -> list[StepData]:
    return [
        {
            "do": _find(builder, playbook, "steps", number, "do"),
            "say": _find(builder, playbook, "steps", number, "say", spoken=True),
            "why": _find(builder, playbook, "steps", number, "why"),
        }
        for number in range(len(playbook.steps))
    ]


def _describe_phrases(builder: JobBuilder, playbook: StandardPlaybook) -> list[PhraseData]:
    """What else there is to say; the first phrase is in front."""
    return [
        {
            "say": builder.text(playbook, "say", number, "say", spoken=True),
            "why": _find(builder, playbook, "say", number, "why"),
            "channels": ", ".join(one.capitalize() for one in phrase.channels),
        }
        for number, phrase in enumerate(playbook.say)
        if number
    ]


def _describe_avoid(builder: JobBuilder, playbook: StandardPlaybook) -> list[AvoidData]:
    return [
        {
            "words": builder.text(playbook, "avoid", number, "say", spoken=True)
            if one.say
            else builder.text(playbook, "avoid", number, "do"),
            "why": _find(builder, playbook, "avoid", number, "why"),
            "instead": _find(builder, playbook, "avoid", number, "instead", spoken=True),
        }
        for number, one in enumerate(playbook.avoid)
    ]


def _find(
    builder: JobBuilder, playbook: Playbook, *loc: str | int, spoken: bool = False
) -> TextData | None:
    if find_value(playbook, *loc) is None:
        return None
    return builder.text(playbook, *loc, spoken=spoken)
