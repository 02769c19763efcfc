"""What authors may write inside a text: bold, italic, code, links and references.

Everything else shows literally. A reference is a name in double round brackets: the id of a
playbook, `((listen-first))`, or the id of a house value, `((spend-limit))`. After a bar stand
the author's own words: `((listen-first|let them finish))`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.model.guidebook import Guidebook, HouseValue

_SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# One set of characters is found much faster than two ways to go.
_SPECIAL = re.compile(r"[*_`\[\\\n(]")
# An escaped character, a code span (both stay as they are), or a reference. A name and own
# words may hold brackets only in pairs, so that a reference ends where a reader sees its end.
_REFERENCE = re.compile(
    r"""\\.
      | (?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)
      | \(\( (?P<name>[^()|]+) (?:\|(?P<words>(?:[^()]|\([^()]*\))*))? \)\)""",
    re.DOTALL | re.VERBOSE,
)
_OPENING = re.compile(r"\(\(+")
# Noncharacters: no keyboard types them and no font shows them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_HOLE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class Reference(NamedTuple):
    """A name in double round brackets, the author's own words, and its span (from 0)."""

    name: str
    words: str | None
    start: int
    end: int


def find_references(text: str) -> list[Reference]:
    """List every reference in a text, known or not, in order; code is left out."""
    return [_reference(found) for found in _REFERENCE.finditer(text) if found["name"]]


def find_open(text: str) -> list[int]:
    """List where round brackets open that begin no reference; code is left out."""
    rest = _REFERENCE.sub(lambda found: " " * len(found[0]), text)
    return [found.start() for found in _OPENING.finditer(rest)]


def _reference(found: re.Match[str]) -> Reference:
    words = (found["words"] or "").strip()
    return Reference(found["name"].strip(), words or None, *found.span())


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": True, "linkify": False})
    reader.enable(["emphasis", "backticks", "link", "escape", "newline"])
    reader.validateLink = _is_safe  # type: ignore[assignment, method-assign]
    return reader


def _is_safe(address: str) -> bool:
    """Allow the four kinds of address that staff need, and no reference inside one."""
    return bool(_SAFE_ADDRESS.match(address)) and _OPEN not in unquote(address)


@dataclass(frozen=True)
class Inline:
    """Turns the texts of one guidebook into safe HTML or plain words."""

    guidebook: Guidebook
    _reader: MarkdownIt = field(default_factory=_reader, repr=False, compare=False)
    _tokens: dict[str, tuple[Sequence[Token], list[Reference]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def html(self, text: str, root: str = "") -> Markup:
        """Write a text as HTML. `root` leads from the page to the top, such as `../../`."""
        if not _SPECIAL.search(text):
            return escape(text)
        tokens, references = self._read(text)
        return Markup("").join(self._write(tokens, references, root))

    def plain(self, text: str) -> str:
        """Write a text as words only: for attributes, search and other tools."""
        if not _SPECIAL.search(text):
            return text
        tokens, references = self._read(text)
        return "".join(
            " " if token.type.endswith("break") else self._fill_plain(token.content, references)
            for token in tokens
        )

    def _read(self, text: str) -> tuple[Sequence[Token], list[Reference]]:
        """Read a text with every reference replaced by a hole, which no markup can split."""
        if text not in self._tokens:
            references: list[Reference] = []

            def dig(found: re.Match[str]) -> str:
                if not found["name"] or not self._knows(_reference(found).name):
                    return found[0]
                references.append(_reference(found))
                return f"{_OPEN}{len(references) - 1}{_CLOSE}"

            clean = text.replace(_OPEN, "").replace(_CLOSE, "")
            block = self._reader.parseInline(_REFERENCE.sub(dig, clean))[0]
            self._tokens[text] = (block.children or [], references)
        return self._tokens[text]

    def _knows(self, name: str) -> bool:
        return name in self.guidebook.by_id or name in self.guidebook.about.house_values

    def _write(
        self, tokens: Sequence[Token], references: list[Reference], root: str
    ) -> Iterator[Markup]:
        inside_link = False
        for token in tokens:
            match token.type:
                case "text":
                    for piece, reference in _pieces(token.content, references):
                        yield escape(piece)
                        if reference:
                            yield self._refer(reference, root, linked=not inside_link)
                case "code_inline":
                    content = self._literal(token.content, references)
                    yield Markup("<code>{}</code>").format(content)
                case "link_open":
                    inside_link = True
                    yield Markup('<a href="{}">').format(token.attrGet("href"))
                case "link_close":
                    inside_link = False
                    yield Markup("</a>")
                case "softbreak" | "hardbreak":
                    yield Markup("<br>")
                case _:
                    # The reader knows only a few tags, and an author cannot add one.
                    yield Markup(f"<{'/' * (token.nesting < 0)}{token.tag}>")  # noqa: S704

    def _refer(self, reference: Reference, root: str, *, linked: bool) -> Markup:
        playbook = self.guidebook.by_id.get(reference.name)
        if playbook is None:
            house = self.guidebook.about.house_values[reference.name]
            value = self._house_value(house, reference)
            return value if linked else escape(value.striptags())
        words = reference.words or self._bare(playbook.title)
        if not linked:
            return escape(words)
        return Markup('<a class="gb-ref" href="{}{}">{}</a>').format(root, playbook.url, words)

    def _house_value(self, house: HouseValue, reference: Reference) -> Markup:
        if house.value:
            value = Markup('<span class="gb-value">{}</span>').format(self._value(house.value))
        else:
            value = Markup('<span class="gb-value gb-value--unset">{}: not set</span>').format(
                house.name
            )
        return Markup("{} ({})").format(reference.words, value) if reference.words else value

    def _value(self, value: str) -> Markup:
        """Write a house value. It may link, such as `[112](tel:112)`, but refers to nothing."""
        return Markup("").join(self._write(self._parse(value), [], ""))

    def _bare(self, title: str) -> str:
        """A title as words. References in it stay as typed, so that no two can run in a circle."""
        return "".join(token.content for token in self._parse(title))

    def _parse(self, text: str) -> Sequence[Token]:
        return (
            self._reader.parseInline(text.replace(_OPEN, "").replace(_CLOSE, ""))[0].children or []
        )

    def _fill_plain(self, content: str, references: list[Reference]) -> str:
        return "".join(
            piece + (self._refer_plain(reference) if reference else "")
            for piece, reference in _pieces(content, references)
        )

    def _refer_plain(self, reference: Reference) -> str:
        if reference.name in self.guidebook.by_id:
            return reference.words or self._bare(self.guidebook.by_id[reference.name].title)
        html = self._house_value(self.guidebook.about.house_values[reference.name], reference)
        return html.striptags()

    @staticmethod
    def _literal(content: str, references: list[Reference]) -> str:
        """Fill holes that a code span of the reader swallowed with what the author typed."""
        return "".join(
            piece + (_typed(reference) if reference else "")
            for piece, reference in _pieces(content, references)
        )


def _typed(reference: Reference) -> str:
    words = f"|{reference.words}" if reference.words else ""
    return f"(({reference.name}{words}))"


def _pieces(content: str, references: list[Reference]) -> Iterator[tuple[str, Reference | None]]:
    """Split at holes: each piece of text with the reference that follows it."""
    parts = _HOLE.split(content)
    for position in range(0, len(parts), 2):
        hole = position + 1
        yield parts[position], references[int(parts[hole])] if hole < len(parts) else None
