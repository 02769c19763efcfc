"""The ideas behind the guidebook, each with the playbooks that carry it."""

from collections.abc import Iterator
from functools import partial

from generator.model.playbook import Playbook
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

_TITLE = "The ideas behind it"
_PURPOSE = "Every idea the guidebook rests on, and where staff meet it."


def render(renderer: Renderer) -> Page:
    """The page: how tensions are settled, then the ideas, group by group."""
    return Page(
        path="ideas.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("ideas.md")
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, tuple(_write_sections(renderer, writer)))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    guidebook = renderer.guidebook
    if guidebook.rulings:
        rulings = [
            {
                "ruling": ruling,
                "playbooks": [renderer.link(guidebook.by_id[name]) for name in ruling.playbooks],
            }
            for ruling in guidebook.rulings
        ]
        html = writer.write("ideas/rulings.html", rulings=rulings)
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
                "playbooks": [renderer.link(one) for one in carriers.get(name, ())],
            }
        )
    for number, (group, entries) in enumerate(groups.items(), 1):
        html = writer.write("ideas/group.html", entries=entries)
        yield Section(f"group-{number}", group, html, "gb-wide")
