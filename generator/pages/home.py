"""The first page: one question, the shortcuts, and the chapters."""

from collections.abc import Iterator

from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet


def render(press: Press) -> Page:
    """Write the page."""
    about = press.guidebook.about
    sheet = press.sheet("index.md")
    return Page(
        path="index.md",
        title=about.title,
        description=press.inline.plain(about.purpose or about.title),
        layout=Layout.HOME,
        lead=sheet.write("home-lead.html"),
        main=tuple(_write_sections(press, sheet)),
    )


def _write_sections(press: Press, sheet: Sheet) -> Iterator[Section]:
    guidebook = press.guidebook
    tiles = [
        {
            "label": tile.label,
            "danger": tile.danger,
            "url": guidebook.by_id[tile.playbook].url,
        }
        for tile in sorted(guidebook.about.right_now, key=lambda tile: not tile.danger)
    ]
    if tiles:
        yield Section("right-now", "Right now", sheet.write("home-tiles.html", tiles=tiles))
    chapters = [
        {
            "title": chapter.title,
            "url": f"{chapter.id}/",
            "count": len(guidebook.by_chapter[chapter.id]),
        }
        for chapter in guidebook.about.chapters
    ]
    yield Section("chapters", "All chapters", sheet.write("home-chapters.html", chapters=chapters))
