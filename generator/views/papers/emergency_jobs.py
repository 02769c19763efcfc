"""What papers show of an emergency: the bar, and what to do for each sign."""

import re

from generator.model.emergency_playbook import Emergency
from generator.views.dates import write_day
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder
from generator.views.papers.page_data import RunData, TextData
from generator.views.papers.template_data import BranchCardData, BranchData, EmergencyChecklistData

_DO_NOT = re.compile(r"(do not|don[’']t|never)\b", re.IGNORECASE)


def build_emergency_poster(builder: JobBuilder, playbook: Emergency) -> Job:
    """A poster of all branches, to be read from a metre."""
    return builder.finish(
        builder.name(playbook, "poster"),
        {
            **builder.describe_page(playbook),
            "first": builder.text(playbook, "first") if playbook.first else None,
            "branches": [
                _describe_branch(builder, playbook, number)
                for number in range(len(playbook.branches))
            ],
        },
        template="emergency-poster",
    )


def describe_emergency_checklist(
    builder: JobBuilder, playbook: Emergency
) -> EmergencyChecklistData:
    """The boxes to tick, and what to do when it is over."""
    return {
        **builder.describe_page(playbook),
        "purpose": builder.text(playbook, "purpose"),
        "items": builder.list_items(playbook),
        "after": builder.list_texts(playbook, "after"),
    }


def describe_branch_cards(builder: JobBuilder, playbook: Emergency) -> list[BranchCardData]:
    """One pocket card for each branch."""
    return [
        {
            "id": playbook.id,
            "branch": number,
            "title": builder.title(playbook),
            "see": builder.text(playbook, "branches", number, "see"),
            "now": builder.list_texts(playbook, "branches", number, "now"),
            "reviewed": write_day(playbook.reviewed),
            "approval": builder.approve(playbook, number) or builder.approve(playbook),
            "number": builder.number(),
        }
        for number in range(len(playbook.branches))
    ]


def _describe_branch(builder: JobBuilder, playbook: Emergency, number: int) -> BranchData:
    here = ("branches", number)
    say = playbook.branches[number].say
    return {
        "see": builder.text(playbook, *here, "see"),
        "now": builder.list_texts(playbook, *here, "now"),
        "then": builder.list_texts(playbook, *here, "then"),
        "never": [_forbid(one) for one in builder.list_texts(playbook, *here, "never")],
        "say": builder.text(playbook, *here, "say", spoken=True) if say else None,
        "approval": builder.approve(playbook, number),
    }


def _forbid(text: TextData) -> TextData:
    """The same with “Do not” in bold at its start, so that no line is taken for something to do."""
    first, *others = text["runs"]
    words = first.get("t", "")
    found = _DO_NOT.match(words)
    if found is None:
        return {**text, "runs": [{"t": "Do not: ", "bold": True}, *text["runs"]]}
    rest = words[found.end() :]
    bold: RunData = {"t": found[0], "bold": True}
    after: RunData = {**first, "t": rest}
    return {**text, "runs": [bold, after, *others]}
