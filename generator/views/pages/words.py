"""Words to use: what to say and what not to say, by situation, feeling and channel."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypedDict

from generator.model import paths
from generator.model.guidebook_files import Chapter
from generator.model.playbook import StandardPlaybook
from generator.model.playbook_items import Avoid, Channel, Feeling, Phrase
from generator.views.pages import list_parts
from generator.views.pages.list_parts import Part
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer

_URL = "words/"
_PATH = "words.md"
_TITLE = "Words to use"
_PURPOSE = "What to say, and what not to say, by situation. Make them your own."


class Situation(TypedDict):
    """A playbook with its words to say and to avoid, and what they are chosen by.

    A phrase that names no channel or no feeling has those of its playbook.
    """

    id: str
    title: str
    url: str
    readers: Sequence[str]
    channels: Sequence[Channel]
    feelings: Sequence[Feeling]
    say: Sequence[Phrase]
    avoid: Sequence[Avoid]


def render(renderer: Renderer) -> Page:
    """The page, with a section for each chapter that has playbooks; or with the ways to them."""
    is_cut = list_parts.is_cut(renderer, _URL)
    return Page(
        path=_PATH,
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.INDEX if is_cut else Layout.PHRASES,
        write=partial(_write_overview if is_cut else _write_all, renderer),
    )


def render_parts(renderer: Renderer) -> Iterator[Page]:
    """A page for each part, where there is too much for one."""
    if not list_parts.is_cut(renderer, _URL):
        return
    for part, playbooks in _cut(renderer):
        path = part.find_path(_URL)
        yield Page(
            path=path,
            title=f"{_TITLE}: {part.title}",
            description=_PURPOSE,
            layout=Layout.PHRASES,
            write=partial(_write, renderer, path, part.title, [(part.chapter, playbooks)]),
            chapter=part.chapter.id,
            part_of=_TITLE,
        )


def _cut(renderer: Renderer) -> Iterator[tuple[Part, Sequence[StandardPlaybook]]]:
    guidebook = renderer.guidebook
    for chapter in guidebook.about.chapters:
        yield from list_parts.cut(renderer, chapter, guidebook.list_standard(chapter.id))


def _write_overview(renderer: Renderer) -> Content:
    writer = renderer.writer(_PATH)
    lead = writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE)
    ways = [part for part, _ in _cut(renderer)]
    return Content(lead, (list_parts.write_overview(writer, _URL, ways),))


def _write_all(renderer: Renderer) -> Content:
    guidebook = renderer.guidebook
    chapters = [
        (chapter, playbooks)
        for chapter in guidebook.about.chapters
        if (playbooks := guidebook.list_standard(chapter.id))
    ]
    return _write(renderer, _PATH, _TITLE, chapters)


def _write(
    renderer: Renderer,
    path: str,
    title: str,
    listed: Sequence[tuple[Chapter, Sequence[StandardPlaybook]]],
) -> Content:
    writer = renderer.writer(path)
    chapters = [
        (chapter, [_describe(renderer, one) for one in playbooks]) for chapter, playbooks in listed
    ]
    return Content(
        lead=_write_lead(writer, path, title, chapters),
        main=tuple(
            Section(
                f"chapter-{chapter.id}",
                chapter.title,
                renderer.keep(
                    partial(_write_chapter, writer, chapter, situations),
                    f"{path} {chapter.id}",
                    playbooks,
                ),
                "gb-wide",
            )
            for (chapter, situations), (_, playbooks) in zip(chapters, listed, strict=True)
        ),
        side=(
            Section(
                "draft",
                "Your draft",
                writer.write("phrases/draft.html"),
                "gb-tray gb-js gb-on-screen",
            ),
        ),
    )


def _write_chapter(writer: PageWriter, chapter: Chapter, situations: list[Situation]) -> str:
    return writer.write(
        "phrases/chapter.html",
        chapter=chapter,
        situations=situations,
        phrases=sum(len(one["say"]) for one in situations),
    )


def _write_lead(
    writer: PageWriter, path: str, title: str, chapters: list[tuple[Chapter, list[Situation]]]
) -> str:
    """The heading, and what phrases can be chosen by."""
    named = {
        name
        for _, situations in chapters
        for one in situations
        for line in [
            (one["channels"], one["feelings"]),
            *((p.channels, p.feelings) for p in one["say"]),
        ]
        for name in (*line[0], *line[1])
    }
    return writer.write(
        "phrases/lead.html",
        title=title,
        purpose=_PURPOSE,
        here=paths.find_address(path),
        overview="" if path == _PATH else _URL,
        list_title=_TITLE,
        lists=[
            ("feeling", "They feel", "Anything", [one for one in Feeling if one in named]),
            ("channel", "Where", "Anywhere", [one for one in Channel if one in named]),
        ],
    )


def _describe(renderer: Renderer, playbook: StandardPlaybook) -> Situation:
    """A situation. Without channels it fits everywhere, but not what managers say among staff."""
    return {
        "id": playbook.id,
        "title": renderer.title(playbook),
        "url": playbook.url,
        "readers": playbook.readers,
        "channels": playbook.channels or ([] if playbook.readers else list(Channel)),
        "feelings": playbook.feelings,
        "say": playbook.say,
        "avoid": [one for one in playbook.avoid if one.say],
    }
