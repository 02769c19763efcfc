"""The first page: one question, the shortcuts, and the chapters."""

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from generator.model.guidebook_files import Tile
from generator.views.pages import house_facts, indexes, what_changed, words
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer


class Shortcut(TypedDict):
    """A tile: what it says, its pictogram if there is one, and where it leads."""

    label: str
    danger: bool
    icon: str | None
    url: str


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


def _describe_tile(renderer: Renderer, tile: Tile) -> Shortcut:
    """What a tile shows. Its pictogram is its own, its playbook's, or that of the chapter."""
    playbook = renderer.guidebook.by_id[tile.playbook]
    return {
        "label": tile.label,
        "danger": tile.danger,
        "icon": tile.icon or renderer.icon(playbook),
        "url": playbook.url,
    }


def _list_pages(renderer: Renderer) -> Iterator[Shortcut]:
    """The pages for staff across all chapters."""
    for page, icon in (
        (house_facts.render(renderer), "book-user"),
        (words.render(renderer), "message-square-quote"),
        (indexes.render_checklists(renderer), "list-checks"),
        (indexes.render_practice(renderer), "drama"),
    ):
        yield {"label": page.title, "danger": False, "icon": icon, "url": page.url}


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("index.md")
    return Content(
        writer.write("home-lead.html"),
        tuple(_write_sections(renderer, writer)),
        foot=_write_foot(renderer, writer),
    )


def _write_foot(renderer: Renderer, writer: PageWriter) -> str:
    """The last edition, with the way to what changed; nothing where there is none before it."""
    if not renderer.changes:
        return ""
    newest = renderer.changes[0]
    return writer.write("home-foot.html", name=newest.name, day=newest.day, url=what_changed.URL)


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    guidebook = renderer.guidebook
    tiles = [_describe_tile(renderer, tile) for tile in guidebook.about.right_now]
    for mark, heading, own in (
        ("danger", "Someone may get hurt", [tile for tile in tiles if tile["danger"]]),
        ("right-now", "What happens most", [tile for tile in tiles if not tile["danger"]]),
    ):
        if own:
            yield Section(mark, heading, writer.write("home-tiles.html", tiles=own))
    yield Section("recent", "Opened last", writer.write("home-recent.html"), "gb-js gb-recent")
    html = writer.write("home-tiles.html", tiles=list(_list_pages(renderer)))
    yield Section("look-up", "Look it up", html, "gb-fours")
    chapters = [
        {
            "title": chapter.title,
            "purpose": chapter.purpose,
            "icon": chapter.icon,
            "url": f"{chapter.id}/",
            "count": len(guidebook.by_chapter[chapter.id]),
        }
        for chapter in guidebook.about.chapters
    ]
    yield Section("chapters", "All chapters", writer.write("home-chapters.html", chapters=chapters))
