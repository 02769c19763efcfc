"""For managers: what to fill in, what to read, and what is due for review."""

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from generator.model.approval import Expert
from generator.model.playbook import Audience, Playbook
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Link, PageWriter, Renderer

_TITLE = "For managers"
_PURPOSE = "Fill in the house values, know the rules, and keep the pages fresh."
_READERS = frozenset([Audience.MANAGERS, Audience.TRAINERS, Audience.BACK_OFFICE])


def render(renderer: Renderer) -> Page:
    """The page: what only the company knows, then the rules, then the reviews."""
    return Page(
        path="managers.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("managers.md")
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, tuple(_write_sections(renderer, writer)))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    values = renderer.guidebook.about.house_values
    if values:
        users = _find_users(renderer)
        entries = [
            {"value": value, "playbooks": [renderer.link(one) for one in users.get(name, ())]}
            for name, value in values.items()
        ]
        html = writer.write("managers/values.html", entries=entries)
        yield Section("house-values", "Fill in what only you know", html, "gb-wide")
    rows = [
        {
            "title": renderer.title(playbook),
            "url": playbook.url,
            "line": playbook.purpose,
            "aside": ", ".join(audience.value for audience in playbook.audience),
        }
        for chapter in renderer.guidebook.about.chapters
        for playbook in renderer.guidebook.by_chapter[chapter.id]
        if _READERS & set(playbook.audience)
    ]
    if rows:
        yield Section("read", "Written for you", writer.write("rows.html", rows=rows))
    if waiting := _list_unsigned(renderer):
        html = writer.write("managers/sign-offs.html", waiting=waiting)
        yield Section("sign-offs", "Waiting for an expert", html, "gb-wide")
    due = sorted(
        renderer.guidebook.playbooks,
        key=lambda one: (renderer.guidebook.review_due(one), one.title),
    )
    html = writer.write(
        "managers/reviews.html",
        reviews=[
            {"owner": one.owner, "due": renderer.guidebook.review_due(one)} | renderer.link(one)
            for one in due
        ],
    )
    yield Section("reviews", "Next reviews", html, "gb-wide")


class Waiting(TypedDict):
    """The pages that one kind of expert still has to approve."""

    expert: str
    pages: list[Link]


def _list_unsigned(renderer: Renderer) -> list[Waiting]:
    """Every page of which something is not approved, or has changed since, by expert."""
    found: dict[Expert, list[Link]] = {}
    for playbook in renderer.guidebook.playbooks:
        for expert in renderer.guidebook.list_waiting(playbook):
            found.setdefault(expert, []).append(renderer.link(playbook))
    return [
        {"expert": expert.value, "pages": found[expert]} for expert in Expert if expert in found
    ]


def _find_users(renderer: Renderer) -> dict[str, list[Playbook]]:
    """The playbooks that use each house value."""
    users: dict[str, list[Playbook]] = {}
    for playbook in renderer.guidebook.playbooks:
        for name in sorted(playbook.referenced):
            users.setdefault(name, []).append(playbook)
    return users
