"""The phrases that leave for where staff write, each under a name that stays."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.model import item_keys
from generator.model.playbook import StandardPlaybook
from generator.model.playbook_items import Channel, Feeling, Phrase
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords

YOU = "you"
CUSTOMER = "customer"

# Only slots that can mean nothing else: “[name]” is the customer's in one phrase, and a dish's in
# another.
_PEOPLE = {
    "your name": YOU,
    "customer": CUSTOMER,
    "customer’s name": CUSTOMER,
    "their name": CUSTOMER,
}


class Spoken(NamedTuple):
    """A phrase with what it is chosen by. Its `key` is unique in the guidebook.

    `pieces` are its words in order, each with whether staff fill it in.
    """

    key: str
    pieces: tuple[tuple[str, bool], ...]
    why: str
    channels: tuple[Channel, ...]
    feelings: tuple[Feeling, ...]
    playbook: str
    title: str
    chapter: str

    @property
    def text(self) -> str:
        """The words, with what is to be filled in between square brackets."""
        return self.fill({}, str)

    @property
    def slots(self) -> list[str]:
        """What is to be filled in, each once."""
        return list(dict.fromkeys(piece for piece, is_slot in self.pieces if is_slot))

    def fill(self, people: Mapping[str, str], write: Callable[[str], str]) -> str:
        """The words as a program takes them: `write` escapes, `people` are its names for people."""
        written = (
            people.get(_PEOPLE.get(piece.casefold(), ""), write(f"[{piece}]"))
            if is_slot
            else write(piece)
            for piece, is_slot in self.pieces
        )
        return "".join(written).strip()


def list_phrases(chosen: Chosen, words: ExportWords) -> Iterator[Spoken]:
    """Every phrase to say that fits one of the chosen channels, in reading order."""
    for playbook in chosen.playbooks:
        if isinstance(playbook, StandardPlaybook):
            chapter = exercise.name_chapter(chosen.guidebook, playbook)
            keys = item_keys.list_keys([{"id": one.id, "say": one.say} for one in playbook.say])
            for place, (key, one) in enumerate(zip(keys, playbook.say, strict=True)):
                channels = _find_channels(playbook, one)
                if chosen.channels and not chosen.channels.intersection(channels):
                    continue
                loc = ("say", place)
                yield Spoken(
                    f"{playbook.id}.say.{key}",
                    tuple(words.split(playbook.path, (*loc, "say"), one.say)),
                    words.plain(playbook.path, (*loc, "why"), one.why or ""),
                    channels,
                    one.feelings or playbook.feelings,
                    playbook.id,
                    words.plain(playbook.path, ("title",), playbook.title),
                    chapter,
                )


def _find_channels(playbook: StandardPlaybook, phrase: Phrase) -> tuple[Channel, ...]:
    """Without channels a phrase fits everywhere, but not what managers say among staff."""
    return phrase.channels or playbook.channels or (() if playbook.readers else tuple(Channel))
