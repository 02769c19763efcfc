"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from generator.model.guidebook_files import Chapter
from generator.model.playbook import Playbook
from generator.views.pages import training
from generator.views.pages.groups import Sift, write_section
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.practice_parts import describe_practice
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.rows import Row, Start, find_opening, list_sheets
from generator.views.papers.kinds import PaperKind


def render_checklists(renderer: Renderer) -> Page:
    """The list of checklists. Each link leads straight to the boxes."""

    def describe(playbook: Playbook) -> Row:
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

    return _list(
        renderer,
        path="checklists.md",
        title="Checklists",
        purpose="Tick them on screen, or print them.",
        noun="checklist",
        kinds={PaperKind.CHECKLIST},
        describe=describe,
        write_first=partial(_write_prints, renderer),
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


def render_practice(renderer: Renderer) -> Page:
    """The list of quizzes and role-plays."""
    papers = (("Cue cards", PaperKind.CUE_CARDS), ("Hand-out", PaperKind.HAND_OUT))

    def describe(playbook: Playbook) -> Row:
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
                for words, kind in papers
                for sheet in list_sheets(renderer, playbook, words, kind)
            ],
        )

    return _list(
        renderer,
        path="practice.md",
        title="Practice",
        purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
        noun="page",
        kinds={kind for _, kind in papers},
        describe=describe,
        is_listed=lambda playbook: playbook.practice is not None,
        write_first=partial(_write_training, renderer),
    )


def _write_training(renderer: Renderer, writer: PageWriter) -> Iterator[Section]:
    """The way to the day's practice, and to the paths."""
    yield Section(
        "train", "Ten minutes a day", writer.write("practice/train.html", url=training.URL)
    )
    if paths := renderer.guidebook.paths:
        html = writer.write("practice/paths.html", paths=paths)
        yield Section("paths", "Paths", html)


def _list(
    renderer: Renderer,
    *,
    path: str,
    title: str,
    purpose: str,
    noun: str,
    kinds: Collection[PaperKind],
    describe: Callable[[Playbook], Row],
    write_first: Callable[[PageWriter], Iterator[Section]],
    is_listed: Callable[[Playbook], bool] = lambda _: True,
) -> Page:
    """A list of playbooks with their papers of some kinds.

    `noun` is what one of them is called; `write_first` writes what stands before them.
    """

    def write_rows(writer: PageWriter, playbooks: Sequence[Playbook]) -> str:
        return writer.write("rows.html", rows=[describe(one) for one in playbooks])

    def write() -> Content:
        writer = renderer.writer(path)
        chapters = list(_list_chapters(renderer, is_listed))
        groups = [
            (
                Jump(f"chapter-{chapter.id}", chapter.title, len(playbooks), chapter.icon),
                renderer.keep(
                    partial(write_rows, writer, playbooks), f"{path} {chapter.id}", playbooks
                ),
            )
            for chapter, playbooks in chapters
        ]
        lead = writer.write(
            "list-lead.html",
            title=title,
            purpose=purpose,
            sift=Sift(label="Find a situation") if groups else None,
        )
        first = list(write_first(writer))
        section = write_section(
            writer,
            "By chapter",
            groups,
            noun=noun,
            opens_wide=True,
            chooses_paper=_are_printed(renderer, chapters, kinds)
            and not any(one.id == "print" for one in first),
        )
        return Content(lead, (*first, *([section] if groups else [])))

    return Page(path=path, title=title, description=purpose, layout=Layout.INDEX, write=write)


_Listed = tuple[Chapter, Sequence[Playbook]]


def _list_chapters(renderer: Renderer, is_listed: Callable[[Playbook], bool]) -> Iterator[_Listed]:
    for chapter in renderer.guidebook.about.chapters:
        if found := list(filter(is_listed, renderer.guidebook.by_chapter[chapter.id])):
            yield chapter, found


def _are_printed(
    renderer: Renderer, chapters: Iterable[_Listed], kinds: Collection[PaperKind]
) -> bool:
    """Whether some paper of these kinds is linked."""
    return any(
        link.kind in kinds
        for _, playbooks in chapters
        for one in playbooks
        for link in renderer.papers.playbooks.get(one.id, ())
    )
