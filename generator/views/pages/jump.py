"""The parts of a long page: what leads to them, and what is above each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jump:
    """A part of a page: its anchor, its heading, how much is in it, and its pictogram.

    `summary` says in words how much is in it, where a number does not; `note` says more of it.
    """

    id: str
    heading: str
    count: int = 0
    icon: str | None = None
    summary: str = ""
    note: str = ""
