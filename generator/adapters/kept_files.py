"""Files that were read before, and are read again only when they have changed on the disk."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What the disk says of a file without opening it; a change changes it."""

    modified: int
    changed: int
    size: int
    number: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """The stamp of a file."""
        return cls(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


@dataclass
class KeptFiles:
    """The contents of files by their path, each with the stamp that it had."""

    known: dict[str, tuple[Stamp, bytes]] = field(default_factory=dict)

    def read(self, entry: os.DirEntry[str], *, most: int = -1) -> bytes:
        """The content of a file, up to `most` bytes. Raises OSError if it cannot be read.

        The stamp is taken before: what is written meanwhile is read the next time.
        """
        stamp = Stamp.of(entry.stat(follow_symlinks=False))
        found = self.known.get(entry.path)
        if found and found[0] == stamp:
            return found[1]
        with Path(entry.path).open("rb") as stream:
            content = stream.read(most)
        self.known[entry.path] = stamp, content
        return content
