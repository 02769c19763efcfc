"""A text of an author in parts, each with what is made of it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class MarkKind(Enum):
    """What a mark makes of the text inside it."""

    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    LINK = auto()
    REFERENCE = auto()
    VALUE = auto()
    UNSET_VALUE = auto()
    BLANK = auto()
    FACT = auto()
    SLOT = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One mark around a part of a text; it is equal only to itself, so that neighbours stay two.

    `address` is where a link leads, or the address of a referenced playbook from the top of the
    site.
    """

    kind: MarkKind
    address: str = ""


class Run(NamedTuple):
    """A part of a text with the same marks throughout, the outermost first.

    `text` is what shows; a newline in it is a line break. Of a house value that is not set it is
    the name, or the author's own words for it; what is blank has been named before.
    """

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, kind: MarkKind) -> bool:
        """Whether a mark of this kind is around it."""
        return any(mark.kind is kind for mark in self.marks)
