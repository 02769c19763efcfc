"""Pages that stand beside the playbooks, as the finder sees them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from markdown_it import MarkdownIt

from generator.model import paths
from generator.views.finder.index import PageText

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def list_pages(sources: Mapping[str, str]) -> Iterator[PageText]:
    """Read hand-written pages, given as Markdown by their path in the folder of pages."""
    reader = MarkdownIt("commonmark").enable("table")
    for path, source in sorted(sources.items()):
        front = _FRONT_MATTER.match(source)
        texts = list(_list_texts(reader, source[front.end() :] if front else source))
        named = _TITLE.search(front[0]) if front else None
        title = named[1] if named else next((text for tag, text in texts if tag == "h1"), "")
        rest = tuple(text for tag, text in texts if tag != "h1")
        yield PageText(paths.find_address(path), title or path.removesuffix(".md"), rest)


def _list_texts(reader: MarkdownIt, source: str) -> Iterable[tuple[str, str]]:
    """Every block of words with the tag around it."""
    tag = ""
    for token in reader.parse(source):
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
