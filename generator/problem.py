"""What is wrong, where, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: only an error stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file. Line and column count from 1; width is in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A second spot that helps to understand a problem, such as the first of two duplicates."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, as a value. `rule` is a stable name to look up or switch off."""

    place: Place
    rule: str
    message: str
    fix: str
    severity: Severity = Severity.ERROR
    labels: tuple[Label, ...] = ()


class GuidebookError(Exception):
    """The only exception that a shell catches. Its message is written for the trainer."""
