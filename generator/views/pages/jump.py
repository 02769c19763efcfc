"""The way to the parts of a long page, above them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jump:
    """A part of a page: its anchor, its heading, how much is in it, and its pictogram."""

    id: str
    heading: str
    count: int = 0
    icon: str | None = None
