"""For managers: what to fill in, what to read, and what is due for review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.model.approval import Expert
from generator.model.guidebook import Origin, Value
from generator.model.guidebook_files import HouseValue
from generator.model.playbook import Audience, Playbook
from generator.model.review_plan import list_reviews
from generator.views import fact_plates
from generator.views.dates import write_day
from generator.views.pages import what_changed
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Link, PageWriter, Renderer
from generator.views.papers import session_words

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
    lead = writer.write("managers/lead.html", title=_TITLE, purpose=_PURPOSE)
    tasks = writer.write("managers/tasks.html", tasks=list(_list_tasks(renderer)))
    sections = _write_sections(renderer, writer)
    return Content(lead, (Section("today", "To do", tasks), *sections))


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    if groups := list(_list_questions(renderer)):
        html = writer.write("managers/values.html", groups=groups)
        yield Section("house-values", "What only you know", html)
    for mark, heading, folders in (
        ("sign-offs", "Waiting for an expert", _list_unsigned(renderer)),
        ("reviews", "Next reviews", _list_reviews(renderer)),
        ("read", "Written for you", _list_reading(renderer)),
    ):
        if folders:
            html = writer.write("managers/folders.html", folders=folders)
            yield Section(mark, heading, html)


@dataclass(frozen=True, kw_only=True)
class _Task:
    """Something to do, why, and the one link that leads to it.

    What is counted later is known only on the day on which the page is read.
    """

    icon: str
    lead: str
    why: str
    act: str
    mark: str = ""
    url: str = ""
    is_done: bool = False
    is_counted_later: bool = False


def _list_tasks(renderer: Renderer) -> Iterator[_Task]:
    guidebook = renderer.guidebook
    asked = guidebook.about.house_values
    if asked:
        yield _describe_values(len(asked), sum(_is_answered(renderer, name) for name in asked))
    if reviews := list_reviews(guidebook):
        due = reviews[0].due
        count = sum(one.due == due for one in reviews)
        yield _Task(
            icon="calendar-clock",
            lead="Read again what is due",
            why=f"Next: {count} page{'s' if count > 1 else ''} by {write_day(due)}.",
            act="See which",
            mark="#reviews",
            is_counted_later=True,
        )
    if count := sum(len(guidebook.list_waiting(one)) for one in guidebook.playbooks):
        yield _Task(
            icon="badge-check",
            lead=f"Get {count} approval{'s' if count > 1 else ''}",
            why="Pages about life, limb or law that no expert has approved as they are now.",
            act="See which",
            mark="#sign-offs",
        )
    yield _Task(
        icon="presentation",
        lead="Hold a short session",
        why="Ten minutes are enough. The plan, the papers and the slides are made for you.",
        act="Plan it",
        url=session_words.URL,
    )
    if renderer.changes:
        newest = renderer.changes[0]
        yield _Task(
            icon="newspaper",
            lead="Tell staff what changed",
            why=f"{newest.name}, {write_day(newest.day)}.",
            act="Read it",
            url=what_changed.URL,
        )


def _describe_values(asked: int, answered: int) -> _Task:
    left = asked - answered
    if not left:
        return _Task(
            icon="circle-check",
            lead=f"All {asked} house values are filled in" if asked > 1 else "It is filled in",
            why=f"Staff see them on “{fact_plates.TITLE}”.",
            act="Look at it",
            url=fact_plates.URL,
            is_done=True,
        )
    return _Task(
        icon="pencil-line",
        lead=f"Fill in {left} house value{'s' if left > 1 else ''}",
        why=f"{answered} of {asked} filled in. The rest shows as common words, or as “not set”.",
        act="See which",
        mark="#house-values",
    )


class _Question(NamedTuple):
    """What the company is asked, what is known without it, and the playbooks that need it."""

    asked: HouseValue
    known: Value
    is_answered: bool
    playbooks: list[Link]


def _is_answered(renderer: Renderer, name: str) -> bool:
    """Whether the company has filled it in, or the file of its country has."""
    return renderer.guidebook.values[name].origin in (Origin.HOUSE, Origin.COUNTRY)


def _list_questions(renderer: Renderer) -> Iterator[tuple[Jump, list[_Question]]]:
    """The questions in the groups in which staff see the answers."""
    values = renderer.guidebook.about.house_values
    users = _find_users(renderer)
    for number, group in enumerate(fact_plates.list_groups(renderer.guidebook), 1):
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
            summary = f"{answered} of {len(questions)}"
            yield Jump(f"values-{number}", group.title, summary=summary), questions


class _Part(NamedTuple):
    """Links below a name, which may be empty."""

    name: str
    pages: list[Link]


class _Folder(NamedTuple):
    """A fold with links in it; `due` is the day until which they wait, if there is one."""

    jump: Jump
    parts: Sequence[_Part]
    due: date | None = None


def _list_reading(renderer: Renderer) -> list[_Folder]:
    """What is written for those who lead, train or work behind the scenes, by chapter."""
    found = []
    for chapter in renderer.guidebook.about.chapters:
        own = renderer.guidebook.by_chapter[chapter.id]
        links = [renderer.link(one) for one in own if _READERS & set(one.audience)]
        if links:
            jump = Jump(f"read-{chapter.id}", chapter.title, len(links), chapter.icon)
            found.append(_Folder(jump, [_Part("", links)]))
    return found


def _list_reviews(renderer: Renderer) -> list[_Folder]:
    """The next reviews by day, the earliest first, and those of a day by owner."""
    days: dict[date, dict[str, list[Link]]] = {}
    for review in list_reviews(renderer.guidebook):
        of_day = days.setdefault(review.due, {})
        of_day.setdefault(review.playbook.owner, []).append(renderer.link(review.playbook))
    return [
        _Folder(
            Jump(f"due-{due}", f"By {write_day(due)}", sum(map(len, owners.values()))),
            [_Part(name, pages) for name, pages in owners.items()],
            due,
        )
        for due, owners in days.items()
    ]


def _list_unsigned(renderer: Renderer) -> list[_Folder]:
    """Every page of which something is not approved, or has changed since, by expert."""
    found: dict[Expert, list[Link]] = {}
    for playbook in renderer.guidebook.playbooks:
        for expert in renderer.guidebook.list_waiting(playbook):
            found.setdefault(expert, []).append(renderer.link(playbook))
    return [
        _Folder(
            Jump(f"sign-off-{expert.value}", expert.value.capitalize(), len(found[expert])),
            [_Part("", found[expert])],
        )
        for expert in Expert
        if expert in found
    ]


def _find_users(renderer: Renderer) -> dict[str, list[Playbook]]:
    """The playbooks that use each house value."""
    users: dict[str, list[Playbook]] = {}
    for playbook in renderer.guidebook.playbooks:
        for name in sorted(playbook.referenced):
            users.setdefault(name, []).append(playbook)
    return users
