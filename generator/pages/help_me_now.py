"""Help me now: the urgent playbooks, each with its stop line and its first words."""

from collections.abc import Iterator, Mapping

from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet

_TITLE = "Help me now"
_PURPOSE = "Get safe first. Then open the page that fits."


def render(press: Press) -> Page:
    """Write the page: danger first, then the other shortcuts, then what is urgent besides."""
    sheet = press.sheet("help-me-now.md")
    return Page(
        path="help-me-now.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=sheet.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=tuple(_write_sections(press, sheet)),
    )


def _write_sections(press: Press, sheet: Sheet) -> Iterator[Section]:
    about = press.guidebook.about
    tiles = {tile.playbook: tile.label for tile in about.right_now}
    danger = {tile.playbook: tile.label for tile in about.right_now if tile.danger}
    others = {name: label for name, label in tiles.items() if name not in danger}
    if danger:
        yield Section(
            "danger", "Someone may get hurt", _write_cards(press, sheet, danger), "gb-danger"
        )
    if others:
        yield Section("right-now", "Right now", _write_cards(press, sheet, others))
    for chapter in about.chapters:
        rest = {
            playbook.id: press.title(playbook)
            for playbook in press.guidebook.by_chapter[chapter.id]
            if playbook.id not in tiles
        }
        if chapter.urgent and rest:
            html = _write_cards(press, sheet, rest)
            yield Section(f"chapter-{chapter.id}", chapter.title, html)


def _write_cards(press: Press, sheet: Sheet, titles: Mapping[str, str]) -> str:
    """Write a card for each playbook, under the title that it goes by here."""
    playbooks = ((title, press.guidebook.by_id[name]) for name, title in titles.items())
    cards = [
        {
            "id": playbook.id,
            "title": title,
            "url": playbook.url,
            "stop": playbook.stop,
            "say": playbook.say[0].say,
        }
        for title, playbook in playbooks
    ]
    return sheet.write("urgent.html", cards=cards)
