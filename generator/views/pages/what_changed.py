"""What changed: what staff must read again since the last edition, and the way to older ones."""

from collections.abc import Iterator
from functools import partial

from generator.model.guidebook_files import PapersMade
from generator.views.changes import feed
from generator.views.changes.report import EditionChanges, name_edition
from generator.views.dates import write_day
from generator.views.pages import edition_page
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

TITLE = "What changed"
URL = f"{edition_page.FOLDER}/"
PATH = f"{edition_page.FOLDER}.md"
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
    newest, *older = renderer.changes
    yield Section(newest.mark, _name(newest), _write_newest(writer, newest))
    if older:
        editions = [
            {
                "mark": one.mark,
                "name": _name(one),
                "url": edition_page.find_address(one),
                "summary": one.summary,
            }
            for one in older
        ]
        html = writer.write("what-changed/older.html", editions=editions)
        yield Section("older-editions", "Older editions", html)


def _name(one: EditionChanges) -> str:
    return f"{one.name}, {write_day(one.day)}"


def _write_newest(writer: PageWriter, one: EditionChanges) -> str:
    return writer.write(
        "what-changed/newest.html",
        changes=one,
        before=name_edition(one.before).lower(),
        url=edition_page.find_address(one),
        groups=list(edition_page.list_groups(one)),
        many=edition_page.MANY,
    )
