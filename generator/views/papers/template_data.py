"""What the templates in `templates/paper` are given, as JSON."""

from typing import TypedDict


class RunData(TypedDict, total=False):
    """A part of a text in one style. `line` is a line break, `blank` a line to fill in by pen."""

    t: str
    bold: bool
    italic: bool
    line: bool
    blank: bool


class DirectionData(TypedDict):
    """Whether a text runs from right to left, and its language as far as its letters show."""

    rtl: bool
    lang: str


class TextData(DirectionData):
    """A text of an author."""

    runs: list[RunData]


class DocumentData(DirectionData):
    """The paper as a file; `name` is the title of a reader's window."""

    name: str


class AboutData(TypedDict):
    """The guidebook. `logo` is an SVG picture, `accent` a colour such as `#0f5e5c`."""

    title: str
    version: str | None
    accent: str | None
    logo: str | None


class AddressData(TypedDict):
    """A page's address, and the SVG picture of its code; both are None if the site has none."""

    url: str | None
    code: str | None


class StopData(TypedDict):
    """When to stop, and the titles of the playbooks to open then."""

    lead: TextData
    text: TextData
    go: list[TextData]


class PlaybookData(AddressData):
    """What every large paper of one playbook shows."""

    id: str
    title: TextData
    chapter: TextData
    purpose: TextData
    owner: str
    reviewed: str
    due: str
    say: TextData
    stop: StopData
    stops_first: bool


class ChecklistData(PlaybookData):
    """A checklist, or a page of the booklet."""

    items: list[TextData]
    sign_off: bool


class PosterData(PlaybookData):
    """The poster of a playbook."""

    steps: list[TextData]


class CardData(TypedDict):
    """A pocket card, alone or in the deck."""

    id: str
    title: TextData
    say: TextData
    steps: list[TextData]
    stop: StopData
    reviewed: str
    due: str


class OptionData(TypedDict):
    """One answer of a quiz."""

    text: TextData
    feedback: TextData
    right: bool


class QuizData(TypedDict):
    """A question with its answers."""

    prompt: TextData
    options: list[OptionData]


class ReplyData(TypedDict):
    """A reply in a role-play; `go` names the round or the ending that follows."""

    say: TextData
    leads: TextData
    best: bool
    go: str


class RoundData(TypedDict):
    """One turn of a role-play."""

    name: str
    customer: TextData
    replies: list[ReplyData]


class EndingData(TypedDict):
    """One ending of a role-play; `outcome` is good, mixed or poor."""

    name: str
    outcome: str
    text: TextData
    debrief: TextData


class RolePlayData(TypedDict):
    """A role-play."""

    setting: TextData
    rounds: list[RoundData]
    endings: list[EndingData]


class HandOutData(PlaybookData):
    """The trainer's hand-out."""

    quiz: QuizData | None
    roleplay: RolePlayData | None


class BookletData(TypedDict):
    """All checklists."""

    sheets: list[ChecklistData]


class DeckData(TypedDict):
    """All pocket cards."""

    sheets: list[CardData]


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
    reviewed: str


PaperData = ChecklistData | CardData | PosterData | HandOutData | BookletData | DeckData | TreeData
