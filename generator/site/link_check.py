"""Checks on a finished site: nothing is missing, and no link leads nowhere."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.checks.links import BROKEN_LINK, NO_PAGE
from generator.model import paths
from generator.model.kept_work import KeptWork
from generator.problem import Place, Problem
from generator.site.assembly import Site

_ADDRESSES = frozenset(["href", "src", "poster", "action", "srcset"])
_ADDRESSED = ", ".join(f"[{name}]" for name in sorted(_ADDRESSES))
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SCHEMES = frozenset(["http", "https", "mailto", "tel", "data"])
# Elements that load what they name; a link may lead to another host, these may not.
_LOADING = frozenset(
    ["script", "link", "img", "iframe", "source", "video", "audio", "embed", "object"]
)
_NOT_LOADED = ("canonical", "alternate")


# The name and the value of an attribute that holds an address, and its element.
_Written = tuple[str, str, str]


class _Html(NamedTuple):
    ids: list[str]
    written: set[_Written]


@dataclass
class _Pages:
    """The first page that has a fault, and how many have it."""

    first: str
    count: int = 0


class Parts(NamedTuple):
    """A page as the frame around it, if others have the same, and what is inside.

    What the inside of such a page links to is `kept`.
    """

    around: str
    inside: str
    kept: KeptWork | None = None


def find_problems(
    site: Site,
    built: Mapping[str, bytes],
    *,
    base: str = "/",
    parts: Mapping[str, Parts] | None = None,
) -> Iterator[Problem]:
    """Check a finished site, given as its files by path, against what it was made of.

    `base` is the folder of its host that the site is made for. Of pages of which the `parts` are
    known, a frame is read only once.
    """
    yield from _find_missing(site, built)
    parts = parts or {}
    html = {
        path: parts.get(path) or data.decode()
        for path, data in built.items()
        if path.endswith(".html")
    }
    yield from find_broken_links(html, built.keys(), base=base)


def _find_missing(site: Site, built: Mapping[str, bytes]) -> Iterator[Problem]:
    for path in site.contents:
        if path not in built:
            yield Problem(
                Place(path),
                NO_PAGE,
                f"“{path}” is missing in the finished site.",
                "Build again. If it stays so, look for a plugin in mkdocs.yml that removes files.",
            )


def find_broken_links(
    html: Mapping[str, str | Parts], files: Set[str], *, base: str = "/"
) -> Iterator[Problem]:
    """Check every link of every page, and that no page loads anything from another host.

    What is wrong on many pages, such as a link in the menu, is reported once.
    """
    pages = {
        name: _read_parts(one) if isinstance(one, Parts) else _read_html(one)
        for name, one in html.items()
    }
    ids = {name: frozenset(page.ids) for name, page in pages.items()}
    faults: dict[tuple[str, str], _Pages] = {}
    for name, page in pages.items():
        for twice in _find_repeated(page.ids):
            key = f"#{twice}", "this mark is on the page twice"
            faults.setdefault(key, _Pages(name)).count += 1
    # The frame around the pages repeats: what is right on one page, and seen from the top of the
    # site, is right on every page as deep.
    right: dict[str, set[_Written]] = {}
    for name, page in pages.items():
        top = "../" * name.count("/")
        known = right.setdefault(top, set())
        for written in page.written - known:
            repeats = bool(top)
            for address in _list_addresses(written):
                whole = _complete(address, name, base)
                repeats = repeats and address.startswith(top)
                if fault := _find_fault(whole, written[2], files, ids):
                    repeats = False
                    shown = whole.removeprefix(name) or whole
                    faults.setdefault((shown, fault), _Pages(name)).count += 1
            if repeats:
                known.add(written)
    # What a page links to is held as a set, which has another order in each process.
    yield from (_report(faults[one], *one) for one in sorted(faults))


def _complete(address: str, page: str, base: str) -> str:
    """An address as seen from the top of the site; one of another host stays as it is."""
    if _ELSEWHERE.match(address):
        return address
    if address.startswith(("#", "?")) or not address:
        return page + address
    folders = [] if address.startswith("/") else page.split("/")[:-1]
    rest = address.removeprefix(base).lstrip("/")
    while rest.startswith(("../", "./")) or rest in ("..", "."):
        if rest.startswith(".."):
            if not folders:
                return address
            folders.pop()
        rest = rest.partition("/")[2]
    return "/".join((*folders, rest))


def _read_parts(parts: Parts) -> _Html:
    around, inside = _read_frame(parts.around), _recall(parts)
    return _Html([*around.ids, *inside.ids], around.written | inside.written)


def _recall(parts: Parts) -> _Html:
    """What is inside a page, if the same is not known from before."""
    if parts.kept is None:
        return _read_html(parts.inside)
    name = hashlib.sha256(f"links\n{parts.inside}".encode("utf-8", "surrogatepass")).hexdigest()
    ids, written = json.loads(parts.kept.take(name, lambda: _write(_read_html(parts.inside))))
    return _Html(ids, {(attribute, value, tag) for attribute, value, tag in written})


def _write(page: _Html) -> str:
    return json.dumps([page.ids, sorted(page.written)])


@lru_cache(maxsize=128)
def _read_frame(text: str) -> _Html:
    return _read_html(text)


def _read_html(text: str) -> _Html:
    tree = LexborHTMLParser(text)
    written: set[_Written] = set()
    for node in tree.css(_ADDRESSED):
        attributes = node.attributes
        for attribute in _ADDRESSES & attributes.keys():
            if attributes.get("rel") not in _NOT_LOADED:
                written.add((attribute, attributes[attribute] or "", node.tag or ""))
    # On its own: a node that fits several selectors of a list is found several times.
    return _Html([name for node in tree.css("[id]") if (name := node.id)], written)


def _list_addresses(written: _Written) -> list[str]:
    attribute, value, _ = written
    if attribute == "srcset":
        return [part.split()[0] for part in value.split(",") if part.strip()]
    return [value.strip()]


def _find_repeated(ids: list[str]) -> set[str]:
    return {name for name in ids if ids.count(name) > 1} if len(set(ids)) < len(ids) else set()


def _find_fault(link: str, tag: str, files: Set[str], ids: Mapping[str, Set[str]]) -> str | None:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        if address.scheme and address.scheme not in _SCHEMES:
            return "this kind of address is not allowed"
        if tag in _LOADING and address.scheme != "data":
            return "a page may not load anything from another host"
        return None
    path = unquote(address.path)
    target = next(
        (one for one in (path, f"{path.rstrip('/')}/{paths.INDEX}".lstrip("/")) if one in files),
        None,
    )
    if target is None:
        return "there is no such page or file"
    mark = unquote(address.fragment)
    if mark and target in ids and mark not in ids[target] and mark != "top":
        return "there is no such place on that page"
    return None


def _report(pages: _Pages, target: str, fault: str) -> Problem:
    more = f" (also on {pages.count - 1} more)" if pages.count > 1 else ""
    return Problem(
        Place(f"site/{pages.first}"),
        BROKEN_LINK,
        f"“{target}”{more}: {fault}.",
        "Fix the link in the page’s text, or bring back what it leads to.",
    )


def list_anchors(html: str) -> set[str]:
    """Every id in a piece of HTML."""
    return set(_read_html(html).ids)
