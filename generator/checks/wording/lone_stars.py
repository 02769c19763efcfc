"""Stars that were to make words bold, and have no partner."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.prose import blank_code
from generator.problem import Group, Rule, Severity

_STARS = re.compile(r"\*\*")
_AT_A_WORD = re.compile(r"(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)")  # and not “**** 1234”
_READER = MarkdownIt("zero").enable("emphasis")


@playbook_check(
    Rule(
        id="lone-stars",
        group=Group.WORDS,
        summary="Two stars before words that are to be bold have a partner after them.",
        why="The page would show the stars.",
        fault='purpose: "**Say when the order comes."',
        fix='purpose: "**Say when** the order comes."',
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_lone_stars(one: PlaybookContext) -> Iterator[Finding]:
    """Find the first stars of a text that stay as they are."""
    for loc, text in one.prose.written:
        start = _find_lone(text) if "**" in text else None
        if start is not None:
            opens = not text[start + 2 : start + 3].isspace() and len(text) > start + 2
            where = "right after the last" if opens else "right before the first"
            yield Finding(
                one.whole.locate(one.playbook.path, loc, offset=start, width=2),
                "The stars “**” have no partner, and will be shown.",
                f"Write “**” {where} word that is to be bold, too, or delete these.",
            )


def _find_lone(text: str) -> int | None:
    """Where the first stars are that make nothing bold."""
    words = blank_code(text, sign="x")
    places = [found.start() for found in _STARS.finditer(words)]
    done = 0
    for token in _READER.parseInline(words)[0].children or ():
        if token.markup == "**":
            done += 1
        for _ in _STARS.finditer(token.content):
            if done < len(places) and _AT_A_WORD.match(words, places[done]):
                return places[done]
            done += 1
    return None
