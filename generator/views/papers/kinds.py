"""Which papers there are, on which sheets, and under which names."""

from enum import StrEnum

from generator.model.emergency_playbook import Emergency
from generator.model.playbook import Playbook
from generator.model.roleplay_ways import find_poor_way
from generator.model.session_plan import Length

FOLDER = "papers"


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


def name_file(kind: PaperKind, size: Size, playbook: Playbook | None = None) -> str:
    """The path of a paper from the top of the site. It says what it is when it is saved alone."""
    sheet = _name_sheet(kind, size)
    # A playbook's id cannot start like a file of all: ids of one file end in a kind and a size.
    stem = f"{playbook.id}-{kind.value}" if playbook else _FILES_OF_ALL[kind]
    return f"{FOLDER}/{stem}-{sheet}.pdf"


def name_kind(kind: PaperKind) -> str:
    """What a paper is called, such as “Checklist”."""
    return _NAMES[kind]


def name_sheet(kind: PaperKind, size: Size) -> str:
    """What the sheet of a paper is called, such as “A4” or “Tabloid”."""
    sheet = _name_sheet(kind, size)
    return sheet.upper() if len(sheet) == 2 else sheet.capitalize()


def _name_sheet(kind: PaperKind, size: Size) -> str:
    return _POSTER_SIZES[size] if kind in _POSTERS else size.value
