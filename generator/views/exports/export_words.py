"""The words that leave, and what they need that nobody has filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.house_values import UNSET_ELSEWHERE
from generator.model.guidebook import Guidebook
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
        """A text without marks, on one line. It stands at `loc` in the file `path`.

        What no XML may hold, not even escaped, is left out.
        """
        for one in find_references(text):
            value = self.guidebook.values.get(one.name)
            if one.name not in self.guidebook.titles and value and not value.text:
                self._unset.setdefault(one.name, []).append((path, loc, one))
        return _UNWRITABLE.sub("", " ".join(self._inline.plain(text).split()))

    def list_problems(self, locate: Locate) -> Iterator[Problem]:
        """A problem for each value that is not filled in, where it is needed first."""
        asked = self.guidebook.about.house_values
        for name, uses in self._unset.items():
            path, loc, first = uses[0]
            value = self.guidebook.values[name]
            remedy = "Take it out of this text, or choose a country that has it."
            if name in asked:
                remedy = f"{asked[name].ask} Write the answer into house.yml, below  values:  after"
                remedy += f"  {name}:"
            more = f", {len(uses)} times" if len(uses) > 1 else ""
            yield Problem(
                locate(path, loc, offset=first.start, width=first.end - first.start),
                UNSET_ELSEWHERE,
                f"What is to leave needs “{value.name}”{more}, and it is not filled in.",
                remedy,
            )
