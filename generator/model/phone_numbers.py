"""Phone numbers inside a text, and what a phone dials for them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Neither a time of day nor “24/7” is one, or part of one, and nothing in a word or a web address.
_NUMBER = re.compile(
    r"""(?<!\w)(?<!\d[:.])
      (?: (?P<dotted>\+?\d[\d ()]*(?:\.\d{2,4}){2,})
        | (?!24/7\b)\+?\d(?:(?!\b24/7\b)[\d ()/-])*\d )
      (?!\w|[:.]\w|-\w)""",
    re.VERBOSE,
)
# Asked for once somebody answers: dialed alone, it reaches nobody outside.
_EXTENSION = re.compile(
    r"\b(?:ext|extn|extension|x)\b[.:]? ?(?:(?:no|number)\b[.:]? ?)?$", re.IGNORECASE
)
_BEFORE = 20  # characters: the longest of these words
_LEAST_DOTTED = 9  # digits; fewer between dots are a day or a price
# “999 / 112” is two numbers that somebody dials in need, where “0800/123 456” is one.
_SEVERAL = re.compile(r"\d{3}(?:(?: ?/ ?| - | \()\d{3})+")
_DIGITS = re.compile(r"\d+")


class Piece(NamedTuple):
    """Some words, and the number that a phone dials if they are one."""

    words: str
    dials: str | None


def split_numbers(text: str) -> tuple[Piece, ...]:
    """Split a text into its phone numbers and what is between them."""
    pieces: list[Piece] = []
    start = 0
    for first, end in _find_numbers(text):
        if text[start:first]:
            pieces.append(Piece(text[start:first], None))
        words = text[first:end]
        pieces.append(Piece(words, _write_dialed(words)))
        start = end
    if text[start:]:
        pieces.append(Piece(text[start:], None))
    return tuple(pieces)


def _find_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where each number begins and ends."""
    for found in _NUMBER.finditer(text):
        if found["dotted"] and sum(map(str.isdigit, found[0])) < _LEAST_DOTTED:
            continue
        if _EXTENSION.search(text, max(0, found.start() - _BEFORE), found.start()):
            continue
        if _SEVERAL.fullmatch(found[0]):
            yield from (one.span() for one in _DIGITS.finditer(text, *found.span()))
        else:
            yield found.span()


def _write_dialed(words: str) -> str:
    """What is dialed; behind the code of a country, the zero in brackets is left out."""
    whole = words.replace("(0)", "") if words.startswith("+") else words
    return re.sub(r"[^\d+]", "", whole)
