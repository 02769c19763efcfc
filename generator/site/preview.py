"""A site in memory while one edits: each page is drawn when somebody asks for it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import escape

from generator.model import files, paths
from generator.problem import GuidebookError
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.site.assembly import Site
from generator.views import bundles, editor, page_editor, problem_panel, pwa, theme_context
from generator.views.editor.fields import FormLink
from generator.views.editor.form_pages import START, EditorPages
from generator.views.file import File
from generator.views.frame import NOT_FOUND, PAGE, Frame, Framed
from generator.views.hand_in_form import change_page
from generator.views.handwritten import HandwrittenPage
from generator.views.pages.page import Layout, Page
from generator.views.pages.renderer import fill
from generator.views.papers.kinds import FOLDER as PAPERS
from generator.views.problem_panel import FileAt, Report

PANEL = f"{problem_panel.FOLDER}panel"
EVENTS = f"{problem_panel.FOLDER}events"
_STYLE = "preview.css"
_SCRIPTS = ("preview-html.js", "preview-state.js", "preview-panel.js", "preview.js")
_TOKENS = "tokens.css"
_VIEWS = resources.files("generator.views")
_OWN = {
    **dict.fromkeys((_STYLE, *_SCRIPTS), _VIEWS / "problem_panel"),
    **dict.fromkeys((editor.STYLE, editor.FIRST, *editor.SCRIPTS), _VIEWS / "editor"),
    **dict.fromkeys((page_editor.STYLE, *page_editor.SCRIPTS), _VIEWS / "page_editor"),
    **dict.fromkeys(change_page.FILES, _VIEWS / "hand_in_form"),
}
_ASSETS = "assets/guidebook/"
_WHOLE = {
    "index.md": files.GUIDEBOOK,
    "help-me-now.md": files.TRIAGE,
    "sources.md": files.SOURCES,
    "ideas.md": files.IDEAS,
}


class Answer(NamedTuple):
    """What a browser gets. `path` says what kind of file it is; `location` is where to go on."""

    path: str
    content: bytes
    status: int = 200
    location: str | None = None


class Prose(NamedTuple):
    """A hand-written page as HTML, its front matter, and its headings.

    Headings have a `title` and a `url`, and those below them are their `children`.
    """

    html: str
    meta: Mapping[str, Any]
    toc: Iterable[Any] = ()


class Stamp(NamedTuple):
    """Digests of a page and of the panel on it, for a browser to compare."""

    page: str
    panel: str


class _Drawn(NamedTuple):
    content: bytes
    status: int
    digest: str


@dataclass(frozen=True)
class Preview:
    """A site, and what is wrong with it. Without `site`, nothing could be read yet.

    `look` changes with what pages load besides themselves. `draw_prose` draws a hand-written page
    and `print_paper` makes a paper by its path; they raise GuidebookError if they cannot.
    """

    site: Site | None
    report: Report
    theme: Mapping[str, File]
    draw_prose: Callable[[str], Prose]
    print_paper: Callable[[str], bytes | None]
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: EditorPages | None = None
    look: str = ""
    drawn: dict[str, _Drawn] = field(default_factory=dict, repr=False)

    def answer(self, address: str) -> Answer:
        """What is at an address, given from the top of the site without marks and questions."""
        if f"{address}/" == problem_panel.FOLDER:
            return Answer(address, b"", 302, f"/{problem_panel.FOLDER}")
        if address.startswith(problem_panel.FOLDER):
            return self._answer_own(address.removeprefix(problem_panel.FOLDER))
        if self.site is None:
            return self._write_alone()
        if address.startswith(f"{PAPERS}/"):
            return self._answer_paper(address)
        if address == pwa.WORKER:
            return Answer(address, self.theme[f"{_ASSETS}worker-off.js"].content)
        one = self._contents.get(_find_file(address))
        if one is None and f"{address}/{paths.INDEX}" in self._contents:
            return Answer(address, b"", 302, f"/{quote(address)}/")
        if isinstance(one, File):
            return Answer(one.path, one.content)
        return self._add_panel(address)

    def stamp(self, address: str) -> Stamp:
        """Digests of what is at an address."""
        page = "" if self.site is None else self._draw(address).digest
        return Stamp(_digest(f"{page} {self.look}"), _digest(self._write_panel(address)))

    def write_panel(self, address: str) -> str:
        """The panel of the page at an address."""
        stamp = self.stamp(address)
        return self._write_panel(address, page=stamp.page, panel=stamp.panel)

    @cached_property
    def _contents(self) -> dict[str, Page | HandwrittenPage | File]:
        return self.site.contents if self.site else {}

    @cached_property
    def _frame(self) -> Frame:
        site = self.site
        assert site is not None  # noqa: S101  # whoever draws a page has one
        pages = list(site.pages.values())
        return Frame(
            site.theme,
            theme_context.describe(
                site.guidebook,
                pages,
                theme=site.theme,
                handwritten=site.handwritten.values(),
                opened=site.opened,
                in_preview=True,
            ),
            site.guidebook.about.title,
            site.guidebook.about.purpose or "",
            styles=[
                f"{problem_panel.FOLDER}{name}"
                for name in (_STYLE, page_editor.STYLE, editor.STYLE)
            ],
            scripts=[
                f"{problem_panel.FOLDER}{name}"
                for name in (*_SCRIPTS, *page_editor.SCRIPTS, *editor.SCRIPTS)
            ],
        )

    def _write_panel(self, address: str, **data: str) -> str:
        one = self._contents.get(_find_file(address))
        path = "" if one is None or isinstance(one, File) else one.path
        links = self._list_links(one)
        return self.report.write_panel(self.behind.get(path, ()), links=links, **data)

    def _list_links(self, one: Page | HandwrittenPage | File | None) -> Sequence[FormLink]:
        """What may be opened from a page to change what it does not show."""
        if self.forms is None or self.site is None:
            return ()
        name, chapter = "", None
        if isinstance(one, Page):
            name, chapter = paths.find_id(one.written_in or ""), one.chapter
        return tuple(self.forms.list_links(self.site.guidebook.by_id.get(name), chapter))

    def _add_panel(self, address: str) -> Answer:
        drawn = self._draw(address)
        first = f'<script src="/{problem_panel.FOLDER}{editor.FIRST}"></script>\n'
        content = drawn.content.replace(b"</head>", f"{first}</head>".encode(), 1)
        start, end, rest = content.rpartition(b"</body>")
        panel = self.write_panel(address).encode()
        return Answer(paths.INDEX, start + panel + end + rest, drawn.status)

    def _draw(self, address: str) -> _Drawn:
        """A page without its panel; what is no page is drawn as not found."""
        if address in self.drawn:
            return self.drawn[address]
        html, status = self._draw_anew(address)
        drawn = _Drawn(html.encode(), status, _digest(html))
        # What is in that folder follows from the report as well.
        if not address.startswith(problem_panel.FOLDER):
            self.drawn[address] = drawn
        return drawn

    def _draw_anew(self, address: str) -> tuple[str, int]:
        one = self._contents.get(_find_file(address))
        if address == change_page.ADDRESS:
            return self._draw_message(change_page.TITLE, change_page.write_form()), 200
        if html := self.report.write_file(address):
            return self._draw_message(self.report.sources[address], html), 200
        if isinstance(one, Page):
            meta = theme_context.describe_page(one)
            return self._frame.draw(Framed(one.url, one.title, one.html, meta)), 200
        if isinstance(one, HandwrittenPage):
            try:
                prose = self.draw_prose(one.path)
            except GuidebookError as error:
                return self._draw_message(one.title, f"<pre>{escape(str(error))}</pre>"), 200
            return self._frame.draw(
                Framed(one.url, one.title, prose.html, prose.meta, toc=prose.toc)
            ), 200
        own = address.removeprefix(problem_panel.FOLDER) if self.forms else address
        if self.forms and own != address and (made := self._make_own(self.forms, own)):
            title, html = made
            meta = {"layout": "form", "title": title, **bundles.name_bundles(Layout.LIST)}
            return self._frame.draw(Framed("", title, html, meta), root="/"), 200
        missing = Framed("", "", "")
        return self._frame.draw(missing, template=NOT_FOUND, root="/"), 404

    def _make_own(self, forms: EditorPages, name: str) -> tuple[str, str] | None:
        """The title and the HTML of a page of the preview's own."""
        return forms.draw(name) if name else (START, forms.write_start(self.report.entries))

    def _draw_message(self, title: str, html: str) -> str:
        return self._frame.draw(Framed("", title, html), template=PAGE, root="/")

    def _answer_own(self, name: str) -> Answer:
        address = f"{problem_panel.FOLDER}{name}"
        if folder := _OWN.get(name):
            return Answer(name, (folder / name).read_bytes())
        if name == _TOKENS:
            return Answer(name, self.theme[f"{_ASSETS}{_TOKENS}"].content)
        if self.site is None:
            return self._write_alone(self.report.write_file(address) or "")
        return self._add_panel(address)

    def _answer_paper(self, path: str) -> Answer:
        try:
            pdf = self.print_paper(path)
        except GuidebookError as error:
            html = self._draw_message("No such paper", f"<pre>{escape(str(error))}</pre>")
            return Answer(paths.INDEX, html.encode(), 404)
        return Answer(path, pdf) if pdf else self._add_panel(path)

    def _write_alone(self, html: str = "") -> Answer:
        """A page without the site, of which nothing could be read yet."""
        page = fill(
            "preview/alone.html",
            title="The guidebook cannot be shown yet",
            styles=[f"/{problem_panel.FOLDER}{name}" for name in (_TOKENS, _STYLE)],
            scripts=[f"/{problem_panel.FOLDER}{name}" for name in _SCRIPTS],
            content=html,
            panel=self.write_panel(""),
        )
        return Answer(paths.INDEX, page.encode(), 200 if html else 503)


