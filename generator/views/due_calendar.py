"""Reviews as a calendar that any calendar program takes in."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.review_plan import Review
from generator.views.dates import write_day


def make_calendar(guidebook: Guidebook, reviews: Iterable[Review]) -> bytes:
    """Make a day of each review. Taken in again, a review that moved moves, and none doubles."""
    calendar = Calendar()
    calendar.add("prodid", "-//guidebook//reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(f"{guidebook.about.title}: reviews"))
    for review in reviews:
        calendar.add_component(_make_event(guidebook, review))
    return bytes(calendar.to_ical(sorted=False))


def _make_event(guidebook: Guidebook, review: Review) -> Event:
    playbook, site = review.playbook, guidebook.about.address
    contacts = {owner.name: owner.contact for owner in guidebook.about.owners}
    contact = contacts.get(playbook.owner)
    inline = Inline(guidebook)
    host = (urlsplit(site).hostname if site else None) or "guidebook"
    event = Event()
    event.add("uid", f"review-{playbook.id}@{host}")
    # When it came to be, which has to be the same in every run, and later after each review.
    event.add("dtstamp", datetime.combine(playbook.reviewed, time(), UTC))
    event.add("dtstart", review.due)
    event.add("dtend", review.due + timedelta(days=1))
    event.add("summary", f"Review “{inline.plain(playbook.title)}”")
    event.add("categories", [playbook.owner])
    event.add("transp", "TRANSPARENT")
    if site:
        event.add("url", f"{site.rstrip('/')}/{playbook.url}")
    event.add(
        "description",
        f"Owner: {playbook.owner}{f' ({inline.plain(contact)})' if contact else ''}."
        f" Last reviewed on {write_day(playbook.reviewed)}.\n"
        f"Read the page, fix what has changed, and confirm it: guidebook reviewed {playbook.id}",
    )
    return event
