"""Phone numbers inside a text, and what a phone dials for them."""

import re
from typing import NamedTuple

_NUMBER = re.compile(r"\+?\d[\d ()/-]*\d")


class Piece(NamedTuple):
    """Some words, and the number that a phone dials if they are one."""

    words: str
    dials: str | None


def split_numbers(text: str) -> tuple[Piece, ...]:
    """Split a text into its phone numbers and what is between them."""
    pieces: list[Piece] = []
    start = 0
    for found in _NUMBER.finditer(text):
        if text[start : found.start()]:
            pieces.append(Piece(text[start : found.start()], None))
        pieces.append(Piece(found[0], re.sub(r"[^\d+]", "", found[0])))
        start = found.end()
    if text[start:]:
        pieces.append(Piece(text[start:], None))
    return tuple(pieces)
