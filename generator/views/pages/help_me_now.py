"""Help me now: the urgent playbooks, and the questions that lead to the one that fits."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypedDict

from generator.model.emergency_playbook import Emergency
from generator.model.located_text import rewrite
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.playbook_items import Stop
from generator.model.triage import Answer, Question, Triage
from generator.views.emergency_call import describe_call
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.paper_parts import write_papers
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.papers.kinds import PaperKind

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
    """An answer and where it leads: to a question with its number, or to playbooks.

    `end` is the step that says first what is on them; an emergency opens at once.
    """

    say: str
    danger: bool
    question: str | None
    number: int | None
    end: str | None
    playbooks: list[Card]


def render(renderer: Renderer) -> Page:
    """The page: danger first, then the questions, then the other shortcuts."""
    return Page(
        path="help-me-now.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.TRIAGE if renderer.guidebook.triage else Layout.LIST,
        write=partial(_write, renderer),
        urgent=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("help-me-now.md")
    if triage := renderer.guidebook.triage:
        number = describe_call(renderer.guidebook, renderer.inline).number
        lead = writer.write("triage/lead.html", title=_TITLE, purpose=_PURPOSE, number=number)
        return Content(lead, tuple(_write_triage(renderer, writer, triage)))
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
    return Content(lead, tuple(_write_shortcuts(renderer, writer)))


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
            "ask": rewrite(one.ask, renderer.inline.plain),
            "replies": _list_replies(renderer, triage, one),
        }
        for one in triage.questions
    ]
    asked = {one["id"]: one["ask"] for one in questions}
    html = writer.write("triage/list.html", questions=questions, asked=asked)
    sections = [Section("list", "All questions", html)]
    sections[:0] = write_papers(writer, renderer.papers.tree, [PaperKind.TREE])
    return Content(
        lead=writer.write("list-lead.html", title=_TREE_TITLE, purpose=_TREE_PURPOSE),
        main=tuple(sections),
    )


def _write_triage(renderer: Renderer, writer: PageWriter, triage: Triage) -> Iterator[Section]:
    """The questions, and every urgent page for whoever knows its name."""
    yield from _write_questions(renderer, writer, triage)
    if groups := [
        {"title": chapter.title, "pages": [renderer.link(one) for one in playbooks]}
        for chapter in renderer.guidebook.about.chapters
        if chapter.urgent and (playbooks := renderer.guidebook.by_chapter[chapter.id])
    ]:
        html = writer.write("triage/pages.html", groups=groups)
        yield Section("pages", "All urgent pages", html, "gb-on-screen")
    html = writer.write("triage/print.html", papers=renderer.papers.tree)
    yield Section("tree", "All questions at once", html, "gb-on-screen")


def _write_shortcuts(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    """Without questions: the shortcuts of the home page, then the rest that is urgent."""
    about = renderer.guidebook.about
    tiles = {tile.playbook: tile.label for tile in about.right_now}
    danger = {tile.playbook: tile.label for tile in about.right_now if tile.danger}
    others = {name: label for name, label in tiles.items() if name not in danger}
    for mark, heading, titles, style in (
        ("danger", "Someone may get hurt", danger, "gb-danger"),
        ("right-now", "Right now", others, ""),
    ):
        if titles:
            yield Section(mark, heading, _write_cards(renderer, writer, titles), style)
    for chapter in about.chapters:
        rest = {
            playbook.id: renderer.title(playbook)
            for playbook in renderer.guidebook.by_chapter[chapter.id]
            if playbook.id not in tiles
        }
        if chapter.urgent and rest:
            html = _write_cards(renderer, writer, rest)
            yield Section(f"chapter-{chapter.id}", chapter.title, html)


def _write_questions(renderer: Renderer, writer: PageWriter, triage: Triage) -> Iterator[Section]:
    """Each question with its answers; for steps on a screen also what each answer ends at."""
    listed = [(one, _list_replies(renderer, triage, one)) for one in triage.questions]
    for question, replies in listed:
        html = writer.write("triage/replies.html", replies=replies)
        first = " gb-step--first" if question is triage.first else ""
        heading = rewrite(question.ask, renderer.inline.plain)
        yield Section(f"question-{question.id}", heading, html, f"gb-step{first}")
    for question, replies in listed:
        for answer, reply in zip(question.answers, replies, strict=True):
            if reply["end"]:
                html = writer.write(
                    "triage/end.html",
                    mark=reply["end"].removeprefix("end-"),
                    danger=answer.danger,
                    playbooks=reply["playbooks"],
                )
                yield Section(reply["end"], reply["say"], html, "gb-step gb-js")


def _list_replies(renderer: Renderer, triage: Triage, question: Question) -> list[Reply]:
    # Where every answer is dangerous, to mark them all would distinguish none.
    marks_danger = not all(answer.danger for answer in question.answers)
    replies: list[Reply] = []
    for index, answer in enumerate(question.answers):
        following = triage.find_next(answer)
        has_end = not following and not _opens_at_once(renderer, answer)
        replies.append(
            {
                "say": rewrite(answer.say, renderer.inline.plain),
                "danger": answer.danger and marks_danger,
                "question": following.id if following else None,
                "number": triage.positions[following.id] + 1 if following else None,
                "end": f"end-{question.id}-{index + 1}" if has_end else None,
                "playbooks": [] if following else _list_playbooks(renderer, answer),
            }
        )
    return replies


def _list_playbooks(renderer: Renderer, answer: Answer) -> list[Card]:
    return [_describe(renderer, renderer.guidebook.by_id[name]) for name in answer.go]


def _opens_at_once(renderer: Renderer, answer: Answer) -> bool:
    """Whether there is one page to open, and it is an emergency: it begins with what to do."""
    known = renderer.guidebook.by_id
    return len(answer.go) == 1 and isinstance(known.get(answer.go[0]), Emergency)


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
