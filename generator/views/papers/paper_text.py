"""Texts as the templates take them: pieces of plain words with a direction, never markup."""

import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from generator.model.inline_markup import Inline
from generator.model.yaml_model import Loc

# What shapes letters or breaks words without being seen stays; other such characters go.
_KEPT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060")
_ADDRESS = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True)
class PrintedText:
    """A text on a paper, and where it is written: file, location, the words as typed."""

    path: str
    loc: Loc
    raw: str
    shown: str


@dataclass
class PaperText:
    """Collects the texts of one paper, so that what is wrong with one can be told with a place."""

    inline: Inline
    lines: list[PrintedText] = field(default_factory=list)

    def write(
        self, path: str, loc: Loc, text: str, *, spoken: bool = False, longest: int = 30
    ) -> dict[str, Any]:
        """A text that may hold markup. One that is `spoken` gets quotation marks.

        A word of more letters than `longest` may break anywhere.
        """
        html = self.inline.html(text)
        runs = _read(str(html)) if "<" in html else [{"t": clean(html.unescape())}]
        _set_blanks(runs)
        if spoken and not text.startswith(("(", "“", '"', "«")):
            runs = [{"t": "“"}, *runs, {"t": "”"}]
        shown = "".join(run.get("t", " ") for run in runs)
        self.lines.append(PrintedText(path, loc, text, shown))
        for run in runs:
            if "t" in run:
                run["t"] = _loosen(run["t"], longest)
        return {"runs": runs, **self.describe(shown)}

    def plain(self, path: str, loc: Loc, text: str) -> str:
        """A text that is shown as it is written."""
        shown = clean(text)
        self.lines.append(PrintedText(path, loc, text, shown))
        return _loosen(shown, 30)

    @staticmethod
    def describe(text: str) -> dict[str, Any]:
        """Direction and language of a text, by its first letter."""
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
    """Leave out what no printer can show: control characters, and marks that turn lines round."""
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


def _set_blanks(runs: list[dict[str, Any]]) -> None:
    """Drop the name of a value to fill in where the author's own words stand before it."""
    for before, run in itertools.pairwise(runs):
        if "blank" in run and before.get("t", "").endswith("("):
            run["t"] = ""


def _read(html: str) -> list[dict[str, Any]]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.runs


class _Reader(HTMLParser):
    """Reads the few tags that `Inline` writes."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[dict[str, Any]] = []
        self._open: list[tuple[str, str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.runs.append({"line": True})
            return
        given = dict(attrs)
        note = given.get("href") if tag == "a" else given.get("class")
        self._open.append((tag, note or "", len(self.runs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        tag, note, start = self._open.pop()
        words = "".join(run.get("t", "") for run in self.runs[start:])
        if tag == "a" and note.startswith(_ADDRESS):
            # On paper nobody can follow a link, so its address stands beside the words.
            target = clean(note.removeprefix("mailto:").removeprefix("tel:"))
            if target not in words:
                self.runs.append({"t": f" ({target})"})
        elif "gb-value--unset" in note:
            self.runs[start:] = [{"t": words.removesuffix(": not set"), "blank": True}]

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _, _ in self._open]
        run: dict[str, Any] = {"t": clean(data)}
        if "strong" in tags:
            run["bold"] = True
        if "em" in tags:
            run["italic"] = True
        self.runs.append(run)
