"""Which playbooks somebody has to look at again, by what day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook


@dataclass(frozen=True)
class Review:
    """The next review of a playbook. It is overdue on the day after the one on which it is due."""

    playbook: Playbook
    due: date

    def count_days(self, today: date) -> int:
        """How many days are left; fewer than none if it is overdue."""
        return (self.due - today).days


def list_reviews(guidebook: Guidebook, *, owners: Collection[str] = ()) -> list[Review]:
    """Every next review, or those of some owners: the earliest first, of a day by owner."""
    found = [
        Review(one, guidebook.review_due(one))
        for one in guidebook.playbooks
        if not owners or one.owner in owners
    ]
    return sorted(found, key=lambda one: (one.due, one.playbook.owner, one.playbook.title))
