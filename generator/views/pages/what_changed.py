"""What changed: from edition to edition, what staff must read again, item by item."""

from collections.abc import Iterator
from functools import partial

from generator.model.guidebook_files import PapersMade
from generator.views.changes import feed
from generator.views.changes.listings import name_readers
from generator.views.changes.report import EditionChanges, name_edition
from generator.views.dates import write_day
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

TITLE = "What changed"
PATH = "what-changed.md"
URL = "what-changed/"
MANY = 30
"""With more new playbooks than that, their list is folded."""

_PURPOSE = "What to read again since the last edition, and what is new."


def render(renderer: Renderer) -> Page:
    """The page; there is one only if there are two editions to compare."""
    return Page(
        path=PATH,
        title=TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
        in_menu=False,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(PATH)
    lead = writer.write(
        "what-changed/lead.html",
        title=TITLE,
        purpose=_PURPOSE,
        papers=renderer.papers.changes,
        asked=renderer.guidebook.about.papers is PapersMade.ON_REQUEST,
        feed=feed.PATH,
    )
    return Content(lead, tuple(_write_sections(renderer, writer)))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    for number, one in enumerate(renderer.changes):
        heading = f"{one.name}, {write_day(one.day)}"
        yield Section(one.mark, heading, _write_edition(writer, one, is_newest=number == 0))


def _write_edition(writer: PageWriter, one: EditionChanges, *, is_newest: bool) -> str:
    groups = [
        (name_readers(readers), sorted(playbooks, key=lambda one: not one.read_again))
        for readers, playbooks in one.group().items()
    ]
    return writer.write(
        "what-changed/edition.html",
        changes=one,
        before=name_edition(one.before).lower(),
        before_day=write_day(one.before.day),
        groups=groups,
        many=MANY,
        is_newest=is_newest,
    )
