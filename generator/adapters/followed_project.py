"""A project in memory, read again as files change: at once what is shown, then what is wrong."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock

from generator.adapters import (
    edition_folder,
    paper_cache,
    project,
    prose_drawing,
    search_cache,
    site_files,
)
from generator.adapters.project import Project, ReadBefore
from generator.adapters.watcher import Stamps
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import PapersMade
from generator.problem import GuidebookError, Problem
from generator.reader.guidebook_reader import Reading
from generator.site import assembly, preview
from generator.site.assembly import Site, Sources
from generator.site.preview import Preview
from generator.views import finder, pages, papers, problem_report
from generator.views.changes.report import EditionChanges
from generator.views.editor.form_pages import EditorPages
from generator.views.file import File
from generator.views.papers import Requests
from generator.views.problem_panel import Report

_setting = Lock()  # the typesetter sets one paper at a time


@dataclass(frozen=True)
class Slow:
    """What takes seconds to find out about a guidebook: what changed, and what the search finds."""

    guidebook: Guidebook | None = None
    changes: Sequence[EditionChanges] = ()
    problems: Sequence[Problem] = ()


@dataclass
class FollowedProject:
    """Reads the project of a folder again and again. What cannot be read stays as it was.

    `found` is the project as it was found last, `shown` what there is to show.
    """

    directory: Path
    found: Project | None = None
    before: ReadBefore = field(default_factory=ReadBefore)
    reading: Reading | None = None
    site: Site | None = None
    slow: Slow = field(default_factory=Slow)
    look: str = ""
    _problems: Sequence[Problem] = ()
    _beside: Sequence[Problem] = ()
    _templates: Stamps = field(default_factory=dict)
    _theme: Sequence[File] = ()

    @property
    def whole(self) -> list[Path]:
        """The folders that count with all that is in them."""
        own = [project.THEME, project.TEMPLATES]
        if self.found:
            one = self.found
            own += [one.playbooks, one.docs, *one.below, one.editions]
            if project.SHIPPED / "playbooks" in one.below:
                own.append(project.SHIPPED / "docs")
        return own

    @property
    def top(self) -> list[Path]:
        """The folders of which the files count: settings and companies' files, with their logos."""
        if self.found is None:
            return [self.directory]
        one = self.found
        beside = [path.parent for path in one.below if path.parent != project.SHIPPED]
        return [one.home, *([one.house.parent] if one.house else []), *beside]

    def find(self) -> None:
        """Find the project; what cannot be found now may be later."""
        with suppress(GuidebookError, OSError):
            self._find()

    def read_quickly(self, stamps: Stamps) -> Preview:
        """Read what changed, and check the playbooks that did."""
        self._note_look(stamps)
        earlier = self.reading
        try:
            reading = self._read(quick=True)
            self._problems = _merge(self._problems, earlier, reading)
            self._adopt(reading)
        except (GuidebookError, OSError) as error:
            return self._present(fault=str(error), is_checking=True)
        return self._present(is_checking=True)

    def check(self, on_step: Callable[[], object]) -> Preview:
        """Check everything; `on_step` may raise an exception to stop that."""
        try:
            reading = self._read(on_step=on_step)
            self._problems = reading.problems
            self._adopt(reading)
        except (GuidebookError, OSError) as error:
            return self._present(fault=str(error))
        return self._present()

    def report(self, fault: str) -> Preview:
        """Show what there was, and say why there is nothing newer."""
        return self._present(fault=fault)

    def find_slow(self) -> Slow:
        """Find out what takes long. It changes nothing here, so that others may go on meanwhile."""
        reading, found = self.reading, self.found
        guidebook = reading.guidebook if reading else None
        if guidebook is None or reading is None or found is None:
            return Slow()
        recorded = edition_folder.read(found.editions, shown=found.show(found.editions))
        changes = recorded.report(guidebook) if recorded.editions else []
        trial = search_cache.try_search(guidebook, home=found.home)
        problems = finder.find_problems(guidebook, trial, reading.locate, is_below=reading.is_below)
        return Slow(guidebook, changes, (*recorded.problems, *problems))

    def take_slow(self, slow: Slow) -> Preview:
        """Show what took long, as far as it is about what is shown."""
        self.slow = slow
        if self.reading:
            self._adopt(self.reading)
        return self._present()

    def _read(self, *, quick: bool = False, on_step: Callable[[], object] | None = None) -> Reading:
        found = self._find()
        earlier = self.reading.guidebook if self.reading else None
        return project.read(
            found, earlier=earlier, before=self.before, quick=quick, on_step=on_step, located=True
        )

    def _find(self) -> Project:
        found = project.find(self.directory)
        self.found = replace(found, shown_from=found.home)
        return self.found

    def _note_look(self, stamps: Stamps) -> None:
        """Templates are read again when one has changed."""
        own = (str(project.TEMPLATES), str(project.THEME))
        templates = {path: stamp for path, stamp in stamps.items() if path.startswith(own)}
        if self._templates not in ({}, templates):
            pages.forget_templates()
            self._theme = ()
        self._templates = templates
        docs = str(self.found.docs) if self.found else ""
        seen = {path: stamp for path, stamp in stamps.items() if docs and path.startswith(docs)}
        self.look = hashlib.sha256(repr([templates, seen]).encode()).hexdigest()

    def _list_theme(self) -> Sequence[File]:
        """The files of the theme, each read once for as long as none has changed."""
        self._theme = self._theme or project.list_theme()
        return self._theme

    def _adopt(self, reading: Reading) -> None:
        """Put the site together, if there is one; otherwise the last one stays."""
        found = self.found
        if reading.guidebook is None or found is None:
            last = self.reading
            self.reading = replace(reading, guidebook=last.guidebook) if last else reading
            return
        self.reading = reading
        docs, links = site_files.list_docs(found)
        newest = next(iter(self.slow.changes), None)
        made = reading.guidebook.about.papers
        has_papers = found.papers and made is PapersMade.WITH_THE_SITE
        sources = Sources(
            docs=docs,
            theme=self._list_theme(),
            on_request=Requests(reading.guidebook, newest) if has_papers else (),
            changes=self.slow.changes,
            opened=found.opened,
        )
        self.site = assembly.make(reading.guidebook, sources, reading.locate)
        self._beside = (*links, *self.site.problems)

    def _present(self, *, fault: str = "", is_checking: bool = False) -> Preview:
        site, reading = self.site, self.reading
        behind = preview.find_files_behind(site, reading) if site and reading else {}
        problems = [*self._problems, *self._beside, *self.slow.problems]
        report = Report(
            reading.point_to_own(dict.fromkeys(problems)) if reading else problems,
            reading.texts if reading else {},
            preview.find_pages(site, behind) if site else {},
            fault,
            is_checking,
        )
        about = site.guidebook.about if site else None
        logo = site.guidebook.logo if site else None
        return Preview(
            site,
            report,
            {one.path: one for one in self._list_theme()},
            partial(self._draw_prose, site),
            partial(self._print_paper, site, reading),
            behind,
            EditorPages(site.guidebook, reading, problems) if site and reading else None,
            f"{self.look} {about.accent if about else ''} {logo!r}",
        )

    def _draw_prose(self, site: Site | None, path: str) -> preview.Prose:
        if site is None or self.found is None:
            raise GuidebookError("The guidebook cannot be read yet.")
        return prose_drawing.draw(self.found.home / project.SETTINGS, site, path)

    def _print_paper(self, site: Site | None, reading: Reading | None, path: str) -> bytes | None:
        """Make a paper, or take it from those that are kept."""
        found = self.found
        if site is None or reading is None or found is None or not found.papers:
            return None
        newest = next(iter(self.slow.changes), None)
        request = Requests(site.guidebook, newest).by_path.get(path)
        job = papers.plan_one(site.guidebook, request, changes=newest) if request else None
        if job is None:
            return None
        with _setting:
            batch = paper_cache.print_for(found.playbooks, [job], reading.locate, home=found.home)
        if path not in batch.files:
            problems = reading.point_to_own(batch.problems)
            raise GuidebookError(problem_report.write_text(problems, reading.texts))
        return batch.files[path]


def _merge(
    known: Iterable[Problem], earlier: Reading | None, reading: Reading
) -> Sequence[Problem]:
    """What a quick look found, and what is known of the files that have not changed."""
    before: Mapping[str, str] = earlier.texts if earlier else {}
    same = {path for path, text in reading.texts.items() if before.get(path) is text}
    kept = [one for one in known if one.place.path in same or one.place.path not in before]
    return tuple(dict.fromkeys([*kept, *reading.problems]))
