"""The feed of what changed, in Atom: an entry for each edition, for those who follow along."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model.guidebook import Guidebook
from generator.views.changes.report import EditionChanges

PATH = "changes.xml"
TYPE = "application/atom+xml"

_ATOM = "http://www.w3.org/2005/Atom"


def make_feed(guidebook: Guidebook, changes: Sequence[EditionChanges], *, page: str) -> bytes:
    """The feed, the newest edition first; `page` is the address of the page from the top.

    Nothing in it depends on the day of the build. Without the address of the site, links are
    relative, and names are made of the guidebook's title.
    """
    about = guidebook.about
    top = f"{about.address.rstrip('/')}/" if about.address else ""
    own = top or f"guidebook:{about.title}"
    feed = Element("feed", xmlns=_ATOM)
    _add(feed, "title", f"{about.title}: what changed")
    _add(feed, "id", _name(own, "feed"))
    _add(feed, "updated", _write_time(changes[0].day))
    SubElement(SubElement(feed, "author"), "name").text = _clean(about.title)
    SubElement(feed, "link", rel="self", type=TYPE, href=f"{top}{PATH}")
    SubElement(feed, "link", rel="alternate", type="text/html", href=f"{top}{page}")
    for one in changes:
        entry = SubElement(feed, "entry")
        _add(entry, "title", f"{one.name}: {one.summary}")
        # An edition that is published again under its name is the same entry, brought up to date.
        _add(entry, "id", _name(own, f"edition {one.now.name}"))
        _add(entry, "updated", _write_time(one.day))
        SubElement(entry, "link", rel="alternate", href=f"{top}{page}#{one.mark}")
        SubElement(entry, "content", type="text").text = _clean("\n".join(_list_lines(one)))
    indent(feed)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _list_lines(one: EditionChanges) -> Iterator[str]:
    if one.must_read:
        yield "Read again:"
        yield from (f"- {each.title} ({len(each.read_again)})" for each in one.must_read)
    if one.values:
        yield "Numbers and rules:"
        yield from (f"- {each.head}{f': {each.now}' if each.now else ''}" for each in one.values)
    for heading, names in (("New:", one.added), ("Taken out:", one.removed)):
        if names:
            yield heading
            yield from (f"- {each.title}" for each in names)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _name(own: str, thing: str) -> str:
    return uuid5(NAMESPACE_URL, f"{own} {thing}").urn


def _write_time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(one for one in text if one in "\n\t" or one.isprintable())
