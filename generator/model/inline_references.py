"""References inside a text: names in double round brackets, such as `((spend-limit))`."""

import re
from typing import NamedTuple

# An escaped character, a code span (both stay as they are), or a reference. A name and own
# words may hold brackets only in pairs, so that a reference ends where a reader sees its end.
REFERENCE = re.compile(
    r"""\\.
      | (?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)
      | \(\( (?P<name>[^()|]+) (?:\|(?P<words>(?:[^()]|\([^()]*\))*))? \)\)""",
    re.DOTALL | re.VERBOSE,
)
_OPENING = re.compile(r"\(\(+")


class Reference(NamedTuple):
    """A name in double round brackets, the author's own words, and its span (from 0)."""

    name: str
    words: str | None
    start: int
    end: int


def find_references(text: str) -> list[Reference]:
    """List every reference in a text, known or not, in order; code is left out."""
    return [read_reference(found) for found in REFERENCE.finditer(text) if found["name"]]


def find_open(text: str) -> list[int]:
    """List where round brackets open that begin no reference; code is left out."""
    rest = REFERENCE.sub(lambda found: " " * len(found[0]), text)
    return [found.start() for found in _OPENING.finditer(rest)]


def read_reference(found: re.Match[str]) -> Reference:
    """The reference that a match of `REFERENCE` holds; only for one with a name."""
    words = (found["words"] or "").strip()
    return Reference(found["name"].strip(), words or None, *found.span())
