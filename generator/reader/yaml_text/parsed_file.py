"""Data that knows where it is in its file."""

from dataclasses import dataclass, field
from functools import cached_property

from generator.model.yaml_model import Loc
from generator.problem import Place, Problem
from generator.reader.yaml_text.traced_text import Lines, TracedText

Data = dict[str, "Data"] | list["Data"] | str | None

# Where a value is: start and end of its key, start and end of itself, and what is inside.
# An item of a list has no key; the end of a list or a group is not kept (-1). Plain tuples of
# numbers, since there are hundreds of thousands of them and a place is asked for now and then.
Mark = tuple[int, int, int, int, "Inside"]
Inside = dict[str, Mark] | list[Mark] | None


@dataclass(frozen=True)
class ParsedFile:
    """What one file says. `broken`: a repair was a guess, so that something may be missing.

    `effort` is how many characters could be read in the time that trying repairs took.
    """

    path: str
    text: str
    data: Data
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    guessed_lines: frozenset[int] = frozenset()
    effort: int = 0
    _mark: Mark | None = field(default=None, repr=False)
    _draft: TracedText | None = field(default=None, repr=False)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def place(self, loc: Loc, *, of_key: bool = False) -> Place:
        """Place of a value or its key; of the nearest thing around it for what is not there."""
        return self._lines.place(self.path, *self._span(loc, of_key=of_key))

    def offset_place(self, loc: Loc, offset: int, width: int = 1) -> Place:
        """Place of a character inside a text, counted as the model counts it."""
        start, end = self.span(loc)
        written = self.text[start:end]
        text = self.value(loc)
        if not isinstance(text, str):
            return self.place(loc)
        blanks = len(text) - len(text.lstrip())  # the model strips them
        found = start + _align(written, text, offset + blanks)
        return self._lines.place(self.path, found, found + width)

    def value(self, loc: Loc) -> Data:
        """Find what was written at a location, or nearest around it."""
        return self._follow(loc)[0]

    def written(self, loc: Loc) -> Loc:
        """Keep the parts of a location that are in the file: short forms leave some out."""
        return self._follow(loc)[1]

    def _follow(self, loc: Loc) -> tuple[Data, Loc]:
        found = self.data
        kept: list[str | int] = []
        for part in loc:
            if isinstance(found, dict):
                if not isinstance(part, str) or part not in found:
                    continue
                found = found[part]
            elif isinstance(found, list) and isinstance(part, int) and 0 <= part < len(found):
                found = found[part]
            else:
                continue
            kept.append(part)
        return found, tuple(kept)

    def line(self, number: int) -> str:
        """Find a line by its number, counted from 1."""
        return self._lines.all[number - 1]

    def raw(self, loc: Loc) -> str:
        """Find a text as it was written, with its quotation marks and line ends."""
        start, end = self.span(loc)
        return self.text[start:end]

    def span(self, loc: Loc, *, of_key: bool = False) -> tuple[int, int]:
        """Where a value or its key starts and ends in the text."""
        return self._span(loc, of_key=of_key)

    def _span(self, loc: Loc, *, of_key: bool) -> tuple[int, int]:
        if self._mark is None or self._draft is None:
            return 0, 1
        mark = self._mark
        for part in loc:
            inside = mark[4]
            if isinstance(inside, dict):
                mark = inside.get(part, mark) if isinstance(part, str) else mark
            elif isinstance(inside, list) and isinstance(part, int) and 0 <= part < len(inside):
                mark = inside[part]
        key_start, key_end, start, end, _ = mark
        if key_end > key_start and (of_key or start == end):  # nothing has no place of its own
            start, end = key_start, key_end
        if end < 0:  # a group or a list: all of its first line
            end = self._draft.text.find("\n", start)
            end = end if end >= 0 else len(self._draft.text)
        return self._draft.trace(start), self._draft.trace(max(start, end - 1)) + 1


def _align(written: str, text: str, offset: int) -> int:
    """Find a character of a text in the way it was written: quoted, escaped, folded or plain."""
    here = written.find("\n") + 1 if written[:1] in ("|", ">") else 0
    there = 0
    while here < len(written) and there < len(text):
        if written[here] == text[there]:
            if there == offset:
                return here
            here, there = here + 1, there + 1
        elif text[there].isspace() and written[here].isspace():
            while here < len(written) and written[here].isspace():
                here += 1
            there += 1
        else:
            here += 1
    return max(0, len(written) - 1)
