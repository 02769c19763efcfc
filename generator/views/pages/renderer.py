"""What every page is written with: the guidebook, its texts as HTML, and the templates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TypedDict

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_work import KeptWork
from generator.model.located_text import rewrite
from generator.model.playbook import Playbook
from generator.model.shown_values import digest_playbooks, digest_shown
from generator.views import pictogram
from generator.views.changes.report import EditionChanges
from generator.views.dates import write_day
from generator.views.pages.text_mark import mark, write_literally
from generator.views.papers import PaperLinks


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["day"] = write_day
    environment.filters["enumeration"] = enumerate_words
    environment.globals["icon"] = pictogram.draw
    return environment


def keep_code(code: BytecodeCache | None) -> None:
    """Take what templates are as code from there, and add to it."""
    _environment().bytecode_cache = code


def forget_templates() -> None:
    """Read every template anew, for a preview in which one has changed."""
    _environment.cache_clear()
    _load.cache_clear()


@cache
def _load(name: str) -> Template:
    template = _environment().get_template(name)
    # Every render copies these, and a plain dict is copied ten times as fast as a chain of maps.
    template.globals = dict(template.globals)
    return template


def fill(template: str, **values: object) -> str:
    """Fill a template that is no part of a page of the guidebook."""
    return _load(template).render(**values)


def enumerate_words(words: Iterable[str]) -> str:
    """Write `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


@dataclass(frozen=True, slots=True)
class ListSizes:
    """How long a list may be: a `whole` one on one page, and a `part` of one that is cut up."""

    whole: int = 300
    part: int = 100


class Link(TypedDict):
    """What a link says, and where it leads from the top of the site."""

    title: str
    url: str


@dataclass(frozen=True)
class Renderer:
    """Holds what all pages share. `edit_base` is where a playbook's file can be edited.

    `changes` are those from edition to edition, the newest first. `kept` has pages from before.
    """

    guidebook: Guidebook
    inline: Inline
    edit_base: str | None = None
    papers: PaperLinks = field(default_factory=PaperLinks)
    changes: Sequence[EditionChanges] = ()
    kept: KeptWork | None = None
    list_sizes: ListSizes = ListSizes()

    @cached_property
    def listed(self) -> Mapping[str, Mapping[str, Sequence[Playbook]]]:
        """What is in each list across chapters, by its address and the id of a chapter."""
        chapters = self.guidebook.by_chapter
        return {
            "words/": {name: self.guidebook.list_standard(name) for name in chapters},
            "checklists/": chapters,
            "practice/": {
                name: [one for one in playbooks if one.practice]
                for name, playbooks in chapters.items()
            },
        }

    @cached_property
    def around(self) -> str:
        """A digest of what the page of a playbook may show that is not its own."""
        return digest_shown(self.guidebook, self.edit_base)

    def keep(self, work: Callable[[], str], name: str, playbooks: Iterable[Playbook]) -> str:
        """HTML that shows these playbooks and what is around all, if it is not known from before.

        `name` is what of them it shows.
        """
        if self.kept is None:
            return work()
        shown = [(one, self.papers.playbooks.get(one.id, ())) for one in playbooks]
        links = [links for _, links in shown]
        return self.kept.take(
            digest_playbooks((one for one, _ in shown), name, links, self.around), work
        )

    def writer(self, path: str) -> "PageWriter":
        """Start a page; `path` decides how its links lead to the top of the site."""
        stem = path.removesuffix(".md")
        depth = 0 if stem == "index" else stem.removesuffix("/index").count("/") + 1
        return PageWriter(self, "../" * depth)

    def title(self, playbook: Playbook) -> str:
        """The title of a playbook as words."""
        return rewrite(playbook.title, self.inline.plain)

    def icon(self, playbook: Playbook) -> str | None:
        """The name of a playbook's own pictogram, or else of its chapter's."""
        return playbook.icon or self.guidebook.chapters[playbook.chapter].icon

    def link(self, playbook: Playbook) -> Link:
        """A link to a playbook, from the top of the site."""
        return {"title": self.title(playbook), "url": playbook.url}


@dataclass(frozen=True)
class PageWriter:
    """Writes the parts of one page. `root` leads from it to the top of the site."""

    renderer: Renderer
    root: str

    def write(self, template: str, **values: object) -> str:
        """Fill a template. In it `text` writes an author's text as HTML, `plain` as words.

        `literal` writes HTML too, of what is typed. It and `text` name the place of a text that
        knows where it is written.
        """
        return _load(template).render(
            guidebook=self.renderer.guidebook,
            root=self.root,
            text=self._text,
            plain=self.renderer.inline.plain,
            literal=write_literally,
            **values,
        )

    def _text(self, text: str) -> Markup:
        return mark(self.renderer.inline.html(text, self.root), text)
