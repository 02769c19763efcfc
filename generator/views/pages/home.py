"""The first page: one question, the shortcuts, and the chapters."""

from collections.abc import Iterator
from functools import partial

from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer


def render(renderer: Renderer) -> Page:
    """The page."""
    about = renderer.guidebook.about
    return Page(
        path="index.md",
        title=about.title,
        description=renderer.inline.plain(about.purpose or about.title),
        layout=Layout.HOME,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("index.md")
    return Content(writer.write("home-lead.html"), tuple(_write_sections(renderer, writer)))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    guidebook = renderer.guidebook
    tiles = [
        {
            "label": tile.label,
            "danger": tile.danger,
            "url": guidebook.by_id[tile.playbook].url,
        }
        for tile in sorted(guidebook.about.right_now, key=lambda tile: not tile.danger)
    ]
    if tiles:
        yield Section("right-now", "Right now", writer.write("home-tiles.html", tiles=tiles))
    chapters = [
        {
            "title": chapter.title,
            "url": f"{chapter.id}/",
            "count": len(guidebook.by_chapter[chapter.id]),
        }
        for chapter in guidebook.about.chapters
    ]
    yield Section("chapters", "All chapters", writer.write("home-chapters.html", chapters=chapters))
