"""The ideas behind the guidebook, each with the playbooks that carry it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.model.playbook import Playbook
from generator.views.pages.groups import Sift, write_section
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page
from generator.views.pages.renderer import Renderer

_TITLE = "The ideas behind it"
_PURPOSE = "Every idea the guidebook rests on, and where staff meet it."

_Group = tuple[Jump, Sequence[Mapping[str, object]]]


def render(renderer: Renderer) -> Page:
    """The page: how tensions are settled, then the ideas, group by group."""
    return Page(
        path="ideas.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
        back_of_house=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("ideas.md")
    groups = [
        (jump, writer.write("ideas/entries.html", entries=entries))
        for jump, entries in (*_list_rulings(renderer), *_list_ideas(renderer))
    ]
    sift = Sift(label="Find an idea")
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE, sift=sift)
    section = write_section(
        writer,
        "By subject",
        groups,
        noun="idea",
    )
    return Content(lead, (section,))


def _list_rulings(renderer: Renderer) -> Iterator[_Group]:
    guidebook = renderer.guidebook
    rulings = [
        {
            "id": ruling.id,
            "ruling": ruling,
            "playbooks": [renderer.link(guidebook.by_id[name]) for name in ruling.playbooks],
        }
        for ruling in guidebook.rulings
    ]
    if rulings:
        jump = Jump("rulings", "Where two ideas pull apart", len(rulings))
        yield jump, rulings


def _list_ideas(renderer: Renderer) -> Iterator[_Group]:
    guidebook = renderer.guidebook
    carriers: dict[str, list[Playbook]] = {}
    for playbook in guidebook.playbooks:
        for name in playbook.ideas:
            carriers.setdefault(name, []).append(playbook)
    groups: dict[str, list[Mapping[str, object]]] = {}
    for name, idea in guidebook.ideas.items():
        groups.setdefault(idea.group, []).append(
            {
                "id": name,
                "ruling": None,
                "idea": idea,
                "playbooks": [renderer.link(one) for one in carriers.get(name, ())],
            }
        )
    for number, (group, entries) in enumerate(groups.items(), 1):
        yield Jump(f"group-{number}", group, len(entries)), entries
