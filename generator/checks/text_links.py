"""Where a link in a text leads: to a page of the web, to an address to write to, or to a number.

A picture is written like a link, and there can be none.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from markdown_it import MarkdownIt

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.model import files, web_address
from generator.model.yaml_model import Loc, walk_texts
from generator.problem import Group, Rule, Severity

# Code shows what is in it, and “Done![more](…)” may only lack a space.
_PICTURE = re.compile(r"`[^`]*`|(?<![\w.,;:?!)\\])(!\[[^\[\]\n]*\]\([^()\n]*\))")

PICTURE = Rule(
    id="picture",
    group=Group.WORDS,
    summary="No text has a picture in it.",
    why="A playbook has to say what to do in words: it is read out, printed and found by words.",
    fault='purpose: "![A cake](https://shop.example/cake.jpg) Say when the cake comes."',
    fix="purpose: Say when the cake comes.",
)

NO_PICTURES = (
    "Say in words what it shows. Pictures can be on pages of your own, in Markdown files in docs/."
)


@guidebook_check(PICTURE)
def find_pictures(context: GuidebookContext) -> Iterator[Finding]:
    """Find pictures, which no page shows."""
    for path, loc, text in _list_texts(context):
        for found in _PICTURE.finditer(text) if "![" in text else ():
            if picture := found[1]:
                yield Finding(
                    context.locate(path, loc, offset=found.start(1), width=len(picture)),
                    "A playbook holds no pictures.",
                    f"Delete  {picture}\n{NO_PICTURES}",
                )


@guidebook_check(
    Rule(
        id="link-address",
        group=Group.REFERENCES,
        summary="A link in a text leads to a plain address of the web, to one to write to, or to a"
        " number to call.",
        why="A link of any other kind could do something else than lead somewhere; the page would"
        " show its brackets.",
        fault="purpose: Ask [the shop](https://me@shop.example/).",
        fix="purpose: Ask [the shop](https://shop.example/).",
        severity=Severity.WARNING,
    )
)
def find_refused_links(context: GuidebookContext) -> Iterator[Finding]:
    """Find links that no page makes."""
    for path, loc, written in _list_texts(context):
        text = _PICTURE.sub(_blank, written) if "![" in written else written
        for address, fault in _find_refused(text):
            found = text.find(address)
            start = found if found >= 0 else text.find("](") + 2
            width = len(address) if found >= 0 else 1
            yield Finding(
                context.locate(path, loc, offset=start, width=width),
                f"This link is not made: its address {fault}.",
                "Copy the address from the browser’s address bar, or write  mailto:  or  tel:"
                "  before it. For another playbook write its name, such as ((listen-first)).",
            )


def _blank(picture: re.Match[str]) -> str:
    """Take out a picture, which is reported already, and leave everything else in its place."""
    return " " * len(picture[0]) if picture[1] else picture[0]


def _list_texts(context: GuidebookContext) -> Iterator[tuple[str, Loc, str]]:
    guidebook = context.guidebook
    triage = guidebook.triage
    for one in context.playbooks:
        yield from _choose(one.playbook.path, one.playbook.linking)
    for path, value, start in (
        (files.GUIDEBOOK, guidebook.about, ()),
        (files.SOURCES, guidebook.sources, ("sources",)),
        (files.IDEAS, guidebook.ideas, ("ideas",)),
        (files.IDEAS, guidebook.rulings, ("rulings",)),
        (files.TRIAGE, triage.questions if triage else (), ("questions",)),
        *((files.name_country(name), one, ()) for name, one in guidebook.countries.items()),
    ):
        yield from _choose(path, walk_texts(value, start))


def _choose(path: str, texts: Iterable[tuple[Loc, str]]) -> Iterator[tuple[str, Loc, str]]:
    """Those with a link in them."""
    for loc, text in texts:
        if "](" in text:
            yield path, loc, text


@lru_cache(maxsize=1024)
def _find_refused(text: str) -> tuple[tuple[str, str], ...]:
    """The addresses of links that are refused, as somebody wrote them, each with its fault."""
    found: dict[str, str] = {}

    def record(address: str) -> bool:
        if fault := web_address.find_link_fault(address):
            found[unquote(address)] = fault
        return True

    reader = MarkdownIt("zero", {"html": False}).enable(["backticks", "link", "escape"])
    reader.validateLink = record  # type: ignore[assignment, method-assign]  # no other way
    reader.parseInline(text)
    return tuple(found.items())
