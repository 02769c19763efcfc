"""Apply the editorial rules to a guidebook."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.suggestions import suggest
from generator.checks.wording import across_playbooks, lengths, word_choice
from generator.checks.wording.prose import Prose, write_plain
from generator.checks.wording.rules import RULES
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.yaml_model import Locate
from generator.problem import Problem


def find_problems(
    guidebook: Guidebook, locate: Locate, *, complete: bool = True
) -> Iterator[Problem]:
    """Yield what the editorial rules object to, but for what a playbook allows with a reason.

    Where the guidebook is not `complete`, because a file could not be read, the rules that look
    at all playbooks together are left out.
    """
    for prose in _list_manuscripts(guidebook):
        playbook = prose.playbook
        yield from _check_allowed(playbook, locate)
        for objections in (lengths.find_findings(prose), word_choice.find_findings(prose)):
            for rule, loc, message, fix, severity in objections:
                if rule not in playbook.allow:
                    place = locate(playbook.path, loc)
                    yield Problem(place, rule, message, fix, severity or RULES[rule].severity)
    if complete:
        yield from across_playbooks.find_problems(guidebook, locate)


@dataclass(frozen=True, slots=True)
class Grades:
    """How hard a playbook is to read: all of it, and its steps and stop box alone."""

    playbook: Playbook
    whole: float
    urgent: float


def measure_grades(guidebook: Guidebook) -> list[Grades]:
    """The reading grades of every playbook."""
    return [
        Grades(prose.playbook, prose.measure_grade(), prose.measure_urgent_grade())
        for prose in _list_manuscripts(guidebook)
    ]


def _list_manuscripts(guidebook: Guidebook) -> Iterator[Prose]:
    plain = write_plain(guidebook)
    for playbook in guidebook.playbooks:
        yield Prose(playbook, plain, guidebook.chapters[playbook.chapter].urgent)


def _check_allowed(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    for name in playbook.allow:
        if name not in RULES:
            yield Problem(
                locate(playbook.path, ("allow", name), of_key=True),
                "unknown-rule",
                f"There is no editorial rule called “{name}”.",
                suggest(name, RULES) or f"The rules are: {', '.join(RULES)}.",
            )
