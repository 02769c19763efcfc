"""One edition: everything that changed in it, down to what only a few want to know."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model import paths
from generator.views.changes.items import PlaybookChanges
from generator.views.changes.listings import name_readers
from generator.views.changes.report import EditionChanges, name_edition
from generator.views.dates import write_day
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

FOLDER = "what-changed"
MANY = 30
"""With more new playbooks than that, their list is folded."""


def find_address(one: EditionChanges) -> str:
    """The address of an edition's page, from the top of the site."""
    return paths.find_address(_find_path(one))


def _find_path(one: EditionChanges) -> str:
    return f"{FOLDER}/{one.mark}.md"


def render(renderer: Renderer, one: EditionChanges) -> Page:
    """The page of one edition."""
    version = one.now.content["version"]
    when = f"in version {version}" if version else f"on {write_day(one.day)}"
    return Page(
        path=_find_path(one),
        title=f"What changed {when}",
        description="Everything that changed since the edition before, item by item.",
        layout=Layout.LIST,
        write=partial(_write, renderer, one),
        in_menu=False,
    )


def _write(renderer: Renderer, one: EditionChanges) -> Content:
    page = render(renderer, one)
    writer = renderer.writer(page.path)
    lead = writer.write(
        "what-changed/edition-lead.html",
        title=page.title,
        changes=one,
        before=name_edition(one.before).lower(),
        all_editions=f"{FOLDER}/",
    )
    return Content(lead, tuple(_write_sections(one, writer)))


def _write_sections(one: EditionChanges, writer: PageWriter) -> Iterator[Section]:
    if one.values:
        html = writer.write("what-changed/items-part.html", items=one.values)
        yield Section(f"{one.mark}-numbers-and-rules", "Numbers and rules", html)
    for group in list_groups(one):
        html = writer.write("what-changed/playbooks.html", playbooks=group.playbooks)
        yield Section(f"{one.mark}-{group.mark}", group.heading, html)
    for mark, heading, names in (
        ("new", "New", one.added),
        ("taken-out", "Taken out", one.removed),
    ):
        if names:
            html = writer.write("what-changed/names-part.html", names=names, many=MANY)
            yield Section(f"{one.mark}-{mark}", heading, html)
    if one.others:
        html = writer.write("what-changed/items-part.html", items=one.others)
        yield Section(f"{one.mark}-all-else", "All else", html)


class Group(NamedTuple):
    """The playbooks that changed for one kind of readers, what must be read again first."""

    mark: str
    heading: str
    playbooks: Sequence[PlaybookChanges]


def list_groups(one: EditionChanges) -> Iterator[Group]:
    """Those for everybody, and then those for others."""
    for readers, playbooks in one.group().items():
        heading = name_readers(readers)
        ordered = sorted(playbooks, key=lambda each: not each.read_again)
        yield Group(paths.make_slug(heading), heading, ordered)
