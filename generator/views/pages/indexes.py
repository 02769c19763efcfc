"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.guidebook_files import Chapter
from generator.model.playbook import Playbook
from generator.views.pages import list_parts, training
from generator.views.pages.groups import Sift, write_section
from generator.views.pages.jump import Jump
from generator.views.pages.list_parts import Part
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.practice_parts import describe_practice
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.rows import Row, Start, find_opening, list_sheets
from generator.views.papers.kinds import PaperKind

_SIFT = Sift(label="Find a situation")


@dataclass(frozen=True, kw_only=True)
class _List:
    """A list of the playbooks that `describe` has something to say about.

    `noun` is what one of them is called; `write_first` writes what stands before them.
    """

    url: str
    title: str
    purpose: str
    noun: str
    describe: Callable[[Renderer, Playbook], Row | None]
    write_first: Callable[[Renderer, PageWriter], Iterator[Section]]

    @property
    def path(self) -> str:
        return f"{self.url.rstrip('/')}.md"


def render_checklists(renderer: Renderer) -> Page:
    """The list of checklists. Each link leads straight to the boxes."""
    return _render(renderer, _CHECKLISTS)


def render_practice(renderer: Renderer) -> Page:
    """The list of quizzes and role-plays."""
    return _render(renderer, _PRACTICE)


def render_parts(renderer: Renderer) -> Iterator[Page]:
    """A page for each part of both, where there is too much for one."""
    for one in (_CHECKLISTS, _PRACTICE):
        if list_parts.is_cut(renderer, one.url):
            yield from _render_parts(renderer, one)


def _describe_checklist(renderer: Renderer, playbook: Playbook) -> Row:
    boxes = len(playbook.checklist.items)
    url = f"{playbook.url}#check"
    return Row(
        playbook=playbook,
        title=renderer.title(playbook),
        url=url,
        opening=find_opening(playbook),
        aside=f"{boxes} box{'es' if boxes > 1 else ''}",
        starts=[Start("Start", url)],
        sheets=list_sheets(renderer, playbook, "Print", PaperKind.CHECKLIST),
        boxes=boxes,
    )


def _write_prints(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    """The checklists of the first page's tiles, one tap from the printer."""
    guidebook = renderer.guidebook
    sheets = [
        sheet
        for tile in guidebook.about.right_now
        for sheet in list_sheets(
            renderer, guidebook.by_id[tile.playbook], tile.label, PaperKind.CHECKLIST
        )
    ]
    if sheets:
        html = writer.write("print-tiles.html", sheets=sheets)
        yield Section("print", "Print what happens most", html, "gb-on-screen")


def _describe_practice(renderer: Renderer, playbook: Playbook) -> Row | None:
    practice = playbook.practice
    if practice is None:
        return None
    starts = []
    if practice.quiz:
        starts.append(Start("Start the quiz", f"{playbook.url}#quiz"))
    if practice.roleplay:
        starts.append(Start("Role-play", f"{playbook.url}#role-play"))
    sheets = (("Cue cards", PaperKind.CUE_CARDS), ("Hand-out", PaperKind.HAND_OUT))
    return Row(
        playbook=playbook,
        title=renderer.title(playbook),
        url=f"{playbook.url}#practice",
        opening=find_opening(playbook),
        aside=describe_practice(playbook),
        starts=starts,
        sheets=[
            sheet
            for words, kind in sheets
            for sheet in list_sheets(renderer, playbook, words, kind)
        ],
    )


def _write_training(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    """The way to the day's practice, and to the paths."""
    yield Section(
        "train", "Ten minutes a day", writer.write("practice/train.html", url=training.URL)
    )
    if paths := renderer.guidebook.paths:
        html = writer.write("practice/paths.html", paths=paths)
        yield Section("paths", "Paths", html)


_CHECKLISTS = _List(
    url="checklists/",
    title="Checklists",
    purpose="Tick them on screen, or print them.",
    noun="checklist",
    describe=_describe_checklist,
    write_first=_write_prints,
)
_PRACTICE = _List(
    url="practice/",
    title="Practice",
    purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
    noun="page",
    describe=_describe_practice,
    write_first=_write_training,
)


def _render(renderer: Renderer, one: _List) -> Page:
    is_cut = list_parts.is_cut(renderer, one.url)
    return Page(
        path=one.path,
        title=one.title,
        description=one.purpose,
        layout=Layout.INDEX,
        write=partial(_write_overview if is_cut else _write, renderer, one),
    )


def _write(renderer: Renderer, one: _List) -> Content:
    writer = renderer.writer(one.path)
    groups = list(_list_groups(renderer, one))
    lead = writer.write(
        "list-lead.html",
        title=one.title,
        purpose=one.purpose,
        sift=_SIFT if groups else None,
    )
    first = list(one.write_first(renderer, writer))
    section = write_section(
        writer,
        "By chapter",
        groups,
        entry="index-rows.html",
        noun=one.noun,
        opens_wide=True,
        chooses_paper=_has_paper(groups) and not any(one.id == "print" for one in first),
    )
    return Content(lead, (*first, *([section] if groups else [])))


def _write_overview(renderer: Renderer, one: _List) -> Content:
    writer = renderer.writer(one.path)
    lead = writer.write("list-lead.html", title=one.title, purpose=one.purpose)
    ways = [part for part, _ in _cut(renderer, one)]
    first = one.write_first(renderer, writer)
    return Content(lead, (*first, list_parts.write_overview(writer, one.url, ways)))


def _render_parts(renderer: Renderer, one: _List) -> Iterator[Page]:
    for part, rows in _cut(renderer, one):
        yield Page(
            path=part.find_path(one.url),
            title=f"{one.title}: {part.title}",
            description=one.purpose,
            layout=Layout.INDEX,
            write=partial(_write_part, renderer, one, part, rows),
            chapter=part.chapter.id,
            part_of=one.title,
        )


def _write_part(renderer: Renderer, one: _List, part: Part, rows: Sequence[Row]) -> Content:
    writer = renderer.writer(part.find_path(one.url))
    lead = writer.write(
        "list-lead.html",
        title=part.title,
        purpose=one.purpose,
        overview=one.url,
        list_title=one.title,
        sift=_SIFT,
    )
    groups = [(_describe_group(part.chapter, len(rows)), rows)]
    section = write_section(
        writer,
        one.title,
        groups,
        entry="index-rows.html",
        noun=one.noun,
        opens=True,
        chooses_paper=_has_paper(groups),
    )
    return Content(lead, (section,))


def _has_paper(groups: Sequence[tuple[Jump, Sequence[Row]]]) -> bool:
    return any(row.sheets for _, rows in groups for row in rows)


def _cut(renderer: Renderer, one: _List) -> Iterator[tuple[Part, Sequence[Row]]]:
    for chapter in renderer.guidebook.about.chapters:
        yield from list_parts.cut(renderer, chapter, _list_rows(renderer, one, chapter))


def _list_rows(renderer: Renderer, one: _List, chapter: Chapter) -> list[Row]:
    found = (one.describe(renderer, each) for each in renderer.guidebook.by_chapter[chapter.id])
    return [row for row in found if row]


def _list_groups(renderer: Renderer, one: _List) -> Iterator[tuple[Jump, Sequence[Row]]]:
    for chapter in renderer.guidebook.about.chapters:
        if rows := _list_rows(renderer, one, chapter):
            yield _describe_group(chapter, len(rows)), rows


def _describe_group(chapter: Chapter, count: int) -> Jump:
    return Jump(f"chapter-{chapter.id}", chapter.title, count, chapter.icon)
