"""Hand-written pages: what the menu and the finder need to know of a Markdown file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from generator.model import paths

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_FOR_STAFF = re.compile(r"^audience:\s*[\"']?staff[\"']?\s*$", re.MULTILINE)
_READER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A Markdown page: its path in the folder of pages, its title, and its blocks of words.

    It is for managers and for those who write, unless its front matter says `audience: staff`.
    """

    path: str
    title: str
    texts: tuple[str, ...]
    back_of_house: bool = True

    @property
    def url(self) -> str:
        """Address relative to the top of the site."""
        return paths.find_address(self.path)


@lru_cache(maxsize=256)  # a preview reads the same pages at every save
def read(path: str, source: bytes) -> HandwrittenPage:
    """Read a page. Its title is that of its front matter, its first heading, or its file's name.

    Site generators choose the title in the same way.
    """
    # Windows editors put a mark before the first letter, or save in an encoding of their own.
    text = source.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    blocks = list(_list_blocks(text[front.end() :] if front else text))
    named = _TITLE.search(front[0]) if front else None
    title = named[1] if named else next((words for tag, words in blocks if tag == "h1"), "")
    rest = tuple(words for tag, words in blocks if tag != "h1")
    is_for_staff = bool(front and _FOR_STAFF.search(front[0]))
    return HandwrittenPage(path, title or _name(path), rest, back_of_house=not is_for_staff)


def _name(path: str) -> str:
    name = path.removesuffix(".md").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return name.capitalize() if name.islower() else name


def _list_blocks(source: str) -> Iterable[tuple[str, str]]:
    """Every block of words with the tag around it."""
    tag = ""
    for token in _READER.parse(source):
        if token.nesting == 1:
            tag = token.tag
        if token.type == "inline":
            words = "".join(
                " " if child.type.endswith("break") else child.content
                for child in token.children or ()
                if child.type in ("text", "code_inline") or child.type.endswith("break")
            )
            if words.strip():
                yield tag, words.strip()
