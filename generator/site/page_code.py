"""Scripts and styles inside pages: a page that is written by hand holds none, unless it is allowed.

They would run for everybody who opens the page, and the policy of the pages stops them anyway.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.checks import vector_picture
from generator.checks.links import PAGE_CODE
from generator.model import paths
from generator.problem import Place, Problem
from generator.views.file import File

_READER = MarkdownIt("commonmark")
_MARKED_UP = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_HTML = (".html", ".htm")
_XML = (".svg", ".xml", ".xhtml", ".xht")
_DATA = re.compile(r"data:(?!(?:image|audio|video|font)/)|(?:java|vb)script:", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]")
_LINKING = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "to", "values")
_FOREIGN = frozenset(["applet", "base", "embed", "form", "frame", "iframe", "object", "portal"])


class Fault(NamedTuple):
    """What is no plain page: as a sentence says it, and a piece by which its line is found."""

    words: str
    mark: str


def check_docs(docs: Iterable[File]) -> Iterator[Problem]:
    """Check hand-written pages, and other files that a browser shows, as they are written."""
    for one in docs:
        if one.place is None:
            continue
        path = one.path.lower()
        if paths.is_markdown(path):
            text = one.content.decode("utf-8-sig", "replace")
            for line, fault in _find_in_markdown(text):
                yield _report(Place(one.place.path, line), fault)
        elif path.endswith(_HTML):
            text = one.content.decode("utf-8", "replace")
            yield from (_report_in(text, one.place, fault) for fault in find_faults(text))
        elif path.endswith(_XML) and (words := vector_picture.find_code(one.content)):
            yield _report(one.place, Fault(words, ""))


def check_built(
    docs: Mapping[str, File], built: Mapping[str, bytes], scripts: Container[str]
) -> Iterator[Problem]:
    """Check the finished pages of hand-written ones: settings and extensions add to them.

    `docs` are those pages by the path of their Markdown, `scripts` what a page may load.
    """
    for path, one in docs.items():
        output = paths.find_output(path)
        if output in built and one.place:
            text = one.content.decode("utf-8-sig", "replace")
            html = built[output].decode("utf-8", "replace")
            for fault in find_faults(html, page=output, scripts=scripts):
                yield _report_in(text, one.place, fault)


def find_faults(
    html: str, *, page: str = "", scripts: Container[str] | None = None
) -> Iterator[Fault]:
    """Find what a page may not hold. `scripts` are those that a finished page may load."""
    seen = set()
    for node in LexborHTMLParser(html).css("*"):
        for fault in _look_at(node, page, scripts):
            if fault.words not in seen:
                seen.add(fault.words)
                yield fault


def _look_at(node: LexborNode, page: str, scripts: Container[str] | None) -> Iterator[Fault]:
    tag, attributes = (node.tag or "").lower(), node.attributes
    if tag == "script":
        source = _resolve(page, attributes.get("src") or "")
        if scripts is None or source not in scripts:
            yield Fault("a script", "<script")
    elif tag == "style":
        yield Fault("a style of its own", "<style")
    elif tag in _FOREIGN and not (tag == "form" and scripts is not None):  # the frame has one
        yield Fault(f"the element “{tag}”", f"<{tag}")
    elif tag == "meta" and attributes.get("http-equiv") and not _is_policy(attributes, scripts):
        yield Fault("an order to the browser, “http-equiv”", "http-equiv")
    for name, value in attributes.items():
        if name.startswith("on"):
            yield Fault(f"“{name}”, which is a script", name)
        elif name == "style" or name == "srcdoc":
            yield Fault(f"“{name}” in the element “{tag}”", f"{name}=")
        elif name in _LINKING and _DATA.match(_IGNORED.sub("", value or "")):
            yield Fault("an address that is a script", _IGNORED.sub("", value or "")[:11])


def _is_policy(attributes: Mapping[str, str | None], scripts: Container[str] | None) -> bool:
    return scripts is not None and attributes.get("http-equiv") == "Content-Security-Policy"


def _resolve(page: str, address: str) -> str:
    """The path of an address that leads up and down in the site; any other stays as it is."""
    folders = page.split("/")[:-1]
    while address.startswith("../") and folders:
        folders.pop()
        address = address.removeprefix("../")
    return "/".join((*folders, address.removeprefix("./")))


def _find_in_markdown(text: str) -> Iterator[tuple[int, Fault]]:
    if not _MARKED_UP.search(text):
        return
    for token in _READER.parse(text):
        line = (token.map or [0])[0] + 1
        if token.type == "html_block":
            for fault in find_faults(token.content):
                yield line + _find_line(token.content, fault.mark) - 1, fault
        for child in token.children or ():
            if child.type == "html_inline":
                yield from ((line, fault) for fault in find_faults(child.content))


def _find_line(text: str, mark: str) -> int:
    found = text.lower().find(mark.lower()) if mark else -1
    return text.count("\n", 0, found) + 1 if found >= 0 else 1


def _report_in(text: str, place: Place, fault: Fault) -> Problem:
    return _report(Place(place.path, _find_line(text, fault.mark)), fault)


def _report(place: Place, fault: Fault) -> Problem:
    return Problem(
        place,
        PAGE_CODE,
        f"This page holds {fault.words}. It would run or draw for everybody who opens the page.",
        "Delete it. Scripts and styles go into files that mkdocs.yml names, with  extra_javascript:"
        "  and  extra_css:",
    )
