"""What authors may write inside a text: bold, italic, code, links and references.

Everything else shows literally. A reference is a name in double round brackets: the id of a
playbook, `((listen-first))`, or the id of a house value, `((spend-limit))`. After a bar come
the author's own words: `((listen-first|let them finish))`. What staff fill in while they speak is
in square brackets: `[name]`; what a trainer is still to write, in two: `[[what to do first]]`.
Straight quotation marks and apostrophes become curly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.model import web_address
from generator.model.guidebook import EMERGENCY_NUMBER, Guidebook, Origin
from generator.model.inline_marks import Mark, MarkKind, Run
from generator.model.inline_references import REFERENCE, Reference, read_reference
from generator.model.inline_slots import draw_gap, find_slots
from generator.model.phone_numbers import split_numbers
from generator.model.typography import curl

# One set of characters is found much faster than two ways to go.
_SPECIAL = re.compile(r"[*_`\[\\\n(]")
# Noncharacters: no keyboard types them and no font shows them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_HOLE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": True, "linkify": False})
    reader.enable(["emphasis", "backticks", "link", "escape", "newline"])
    reader.validateLink = _is_safe  # type: ignore[assignment, method-assign]  # the library has no other way
    return reader


def _is_safe(address: str) -> bool:
    """Allow the four kinds of address that staff need, and no reference inside one."""
    return _OPEN not in unquote(address) and web_address.find_link_fault(address) is None


_EMPHASIS = {"strong": MarkKind.BOLD, "em": MarkKind.ITALIC}
_TAGS = {
    MarkKind.BOLD: ("<strong>", "</strong>"),
    MarkKind.ITALIC: ("<em>", "</em>"),
    MarkKind.CODE: ("<code>", "</code>"),
    MarkKind.LINK: ('<a href="{}">', "</a>"),
    MarkKind.REFERENCE: ('<a class="gb-ref" href="{}">', "</a>"),
    MarkKind.VALUE: ('<span class="gb-value">', "</span>"),
    MarkKind.FACT: ('<span class="gb-fact">', "</span>"),
    MarkKind.SLOT: ('<span class="gb-slot">', "</span>"),
    MarkKind.GAP: ('<span class="gb-gap">', "</span>"),
    MarkKind.BLANK: ('<span class="gb-value gb-value--unset">', "</span>"),
    MarkKind.UNSET_VALUE: ('<span class="gb-value gb-value--unset">', ": not set</span>"),
}


@dataclass(frozen=True)
class Inline:
    """Reads the texts of one guidebook, and writes them as safe HTML or plain words."""

    guidebook: Guidebook
    _reader: MarkdownIt = field(default_factory=_reader, repr=False, compare=False)
    _runs: dict[str, tuple[Run, ...]] = field(default_factory=dict, repr=False, compare=False)

    def html(self, text: str, root: str = "") -> Markup:
        """Write a text as HTML. `root` leads from the page to the top, such as `../../`."""
        if not _SPECIAL.search(text):
            return escape(curl(text))
        return Markup("").join(_write_html(self.read(text), root))

    def plain(self, text: str) -> str:
        """Write a text as words only: for attributes, search and other tools."""
        if not _SPECIAL.search(text):
            return curl(text)
        return "".join(
            f"{run.text}: not set" if run.has(MarkKind.UNSET_VALUE) else run.text.replace("\n", " ")
            for run in self.read(text)
        )

    def read(self, text: str) -> tuple[Run, ...]:
        """Split a text into runs, each as long as its marks allow."""
        if not _SPECIAL.search(text):
            return (Run(curl(text)),)
        if text not in self._runs:
            # Every reference is replaced by a hole, which no markup can split.
            references: list[Reference] = []

            def dig(found: re.Match[str]) -> str:
                if not found["name"] or not self._knows(read_reference(found).name):
                    return found[0]
                references.append(read_reference(found))
                return f"{_OPEN}{len(references) - 1}{_CLOSE}"

            tokens = self._parse(REFERENCE.sub(dig, _drop_holes(text)))
            joined = _join(self._walk(tokens, references))
            self._runs[text] = tuple(_curl(find_slots(joined)))
        return self._runs[text]

    def _knows(self, name: str) -> bool:
        return name in self.guidebook.titles or name in self.guidebook.values

    def _parse(self, text: str) -> Sequence[Token]:
        return self._reader.parseInline(text)[0].children or []

    def _walk(
        self,
        tokens: Sequence[Token],
        references: Sequence[Reference],
        outer: tuple[Mark, ...] = (),
    ) -> Iterator[Run]:
        linked, marks = _is_linked(outer), outer
        for before, token in zip((None, *tokens), tokens, strict=False):
            match token.type:
                case "text":
                    yield from self._fill(token.content, references, marks)
                case "code_inline":
                    content = _literal(token.content, references)
                    yield Run(content, (*marks, Mark(MarkKind.CODE)))
                case "softbreak" | "hardbreak":
                    yield Run("\n", marks)
                case "link_open" | "link_close" if linked:
                    pass  # a link cannot hold another one
                case _ if token.nesting > 0:
                    marks = (*marks, _open(token))
                case _:
                    if before and before.type == "link_open":  # without words, its address shows
                        yield Run(marks[-1].address, marks)
                    marks = marks[:-1]

    def _fill(
        self, content: str, references: Sequence[Reference], marks: tuple[Mark, ...]
    ) -> Iterator[Run]:
        for piece, reference in _pieces(content, references):
            yield Run(piece, marks)
            if reference and reference.name in self.guidebook.titles:
                yield self._refer(reference, marks)
            elif reference:
                yield from self._fill_in(reference, marks, piece)

    def _refer(self, reference: Reference, marks: tuple[Mark, ...]) -> Run:
        playbook = self.guidebook.by_id.get(reference.name)
        if playbook and not _is_linked(marks):
            marks = (*marks, Mark(MarkKind.REFERENCE, playbook.url))
        return Run(reference.words or self._bare(self.guidebook.titles[reference.name]), marks)

    def _fill_in(self, reference: Reference, marks: tuple[Mark, ...], before: str) -> Iterator[Run]:
        """A house value. It may link, such as `[112](tel:112)`, but refers to nothing."""
        value = self.guidebook.values[reference.name]
        if not value.text:
            named = before.rstrip().endswith(":") and value.name.casefold() in before.casefold()
            kind = MarkKind.BLANK if named else MarkKind.UNSET_VALUE
            words = "not set" if named else reference.words or value.name
            yield Run(words, (*marks, Mark(kind)))
            return
        if reference.words:
            yield Run(f"{reference.words} (", marks)
        kind = MarkKind.VALUE if value.origin is Origin.HOUSE else MarkKind.FACT
        inside = (*marks, Mark(kind))
        if reference.name == EMERGENCY_NUMBER and not _is_linked(marks):
            yield from _link_numbers(value.text, inside)
        else:
            yield from self._walk(self._parse(_drop_holes(value.text)), (), inside)
        if reference.words:
            yield Run(")", marks)

    def _bare(self, title: str) -> str:
        """A title as words. References in it stay as typed, so that no two can run in a circle."""
        return "".join(token.content for token in self._parse(_drop_holes(title)))


def _open(token: Token) -> Mark:
    if token.type == "link_open":
        return Mark(MarkKind.LINK, str(token.attrGet("href")))
    return Mark(_EMPHASIS[token.tag])


def _is_linked(marks: tuple[Mark, ...]) -> bool:
    return any(mark.kind is MarkKind.LINK for mark in marks)


def _join(runs: Iterable[Run]) -> Iterator[Run]:
    """Make one of neighbours with the same marks."""
    for marks, same in groupby(runs, lambda run: run.marks):
        if text := "".join(run.text for run in same):
            yield Run(text, marks)


def _curl(runs: Iterable[Run]) -> Iterator[Run]:
    before = ""
    for run in runs:
        text = run.text if run.has(MarkKind.CODE) else curl(run.text, before)
        yield Run(text, run.marks)
        before = text


def _link_numbers(text: str, marks: tuple[Mark, ...]) -> Iterator[Run]:
    for piece in split_numbers(text):
        own = (Mark(MarkKind.LINK, f"tel:{piece.dials}"),) if piece.dials else ()
        yield Run(piece.words, (*marks, *own))


def _write_html(runs: tuple[Run, ...], root: str) -> Iterator[Markup]:
    opened: tuple[Mark, ...] = ()
    for run in (*map(draw_gap, runs), Run("")):  # the last one closes all marks
        pairs = zip(opened, run.marks, strict=False)
        same = len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))
        for mark in reversed(opened[same:]):
            yield Markup(_TAGS[mark.kind][1])  # noqa: S704  # from the table
        for mark in run.marks[same:]:
            start = root if mark.kind is MarkKind.REFERENCE else ""
            yield Markup(_TAGS[mark.kind][0]).format(f"{start}{mark.address}")  # noqa: S704  # too
        yield escape(run.text).replace("\n", Markup("<br>"))
        opened = run.marks


def _drop_holes(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _literal(content: str, references: Sequence[Reference]) -> str:
    """Fill holes that a code span of the reader swallowed with what the author typed."""
    return "".join(
        piece + (_typed(reference) if reference else "")
        for piece, reference in _pieces(content, references)
    )


def _typed(reference: Reference) -> str:
    words = f"|{reference.words}" if reference.words else ""
    return f"(({reference.name}{words}))"


def _pieces(
    content: str, references: Sequence[Reference]
) -> Iterator[tuple[str, Reference | None]]:
    """Split at holes: each piece of text with the reference that follows it."""
    parts = _HOLE.split(content)
    for position in range(0, len(parts), 2):
        hole = position + 1
        yield parts[position], references[int(parts[hole])] if hole < len(parts) else None
