"""The guidebook as a plugin of MkDocs: pages that stand in no file, drawn by the theme."""

import logging
import posixpath
from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir

from generator.adapters import folder, paper_cache
from generator.checks import branding
from generator.reader import guidebook_reader
from generator.site import link_check
from generator.views import finder, json_export, pages, problem_report, pwa, theme_context
from generator.views.pages.page import Page as GuidebookPage

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "theme"
ASSETS = THEME / "assets" / "guidebook"

_MATERIAL = "material"
# Of Material, pages load the style sheets alone.
_NOT_LOADED = ("assets/javascripts/*", "assets/images/*", "*.map")

_log = logging.getLogger("mkdocs.plugins.guidebook")


class GuidebookConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs types it so
    """What `mkdocs.yml` may say below `- guidebook:`."""

    playbooks = config_options.Dir(exists=True, default="playbooks")
    """The folder of playbooks, relative to `mkdocs.yml`."""

    house = config_options.Optional(config_options.File(exists=True))
    """A file that fills in house values, relative to `mkdocs.yml`; otherwise `house.yml` there."""

    papers = config_options.Type(bool, default=True)
    """Whether PDF papers are made, and linked from the pages."""


class GuidePage(Page):
    """A page whose content is already HTML. MkDocs lets a plugin put its own class on a file."""

    def __init__(self, page: GuidebookPage, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make for the file."""
        super().__init__(page.title, file, config)
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Nothing is read: the page is there."""
        self.markdown = ""
        self.meta = dict(theme_context.describe_page(self._page))

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # as above
        """Hand over the content, its headings, and the anchors that links may lead to."""
        self.content = self._page.html
        self.toc = TableOfContents(
            [AnchorLink(one.heading, one.id, 2) for one in self._page.sections]
        )

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # looked up, not assigned
        """Every anchor of the page, found only if a link leads here."""
        return link_check.list_anchors(self._page.html)


class GuidebookPlugin(BasePlugin[GuidebookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Reads the playbooks and hands their pages to MkDocs."""

    def __init__(self) -> None:
        """Start as for a build; `on_startup` tells if it is a preview."""
        self._preview = False
        self._last: guidebook_reader.Reading | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Remember whether this is a preview, which shows problems instead of stopping."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the playbooks before MkDocs empties the site's folder."""
        if self._preview:
            pages.forget_templates()
        self._folder = Path(self.config.playbooks)
        root = _relative(self._folder, config)
        contents = folder.read(self._folder, root=root)
        reading = guidebook_reader.read(
            contents.files,
            root=root,
            today=date.today(),
            house=self._read_house(config),
            address=None if self._preview else config.site_url,  # of a preview: this machine's
            earlier=self._last.guidebook if self._last else None,
            pictures=contents.pictures,
        )
        problems = (*contents.problems, *reading.problems)
        errors = [one for one in problems if one.severity == "error"]
        if errors and not self._preview:
            raise PluginError(problem_report.write_text(errors, reading.texts))
        if reading.guidebook is None and self._last is None:
            raise PluginError(problem_report.write_text(errors, reading.texts))
        told = [problem_report.write_text([one], reading.texts) for one in errors]
        for text in told:
            _log.error("%s", text)
        self._last = reading if reading.guidebook or self._last is None else self._last
        assert self._last.guidebook is not None  # noqa: S101  # both branches above saw to it
        self._guidebook = self._last.guidebook
        self._papers = self._print(config, told) if self.config.papers else {}
        self._pages = pages.render(
            self._guidebook,
            edit_base=_find_edit_base(config, self._folder),
            papers=paper_cache.list_links(self._guidebook, self._papers),
        )
        config.site_name = self._guidebook.about.title
        if self._guidebook.about.address and not config.site_url:
            config.site_url = f"{self._guidebook.about.address.rstrip('/')}/"
        if self._guidebook.about.purpose and not config.site_description:
            config.site_description = self._guidebook.about.purpose
        self._told = told
        if config.theme.name != _MATERIAL:
            config.theme = Theme(custom_dir=str(THEME), static_templates=["404.html"])
        elif str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(THEME))
        return config

    def _print(self, config: MkDocsConfig, told: list[str]) -> dict[str, bytes]:
        """Make the papers. In a preview, those that cannot be made are left out and told."""
        assert self._last is not None  # noqa: S101  # set before this is called
        orders = paper_cache.plan_all(self._guidebook)
        batch = paper_cache.print_for(self._folder, orders, self._last.locate, home=_home(config))
        if batch.problems and not self._preview:
            raise PluginError(problem_report.write_text(batch.problems, self._last.texts))
        for problem in batch.problems:
            told.append(problem_report.write_text([problem], self._last.texts))
            _log.error("%s", told[-1])
        return dict(batch.files)

    def _find_house(self, config: MkDocsConfig) -> Path | None:
        """The company's own file: the one that is named, or the one beside the settings."""
        if self.config.house:
            return Path(self.config.house)
        usual = _home(config) / guidebook_reader.HOUSE_FILE
        return usual if usual.is_file() else None

    def _read_house(self, config: MkDocsConfig) -> guidebook_reader.House | None:
        path = self._find_house(config)
        if path is None:
            return None
        pictures = folder.read_pictures(path.parent)
        return guidebook_reader.House(_relative(path, config), path.read_bytes(), pictures)

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and what programs read; leave out what only Material’s scripts need."""
        material = get_theme_dir(_MATERIAL) if config.theme.name == _MATERIAL else ""
        for file in list(files):
            if file.src_dir == material and any(fnmatch(file.src_uri, one) for one in _NOT_LOADED):
                files.remove(file)
        base = _find_edit_base(config, self._folder)
        handwritten = {
            file.src_uri: _read_text(file)
            for file in files.documentation_pages()
            if file.src_uri not in self._pages
        }
        for page in self._pages.values():
            if taken := files.get_file_from_path(page.path):
                _log.warning(
                    "“%s” is a page that the playbooks make; the file %s is not used. Rename it.",
                    page.path,
                    taken.abs_src_path,
                )
                files.remove(taken)
            file = File.generated(config, page.path, content="")
            file.edit_uri = urljoin(base, page.written_in) if base and page.written_in else None
            GuidePage(page, file, config)
            files.append(file)
        for path, text in (
            (finder.PATH, finder.make_script(self._guidebook, self._list_texts(handwritten))),
            (json_export.PATH, json_export.make_json(self._guidebook)),
            (pwa.MANIFEST, pwa.make_manifest(self._guidebook)),
        ):
            files.append(File.generated(config, path, content=text))
        if self._preview:
            off = (ASSETS / "worker-off.js").read_text("utf-8")
            files.append(File.generated(config, pwa.WORKER, content=off))
        for path, content in (self._papers | branding.list_files(self._guidebook)).items():
            files.append(File.generated(config, path, content=content))
        return files

    def _list_texts(self, handwritten: Mapping[str, str]) -> list[finder.PageText]:
        """The pages besides the playbooks' own, as the finder searches them."""
        made = (one for one in self._pages.values() if not one.written_in and one.url)
        listed = [finder.PageText(one.url, one.title, (one.description,)) for one in made]
        return [*listed, *finder.list_pages(handwritten)]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the theme what stands around the pages, now that every page has its title."""
        handwritten = [
            (str(file.page.title), file.url)
            for file in files.documentation_pages()
            if file.page and not isinstance(file.page, GuidePage)
        ]
        config.extra["guidebook"] = theme_context.describe(
            self._guidebook,
            list(self._pages.values()),
            handwritten=handwritten,
            problems=self._told,
            installs=not self._preview,
        )
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the finished site, and write the worker that keeps it.

        Every fault is a warning, so `--strict` stops at it.
        """
        built = Path(config.site_dir)
        files = folder.read_tree(built)
        html = {
            path: data.decode(errors="replace")
            for path, data in files.items()
            if path.endswith(".html")
        }
        script = files[finder.PATH].decode() if finder.PATH in files else None
        base = urlsplit(config.site_url or "").path or "/"
        for problem in link_check.find_problems(
            self._guidebook, html, files.keys(), script=script, base=base
        ):
            _log.warning("%s: %s %s", problem.place.path, problem.message, problem.fix)
        if not self._preview:
            source = (ASSETS / "worker.js").read_text("utf-8")
            worker = pwa.make_worker(source, files, base=base)
            (built / pwa.WORKER).write_text(worker, "utf-8")

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002  # MkDocs calls it so
    ) -> LiveReloadServer:
        """Build again when a playbook or a template changes."""
        for watched in (
            self._folder,
            THEME,
            PACKAGE / "views" / "templates",
            self._find_house(config),
        ):
            if watched:
                server.watch(str(watched))
        return server


def _read_text(file: File) -> str:
    try:
        return file.content_string
    except ValueError as error:
        raise PluginError(
            f"docs/{file.src_uri}: This file is not saved as UTF-8, so some letters cannot be read."
            " Open it in your editor and save it with the encoding UTF-8."
        ) from error


def _home(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").absolute().parent


def _relative(path: Path, config: MkDocsConfig) -> str:
    home = _home(config)
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else path.as_posix()


def _find_edit_base(config: MkDocsConfig, playbooks: Path) -> str | None:
    """The address under which a playbook's file can be edited, if a repository is configured."""
    if not config.repo_url or not config.edit_uri:
        return None
    pages_base = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri.rstrip("/") + "/")
    way = posixpath.relpath(playbooks.as_posix(), Path(config.docs_dir).as_posix())
    return urljoin(pages_base, f"{way}/")
