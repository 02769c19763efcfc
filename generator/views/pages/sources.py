"""Where the advice comes from: every source that a playbook leans on."""

import re
from dataclasses import dataclass
from functools import partial

from generator.model.guidebook_files import Certainty, Source
from generator.model.playbook import Playbook
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

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
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("sources.md")
    users: dict[str, list[Playbook]] = {}
    for playbook in renderer.guidebook.playbooks:
        for name in renderer.guidebook.list_sources(playbook):
            users.setdefault(name, []).append(playbook)
    entries = [
        {
            "citation": cite(name, renderer.guidebook.sources[name]),
            "playbooks": [renderer.link(one) for one in users[name]],
        }
        for name in sorted(users.keys() & renderer.guidebook.sources.keys(), key=_natural)
    ]
    return Content(
        lead=writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=(
            Section(
                "how-sure",
                "How sure we are",
                writer.write("sources/how-sure.html", meanings=_MEANINGS),
            ),
            Section(
                "all", "The sources", writer.write("sources/all.html", entries=entries), "gb-wide"
            ),
        ),
    )


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Sort D2 before D10."""
    return [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in re.findall(r"\d+|\D+", name)
    ]
