"""A file of a site, whose content is made or read when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.problem import Place


@dataclass(frozen=True)
class File:
    """A file by its path from the top of the site. `place` is where it comes from on disk."""

    path: str
    read: Callable[[], bytes]
    place: Place | None = None

    @classmethod
    def of(cls, path: str, content: bytes) -> "File":
        """A file that is there already."""
        return cls(path, lambda: content)

    @cached_property
    def content(self) -> bytes:
        """The content, made or read once."""
        return self.read()
