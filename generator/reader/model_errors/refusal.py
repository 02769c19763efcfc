"""One thing that the model refused, with what is around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Edit, Label, Place, Problem, Repair, Rule
from generator.reader.model_errors.model_walk import describe, find_field
from generator.reader.yaml_text import ParsedFile

CURLY_MARKS = "“”„‘’«» "
"""What may be around a value, where YAML knows only straight marks."""


@dataclass(frozen=True)
class Refusal:
    """A refusal: what kind, where, of which value, and the limits that it broke."""

    kind: str
    loc: Loc
    value: Any
    source: ParsedFile
    model: type[YamlModel]
    limits: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The nearest name: that of the value, or of the list it is in."""
        return next((part for part in reversed(self.written) if isinstance(part, str)), "")

    @property
    def written(self) -> Loc:
        """The location as it is in the file: short forms leave parts out."""
        return self.source.written(self.loc)

    @property
    def where(self) -> str:
        """The way to it, as a trainer sees it."""
        return describe(self.written)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list in the file."""
        return bool(self.written) and isinstance(self.written[-1], int)

    @property
    def optional(self) -> bool:
        """Whether the line may as well be left out."""
        found = find_field(self.model, self.loc)
        return self.is_item or (found is not None and not found.is_required())

    @property
    def description(self) -> str:
        """What the field is for."""
        found = find_field(self.model, self.loc)
        return (found.description or "") if found else ""

    @property
    def intro(self) -> str:
        """What is before the value on its line: a name and a colon, or a dash."""
        return "- " if self.is_item or not self.written else f"{self.written[-1]}: "

    @property
    def place(self) -> Place:
        """Where the value is."""
        return self.source.place(self.loc)

    @property
    def first_place(self) -> Place:
        """Where the group starts: its name, or the first line of an item."""
        return self.source.place(self.loc, of_key=True)

    def within(self, part: str | int) -> "Refusal":
        """Look at a part of the value in the same way."""
        loc = (*self.loc, part)
        return Refusal(self.kind, loc, self.source.value(loc), self.source, self.model)

    def report(
        self,
        rule: Rule,
        message: str,
        fix: str,
        *,
        place: Place | None = None,
        labels: tuple[Label, ...] = (),
        repair: Repair | None = None,
        on_page: str = "",
    ) -> Problem:
        """Make a problem of it."""
        return Problem(place or self.place, rule, message, fix, labels, repair, on_page)

    def exchange(self, new: str, *, of_key: bool = False) -> Repair:
        """Write another value, or another name, in its place."""
        return Repair((Edit(*self.source.span(self.loc, of_key=of_key), new),))
