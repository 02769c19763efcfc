"""What the templates in `templates/paper` are given, as JSON."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from generator.views.papers.page_data import (
    AddressData,
    DirectionData,
    NumberData,
    PageData,
    StopData,
    TextData,
)
from generator.views.papers.practice_data import (
    CueCardsData,
    FormData,
    HandOutData,
    ObserverData,
    OwnCaseData,
    PoorVersionData,
    SessionData,
)


class DocumentData(DirectionData):
    """The paper as a file; `name` is the title of a reader's window."""

    name: str


class AboutData(TypedDict):
    """The guidebook. `logo` is an SVG picture, `accent` a colour such as `#0f5e5c`."""

    title: str
    version: str | None
    accent: str | None
    logo: str | None


class PlaybookData(PageData):
    """The same with what a standard playbook is for and says first."""

    purpose: TextData
    say: TextData
    stop: StopData
    stops_first: bool


class ChecklistData(PlaybookData):
    """A checklist, or a page of the booklet."""

    items: list[TextData]
    steps: list[TextData]
    sign_off: bool


class EmergencyChecklistData(PageData):
    """The same for an emergency."""

    purpose: TextData
    items: list[TextData]
    after: list[TextData]


class PosterData(PlaybookData):
    """The poster of a standard playbook."""

    steps: list[TextData]


class StepData(TypedDict):
    """A step: what to do, the words to say, or both."""

    do: TextData | None
    say: TextData | None
    why: TextData | None


class PhraseData(TypedDict):
    """Words to say. `channels` says where they fit, or is ""."""

    say: TextData
    why: TextData | None
    channels: str


class AvoidData(TypedDict):
    """Words or an act to keep from, and better words."""

    words: TextData
    why: TextData | None
    instead: TextData | None


class TwoSidesData(PlaybookData):
    """A whole playbook. `why` is the reason for what it says first."""

    why: TextData | None
    steps: list[StepData]
    phrases: list[PhraseData]
    avoid: list[AvoidData]
    avoids_words: bool
    items: list[TextData]
    related: list[TextData]


class BranchData(TypedDict):
    """A branch of an emergency on a poster; `approval` is "" if it needs none of its own."""

    see: TextData
    now: list[TextData]
    then: list[TextData]
    never: list[TextData]
    say: TextData | None
    approval: str


class EmergencyPosterData(PageData):
    """The poster of an emergency."""

    first: TextData | None
    branches: list[BranchData]


class CardData(TypedDict):
    """A pocket card, alone or in the deck."""

    id: str
    title: TextData
    say: TextData
    steps: list[TextData]
    stop: StopData
    approval: str
    number: None


class BranchCardData(TypedDict):
    """A pocket card of one branch of an emergency, the first one being 0."""

    id: str
    branch: int
    title: TextData
    see: TextData
    now: list[TextData]
    reviewed: str
    approval: str
    number: list[NumberData]


class CardsData(TypedDict):
    """The pocket cards of one playbook: one, or one for each branch."""

    sheets: Sequence[CardData | BranchCardData]
    reviewed: str
    due: str


class BookletData(TypedDict):
    """All checklists, or those of a volume: which it is, of how many."""

    volume: NotRequired[list[int]]

    sheets: Sequence[ChecklistData | EmergencyChecklistData]


class DeckData(TypedDict):
    """All pocket cards, or those of a volume; an emergency has one for each branch."""

    volume: NotRequired[list[int]]

    sheets: Sequence[CardData | BranchCardData]


class EndData(TypedDict):
    """A playbook that an answer leads to."""

    title: TextData
    chapter: TextData


class AnswerData(TypedDict):
    """An answer, and where it leads: to playbooks in order, or to a question by its position.

    `branches` says that the question is drawn below it; otherwise only its number is named.
    """

    say: TextData
    danger: bool
    question: int | None
    branches: bool
    ends: list[EndData]


class QuestionData(TypedDict):
    """A question with its answers, danger first."""

    ask: TextData
    answers: list[AnswerData]


class TreeData(AddressData):
    """The questions of “Help me now”, the first one first, with the address of its page."""

    questions: list[QuestionData]
    roots: list[int]
    """The positions of the questions that the sheets begin with."""
    number: list[NumberData]
    reviewed: str


class ChangeData(TypedDict):
    """A change: what happened, of which item ("" for itself), its words, and if they are `gone`."""

    head: str
    where: str
    words: str
    gone: bool


class ChangedData(TypedDict):
    """A playbook with what has to be read again; `readers` is "" if it is for everybody."""

    title: str
    readers: str
    items: list[ChangeData]


class ChangesData(AddressData):
    """The paper “Read and understood”."""

    title: str
    edition: str
    before: str
    values: list[ChangeData]
    playbooks: list[ChangedData]
    new: list[str]


class FactData(TypedDict):
    """A fact. `value` is None where nobody has filled it in; common words hold for everybody."""

    label: str
    value: str | None
    is_common: bool
    is_alarm: bool


class FactGroupData(TypedDict):
    """Facts below one heading."""

    title: str
    facts: list[FactData]


class FactsData(AddressData):
    """Who, how much, which number, with the address of the page."""

    title: str
    purpose: str
    groups: list[FactGroupData]
    reviewed: str


PaperData = (
    ChecklistData
    | EmergencyChecklistData
    | CardsData
    | TwoSidesData
    | PosterData
    | EmergencyPosterData
    | HandOutData
    | CueCardsData
    | ObserverData
    | PoorVersionData
    | FormData
    | OwnCaseData
    | SessionData
    | BookletData
    | DeckData
    | TreeData
    | ChangesData
    | FactsData
)
