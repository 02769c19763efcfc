"""A file that says only what differs, laid over the file that it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.model.yaml_model import Loc
from generator.problem import Place
from generator.reader.yaml_text.parsed_file import Data, ParsedFile

Path = tuple[str, ...]
"""The names of fields, and of items by their keys, that lead to a value."""


class Change(NamedTuple):
    """One thing that a file changes in the one below it.

    `loc` is where the change is in its own file. `was` is the value that it replaces or leaves out,
    and `words` are those of the item that it is about, by which the item is found again when its
    key has changed. An `anchor` is an item that a new one is beside, or that is
    moved: nothing changes in it.
    """

    path: Path
    loc: Loc
    was: Any
    words: str | None = None
    ours: Any = None
    anchor: bool = False


@dataclass(frozen=True)
class ComposedFile(ParsedFile):
    """Two files as one, in which every value knows the file that it comes from.

    `text` and `path` are those of the file on top.
    """

    origins: Mapping[Loc, tuple[ParsedFile, Loc]] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    top: ParsedFile | None = field(default=None, repr=False)

    def place_own(self, loc: Loc) -> Place:
        """Place of a value in the file on top, by where it is in that file."""
        return self.top.place(loc) if self.top else Place(self.path)

    def place(self, loc: Loc, *, of_key: bool = False) -> Place:
        """Place of a value or its key in the file that holds it."""
        source, there = self.find_origin(loc)
        return source.place(there, of_key=of_key)

    def offset_place(self, loc: Loc, offset: int, width: int = 1) -> Place:
        """Place of a character inside a text, in the file that holds it."""
        source, there = self.find_origin(loc)
        return source.offset_place(there, offset, width)

    def raw(self, loc: Loc) -> str:
        """Find a text as it was written, in the file that holds it."""
        source, there = self.find_origin(loc)
        return source.raw(there)

    def find_origin(self, loc: Loc) -> tuple[ParsedFile, Loc]:
        """The file that holds a value, and where the value is in it."""
        for length in range(len(loc), -1, -1):
            if found := self.origins.get(loc[:length]):
                source, there = found
                return _go_down(source, (*there, *loc[length:]))
        return self, loc


def _go_down(source: ParsedFile, loc: Loc) -> tuple[ParsedFile, Loc]:
    return source.find_origin(loc) if isinstance(source, ComposedFile) else (source, loc)


def is_partial(data: Data) -> bool:
    """Whether a file says only what differs from the one below it."""
    return isinstance(data, dict) and ONLY_CHANGES in data


ONLY_CHANGES = "only_changes"
"""The name in a file that says so."""
