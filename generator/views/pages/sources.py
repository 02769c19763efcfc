"""Where the advice comes from: every source that a playbook leans on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

from generator.model.guidebook_files import Certainty, Source
from generator.model.playbook import Playbook
from generator.views.pages.groups import Sift, write_section
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Link, Renderer

_TITLE = "Where this comes from"
_PURPOSE = "What each claim rests on, in our own words, and how sure we are of it."
_MEANINGS = {
    Certainty.VERIFIED: "seen in a primary place: the study, the standard or the law itself",
    Certainty.REPORTED: "seen in a secondary place that reports it",
    Certainty.WELL_KNOWN: "usual in the field; the work itself was not opened",
    Certainty.CONTESTED: "local, old or disputed",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a page names it."""

    id: str
    anchor: str
    byline: str
    source: Source


def cite(name: str, source: Source) -> Citation:
    """Give a source an anchor and a line that names it."""
    anchor = "source-" + re.sub(r"[^A-Za-z0-9_-]+", "-", name)
    who = source.author or source.work
    return Citation(name, anchor, f"{who}, {source.year}" if source.year else who, source)


def render(renderer: Renderer) -> Page:
    """The page."""
    return Page(
        path="sources.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
        back_of_house=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("sources.md")
    groups = list(_list_groups(renderer))
    if not groups:
        lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
        none = writer.write("sources/none.html")
        return Content(lead, (Section("all", "The sources", none),))
    counts = Counter(one["citation"].source.certainty for _, entries in groups for one in entries)
    meanings = [(one, meaning, counts[one]) for one, meaning in _MEANINGS.items()]
    how_sure = writer.write("sources/how-sure.html", meanings=meanings)
    sift = Sift(
        label="Find a source",
        kind_label="How sure",
        kinds=[one for one in _MEANINGS if counts[one]],
    )
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE, sift=sift)
    written = [
        (jump, writer.write("sources/entries.html", entries=entries)) for jump, entries in groups
    ]
    chapters = write_section(writer, "By chapter", written, noun="source")
    return Content(lead, (Section("how-sure", "How sure we are", how_sure), chapters))


class Entry(TypedDict):
    """A source, and the playbooks that rest on it."""

    citation: Citation
    playbooks: list[Link]


def _list_groups(renderer: Renderer) -> Iterator[tuple[Jump, list[Entry]]]:
    """Every source that is used, below the first chapter that uses it."""
    guidebook = renderer.guidebook
    users: dict[str, list[Playbook]] = {}
    for playbooks in guidebook.by_chapter.values():
        for playbook in playbooks:
            for name in guidebook.list_sources(playbook):
                users.setdefault(name, []).append(playbook)
    for chapter in guidebook.about.chapters:
        names = [
            name
            for name in guidebook.sources
            if name in users and users[name][0].chapter == chapter.id
        ]
        entries: list[Entry] = [
            {
                "citation": cite(name, guidebook.sources[name]),
                "playbooks": [renderer.link(one) for one in users[name]],
            }
            for name in sorted(names, key=_natural)
        ]
        if entries:
            sure = sum(one["citation"].source.certainty is Certainty.VERIFIED for one in entries)
            yield (
                Jump(
                    f"chapter-{chapter.id}",
                    chapter.title,
                    len(entries),
                    chapter.icon,
                    note=f"{sure} verified" if sure else "",
                ),
                entries,
            )


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Sort D2 before D10."""
    return [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in re.findall(r"\d+|\D+", name)
    ]
