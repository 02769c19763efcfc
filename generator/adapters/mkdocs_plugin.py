"""The guidebook as a plugin of MkDocs: pages that are in no file, drawn by the theme."""

import logging
from collections.abc import Callable, Mapping
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir

from generator.adapters import (
    edition_folder,
    mkdocs_settings,
    paper_cache,
    project,
    search_cache,
    site_files,
)
from generator.adapters.build_orders import BuildCheck, Orders
from generator.adapters.mkdocs_page import DRAWN, GuidePage, draw_pages, take_files
from generator.adapters.mkdocs_settings import MATERIAL, GuidebookConfig
from generator.adapters.project import ReadBefore
from generator.problem import Problem, Severity
from generator.reader.guidebook_reader import Reading
from generator.site import assembly, built_site
from generator.site.assembly import Site, Sources
from generator.views import bundles, dates, finder, pages, problem_report, pwa, theme_context
from generator.views.file import File as SiteFile
from generator.views.pwa import EditionNote

_ASSETS = "assets/guidebook/"
# Of Material, pages load the style sheets alone.
_NOT_LOADED = ("assets/javascripts/*", "assets/images/*", "*.map")

_log = logging.getLogger("mkdocs.plugins.guidebook")


class GuidebookPlugin(BasePlugin[GuidebookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Hands the pages and files of a guidebook to MkDocs, and keeps what MkDocs makes of them."""

    built: dict[str, bytes]
    """Every file of the finished site by its path, from the end of a build on."""

    record: Callable[[], Path | None]
    """Keeps what the site says as an edition, if that is another than before; returns its file."""

    orders: Orders | None = None
    """Set where the guidebook draws its own pages; MkDocs takes longer for the same site."""

    checked: BuildCheck
    """What was read and found; there from the check on."""

    report: str = ""
    """What the check found that stops nothing, as text; empty if it found nothing."""

    def __init__(self) -> None:
        """Start as for a build; `on_startup` says if it is a preview."""
        self._preview = False
        self._last: Reading | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Remember whether this is a preview, which shows problems instead of stopping.

        MkDocs may use one plugin for several projects of a process: nothing of the last one counts.
        """
        self._preview = command == "serve"
        self._last = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs empties the site's folder."""
        if self._preview:
            pages.forget_templates()
        self._project = mkdocs_settings.find_project(config, self.config)
        mkdocs_settings.refuse_addresses(config, self._project)
        orders = self.orders
        pages.keep_code(orders.code.open("pages") if orders and orders.code else None)
        if orders and mkdocs_settings.follows_from_files(config):
            orders.watch(*mkdocs_settings.list_inputs(self._project))
        mkdocs_settings.keep_policy(config)
        config.extra[DRAWN] = bool(orders) and mkdocs_settings.is_plain(config)
        reading = project.read(
            self._project,
            address=None if self._preview else config.site_url,  # of a preview: this machine's
            earlier=self._last.guidebook if self._last else None,
            before=ReadBefore.of(orders.reading if orders else None),
        )
        if reading.guidebook is None and (self._last is None or not self._preview):
            raise PluginError(problem_report.write_text(reading.errors, reading.texts))
        if reading.guidebook or self._last is None:
            self._last = reading
        if self._preview or reading.errors:
            self._site, problems = self._assemble(config, self._last)
        else:
            self._site, problems = self._assemble_and_try(config, self._last)
        found = reading.point_to_own((*reading.problems, *problems))
        self.checked = BuildCheck(self._project, reading, found, bool(config.site_url))
        self._problems = self._sort_out(found, reading)
        about = self._site.guidebook.about
        config.site_name = about.title
        if about.address and not config.site_url:
            config.site_url = f"{about.address.rstrip('/')}/"
        if about.purpose and not config.site_description:
            config.site_description = about.purpose
        if config.theme.name != MATERIAL:
            config.theme = Theme(custom_dir=str(project.THEME), static_templates=["404.html"])
        elif str(project.THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(project.THEME))
        mkdocs_settings.leave_out_hidden(config.theme)
        return config

    def _assemble_and_try(
        self, config: MkDocsConfig, reading: Reading
    ) -> tuple[Site, list[Problem]]:
        """The same while the search is asked beside it, in an engine of its own."""
        guidebook = reading.guidebook
        assert guidebook  # noqa: S101  # the caller saw to it
        trial = search_cache.begin(guidebook, home=self._project.home)
        site, problems = self._assemble(config, reading)
        _ = [page.html for page in site.pages.values()]  # written once, now
        _ = [file.content for file in site.made.values()]
        found = finder.find_problems(guidebook, trial(), reading.locate, is_below=reading.is_below)
        return site, [*problems, *found]

    def _assemble(self, config: MkDocsConfig, reading: Reading) -> tuple[Site, list[Problem]]:
        """Put the site together, with what is wrong with its papers and its hand-written pages."""
        guidebook = reading.guidebook
        assert guidebook is not None  # noqa: S101  # the caller saw to it
        docs, problems = self._list_docs(config)
        editions = self._project.editions
        recorded = edition_folder.read(editions, shown=self._project.show(editions))
        problems += recorded.problems
        kept = self.orders.pages if self.orders else None
        history = recorded.continue_with(guidebook, kept)
        changes = recorded.report(guidebook, history=history)
        self.record = partial(recorded.record, history)
        self._edition = EditionNote(history[-1].name, dates.write_day(history[-1].day))
        printed: Mapping[str, bytes] = {}
        if self._project.papers:
            batch = paper_cache.print_for_site(
                self._project.playbooks,
                guidebook,
                reading.locate,
                home=self._project.home,
                changes=next(iter(changes), None),
            )
            problems += batch.problems
            printed = batch.files
        sources = Sources(
            docs=docs,
            theme=project.list_theme(),
            printed=printed,
            edit_base=mkdocs_settings.find_edit_base(config, self._project.playbooks),
            changes=changes,
            opened=self._project.opened,
            frame=mkdocs_settings.list_frame(config),
            kept=kept,
        )
        site = assembly.make(guidebook, sources, reading.locate)
        return site, [*problems, *site.problems]

    def _list_docs(self, config: MkDocsConfig) -> tuple[list[SiteFile], list[Problem]]:
        """The files that MkDocs takes from the folder of pages, but for links to elsewhere."""
        own, problems = site_files.list_own_docs(self._project)
        shipped = site_files.list_shipped_docs(self._project)
        taken = get_files(config)
        set_exclusions(taken, config)
        self._taken = {one.src_uri for one in taken if one.inclusion.is_included()}  # type: ignore[no-untyped-call]  # MkDocs types it so
        self._shipped = {one.path for one in shipped}
        return [*(one for one in own if one.path in self._taken), *shipped], problems

    def _sort_out(
        self, problems: tuple[Problem, ...], reading: Reading
    ) -> list[tuple[Severity, str]]:
        """Stop a build at errors; otherwise log what there is, and write out what pages show."""
        errors = [one for one in problems if one.severity is Severity.ERROR]
        text = problem_report.write_text(problems, reading.texts, notes=False)
        self.report = f"{text}{problem_report.write_verdict(problems)}" if problems else ""
        if errors and not self._preview:
            raise PluginError(self.report)
        if problems:
            log = _log.error if errors else _log.info  # a strict preview goes on at a warning
            log("%s", self.report)
        shown = [one for one in problems if one.severity is not Severity.NOTE]
        return problem_report.write_each(shown, reading.texts) if self._preview else []

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and files of the site; leave out what only Material’s scripts need.

        What is a part of a style sheet or a script of the site is not served by itself.
        """
        theme = str(project.THEME)
        material = get_theme_dir(MATERIAL) if config.theme.name == MATERIAL else ""
        for file in list(files):
            if file.src_dir == config.docs_dir:
                if file.src_uri in self._taken - self._site.docs.keys():
                    files.remove(file)
            elif (file.src_dir == theme and bundles.is_part(file.src_uri)) or (
                file.src_dir == material and any(fnmatch(file.src_uri, one) for one in _NOT_LOADED)
            ):
                files.remove(file)
        base = mkdocs_settings.find_edit_base(config, self._project.playbooks)
        for page in self._site.pages.values():
            file = File.generated(config, page.path, content="")
            file.edit_uri = urljoin(base, page.written_in) if base and page.written_in else None
            GuidePage(page, file, config)
            files.append(file)
        shipped = {path: one for path, one in self._site.docs.items() if path in self._shipped}
        for path, made in {**shipped, **self._site.made}.items():
            files.append(File.generated(config, path, content=made.content))
        if self._preview:
            off = self._site.theme[f"{_ASSETS}worker-off.js"].content
            files.append(File.generated(config, pwa.WORKER, content=off))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme what is around the pages."""
        config.extra["guidebook"] = theme_context.describe(
            self._site.guidebook,
            list(self._site.pages.values()),
            theme=self._site.theme,
            handwritten=self._site.handwritten.values(),
            problems=self._problems,
            installs=self.config.worker and not self._preview,
            asks=0 if self._preview else pwa.EVERY,
            opened=self._site.opened,
        )
        kept, code = (self.orders.pages, self.orders.code) if self.orders else (None, None)
        if code and config.extra[DRAWN]:
            env.bytecode_cache = code.open("settings")
        self._parts = draw_pages(files, self._site.theme, config, kept, code)
        self.built = take_files(files, hold=self._is_held(config))
        return env

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the page as it is written; of one that is empty MkDocs writes nothing."""
        self.built[page.file.dest_uri] = output.encode("utf-8", "xmlcharrefreplace")
        return "" if self._is_held(config) else output

    def _is_held(self, config: MkDocsConfig) -> bool:
        """Whether MkDocs need not write what it makes."""
        return self.orders is not None and not self.orders.writes and config.extra[DRAWN]

    @event_priority(-100)
    def on_post_template(
        self,
        output_content: str,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs calls it so
    ) -> str:
        """Keep the page for what is not there as it is written."""
        self.built[template_name] = output_content.encode()
        return output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the finished site, and write the worker that keeps it.

        Every fault is a warning, so `--strict` stops at it.
        """
        base = urlsplit(config.site_url or "").path or "/"
        found = built_site.find_problems(
            self._site,
            self.built,
            base=base,
            scripts=map(str, config.extra_javascript),
            parts=self._parts,
        )
        for problem in found:
            path, line = problem.place.path, problem.place.line
            place = f"{path}:{line}" if line > 1 else path
            _log.warning("%s: %s %s", place, problem.message, problem.fix)
        if not self._preview:
            keeps = self.config.worker
            name = "worker.js" if keeps else "worker-off.js"
            source = self._site.theme[f"{_ASSETS}{name}"].content.decode()
            made = pwa.make_files(source, self.built, base=base, edition=self._edition, keeps=keeps)
            self.built |= made
            for path, content in made.items() if not self._is_held(config) else ():
                Path(config.site_dir, path).write_bytes(content)
            if self._last:
                project.keep_record(self._project, self._last)

    def on_serve(self, server: Any, **_: object) -> Any:  # to import its type takes long
        """Build again when a playbook, the company's file or a template changes."""
        own = (self._project.playbooks, *self._project.below, self._project.house)
        for watched in (*own, project.THEME, project.TEMPLATES):
            if watched:
                server.watch(str(watched))
        return server
