"""Names of files in tables of hand-written pages may break after “/”, where browsers break none."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# After what makes code of backticks, before what writes the page.
_PRIORITY = 5


class PathBreaks(Extension):
    """Puts a place to break after each “/” of code in a table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown calls it so
        """Take part in the drawing of each page."""
        md.treeprocessors.register(_Breaker(md), "path-breaks", _PRIORITY)


def makeExtension(**_: object) -> PathBreaks:  # noqa: N802  # Markdown looks for it by this name
    """Make it, by the name of this module."""
    return PathBreaks()


class _Breaker(Treeprocessor):
    def run(self, root: Element) -> None:
        for code in root.iterfind(".//table//code"):
            if not len(code) and code.text:
                _break(code, code.text)


def _break(code: Element, text: str) -> None:
    first, *rest = text.split("/")
    code.text = AtomicString(f"{first}/" if rest else first)
    for index, part in enumerate(rest, 1):
        last = index == len(rest)
        if part or not last:
            SubElement(code, "wbr").tail = AtomicString(part if last else f"{part}/")
