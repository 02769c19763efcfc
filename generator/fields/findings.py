"""One thing that the model refused, with what is around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.fields.shapes import describe, find_field
from generator.problem import Label, Place, Problem, Severity
from generator.record import Loc, Record
from generator.source import Source


@dataclass(frozen=True)
class Finding:
    """A refusal: what kind, where, of which value, and the limits that it broke."""

    kind: str
    loc: Loc
    value: Any
    source: Source
    model: type[Record]
    limits: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The nearest name: that of the value, or of the list it stands in."""
        return next((part for part in reversed(self.loc) if isinstance(part, str)), "")

    @property
    def where(self) -> str:
        """The way to it, as a trainer sees it: short forms leave no trace."""
        return describe(self.source.written(self.loc))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list in the file."""
        written = self.source.written(self.loc)
        return bool(written) and isinstance(written[-1], int)

    @property
    def optional(self) -> bool:
        """Whether the line may as well be left out."""
        found = find_field(self.model, self.loc)
        return found is not None and (self.is_item or not found.is_required())

    @property
    def description(self) -> str:
        """What the field is for."""
        found = find_field(self.model, self.loc)
        return (found.description or "") if found else ""

    @property
    def intro(self) -> str:
        """What stands before the value on its line: a name and a colon, or a dash."""
        written = self.source.written(self.loc)
        if self.is_item or not written:
            return "- "
        return f"{written[-1]}: "

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return self.source.place(self.loc)

    def tell(
        self,
        rule: str,
        message: str,
        fix: str,
        *,
        place: Place | None = None,
        labels: tuple[Label, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Make a problem of it."""
        return Problem(place or self.place, rule, message, fix, severity, labels)
