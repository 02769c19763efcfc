"""The whole site as one mapping: every page and file by its path, and who wants which address."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from generator.checks.addresses import Claim, check_name, find_collisions
from generator.model import files, paths
from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.model.yaml_model import Locate
from generator.problem import Place, Problem
from generator.reader.yaml_text.encoding import ENCODING
from generator.site import page_code
from generator.views import (
    branding,
    bundles,
    content_policy,
    fact_plates,
    finder,
    handwritten,
    json_export,
    pages,
    papers,
    pwa,
    redirects,
    session_data,
    training_data,
)
from generator.views.changes import feed
from generator.views.changes.report import EditionChanges
from generator.views.file import File
from generator.views.finder.document import Index
from generator.views.handwritten import HandwrittenPage
from generator.views.pages import house_facts, what_changed
from generator.views.pages.page import Page
from generator.views.pages.renderer import ListSizes

_ASSETS = "assets/"
_OF_GENERATORS = (pwa.WORKER, pwa.EDITION, "404.html", "sitemap.xml", "sitemap.xml.gz")
_BACK_OF_HOUSE = "managers"  # the finder writes “for” before it


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made of besides the guidebook.

    `docs` are hand-written pages and what belongs to them, `theme` the files of the theme,
    `printed` the finished papers by path. `on_request` holds the paths of papers that are made when
    somebody asks for them; pages link them, and they are no files of the site. `edit_base` is the
    address below which playbooks can be edited, `changes` what changed from edition to edition, the
    newest first. `opened` says that hand-written pages may hold scripts and styles.
    `frame` holds the paths of what a site generator adds by itself, and `kept` pages from before.
    `list_sizes` say from when on long lists are cut into pages, if not from where it is useful.
    """

    docs: Iterable[File] = ()
    theme: Iterable[File] = ()
    printed: Mapping[str, bytes] | None = None
    on_request: Container[str] = ()
    edit_base: str | None = None
    changes: Sequence[EditionChanges] = ()
    opened: bool = False
    frame: Collection[str] = ()
    kept: KeptWork | None = None
    list_sizes: ListSizes | None = None


@dataclass(frozen=True)
class Site:
    """Everything that a site is made of, before a site generator draws the frame around it.

    `pages` are those of the guidebook and `handwritten` the others, by the path of their Markdown.
    `made` are the files that are made from the guidebook, `docs` those of the hand-written pages,
    `theme` those of the theme, each by its path in its folder. No two have one address: of two
    things that want the same, the first is kept, and `problems` says so. `opened` is that of the
    sources.
    """

    guidebook: Guidebook
    pages: Mapping[str, Page]
    handwritten: Mapping[str, HandwrittenPage]
    made: Mapping[str, File]
    docs: Mapping[str, File]
    theme: Mapping[str, File]
    problems: tuple[Problem, ...]
    opened: bool = False

    @property
    def contents(self) -> dict[str, Page | HandwrittenPage | File]:
        """All of it, by the path of the file that a browser gets."""
        found: dict[str, Page | HandwrittenPage | File] = {}
        found |= {path: one for path, one in self.theme.items() if is_served(path)}
        found |= {path: one for path, one in self.docs.items() if not paths.is_markdown(path)}
        found |= self.made
        found |= {paths.find_output(path): page for path, page in self.handwritten.items()}
        return found | {paths.find_output(path): page for path, page in self.pages.items()}


def make(guidebook: Guidebook, sources: Sources, locate: Locate) -> Site:
    """Put a site together. What is in a page or a file is made only when it is asked for."""
    printed = sources.printed or {}
    links = papers.list_links(guidebook, sources.on_request or printed.keys())
    listed = pages.render(
        guidebook,
        edit_base=sources.edit_base,
        papers=links,
        changes=sources.changes,
        kept=sources.kept,
        list_sizes=sources.list_sizes,
    )
    rendered = {page.path: page for page in reversed(listed)}
    rendered = {page.path: rendered[page.path] for page in listed}
    theme = {one.path: one for one in sources.theme}
    docs = {one.path: one for one in sources.docs}
    written: dict[str, HandwrittenPage] = {}
    made = {one.path: one for one in _make_exports(guidebook, rendered, written, sources)}
    made[session_data.PATH] = File(
        session_data.PATH, lambda: session_data.make_script(guidebook, links, sources.kept).encode()
    )
    made |= {one.path: one for one in bundles.make_files(theme, guidebook.about)}
    made |= {path: File(path, partial(printed.__getitem__, path)) for path in printed}
    earlier = list(redirects.list_files(guidebook, locate))
    claims = [
        *_claim_pages(guidebook, listed, locate),
        *(Claim(path, "a file of every guidebook", None) for path in (*_OF_GENERATORS, *made)),
        *(Claim(one.path, "a page that was called so", one.place) for one in earlier),
        *(Claim(path, "a file of the theme", None) for path in theme if is_served(path)),
        *(Claim(path, "a file of the theme", None) for path in sources.frame),
        *(_claim_doc(one) for one in docs.values()),
    ]
    collisions = list(find_collisions(claims))
    for claim, _ in collisions:
        docs = {path: one for path, one in docs.items() if one.place != claim.place}
    made = {one.path: one for one in earlier} | made
    written |= {
        path: handwritten.read(path, one.content)
        for path, one in sorted(docs.items())
        if paths.is_markdown(path)
    }
    problems = [*(problem for _, problem in collisions), *_check_docs(docs.values())]
    if not sources.opened:
        problems += page_code.check_docs(docs.values())
    return Site(guidebook, rendered, written, made, docs, theme, tuple(problems), sources.opened)


