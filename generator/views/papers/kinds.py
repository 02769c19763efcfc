"""Which papers there are, on which sheets, and under which names."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook_files import Sheets
from generator.model.playbook import Playbook
from generator.model.roleplay_ways import find_poor_way
from generator.model.session_plan import Length

FOLDER = "papers"

_Bound = TypeVar("_Bound")
_MOST_BOUND = 120
"""Playbooks that one volume may hold if it is the only one: hands have to hold it."""
_OF_SEVERAL = 40
"""Playbooks in each of several: what binds them needs 2.5 MB for each."""


class Volume(NamedTuple):
    """Which of how many volumes a paper of many playbooks is, the first being 1."""

    number: int
    total: int


class Size(StrEnum):
    """The paper in the printer. A poster is twice as large: A3, or tabloid."""

    A4 = "a4"
    LETTER = "letter"


class PaperKind(StrEnum):
    """What a paper is for."""

    CHECKLIST = "checklist"
    CARD = "card"
    TWO_SIDES = "two-sides"
    POSTER = "poster"
    HAND_OUT = "hand-out"
    CUE_CARDS = "cue-cards"
    OBSERVER = "observer"
    POOR_VERSION = "poor-version"
    BOOKLET = "booklet"
    DECK = "deck"
    TREE = "tree"
    CHANGES = "changes"
    FACTS = "facts"
    ATTENDANCE = "attendance"
    OWN_CASE = "own-case"
    CERTIFICATE = "certificate"
    SESSION_10 = "session-10"
    SESSION_30 = "session-30"
    SESSION_60 = "session-60"


BOUND = (PaperKind.BOOKLET, PaperKind.DECK)
"""The papers of all playbooks, which have as many volumes as they need."""
OF_ALL = (
    PaperKind.BOOKLET,
    PaperKind.DECK,
    PaperKind.TREE,
    PaperKind.CHANGES,
    PaperKind.FACTS,
    PaperKind.ATTENDANCE,
    PaperKind.OWN_CASE,
    PaperKind.CERTIFICATE,
)
SESSIONS = {
    PaperKind.SESSION_10: Length.SHORT,
    PaperKind.SESSION_30: Length.MIDDLE,
    PaperKind.SESSION_60: Length.LONG,
}
"""The plans of a session, which are only made of chosen playbooks."""
_POSTERS = (PaperKind.POSTER, PaperKind.TREE)
_POSTER_SIZES = {Size.A4: "a3", Size.LETTER: "tabloid"}
_FILES_OF_ALL = {
    PaperKind.BOOKLET: "all-checklists",
    PaperKind.DECK: "all-cards",
    PaperKind.TREE: "help-me-now",
    PaperKind.CHANGES: "read-and-understood",
    PaperKind.FACTS: "who-and-how-much",
    PaperKind.ATTENDANCE: "who-took-part",
    PaperKind.OWN_CASE: "bring-your-own-case",
    PaperKind.CERTIFICATE: "what-was-practiced",
    PaperKind.SESSION_10: "session-of-10-minutes",
    PaperKind.SESSION_30: "session-of-30-minutes",
    PaperKind.SESSION_60: "session-of-60-minutes",
}
_NAMES = {
    PaperKind.CHECKLIST: "Checklist",
    PaperKind.CARD: "Pocket cards",
    PaperKind.TWO_SIDES: "All of it, on two sides",
    PaperKind.POSTER: "Poster",
    PaperKind.HAND_OUT: "Trainer’s hand-out",
    PaperKind.CUE_CARDS: "Cue cards",
    PaperKind.OBSERVER: "Observer’s sheet",
    PaperKind.POOR_VERSION: "Poor version",
    PaperKind.BOOKLET: "All checklists",
    PaperKind.DECK: "All pocket cards",
    PaperKind.TREE: "Tree of questions",
    PaperKind.CHANGES: "Read and understood",
    PaperKind.FACTS: "A sheet for the wall",
    PaperKind.ATTENDANCE: "Who took part",
    PaperKind.OWN_CASE: "Bring your own case",
    PaperKind.CERTIFICATE: "What was practiced",
    PaperKind.SESSION_10: "Session of 10 minutes",
    PaperKind.SESSION_30: "Session of 30 minutes",
    PaperKind.SESSION_60: "Session of 60 minutes",
}


def bind(playbooks: Sequence[_Bound]) -> list[tuple[Volume | None, Sequence[_Bound]]]:
    """Share playbooks among as few volumes as hold them, about as thick; None for the only one."""
    if len(playbooks) <= _MOST_BOUND:
        return [(None, playbooks)] if playbooks else []
    count = -(-len(playbooks) // _OF_SEVERAL)
    ends = [len(playbooks) * number // count for number in range(count + 1)]
    return [
        (Volume(number, count), playbooks[ends[number - 1] : ends[number]])
        for number in range(1, count + 1)
    ]


def list_sizes(sheets: Sheets) -> tuple[Size, ...]:
    """List the sizes that papers have where printers hold these sheets."""
    return tuple(Size) if sheets is Sheets.BOTH else (Size(sheets.value),)


def list_kinds(playbook: Playbook) -> tuple[PaperKind, ...]:
    """List the kinds of paper that a playbook has."""
    kinds = [PaperKind.CHECKLIST, PaperKind.CARD]
    if not isinstance(playbook, Emergency):
        kinds.append(PaperKind.TWO_SIDES)
    if playbook.poster:
        kinds.append(PaperKind.POSTER)
    if playbook.practice:
        kinds += [PaperKind.HAND_OUT, PaperKind.CUE_CARDS, PaperKind.OBSERVER]
        if playbook.roleplay and find_poor_way(playbook.roleplay):
            kinds.append(PaperKind.POOR_VERSION)
    return tuple(kinds)


def name_file(
    kind: PaperKind, size: Size, playbook: Playbook | None = None, volume: Volume | None = None
) -> str:
    """The path of a paper from the top of the site. It says what it is when it is saved alone."""
    sheet = _name_sheet(kind, size)
    # A playbook's id cannot start like a file of all: ids of one file end in a kind and a size.
    stem = f"{playbook.id}-{kind.value}" if playbook else _FILES_OF_ALL[kind]
    part = f"-{volume.number}-of-{volume.total}" if volume else ""
    return f"{FOLDER}/{stem}{part}-{sheet}.pdf"


def name_kind(kind: PaperKind) -> str:
    """What a paper is called, such as “Checklist”."""
    return _NAMES[kind]


def name_sheet(kind: PaperKind, size: Size) -> str:
    """What the sheet of a paper is called, such as “A4” or “Tabloid”."""
    sheet = _name_sheet(kind, size)
    return sheet.upper() if len(sheet) == 2 else sheet.capitalize()


def _name_sheet(kind: PaperKind, size: Size) -> str:
    return _POSTER_SIZES[size] if kind in _POSTERS else size.value
