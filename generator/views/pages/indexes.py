"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
    """A list of playbooks with their papers of some kinds.

    `noun` is what one of them is called, and `on_paper` says what the list itself is once it is
    printed; `write_first` writes what comes before them.
    """

    url: str
    title: str
    purpose: str
    noun: str
    kinds: Collection[PaperKind]
    describe: Callable[[Renderer, Playbook], Row]
    write_first: Callable[[Renderer, PageWriter], Iterator[Section]]
    on_paper: str = ""

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
    """The checklists of the first page's tiles, and all in one, one tap from the printer."""
    guidebook = renderer.guidebook
    sheets = [
        sheet
        for tile in guidebook.about.right_now
        for sheet in list_sheets(
            renderer, guidebook.by_id[tile.playbook], tile.label, PaperKind.CHECKLIST
        )
    ]
    if sheets:
        every = [*sheets, *renderer.papers.booklet]
        html = writer.write("print-tiles.html", sheets=every)
        yield Section("print", "Print what happens most", html, "gb-on-screen")


_PRACTICE_PAPERS = (("Cue cards", PaperKind.CUE_CARDS), ("Hand-out", PaperKind.HAND_OUT))


def _describe_practice(renderer: Renderer, playbook: Playbook) -> Row:
    starts = []
    if playbook.quizzes:
        starts.append(Start("Start the quiz", f"{playbook.url}#quiz"))
    if playbook.roleplay:
        starts.append(Start("Role-play", f"{playbook.url}#role-play"))
    return Row(
        playbook=playbook,
        title=renderer.title(playbook),
        url=f"{playbook.url}#practice",
        opening=find_opening(playbook),
        aside=describe_practice(playbook),
        starts=starts,
        sheets=[
            sheet
            for words, kind in _PRACTICE_PAPERS
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
    kinds={PaperKind.CHECKLIST},
    describe=_describe_checklist,
    write_first=_write_prints,
    on_paper="This is the list of them. To print the boxes, press Print beside one on the screen.",
)
_PRACTICE = _List(
    url="practice/",
    title="Practice",
    purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
    noun="page",
    kinds={kind for _, kind in _PRACTICE_PAPERS},
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
    listed = [
        (chapter, playbooks)
        for chapter in renderer.guidebook.about.chapters
        if (playbooks := renderer.listed[one.url][chapter.id])
    ]
    lead = writer.write(
        "list-lead.html",
        title=one.title,
        purpose=one.purpose,
        on_paper=one.on_paper,
        sift=_SIFT if listed else None,
    )
    first = list(one.write_first(renderer, writer))
    every = (each for _, some in listed for each in some)
    section = write_section(
        writer,
        "By chapter",
        [_write_group(writer, one, one.path, chapter, some) for chapter, some in listed],
        noun=one.noun,
        opens_wide=True,
        chooses_paper=_offers_sizes(renderer, every, one.kinds)
        and not any(section.id == "print" for section in first),
    )
    return Content(lead, (*first, *([section] if listed else [])))


def _write_overview(renderer: Renderer, one: _List) -> Content:
    writer = renderer.writer(one.path)
    lead = writer.write("list-lead.html", title=one.title, purpose=one.purpose)
    ways = [part for part, _ in _cut(renderer, one)]
    first = one.write_first(renderer, writer)
    return Content(lead, (*first, list_parts.write_overview(writer, one.url, ways)))


def _render_parts(renderer: Renderer, one: _List) -> Iterator[Page]:
    for part, playbooks in _cut(renderer, one):
        yield Page(
            path=part.find_path(one.url),
            title=f"{one.title}: {part.title}",
            description=one.purpose,
            layout=Layout.INDEX,
            write=partial(_write_part, renderer, one, part, playbooks),
            chapter=part.chapter.id,
            part_of=one.title,
        )


def _write_part(
    renderer: Renderer, one: _List, part: Part, playbooks: Sequence[Playbook]
) -> Content:
    path = part.find_path(one.url)
    writer = renderer.writer(path)
    lead = writer.write(
        "list-lead.html",
        title=part.title,
        purpose=one.purpose,
        overview=one.url,
        list_title=one.title,
        sift=_SIFT,
    )
    section = write_section(
        writer,
        one.title,
        [_write_group(writer, one, path, part.chapter, playbooks)],
        noun=one.noun,
        opens=True,
        chooses_paper=_offers_sizes(renderer, playbooks, one.kinds),
    )
    return Content(lead, (section,))


def _write_group(
    writer: PageWriter, one: _List, path: str, chapter: Chapter, playbooks: Sequence[Playbook]
) -> tuple[Jump, str]:
    renderer = writer.renderer

    def write_rows() -> str:
        return writer.write("rows.html", rows=[one.describe(renderer, each) for each in playbooks])

    jump = Jump(f"chapter-{chapter.id}", chapter.title, len(playbooks), chapter.icon)
    return jump, renderer.keep(write_rows, f"{path} {chapter.id}", playbooks)


def _offers_sizes(
    renderer: Renderer, playbooks: Iterable[Playbook], kinds: Collection[PaperKind]
) -> bool:
    """Whether some paper of these kinds is linked on several sizes of sheet."""
    return any(
        link.kind in kinds and link.size is not None
        for one in playbooks
        for link in renderer.papers.playbooks.get(one.id, ())
    )


def _cut(renderer: Renderer, one: _List) -> Iterator[tuple[Part, Sequence[Playbook]]]:
    for chapter in renderer.guidebook.about.chapters:
        yield from list_parts.cut(renderer, chapter, renderer.listed[one.url][chapter.id])
