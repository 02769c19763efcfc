"""A role-play as a form: its rounds and endings one after the other, and their picture."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.item_anchors import list_anchors
from generator.model.playbook import Playbook
from generator.model.practice import Ending, Outcome, Reply, RolePlay, Round
from generator.model.yaml_model import Loc
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Set
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Button, FieldGroup, FieldSource, Form, FormLink, write_key
from generator.views.editor.flow import ROLEPLAY, Flow, follow_roleplay, write_anchor
from generator.views.editor.flow_layout import lay_out

MOST_REPLIES = 4
LEAST_REPLIES = 2
_ROUNDS: Loc = (*ROLEPLAY, "rounds")
_ENDINGS: Loc = (*ROLEPLAY, "endings")
_LEAD = "Choose a box to change its words. An arrow shows where a reply leads."

NEW: dict[str, Data] = {
    "setting": "[[Who you are, where, and what has happened.]]",
    "rounds": [
        {
            "id": "start",
            "customer": "[[What the customer says.]]",
            "replies": [
                {
                    "say": "[[What one may say.]]",
                    "leads": "[[What happens then.]]",
                    "go": "poor-end",
                },
                {
                    "say": "[[What it is best to say.]]",
                    "leads": "[[What happens then.]]",
                    "best": "yes",
                    "go": "good-end",
                },
            ],
        }
    ],
    "endings": [
        {
            "id": "good-end",
            "outcome": "good",
            "text": "[[How it ends well.]]",
            "debrief": "[[What made it go well.]]",
        },
        {
            "id": "poor-end",
            "outcome": "poor",
            "text": "[[How it ends badly.]]",
            "debrief": "[[What to do the next time.]]",
        },
    ],
}
"""A role-play to begin with. Its gaps are reported like those of a new playbook."""


def describe(playbook: Playbook) -> Form | None:
    """The form of a playbook's role-play, if it has one."""
    play = playbook.roleplay
    if play is None:
        return None
    return _RolePlayForm(playbook, play).make()


