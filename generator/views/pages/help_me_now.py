"""Help me now: the urgent playbooks, and the questions that lead to the one that fits."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypedDict

from generator.model.playbook import Playbook, StandardPlaybook, Stop
from generator.model.triage import Answer, Question, Triage
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

_TITLE = "Help me now"
_PURPOSE = "Get safe first. Then open the page that fits."
_TREE_TITLE = "Help me now, on paper"
_TREE_PURPOSE = "Start at question 1. Safety comes before service."


class Card(TypedDict):
    """A playbook with what is read of it in a hurry."""

    id: str
    title: str
    chapter: str
    url: str
    stop: Stop | None
    say: str | None


class Reply(TypedDict):
    """An answer and where it leads: to a question with its number, or to playbooks."""

    say: str
    danger: bool
    question: str | None
    number: int | None
    end: str
    playbooks: list[Card]


def render(renderer: Renderer) -> Page:
    """The page: danger first, then the questions, then the other shortcuts."""
    return Page(
        path="help-me-now.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.TRIAGE if renderer.guidebook.triage else Layout.LIST,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("help-me-now.md")
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, tuple(_write_sections(renderer, writer)))


def render_tree(renderer: Renderer, triage: Triage) -> Page:
    """The page with links to the questions on paper, and the same as a list."""
    return Page(
        path="help-me-now/tree.md",
        title=_TREE_TITLE,
        description=_TREE_PURPOSE,
        layout=Layout.TRIAGE,
        write=partial(_write_tree, renderer, triage),
    )


def _write_tree(renderer: Renderer, triage: Triage) -> Content:
    writer = renderer.writer("help-me-now/tree.md")
    questions = [
        {
            "id": one.id,
            "ask": renderer.inline.plain(one.ask),
            "replies": _list_replies(renderer, one),
        }
        for one in triage.questions
    ]
    sections = [
        Section("list", "All questions", writer.write("triage/list.html", questions=questions))
    ]
    if papers := renderer.papers.tree:
        html = writer.write("playbook/papers.html", papers=papers)
        sections.insert(0, Section("papers", "On paper", html, "gb-on-screen"))
    return Content(
        lead=writer.write("list-lead.html", title=_TREE_TITLE, purpose=_TREE_PURPOSE),
        main=tuple(sections),
    )


def _write_sections(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    about = renderer.guidebook.about
    triage = renderer.guidebook.triage
    tiles = {tile.playbook: tile.label for tile in about.right_now}
    danger = {tile.playbook: tile.label for tile in about.right_now if tile.danger}
    others = {name: label for name, label in tiles.items() if name not in danger}
    if danger:
        # Above the questions they are short, so that both fit on a phone's first screen.
        html = (_write_tiles if triage else _write_cards)(renderer, writer, danger)
        yield Section("danger", "Someone may get hurt", html, "gb-danger")
    if triage:
        yield from _write_questions(renderer, writer, triage)
    if others:
        yield Section("right-now", "Right now", _write_cards(renderer, writer, others))
    for chapter in about.chapters:
        rest = {
            playbook.id: renderer.title(playbook)
            for playbook in renderer.guidebook.by_chapter[chapter.id]
            if playbook.id not in tiles
        }
        if chapter.urgent and rest:
            html = _write_cards(renderer, writer, rest)
            yield Section(f"chapter-{chapter.id}", chapter.title, html)
    if triage:
        html = writer.write("triage/print.html", papers=renderer.papers.tree)
        yield Section("tree", "All at once", html, "gb-on-screen")


def _write_questions(renderer: Renderer, writer: PageWriter, triage: Triage) -> Iterator[Section]:
    """Each question with its answers; for steps on a screen also what each answer ends at."""
    plain = renderer.inline.plain
    for question in triage.questions:
        html = writer.write("triage/replies.html", replies=_list_replies(renderer, question))
        first = " gb-step--first" if question is triage.first else ""
        yield Section(f"question-{question.id}", plain(question.ask), html, f"gb-step{first}")
    for question in triage.questions:
        for index, answer in enumerate(question.answers):
            if triage.find_next(answer) is None:
                html = writer.write(
                    "triage/end.html",
                    mark=f"{question.id}-{index + 1}",
                    danger=answer.danger,
                    playbooks=_list_playbooks(renderer, answer),
                )
                yield Section(_end(question, index), plain(answer.say), html, "gb-step gb-js")


def _list_replies(renderer: Renderer, question: Question) -> list[Reply]:
    triage = renderer.guidebook.triage
    assert triage is not None  # noqa: S101  # the question is one of its own
    numbers = {name: number for number, name in enumerate(triage.by_id, 1)}
    replies: list[Reply] = []
    for index, answer in enumerate(question.answers):
        following = triage.find_next(answer)
        replies.append(
            {
                "say": renderer.inline.plain(answer.say),
                "danger": answer.danger,
                "question": following.id if following else None,
                "number": numbers[following.id] if following else None,
                "end": _end(question, index),
                "playbooks": [] if following else _list_playbooks(renderer, answer),
            }
        )
    return replies


def _list_playbooks(renderer: Renderer, answer: Answer) -> list[Card]:
    return [_describe(renderer, renderer.guidebook.by_id[name]) for name in answer.go]


def _end(question: Question, index: int) -> str:
    return f"end-{question.id}-{index + 1}"


def _write_tiles(renderer: Renderer, writer: PageWriter, titles: Mapping[str, str]) -> str:
    tiles = [
        {"label": label, "danger": True, "url": renderer.guidebook.by_id[name].url}
        for name, label in titles.items()
    ]
    return writer.write("home-tiles.html", tiles=tiles)


def _write_cards(renderer: Renderer, writer: PageWriter, titles: Mapping[str, str]) -> str:
    """Write a card for each playbook, under the title that it goes by here."""
    cards = [
        {**_describe(renderer, renderer.guidebook.by_id[name]), "title": title}
        for name, title in titles.items()
    ]
    return writer.write("urgent.html", cards=cards)


def _describe(renderer: Renderer, playbook: Playbook) -> Card:
    return {
        "id": playbook.id,
        "title": renderer.title(playbook),
        "chapter": renderer.guidebook.chapters[playbook.chapter].title,
        "url": playbook.url,
        "stop": playbook.stop if isinstance(playbook, StandardPlaybook) else None,
        "say": playbook.say[0].say if isinstance(playbook, StandardPlaybook) else None,
    }
