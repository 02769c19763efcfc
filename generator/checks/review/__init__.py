"""What one file cannot know: references between files, and what is out of date."""

from collections.abc import Iterator
from datetime import date

from generator.checks import triage
from generator.checks.review import whole
from generator.checks.review.known import ANY_OWNER, Known
from generator.checks.review.playbook import PlaybookCheck
from generator.checks.review.references import check_shared_texts
from generator.checks.review.whole import find_unknown_values
from generator.model.guidebook import Guidebook
from generator.model.playbook import Kind, Playbook
from generator.model.yaml_model import Locate
from generator.problem import Problem

__all__ = ["ANY_OWNER", "Known", "find_loose_ends", "find_problems", "find_unknown_values"]


def find_problems(
    guidebook: Guidebook, locate: Locate, *, known: Known, today: date | None = None
) -> Iterator[Problem]:
    """Check a guidebook as a whole. With `today`, reviews that are overdue are told as well."""
    yield from whole.check_about(guidebook, locate, known)
    yield from whole.check_shared(guidebook, locate, known)
    yield from whole.check_queries(guidebook, locate, known)
    used: set[str] = set()
    for playbook in guidebook.playbooks:
        yield from PlaybookCheck(guidebook, playbook, locate, known, used).run(today)
    yield from check_shared_texts(guidebook, locate, known, used)
    yield from whole.check_house_values(guidebook, locate, used)
    if guidebook.triage:
        scenarios = [one.id for one in guidebook.playbooks if one.kind is Kind.SCENARIO]
        aims = triage.Aims(known.playbooks, scenarios)
        yield from triage.find_problems(guidebook.triage, locate, aims)


def find_loose_ends(
    guidebook: Guidebook, part: Playbook, locate: Locate, *, known: Known
) -> Iterator[Problem]:
    """Check the names in what could be read of a playbook that has other faults.

    Such a playbook is not in the guidebook. Where its owner could not be read stands ANY_OWNER.
    """
    yield from PlaybookCheck(guidebook, part, locate, known, set()).run(None)
