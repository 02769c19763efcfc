"""The lists across chapters: all checklists, and everything to practice with."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

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

    def describe(playbook: Playbook) -> Row | None:
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

    return _list(
        renderer,
        path="practice.md",
        title="Practice",
        purpose="Quizzes and role-plays, alone or read aloud with a colleague.",
        noun="page",
        describe=describe,
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
    describe: Callable[[Playbook], Row | None],
    write_first: Callable[[PageWriter], Iterator[Section]] = lambda _: iter(()),
) -> Page:
    """A list of the playbooks that `describe` has something to say about.

    `noun` is what one of them is called; `write_first` writes what stands before them.
    """

    def write() -> Content:
        writer = renderer.writer(path)
        groups = list(_list_groups(renderer, describe))
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
            entry="index-rows.html",
            noun=noun,
            opens_wide=True,
            chooses_paper=any(row.sheets for _, rows in groups for row in rows)
            and not any(one.id == "print" for one in first),
        )
        return Content(lead, (*first, *([section] if groups else [])))

    return Page(path=path, title=title, description=purpose, layout=Layout.INDEX, write=write)


def _list_groups(
    renderer: Renderer, describe: Callable[[Playbook], Row | None]
) -> Iterator[tuple[Jump, Sequence[Row]]]:
    for chapter in renderer.guidebook.about.chapters:
        found = map(describe, renderer.guidebook.by_chapter[chapter.id])
        if rows := [row for row in found if row]:
            yield Jump(f"chapter-{chapter.id}", chapter.title, len(rows), chapter.icon), rows