def _make_exports(
    guidebook: Guidebook,
    rendered: Mapping[str, Page],
    written: Mapping[str, HandwrittenPage],
    sources: Sources,
) -> Iterator[File]:
    """What programs read, the finder among them. A new export is one more line here."""
    changes, kept = sources.changes, sources.kept

    @cache
    def make_scripts() -> dict[str, str]:
        texts = _list_texts(guidebook, rendered.values(), written.values())
        return finder.make_scripts(guidebook, texts, kept)

    def read_index(path: str) -> bytes:
        return make_scripts()[path].encode()

    yield from (File(path, partial(read_index, path)) for path in finder.list_paths(guidebook))
    yield File(json_export.PATH, lambda: json_export.make_json(guidebook, kept).encode())
    yield File(training_data.PATH, lambda: training_data.make_script(guidebook, kept).encode())
    if changes:
        page = what_changed.URL
        yield File(feed.PATH, lambda: feed.make_feed(guidebook, changes, page=page))
    yield File(content_policy.PATH, content_policy.make_headers().encode)
    yield File(pwa.MANIFEST, lambda: pwa.make_manifest(guidebook).encode())
    yield from (File.of(path, data) for path, data in branding.list_files(guidebook).items())


def _list_texts(
    guidebook: Guidebook, rendered: Iterable[Page], written: Iterable[HandwrittenPage]
) -> Iterator[finder.PageText]:
    """What is found besides playbooks: pages, and what staff look up on one of them."""
    for page in rendered:
        if page.url and not page.written_in and not page.part_of:
            readers = _BACK_OF_HOUSE if page.back_of_house else ""
            yield finder.PageText(page.url, page.title, (page.description,), readers=readers)
    for other in written:
        readers = _BACK_OF_HOUSE if other.back_of_house else ""
        yield finder.PageText(other.url, other.title, other.texts, readers=readers)
    for plate in fact_plates.list_plates(guidebook):
        yield finder.PageText(
            plate.url,
            plate.label,
            search=tuple(plate.search),
            answer=plate.text or house_facts.NOT_SET,
            place=fact_plates.TITLE,
        )


def make_index(site: Site) -> Index:
    """What the finder in the pages searches, as data."""
    texts = _list_texts(site.guidebook, site.pages.values(), site.handwritten.values())
    return finder.make_index(site.guidebook, texts)


def is_served(path: str) -> bool:
    """Whether a file of the theme is served as it is; the others are templates, or parts."""
    return path.startswith(_ASSETS) and not bundles.is_part(path)


def _claim_pages(guidebook: Guidebook, rendered: Iterable[Page], locate: Locate) -> Iterator[Claim]:
    numbers = {one.id: number for number, one in enumerate(guidebook.about.chapters)}
    for page in rendered:
        words = f"the page “{page.title}”, which every guidebook has"
        place: Place | None = None
        if page.written_in:
            words, place = f"the playbook “{page.title}”", locate(page.written_in, ())
        elif page.part_of:
            words = f"“{page.title}”, a part of a list that every guidebook has"
        elif page.chapter:
            words = f"the chapter “{page.title}”"
            place = locate(files.GUIDEBOOK, ("chapters", numbers[page.chapter], "id"))
        yield Claim(paths.find_output(page.path), words, place)


def _check_docs(docs: Iterable[File]) -> Iterator[Problem]:
    for one in docs:
        if paths.is_markdown(one.path) and one.place:
            yield from check_name(one.path, one.place)
            try:
                one.content.decode("utf-8")
            except UnicodeDecodeError:
                yield Problem(
                    one.place,
                    ENCODING,
                    "This file is not saved as UTF-8, so some letters cannot be read.",
                    "Open it in your editor and save it with the encoding UTF-8.",
                )


def _claim_doc(one: File) -> Claim:
    return Claim(paths.find_output(one.path), f"the file {one.path}", one.place)
