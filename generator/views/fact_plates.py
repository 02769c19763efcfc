"""What the company and its country say, as plates: a label and a value, on a page and on paper."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.guidebook import EMERGENCY_NUMBER, Guidebook, Origin, Value
from generator.model.guidebook_files import FactGroup
from generator.model.inline_markup import Inline
from generator.model.phone_numbers import Piece, split_numbers
from generator.views.emergency_call import describe_call

URL = "who-and-how-much/"
TITLE = "Who, how much, which number"
PURPOSE = "What holds here: the numbers, the names and the limits."
_SHORT = 40
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*[,;:.!?]*(?:\s|$)")
"""What may begin with a capital letter; an e-mail address, a web address and “n/a” stay."""


class Plate(NamedTuple):
    """One value with its label.

    `pieces` are its words where a tap may call the numbers in them; where it is common, every
    company sees the same until it says its own. `text` is None where nothing is known.
    """

    id: str
    label: str
    text: str | None
    pieces: Sequence[Piece]
    is_common: bool
    search: Sequence[str]

    @property
    def mark(self) -> str:
        """Its anchor on the page."""
        return f"value-{self.id}"

    @property
    def url(self) -> str:
        """Its address, from the top of the site."""
        return f"{URL}#{self.mark}"

    @property
    def is_short(self) -> bool:
        """Whether it can be shown large."""
        return self.text is not None and len(self.text) <= _SHORT


def list_plates(guidebook: Guidebook) -> list[Plate]:
    """Every plate, in the order of the page."""
    inline = Inline(guidebook)
    return [
        _make_plate(guidebook, inline, name, calls=group.calls)
        for group in list_groups(guidebook)
        for name in group.values
        if name in guidebook.values
    ]


def list_groups(guidebook: Guidebook) -> Iterator[FactGroup]:
    """The groups, and the house values that none of them names."""
    about = guidebook.about
    yield from about.who_and_how_much
    named = {name for group in about.who_and_how_much for name in group.values}
    if rest := tuple(name for name in about.house_values if name not in named):
        title = "More" if named else "What holds here"
        yield FactGroup(title=title, values=rest)


def _make_plate(guidebook: Guidebook, inline: Inline, name: str, *, calls: bool) -> Plate:
    value = guidebook.values[name]
    text = _write_text(guidebook, inline, name, value)
    house, fact = guidebook.about.house_values, guidebook.about.country_facts
    own = house.get(name), fact.get(name)
    return Plate(
        id=name,
        label=inline.plain(value.label),
        text=text,
        pieces=split_numbers(text) if text and calls else (Piece(text, None),) if text else (),
        is_common=value.origin is Origin.COMMON,
        search=[words for one in own if one for words in one.search],
    )


def _write_text(guidebook: Guidebook, inline: Inline, name: str, value: Value) -> str | None:
    if name == EMERGENCY_NUMBER:
        return "".join(piece.words for piece in describe_call(guidebook, inline).number)
    if not value.text:
        return None
    text = inline.plain(value.text)
    return text[:1].upper() + text[1:] if _PLAIN_WORD.match(text) else text
