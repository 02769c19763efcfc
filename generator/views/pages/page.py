"""A page as sections of HTML, and the two forms a site generator takes it in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from html import escape

from markupsafe import Markup

from generator.model import paths
from generator.views.pages.text_mark import mark

_TAG = re.compile(r"(<[^>]*>)")  # in attributes a > is always an entity
_BLOCK_TAG = re.compile(
    r"\s*(</?(?:details|div|dl|dt|dd|fieldset|footer|form|h[1-6]|header|li|nav|ol|p|section|summary"
    r"|ul)\b[^>]*>)"
)
_ENTITY_OR_PUNCTUATION = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);|[!-/:-@\[-`{-~]")
_LEADING_DIGIT = re.compile(r"^\d")
_TAG_INDENT = re.compile(r"^\s+(?=<)")
_SPACE = re.compile(r"\s+")
_UP = re.compile(r'(<a [^>]*\bhref=")\.\./')


class Layout(StrEnum):
    """Which shape of page the theme draws around the content."""

    HOME = "home"
    CHAPTER = "chapter"
    PLAYBOOK = "playbook"
    EMERGENCY = "emergency"
    LIST = "list"
    INDEX = "index"
    PATH = "path"
    TRAINING = "training"
    TRIAGE = "triage"
    PHRASES = "phrases"
    SESSION = "session"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is below it. `html` is finished and safe; `heading` is plain text.

    In `html` an attribute of a block element (`div`, `li`, `p`, ...) never carries an author's
    text: Python-Markdown writes those attributes anew, and not always as they were.
    """

    id: str
    heading: str
    html: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What is on a page. `lead` (with the page's `h1`) and `foot` are finished HTML.

    `main` and `side` become two columns on a wide screen and one on a phone; `below` comes after
    both.
    """

    lead: str
    main: tuple[Section, ...] = ()
    side: tuple[Section, ...] = ()
    below: tuple[Section, ...] = ()
    foot: str = ""


def _work_out(work: Callable[[], str]) -> str:
    return work()


@dataclass(frozen=True)
class Page:
    """One page: what it is called and where it is; its content is written when it is asked for.

    `path` is its Markdown path, such as `put-it-right/own-it-first.md`. `written_in` is the YAML
    file behind the page, relative to the folder of playbooks. What is `back_of_house` is for
    managers and for those who write, and not for staff with a customer before them. One that is not
    `in_menu` is led to from where it is needed. `part_of` names the list that it is a part of, if
    that has parts. What is `urgent` is read when somebody may get hurt, or to find whom to call:
    where it is open, new words of it are shown at once. `recall` may know the HTML from before.
    """

    path: str
    title: str
    description: str
    layout: Layout
    write: Callable[[], Content]
    chapter: str | None = None
    written_in: str | None = None
    back_of_house: bool = False
    in_menu: bool = True
    part_of: str = ""
    urgent: bool = False
    recall: Callable[[Callable[[], str]], str] = _work_out

    @property
    def url(self) -> str:
        """Address relative to the top of the site, such as `put-it-right/own-it-first/`."""
        return paths.find_address(self.path)

    @cached_property
    def content(self) -> Content:
        """The content, written once."""
        return self.write()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in reading order."""
        return self.content.main + self.content.side + self.content.below

    @cached_property
    def html(self) -> str:
        """The whole content of the page as HTML."""
        return self.recall(lambda: "\n".join(self._write(_section_html, str.strip, "")))

    @property
    def markdown(self) -> str:
        """The same content for any Markdown site generator: headings as Markdown, the rest raw.

        It needs the extensions `attr_list` and `md_in_html` of Python-Markdown. Its links are
        relative to the file, as in Markdown, and no longer to the page's own address.
        """
        text = "\n\n".join(self._write(_section_markdown, _one_block, " markdown"))
        return text if self.path.endswith("index.md") else _UP.sub(r"\1", text)

    def _write(
        self, section: Callable[[Section], str], raw: Callable[[str], str], marker: str
    ) -> Iterator[str]:
        content = self.content
        yield raw(content.lead)
        if content.main or content.side:
            yield f'<div class="gb-columns"{marker}>'
            for name, sections in (("main", content.main), ("side", content.side)):
                if sections:
                    yield f'<div class="gb-{name}"{marker}>'
                    yield from map(section, sections)
                    yield "</div>"
            yield "</div>"
        if content.below:
            yield f'<div class="gb-below"{marker}>'
            yield from map(section, content.below)
            yield "</div>"
        if content.foot:
            yield raw(content.foot)


def _section_html(section: Section) -> str:
    return (
        f'<section class="{_style(section)}">\n'
        f'<h2 id="{section.id}">{_write_heading(section)}</h2>\n'
        f'<div class="gb-body">\n{section.html.strip()}\n</div>\n</section>'
    )


def _write_heading(section: Section) -> Markup:
    return mark(Markup(escape(section.heading)), section.heading)  # noqa: S704  # it is escaped


def _section_markdown(section: Section) -> str:
    return (
        f'<section class="{_style(section)}" markdown>\n\n'
        f"## {_escape_markdown(section.heading)} {{ #{section.id} }}\n\n"
        f'<div class="gb-body">\n{_one_block(section.html)}\n</div>\n\n</section>'
    )


def _style(section: Section) -> str:
    return f"gb-section {section.style}".rstrip()


def _escape_markdown(text: str) -> str:
    """Write plain text so that no extension of Markdown finds anything to read in it."""
    line = _SPACE.sub(" ", text).strip()
    return _LEADING_DIGIT.sub(_entity, re.sub(r"[!-/:-@\[-`{-~]", _entity, line))


def _one_block(html: str) -> str:
    """Write HTML so that Markdown takes it as one raw block and reads nothing inside.

    A blank line would end the block; punctuation in its text would be read by extensions that
    run before raw blocks are found; a block element in the middle of a line is closed too early.
    """
    parts = _TAG.split(html)
    parts[::2] = [_ENTITY_OR_PUNCTUATION.sub(_keep_entity, text) for text in parts[::2]]
    lines = _BLOCK_TAG.sub(r"\n\1", "".join(parts)).splitlines()
    return "\n".join(_TAG_INDENT.sub("", line.rstrip()) for line in lines if line.strip())


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _keep_entity(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else _entity(found)
