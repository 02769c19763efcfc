"""The ideas behind the guidebook, each with the playbooks that carry it."""

from collections.abc import Iterator

from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet
from generator.playbook import Playbook

_TITLE = "The ideas behind it"
_PURPOSE = "Every idea the guidebook stands on, and where staff meet it."


def render(press: Press) -> Page:
    """Write the page: how tensions are settled, then the ideas, group by group."""
    sheet = press.sheet("ideas.md")
    return Page(
        path="ideas.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=sheet.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=tuple(_write_sections(press, sheet)),
    )


def _write_sections(press: Press, sheet: Sheet) -> Iterator[Section]:
    guidebook = press.guidebook
    if guidebook.rulings:
        rulings = [
            {
                "ruling": ruling,
                "playbooks": [_link(press, guidebook.by_id[name]) for name in ruling.playbooks],
            }
            for ruling in guidebook.rulings
        ]
        html = sheet.write("ideas/rulings.html", rulings=rulings)
        yield Section("rulings", "Where two ideas pull apart", html, "gb-wide")
    carriers: dict[str, list[Playbook]] = {}
    for playbook in guidebook.playbooks:
        for name in playbook.ideas:
            carriers.setdefault(name, []).append(playbook)
    groups: dict[str, list[dict[str, object]]] = {}
    for name, idea in guidebook.ideas.items():
        groups.setdefault(idea.group, []).append(
            {
                "id": name,
                "idea": idea,
                "playbooks": [_link(press, one) for one in carriers.get(name, ())],
            }
        )
    for number, (group, entries) in enumerate(groups.items(), 1):
        html = sheet.write("ideas/group.html", entries=entries)
        yield Section(f"group-{number}", group, html, "gb-wide")


def _link(press: Press, playbook: Playbook) -> dict[str, str]:
    return {"title": press.title(playbook), "url": playbook.url}
