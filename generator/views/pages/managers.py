"""For managers: what to fill in, what to read, and what is due for review."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple, TypedDict

from generator.model.approval import Expert
from generator.model.guidebook import Origin, Value
from generator.model.guidebook_files import HouseValue
from generator.model.playbook import Audience, Playbook
from generator.model.review_plan import list_reviews
from generator.views import fact_plates
from generator.views.pages.jump import Jump
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
        back_of_house=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("managers.md")
    sections = list(_write_sections(renderer, writer))
    asked = renderer.guidebook.about.house_values
    lead = writer.write(
        "managers/lead.html",
        title=_TITLE,
        purpose=_PURPOSE,
        jumps=[Jump(section.id, section.heading) for section in sections],
        asked=len(asked),
        facts_url=fact_plates.URL,
        facts_title=fact_plates.TITLE,
        answered=sum(_is_answered(renderer, name) for name in asked),
    )
    return Content(lead, tuple(sections))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    if questions := list(_list_questions(renderer)):
        html = writer.write("managers/values.html", groups=questions)
        yield Section("house-values", "Fill in what only you know", html)
    if chapters := _list_reading(renderer):
        html = writer.write("managers/reading.html", chapters=chapters)
        yield Section("read", "Written for you", html)
    if waiting := _list_unsigned(renderer):
        html = writer.write("managers/sign-offs.html", waiting=waiting)
        yield Section("sign-offs", "Waiting for an expert", html)
    html = writer.write("managers/reviews.html", reviews=_list_reviews(renderer))
    yield Section("reviews", "Next reviews", html)


class _Question(NamedTuple):
    """What the company is asked, what is known without it, and the playbooks that need it."""

    asked: HouseValue
    known: Value
    is_answered: bool
    playbooks: list[Link]


def _is_answered(renderer: Renderer, name: str) -> bool:
    """Whether the company has filled it in, or the file of its country has."""
    return renderer.guidebook.values[name].origin in (Origin.HOUSE, Origin.COUNTRY)


def _list_questions(renderer: Renderer) -> Iterator[tuple[str, int, list[_Question]]]:
    """The questions in the groups in which staff see the answers, and how many are answered."""
    values = renderer.guidebook.about.house_values
    users = _find_users(renderer)
    for group in fact_plates.list_groups(renderer.guidebook):
        questions = [
            _Question(
                values[name],
                renderer.guidebook.values[name],
                _is_answered(renderer, name),
                [renderer.link(one) for one in users.get(name, ())],
            )
            for name in group.values
            if name in values
        ]
        if questions:
            answered = sum(one.is_answered for one in questions)
            yield group.title, answered, questions


class Folder(TypedDict):
    """Links below a name."""

    name: str
    pages: list[Link]


def _list_reading(renderer: Renderer) -> list[Folder]:
    """What is written for those who lead, train or work behind the scenes, by chapter."""
    found = []
    for chapter in renderer.guidebook.about.chapters:
        own = renderer.guidebook.by_chapter[chapter.id]
        links = [renderer.link(one) for one in own if _READERS & set(one.audience)]
        if links:
            found.append(Folder(name=renderer.inline.plain(chapter.title), pages=links))
    return found


class Review(TypedDict):
    """What has to be looked at by a day, by owner."""

    due: date
    count: int
    owners: list[Folder]


def _list_reviews(renderer: Renderer) -> list[Review]:
    """The next reviews, the earliest first."""
    found: dict[date, dict[str, list[Link]]] = {}
    for review in list_reviews(renderer.guidebook):
        of_day = found.setdefault(review.due, {})
        of_day.setdefault(review.playbook.owner, []).append(renderer.link(review.playbook))
    return [
        Review(
            due=due,
            count=sum(map(len, owners.values())),
            owners=[Folder(name=name, pages=pages) for name, pages in owners.items()],
        )
        for due, owners in found.items()
    ]


def _list_unsigned(renderer: Renderer) -> list[Folder]:
    """Every page of which something is not approved, or has changed since, by expert."""
    found: dict[Expert, list[Link]] = {}
    for playbook in renderer.guidebook.playbooks:
        for expert in renderer.guidebook.list_waiting(playbook):
            found.setdefault(expert, []).append(renderer.link(playbook))
    return [Folder(name=expert.value, pages=found[expert]) for expert in Expert if expert in found]


def _find_users(renderer: Renderer) -> dict[str, list[Playbook]]:
    """The playbooks that use each house value."""
    users: dict[str, list[Playbook]] = {}
    for playbook in renderer.guidebook.playbooks:
        for name in sorted(playbook.referenced):
            users.setdefault(name, []).append(playbook)
    return users