def find_files_behind(site: Site, reading: Reading) -> dict[str, tuple[str, ...]]:
    """The files that each page is written in, as problems show them, by the page's path."""
    shown: dict[str, list[str]] = {}
    for layer in reading.layers:
        for path in layer.files:
            shown.setdefault(find_name(path), []).append(layer.prefix + path)
    found: dict[str, tuple[str, ...]] = {}
    for page in site.pages.values():
        name = page.written_in or _WHOLE.get(page.path)
        if name is None and page.chapter:
            name = files.GUIDEBOOK
        elif page.layout is Layout.PATH:
            name = files.PATHS
        if name:
            found[page.path] = tuple(shown.get(find_name(name), ()))
    for path in site.handwritten:
        place = site.docs[path].place
        found[path] = (place.path,) if place else ()
    return found


def find_pages(site: Site, behind: Mapping[str, tuple[str, ...]]) -> dict[str, FileAt]:
    """The first page that each file is behind, by the path that problems show."""
    found: dict[str, FileAt] = {}
    for path, shown in behind.items():
        page = site.pages.get(path) or site.handwritten[path]
        for one in shown:
            found.setdefault(one, FileAt(page.title, page.url))
    return found


def _find_file(address: str) -> str:
    return f"{address}{paths.INDEX}" if address.endswith("/") or not address else address


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
