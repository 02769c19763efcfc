"""What a rule asks for, and what breaks one: where, why, and how to fix it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: only an error stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Group(StrEnum):
    """What a rule is about. The values are headings, in the order in which lists show them."""

    WORDS = "Words"
    LENGTHS = "Lengths and numbers"
    EXERCISES = "Exercises"
    REFERENCES = "Names and references"
    UPKEEP = "Dates and reviews"
    TRIAGE = "Help me now"
    SEARCH = "Search"
    COMPANY = "What the company fills in"
    PAPERS = "Papers"
    SITE = "Addresses and links of the site"
    FILES = "Files and folders"
    FIELDS = "Names and values in a file"
    SIGNS = "Signs that YAML reads in its own way"
    LINES = "Lines, lists and spaces"
    BYTES = "What a file is made of"


class FileState(StrEnum):
    """What matters about a file of an example, where that is not its content."""

    MISSING = "is not there"
    PRESENT = "is there"
    PLAYBOOK = "is a playbook"
    LINK = "is a link to a file in another folder"
    LOCKED = "may not be opened"
    TOO_BIG = "is larger than a file may be"
    TOO_MANY = "holds more texts and names than a file may"


Example = str | Mapping[str, str | bytes | FileState]
"""Lines of one playbook, or of several files by their path in the project."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """One thing that the check asks for. Declared once, beside the function that looks for it.

    `id` is its stable name. `summary` and `why` are sentences for those who write. `fault` breaks
    the rule and `fix` does not. A playbook may switch off a rule that is `switchable`, with its
    field `allow`.
    """

    id: str
    group: Group
    summary: str = field(repr=False)
    why: str = field(repr=False)
    fault: Example = field(repr=False)
    fix: Example = field(repr=False)
    severity: Severity = Severity.ERROR
    switchable: bool = False


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
class Edit:
    """Replace what is from start up to end."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A remedy that leaves no choice, so that a program can carry it out.

    The offsets of `edits` count the characters of the file as it was read, with plain line ends.
    `name` is what the file is to be called, if that is what is wrong.
    """

    edits: tuple[Edit, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that breaks a rule, as a value. `repair` is there if only one remedy fits.

    `on_page` is what to do for who changes the page and sees no file, where `fix` speaks of lines.
    """

    place: Place
    rule: Rule
    message: str
    fix: str
    labels: tuple[Label, ...] = ()
    repair: Repair | None = None
    on_page: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity


class GuidebookError(Exception):
    """The only exception that adapters and commands catch. Its message is for the trainer."""
