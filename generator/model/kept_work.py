"""What was worked out before, so that nothing is worked out twice from the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass
class KeptWork:
    """Texts by the digest of all that each follows from; `used` are those that are still asked for.

    Without anything known everything is worked out, and comes out the same.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)

    def take(self, digest: str, work: Callable[[], str]) -> str:
        """What is known under a digest; otherwise `work` makes it."""
        found = self.known.get(digest)
        text = work() if found is None else found
        self.used[digest] = text
        return text

    @property
    def is_new(self) -> bool:
        """Whether anything differs from what was known."""
        return self.used.keys() != self.known.keys()
