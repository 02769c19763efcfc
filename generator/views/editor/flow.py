"""A role-play, or the questions of “Help me now”, as boxes with ways from one to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.practice import RolePlay
from generator.model.triage import Question
from generator.model.yaml_model import Loc


class Mark(StrEnum):
    """What a box or a way is, as its colour and its words say."""

    PLAIN = ""
    BEST = "best"
    DANGER = "danger"
    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"
    PAGE = "page"


@dataclass(frozen=True)
class Way:
    """What one may say, and the boxes that it leads to."""

    loc: Loc
    text: str
    targets: tuple[str, ...]
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True)
class Box:
    """A round, an ending, a question or a playbook; `url` is where it is read, if not here."""

    name: str
    text: str
    loc: Loc = ()
    ways: tuple[Way, ...] = ()
    mark: Mark = Mark.PLAIN
    url: str = ""


@dataclass(frozen=True)
class Flow:
    """All boxes; the first one is the start."""

    boxes: tuple[Box, ...]

    @property
    def by_name(self) -> Mapping[str, Box]:
        """Every box by its name; of two with one name, the first."""
        firsts = {one.name: one for one in reversed(self.boxes)}
        return dict(reversed(firsts.items()))

    def find_address(self, name: str) -> str:
        """Where a box is read: on its own page, or in the form below the picture."""
        box = self.by_name.get(name)
        return f"/{box.url}" if box and box.url else f"#{write_anchor(name)}"

    def list_comers(self, name: str) -> list[tuple[Box, Way]]:
        """The ways that lead to a box, each with the box that it starts from."""
        return [(box, way) for box in self.boxes for way in box.ways if name in way.targets]


def write_anchor(name: str) -> str:
    """The anchor of a box's fields."""
    return f"box-{name}"


ROLEPLAY: Loc = ("practice", "roleplay")


def follow_roleplay(play: RolePlay) -> Flow:
    """The rounds of a role-play, then its endings."""
    rounds = [
        Box(
            one.id,
            one.customer,
            loc := (*ROLEPLAY, "rounds", at),
            tuple(
                Way(
                    (*loc, "replies", number),
                    reply.say,
                    (reply.go,),
                    Mark.BEST if reply.best else Mark.PLAIN,
                )
                for number, reply in enumerate(one.replies)
            ),
        )
        for at, one in enumerate(play.rounds)
    ]
    endings = [
        Box(one.id, one.text, (*ROLEPLAY, "endings", at), mark=Mark(one.outcome.value))
        for at, one in enumerate(play.endings)
    ]
    return Flow((*rounds, *endings))


def follow_questions(
    questions: Sequence[Question], titles: Mapping[str, str], urls: Mapping[str, str]
) -> Flow:
    """The questions, then the playbooks that they lead to, each once."""
    boxes = [
        Box(
            one.id,
            one.ask,
            loc := ("questions", at),
            tuple(
                Way(
                    (*loc, "answers", number),
                    answer.say,
                    answer.go,
                    Mark.DANGER if answer.danger else Mark.PLAIN,
                )
                for number, answer in enumerate(one.answers)
            ),
        )
        for at, one in enumerate(questions)
    ]
    known = {one.name for one in boxes}
    named = dict.fromkeys(go for box in boxes for way in box.ways for go in way.targets)
    pages = [
        Box(name, titles.get(name, name), mark=Mark.PAGE, url=urls.get(name, ""))
        for name in named
        if name not in known
    ]
    return Flow((*boxes, *pages))
