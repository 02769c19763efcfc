"""Help me now: the urgent playbooks, each with its stop line and its first words."""

from collections.abc import Iterator

from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet
from generator.playbook import Playbook

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
    guidebook = press.guidebook
    tiles = [tile for tile in guidebook.about.right_now if tile.playbook in guidebook.by_id]
    danger = [guidebook.by_id[tile.playbook] for tile in tiles if tile.danger]
    others = [guidebook.by_id[tile.playbook] for tile in tiles if not tile.danger]
    shown = {playbook.id for playbook in (*danger, *others)}
    if danger:
        html = _write_cards(press, sheet, danger)
        yield Section("danger", "Someone may get hurt", html, "gb-danger")
    if others:
        yield Section("right-now", "Right now", _write_cards(press, sheet, others))
    for chapter in guidebook.about.chapters:
        rest = [one for one in guidebook.by_chapter[chapter.id] if one.id not in shown]
        if chapter.urgent and rest:
            html = _write_cards(press, sheet, rest)
            yield Section(f"chapter-{chapter.id}", chapter.title, html)


def _write_cards(press: Press, sheet: Sheet, playbooks: list[Playbook]) -> str:
    cards = [
        {
            "title": press.title(playbook),
            "url": playbook.url,
            "stop": playbook.stop,
            "say": playbook.say[0].say,
        }
        for playbook in playbooks
    ]
    return sheet.write("urgent.html", cards=cards)
