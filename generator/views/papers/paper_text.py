"""Texts as the templates take them, and where they are from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.model.inline_marks import Mark, MarkKind, Run
from generator.model.inline_markup import Inline
from generator.model.inline_references import find_references
from generator.model.phone_numbers import split_numbers
from generator.model.yaml_model import Loc
from generator.views.papers.page_data import DirectionData, RunData, TextData

# What shapes letters or breaks words without being seen stays; other such characters go.
_KEPT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060")


@dataclass(frozen=True)
class SourceText:
    """A text on a paper, and where it is from: file, location, the words as typed.

    What is `shown` are its own words; the `values` that fill it are written elsewhere.
    """

    path: str
    loc: Loc
    raw: str
    shown: str
    values: tuple["SourceText", ...] = ()


@dataclass
class TextCollector:
    """Collects the texts of one paper, so that problems with them can be reported with places."""

    inline: Inline
    found: list[SourceText] = field(default_factory=list)

    def write(
        self, path: str, loc: Loc, text: str, *, spoken: bool = False, longest: int = 30
    ) -> TextData:
        """A text that may hold markup. One that is `spoken` gets quotation marks.

        A word of more letters than `longest` may break anywhere.
        """
        read = self.inline.read(text)
        runs = list(_convert(read))
        if spoken and not text.startswith(("(", "“", '"', "«")):
            runs = [{"t": "“"}, *runs, {"t": "”"}]
        shown = _read(runs)
        values = tuple(self._list_values(text)) if "((" in text else ()
        own = _read(_convert(_leave_out_values(read))) if values else shown
        self.found.append(SourceText(path, loc, text, own, values))
        for run in runs:
            if "t" in run:
                run["t"] = _loosen(run["t"], longest)
        return {"runs": runs, **find_direction(shown)}

    def write_value(self, name: str, text: str) -> str:
        """What the company or its country says of something, as it is to be shown."""
        return self.plain(*self.inline.guidebook.find_written(name), text)

    def _list_values(self, text: str) -> Iterator[SourceText]:
        guidebook = self.inline.guidebook
        for reference in find_references(text):
            value = guidebook.values.get(reference.name)
            if value and value.text:
                shown = clean(self.inline.plain(value.text))
                yield SourceText(*guidebook.find_written(reference.name), value.text, shown)

    def plain(self, path: str, loc: Loc, text: str) -> str:
        """A text that is shown as it is written."""
        shown = clean(text)
        self.found.append(SourceText(path, loc, text, shown))
        return _loosen(shown, 30)


def _read(runs: Iterable[RunData]) -> str:
    return "".join(run.get("t", " ") for run in runs)


def _leave_out_values(runs: Iterable[Run]) -> list[Run]:
    return [one for one in runs if not (one.has(MarkKind.VALUE) or one.has(MarkKind.FACT))]


def find_direction(text: str) -> DirectionData:
    """Find direction and language of a text by its first letter."""
    for one in text:
        match unicodedata.bidirectional(one):
            case "L":
                break
            case "AL":
                return {"rtl": True, "lang": "ar"}
            case "R":
                return {"rtl": True, "lang": "he"}
    return {"rtl": False, "lang": "en"}


def clean(text: str) -> str:
    """Leave out control characters, and characters that change the direction of a line."""
    if not text.isprintable():
        text = "".join(
            " " if one in "\n\t" else one
            for one in text
            if one in "\n\t" or one in _KEPT or unicodedata.category(one) not in ("Cc", "Cf", "Cs")
        )
    return text


def _loosen(text: str, longest: int) -> str:
    """Let a word that is longer than a line break anywhere, but not before an accent."""
    if len(text) <= longest:
        return text
    return re.sub(rf"\S{{{longest + 1},}}", _open, text)


def _open(found: re.Match[str]) -> str:
    letters = found[0]
    return letters[0] + "".join(
        one if unicodedata.category(one).startswith("M") or one in _KEPT else f"\u200b{one}"
        for one in letters[1:]
    )


def _convert(runs: Sequence[Run]) -> Iterator[RunData]:
    """Write runs for the templates; on paper nobody can follow a link, so its address shows."""
    for run, following in zip_longest(runs, runs[1:]):
        if run.has(MarkKind.BLANK):
            yield {"t": "", "blank": True}
        elif run.has(MarkKind.UNSET_VALUE):
            yield {"t": clean(run.text), "blank": True}
        else:
            yield from _convert_lines(run)
        for mark in run.marks:
            if mark.kind is MarkKind.LINK and not (following and mark in following.marks):
                target = clean(mark.address.removeprefix("mailto:").removeprefix("tel:"))
                words = _read_linked(runs, mark)
                dialed = [one.dials for one in split_numbers(words)]
                if target not in words and target not in dialed:
                    yield {"t": f" ({target})"}


def _convert_lines(run: Run) -> Iterator[RunData]:
    style: RunData = {}
    if run.has(MarkKind.BOLD):
        style["bold"] = True
    if run.has(MarkKind.ITALIC):
        style["italic"] = True
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield {"line": True}
        if line:
            yield {"t": clean(line), **style}


def _read_linked(runs: Sequence[Run], link: Mark) -> str:
    """The words of a link."""
    return "".join(clean(run.text) for run in runs if link in run.marks)