class _RolePlayForm:
    """The form of one role-play while it is put together."""

    def __init__(self, playbook: Playbook, play: RolePlay) -> None:
        self.playbook = playbook
        self.play = play
        self.flow: Flow = follow_roleplay(play)
        names = {one.id: f"Round: {one.customer}" for one in play.rounds}
        names |= {one.id: f"Ending: {one.text}" for one in play.endings}
        anchors = {key: one.words for key, one in list_anchors(playbook).items()}
        self.source = FieldSource(playbook.path, {"go": names, "rests_on": anchors})

    def make(self) -> Form:
        setting = self.source.make(self.play, (*ROLEPLAY, "setting"))
        start = FieldGroup("Where it begins", (setting,), buttons=tuple(self._list_additions()))
        rounds = [self._make_round(at, one) for at, one in enumerate(self.play.rounds)]
        endings = [self._make_ending(at, one) for at, one in enumerate(self.play.endings)]
        return Form(
            f"flow/{self.playbook.id}",
            f"Role-play: {self.playbook.title}",
            _LEAD,
            (start, *rounds, *endings),
            about=self.playbook.id,
            drawing=lay_out(self.flow),
        )

    def _list_additions(self) -> Iterator[Button]:
        for outcome in Outcome:
            ending: Data = {
                "id": self._find_name(f"{outcome.value}-end"),
                "outcome": outcome.value,
                "text": "[[How it ends.]]",
                "debrief": "[[What to learn from it.]]",
            }
            insert = Insert(_ENDINGS, len(self.play.endings), ending)
            yield self._button(f"end-{outcome.value}", f"Add a {outcome.value} ending", [insert])

    def _make_round(self, at: int, one: Round) -> FieldGroup:
        loc = (*_ROUNDS, at)
        replies = tuple(self._make_reply(one, loc, number) for number in range(len(one.replies)))
        buttons = []
        if len(one.replies) < MOST_REPLIES:
            reply: Data = {
                "say": "[[What one may say.]]",
                "leads": "[[What happens then.]]",
                "go": self.play.endings[-1].id,
            }
            insert = Insert((*loc, "replies"), len(one.replies), reply)
            buttons.append(self._button(f"reply-{at}", "Add a reply", [insert]))
        if at and not self.flow.list_comers(one.id):
            buttons.append(self._button(f"drop-{at}", "Remove this round", [Delete(loc)]))
        return FieldGroup(
            f"Round {at + 1}",
            tuple(self.source.make(one, (*loc, name)) for name in ("customer", "rests_on")),
            self._write_way_in(one.id, is_first=at == 0),
            write_anchor(one.id),
            tuple(buttons),
            replies,
        )

    def _make_reply(self, one: Round, around: Loc, number: int) -> FieldGroup:
        loc = (*around, "replies", number)
        reply = one.replies[number]
        fields = tuple(
            self.source.make(reply, (*loc, name), label=label)
            for name, label in (("say", ""), ("leads", "What happens"), ("go", "Leads to"))
        )
        name = write_key("", loc[2:])
        buttons = [self._button(f"on{name}", "Go on with a new round", self._go_on(loc, reply))]
        if not reply.best:
            buttons.append(
                self._button(f"best{name}", "Make it the best", _choose(one, around, number))
            )
        if len(one.replies) > LEAST_REPLIES:
            buttons.append(self._button(f"less{name}", "Remove this reply", [Delete(loc)]))
        title = f"Reply {number + 1}{', the best' if reply.best else ''}"
        led = self.source.names["go"].get(reply.go, reply.go)
        links = (FormLink(led, self.flow.find_address(reply.go)),)
        return FieldGroup(title, fields, buttons=tuple(buttons), links=links)

    def _go_on(self, loc: Loc, reply: Reply) -> list[Change]:
        """A reply leads to a new round, which leads to where the reply led."""
        name = self._find_name(f"round-{len(self.play.rounds) + 1}")
        replies: list[Data] = [
            {"say": "[[What one may say.]]", "leads": "[[What happens then.]]", "go": reply.go},
            {
                "say": "[[What it is best to say.]]",
                "leads": "[[What happens then.]]",
                "best": "yes",
                "go": reply.go,
            },
        ]
        made: Data = {"id": name, "customer": "[[What the customer says.]]", "replies": replies}
        return [Insert(_ROUNDS, len(self.play.rounds), made), Set((*loc, "go"), name)]

    def _make_ending(self, at: int, one: Ending) -> FieldGroup:
        loc = (*_ENDINGS, at)
        names = ("outcome", "text", "debrief")
        fields = tuple(self.source.make(one, (*loc, name)) for name in names)
        buttons = []
        if not self.flow.list_comers(one.id) and len(self.play.endings) > 1:
            buttons.append(self._button(f"undo-{at}", "Remove this ending", [Delete(loc)]))
        note = self._write_way_in(one.id, is_first=False)
        return FieldGroup(f"Ending {at + 1}", fields, note, write_anchor(one.id), tuple(buttons))

    def _write_way_in(self, name: str, *, is_first: bool) -> str:
        if is_first:
            return "It begins here."
        comers = self.flow.list_comers(name)
        if not comers:
            return "No reply leads here yet."
        return f"Led to by: {'; '.join(f'“{way.text}”' for _, way in comers)}"

    def _find_name(self, wanted: str) -> str:
        return find_free(wanted, self.play.ids)

    def _button(self, name: str, label: str, changes: Sequence[Change]) -> Button:
        return Button(name, label, self.playbook.path, tuple(changes))


def _choose(one: Round, around: Loc, number: int) -> list[Change]:
    """Make one reply of a round the best, and no other."""
    others: list[Change] = [
        Delete((*around, "replies", at, "best"))
        for at, reply in enumerate(one.replies)
        if reply.best
    ]
    return [*others, Set((*around, "replies", number, "best"), "yes")]


def find_free(wanted: str, taken: Sequence[str] | Mapping[str, object]) -> str:
    """A name that nothing else has."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
