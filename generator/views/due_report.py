"""What has to be reviewed by what day, for people and for programs."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.review_plan import Review
from generator.views.dates import write_day


def write_text(
    guidebook: Guidebook, reviews: Sequence[Review], *, today: date, within: int | None = None
) -> str:
    """The reviews by day and owner; with `within`, only those that are due in so many days."""
    return "".join(f"{line}\n" for line in _write_lines(guidebook, reviews, today, within))


def choose(reviews: Sequence[Review], *, today: date, within: int | None) -> list[Review]:
    """Those that are due in so many days, or overdue."""
    return [one for one in reviews if within is None or one.count_days(today) <= within]


def _write_lines(
    guidebook: Guidebook, reviews: Sequence[Review], today: date, within: int | None
) -> Iterator[str]:
    chosen = choose(reviews, today=today, within=within)
    overdue = [one for one in chosen if one.count_days(today) < 0]
    contacts = {owner.name: owner.contact for owner in guidebook.about.owners}
    width = max((len(one.playbook.id) for one in chosen), default=0)
    inline = Inline(guidebook)
    for due, of_day in groupby(chosen, key=lambda one: one.due):
        yield f"Due {write_day(due)}, {_describe_days((due - today).days)}"
        for owner, own in groupby(of_day, key=lambda one: one.playbook.owner):
            contact = contacts.get(owner)
            yield f"  {owner}{f' ({inline.plain(contact)})' if contact else ''}"
            for one in own:
                yield f"    {one.playbook.id:{width}}  {inline.plain(one.playbook.title)}"
        yield ""
    yield f"Overdue: {len(overdue)} of {len(reviews)} playbook{'' if len(reviews) == 1 else 's'}."
    later = reviews[len(chosen) :]
    if later:
        yield f"The next one is due {write_day(later[0].due)}."
    if overdue:
        yield "Read it, fix what has changed, and confirm it:"
        yield f"  guidebook reviewed {overdue[0].playbook.id}"


def _describe_days(left: int) -> str:
    if left == 0:
        return "today"
    days = f"{abs(left)} day{'' if abs(left) == 1 else 's'}"
    return f"in {days}" if left > 0 else f"{days} ago"


def write_json(guidebook: Guidebook, reviews: Sequence[Review], *, today: date) -> str:
    """Write reviews as a list of objects. `days` are those left, fewer than none if overdue."""
    inline = Inline(guidebook)
    contacts = {owner.name: owner.contact for owner in guidebook.about.owners}
    return (
        json.dumps(
            [
                {
                    "id": one.playbook.id,
                    "title": inline.plain(one.playbook.title),
                    "file": one.playbook.path,
                    "url": one.playbook.url,
                    "owner": one.playbook.owner,
                    "contact": contacts.get(one.playbook.owner),
                    "reviewed": one.playbook.reviewed.isoformat(),
                    "due": one.due.isoformat(),
                    "days": one.count_days(today),
                    "overdue": one.count_days(today) < 0,
                }
                for one in reviews
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )
