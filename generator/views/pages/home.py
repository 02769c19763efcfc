"""The first page: one question, the shortcuts, and the chapters."""

from collections.abc import Iterator

from generator.views.pages.page import Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer


def render(renderer: Renderer) -> Page:
    """Write the page."""
    about = renderer.guidebook.about
    writer = renderer.writer("index.md")
    return Page(
        path="index.md",
        title=about.title,
        description=renderer.inline.plain(about.purpose or about.title),
        layout=Layout.HOME,
        lead=writer.write("home-lead.html"),
        main=tuple(_write_sections(renderer, writer)),
    )


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
