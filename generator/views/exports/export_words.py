"""The words that leave, and what they need that nobody has filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.house_values import UNSET_ELSEWHERE
from generator.model.guidebook import Guidebook
from generator.model.inline_marks import MarkKind
from generator.model.inline_markup import Inline
from generator.model.inline_references import Reference, find_references
from generator.model.yaml_model import Loc, Locate
from generator.problem import Problem

_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class ExportWords:
    """Writes texts for one export, and remembers which values they need that are not filled in."""

    guidebook: Guidebook
    _unset: dict[str, list[tuple[str, Loc, Reference]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._inline = Inline(self.guidebook)

    def plain(self, path: str, loc: Loc, text: str) -> str:
        """A text without marks, on one line. It is at `loc` in the file `path`."""
        self._note(path, loc, text)
        return _clean(self._inline.plain(text)).strip()

    def split(self, path: str, loc: Loc, text: str) -> list[tuple[str, bool]]:
        """The same in pieces, each with whether it is to be filled in while one speaks or writes.

        Such a piece comes without its brackets.
        """
        self._note(path, loc, text)
        found = [(run.text, run.has(MarkKind.SLOT)) for run in self._inline.read(text)]
        return [(_clean(piece[1:-1] if is_slot else piece), is_slot) for piece, is_slot in found]

    def _note(self, path: str, loc: Loc, text: str) -> None:
        for one in find_references(text):
            value = self.guidebook.values.get(one.name)
            if one.name not in self.guidebook.titles and value and not value.text:
                self._unset.setdefault(one.name, []).append((path, loc, one))

    @property
    def uses(self) -> int:
        """How often a value was needed so far that is not filled in."""
        return sum(map(len, self._unset.values()))

    @property
    def unset(self) -> list[str]:
        """The names of values that were needed and are not filled in."""
        return list(self._unset)

    def list_problems(self, locate: Locate) -> Iterator[Problem]:
        """A problem for each value that is not filled in, where it is needed first."""
        for name, uses in self._unset.items():
            path, loc, first = uses[0]
            value = self.guidebook.values[name]
            more = f", {len(uses)} times" if len(uses) > 1 else ""
            yield Problem(
                locate(path, loc, offset=first.start, width=first.end - first.start),
                UNSET_ELSEWHERE,
                f"What is to leave needs “{value.name}”{more}, and it is not filled in.",
                find_remedy(self.guidebook, name),
            )


def find_remedy(guidebook: Guidebook, name: str) -> str:
    """What to do so that a value is filled in."""
    asked = guidebook.about.house_values.get(name)
    if not asked:
        return "Take it out of this text, or choose a country that has it."
    return f"{asked.ask} Write the answer into house.yml, below  values:  after  {name}:"


def shorten(text: str, most: int) -> str:
    """A text for a list of titles, with a sign where the rest of it is left out."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _clean(text: str) -> str:
    """A text on one line; what no XML may hold, not even escaped, is left out."""
    return _UNWRITABLE.sub("", re.sub(r"\s+", " ", text))
