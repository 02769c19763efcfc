"""Lists of a large guidebook: a page for each chapter's part, and one that leads to them all.

A phone lays a list of some hundred entries out in a moment; one of thousands it does not even load.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model import paths
from generator.model.guidebook_files import Chapter
from generator.views.pages.page import Section
from generator.views.pages.renderer import PageWriter, Renderer

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Part:
    """A page that holds a chapter's part of a list, or a piece of that where it is long itself.

    `first` and `last` number its entries within the chapter, from 1; `of` counts the chapter's.
    """

    chapter: Chapter
    number: int
    first: int
    last: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether the chapter has no other part."""
        return self.last - self.first + 1 == self.of

    @property
    def title(self) -> str:
        """What the part is called beside the title of its list."""
        if self.is_whole:
            return self.chapter.title
        return f"{self.chapter.title}, {self.first} to {self.last} of {self.of}"

    def find_path(self, folder: str) -> str:
        """The path of its page, for a list at an address such as `words/`."""
        # A folder of their own: what is beside it, such as `practice/train`, is never a chapter.
        piece = "" if self.number == 1 else f"/{self.number}"
        return f"{_find_stem(folder, self.chapter)}{piece}.md"


def cut(
    renderer: Renderer, chapter: Chapter, listed: Sequence[_Entry]
) -> Iterator[tuple[Part, Sequence[_Entry]]]:
    """The parts of a chapter, about as long as each other, with what of it is listed there."""
    pieces = -(-len(listed) // renderer.list_sizes.part)
    size = -(-len(listed) // pieces) if pieces else 1
    for number, at in enumerate(range(0, len(listed), size), 1):
        entries = listed[at : at + size]
        yield Part(chapter, number, at + 1, at + len(entries), len(listed)), entries


def is_cut(renderer: Renderer, folder: str) -> bool:
    """Whether the list at an address, such as `words/`, has more entries than one page holds."""
    return sum(map(len, renderer.listed[folder].values())) > renderer.list_sizes.whole


def find_address(renderer: Renderer, folder: str, chapter: Chapter) -> str:
    """Where a chapter's part of a list begins, from the top of the site."""
    if is_cut(renderer, folder):
        return f"{_find_stem(folder, chapter)}/"
    return f"{folder}#chapter-{chapter.id}"


def _find_stem(folder: str, chapter: Chapter) -> str:
    return f"{folder}in/{chapter.id}"


def write_overview(writer: PageWriter, folder: str, parts: Sequence[Part]) -> Section:
    """The ways to all parts. A chapter keeps the mark that it has in a list on one page."""
    html = writer.write("list-parts.html", ways=list(_list_ways(folder, parts)))
    return Section("groups", "By chapter", html)


def _list_ways(folder: str, parts: Sequence[Part]) -> Iterator[dict[str, object]]:
    for part in parts:
        yield {
            "mark": f"chapter-{part.chapter.id}" if part.number == 1 else "",
            "icon": part.chapter.icon,
            "title": part.chapter.title,
            "summary": str(part.of) if part.is_whole else f"{part.first}–{part.last}",
            "url": paths.find_address(part.find_path(folder)),
        }
