"""What stops the reading of a text, and what explains it."""

from dataclasses import dataclass

from generator.problem import Edit, Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose places are still offsets in a draft, with the edits that repair it there.

    `guess`: the line may mean something else than the repair in memory says, so that what is
    found on it afterwards is not reported. `lossy`: words may be lost or in another place, so that
    what seems to be missing afterwards is not reported either. `certain`: nobody can have meant
    anything else, so that the repair may be carried out in the file.
    """

    start: int
    end: int
    rule: Rule
    message: str
    fix: str
    edits: tuple[Edit, ...] = ()
    guess: bool = False
    lossy: bool = False
    labels: tuple[tuple[int, int, str], ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in quotation marks that reaches over several lines."""

    start: int
    end: int


class StopError(Exception):
    """YAML can't be read on. `at` is where, `since` where the thing that failed began."""

    def __init__(
        self, words: str, at: int, since: int, context: str = "", quoted: Quoted | None = None
    ) -> None:
        """Keep what the reader said; only its hints are used, never its words."""
        super().__init__(words)
        self.words = words
        self.at = at
        self.since = since
        self.context = context
        self.quoted = quoted

    @property
    def spot(self) -> int:
        """Where to look first: where a half-read thing began, else where reading ended."""
        half_read = self.context.startswith("while scanning a ") or "flow" in self.context
        return self.since if half_read else self.at


class LimitError(Exception):
    """A limit is passed; nothing is read after that."""

    def __init__(self, fault: Fault) -> None:
        """Carry what to report."""
        super().__init__(fault.message)
        self.fault = fault
