"""What the templates of the papers to practice with are given."""

from typing import TypedDict

from generator.views.papers.page_data import AddressData, NumberData, PageData, TextData


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
    """What the customer does after a reply, and the card that follows. `after` says which reply."""

    best: bool
    after: str
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


class PoorTurnData(TypedDict):
    """What the customer says, the poor answer, what comes of it, and the better answer."""

    name: str
    customer: TextData
    say: TextData
    leads: TextData
    better: TextData | None


class PoorVersionData(PageData):
    """A conversation to read aloud that goes wrong."""

    setting: TextData
    turns: list[PoorTurnData]
    ending: EndingData


class TopicData(TypedDict):
    """A playbook of a session, with the day of its last review."""

    title: TextData
    reviewed: str


class FormData(TypedDict):
    """A form to fill in at a session; without `topics` they are written by pen."""

    topics: list[TopicData]
    reviewed: str


class OwnCaseData(FormData, AddressData):
    """The form for a case of one's own, with the address of “Help me now”."""


class BlockData(TypedDict):
    """Some minutes of a session: from when to when, what is done, and how."""

    start: int
    end: int
    name: str
    how: str
    papers: list[str]


class SessionGroupData(TypedDict):
    """What is done with one playbook; the frame of a session has no title."""

    title: TextData | None
    purpose: TextData | None
    blocks: list[BlockData]


class SessionData(AddressData):
    """The plan of a session, with the address at which its slides are."""

    minutes: int
    groups: list[SessionGroupData]
    papers: list[str]
    reviewed: str
