"""When a playbook was last reviewed, and when it has to be again."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.problem import Group, Rule, Severity


@playbook_check(
    Rule(
        id="date-to-come",
        group=Group.UPKEEP,
        summary="The day of the last review is not in the future.",
        why="The next review would come too late.",
        fault="reviewed: 2126-11-20",
        fix="reviewed: 2026-11-20",
        severity=Severity.WARNING,
    )
)
def find_date_to_come(one: PlaybookContext) -> Iterator[Finding]:
    """Find a review on a day that has not come yet."""
    reviewed, today = one.playbook.reviewed, one.whole.today
    if today and reviewed > today:
        yield Finding(
            one.place("reviewed"),
            f"“reviewed” is {reviewed}, a day that has not come yet.",
            "Write the day on which someone last checked this playbook.",
        )


@playbook_check(
    Rule(
        id="overdue",
        group=Group.UPKEEP,
        summary="A playbook is reviewed by the day on which its review is due.",
        why="Names, numbers and laws change, and nobody notices on the page.",
        fault="reviewed: 2016-11-20\nreview_every: 12",
        fix="reviewed: 2026-11-20\nreview_every: 12",
        severity=Severity.WARNING,
    )
)
def find_overdue_review(one: PlaybookContext) -> Iterator[Finding]:
    """Find a review that was due before today."""
    due, today = one.whole.guidebook.review_due(one.playbook), one.whole.today
    if today and due < today:
        yield Finding(
            one.place("reviewed"),
            f"The review was due on {due}.",
            "Read the playbook, fix what has changed, and write today’s date after  reviewed:",
        )
