"""Text that is repaired in memory and still knows where each character came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from generator.problem import Edit, Place


class Lines:
    """The lines of a text, and where each of them starts."""

    def __init__(self, text: str) -> None:
        """Split the text at line feeds only, as editors that trainers use count lines."""
        self.text = text
        self.all = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.all)][:-1]

    def number(self, offset: int) -> int:
        """Index of the line that a character is on, counted from 0."""
        return bisect_right(self.starts, offset) - 1

    def place(self, path: str, start: int, end: int) -> Place:
        """Place of a stretch of text, cut at the end of its first line."""
        start = max(0, min(start, len(self.text)))
        index = self.number(start)
        column = start - self.starts[index]
        end = min(end - self.starts[index], len(self.all[index].rstrip()))
        return Place(path, index + 1, column + 1, max(1, end - column))


class _Piece(NamedTuple):
    text: str
    origin: int
    new: bool = False  # typed by us, so all of it comes from one spot


class TracedText:
    """A text after edits. Offsets of the draft can be traced back to the original."""

    def __init__(self, pieces: Iterable[_Piece]) -> None:
        """Join pieces of the original and pieces typed by us."""
        self._pieces = tuple(pieces) or (_Piece("", 0),)
        self._starts = [0, *accumulate(len(piece.text) for piece in self._pieces)][:-1]
        self.text = "".join(piece.text for piece in self._pieces)

    @classmethod
    def of(cls, text: str) -> "TracedText":
        """Start with a text as it was written."""
        return cls((_Piece(text, 0),))

    def trace(self, offset: int) -> int:
        """Find the offset in the original of a character of the draft."""
        index = bisect_right(self._starts, offset) - 1
        piece = self._pieces[index]
        return piece.origin + (0 if piece.new else offset - self._starts[index])

    def trace_edits(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The same edits of the original; none if one of them is of what an earlier edit made."""
        found = []
        for edit in edits:
            start = self.trace(edit.start)
            end = start if edit.end == edit.start else self.trace(edit.end - 1) + 1
            if end - start != edit.end - edit.start:
                return ()
            found.append(Edit(start, end, edit.new))
        return tuple(found)

    def edit(self, edits: Iterable[Edit]) -> "TracedText":
        """Apply edits whose offsets all refer to this draft and do not overlap."""
        pieces: list[_Piece] = []
        done = 0
        for edit in sorted(edits, key=lambda edit: edit.start):
            pieces += self._cut(done, edit.start)
            if edit.new:
                pieces.append(_Piece(edit.new, self.trace(edit.start), new=True))
            done = edit.end
        pieces += self._cut(done, len(self.text))
        return TracedText(pieces)

    def _cut(self, start: int, end: int) -> Iterable[_Piece]:
        if start >= end:
            return
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end, first + 1) - 1
        yield self._cut_piece(first, start, end)
        if last > first:
            yield from self._pieces[first + 1 : last]
            yield self._cut_piece(last, start, end)

    def _cut_piece(self, index: int, start: int, end: int) -> _Piece:
        piece, offset = self._pieces[index], max(0, start - self._starts[index])
        text = piece.text[offset : end - self._starts[index]]
        return _Piece(text, piece.origin + (0 if piece.new else offset), piece.new)
