"""What the templates of the papers to practice with are given."""

from typing import TypedDict

from generator.views.papers.page_data import NumberData, PageData, TextData


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


class HandOutData(PageData):
    """The trainer's hand-out."""

    purpose: TextData
    quiz: list[QuizData]
    roleplay: RolePlayData | None


class NextData(TypedDict):
    """What the customer does after a reply, and the card that follows."""

    best: bool
    leads: TextData
    go: str


class CueData(TypedDict):
    """A card to play a customer from. The back is of a question; the rest of a role-play."""

    name: str
    cue: TextData
    next: list[NextData]
    back: list[TextData]


class CueCardsData(TypedDict):
    """The cue cards of one playbook. `number` is whom to call, on those of an emergency."""

    id: str
    title: TextData
    reviewed: str
    approval: str
    number: list[NumberData] | None
    cues: list[CueData]


class ObserverData(PageData):
    """The sheet of somebody who watches a practice."""

    items: list[TextData]
