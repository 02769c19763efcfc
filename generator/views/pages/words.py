"""Words to use: what to say and what not to say, by situation, feeling and channel."""

from collections.abc import Sequence
from functools import partial
from typing import TypedDict

from generator.model.guidebook_files import Chapter
from generator.model.playbook import Avoid, Channel, Feeling, StandardPlaybook
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

_TITLE = "Words to use"
_PURPOSE = "What to say, and what not to say, by situation. Make them your own."


class Spoken(TypedDict):
    """A phrase to say: its words, where it alone fits, and where and to whom it fits at all."""

    say: str
    tags: Sequence[Channel]
    channels: Sequence[Channel]
    feelings: Sequence[Feeling]


class Situation(TypedDict):
    """A playbook with its words to say and to avoid, and what they are chosen by."""

    id: str
    title: str
    url: str
    channels: Sequence[Channel]
    feelings: Sequence[Feeling]
    say: list[Spoken]
    avoid: list[Avoid]


def render(renderer: Renderer) -> Page:
    """The page, with a section for each chapter that has playbooks."""
    return Page(
        path="words.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.PHRASES,
        write=partial(_write, renderer),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("words.md")
    guidebook = renderer.guidebook
    chapters = [
        (chapter, [_describe(renderer, one) for one in playbooks])
        for chapter in guidebook.about.chapters
        if (playbooks := guidebook.list_standard(chapter.id))
    ]
    return Content(
        lead=_write_lead(writer, chapters),
        main=tuple(
            Section(
                f"chapter-{chapter.id}",
                chapter.title,
                writer.write("phrases/situations.html", situations=situations),
                "gb-wide",
            )
            for chapter, situations in chapters
        ),
        side=(
            Section(
                "draft", "Your draft", writer.write("phrases/draft.html"), "gb-js gb-on-screen"
            ),
        ),
    )


def _write_lead(writer: PageWriter, chapters: list[tuple[Chapter, list[Situation]]]) -> str:
    """The heading, and what phrases can be chosen by."""
    phrases = [
        phrase for _, situations in chapters for one in situations for phrase in (one, *one["say"])
    ]
    feelings = [one for one in Feeling if any(one in phrase["feelings"] for phrase in phrases)]
    channels = [one for one in Channel if any(one in phrase["channels"] for phrase in phrases)]
    return writer.write(
        "phrases/lead.html",
        title=_TITLE,
        purpose=_PURPOSE,
        chapters=chapters,
        lists=[("feeling", "They feel", feelings), ("channel", "Where", channels)],
    )


def _describe(renderer: Renderer, playbook: StandardPlaybook) -> Situation:
    """A situation. A phrase that names no channel or no feeling has those of its playbook."""
    return {
        "id": playbook.id,
        "title": renderer.title(playbook),
        "url": playbook.url,
        "channels": playbook.channels,
        "feelings": playbook.feelings,
        "say": [
            {
                "say": phrase.say,
                "tags": phrase.channels,
                "channels": phrase.channels or playbook.channels,
                "feelings": phrase.feelings or playbook.feelings,
            }
            for phrase in playbook.say
        ],
        "avoid": [one for one in playbook.avoid if one.say],
    }
