"""Whom to call in an emergency and what to read out, the same on pages and on papers."""

from typing import NamedTuple

from generator.model.guidebook import ALARM, EMERGENCY_NUMBER, SITE_ADDRESS, Guidebook, Origin
from generator.model.inline_markup import Inline
from generator.model.phone_numbers import Piece, split_numbers

# What a guidebook without these house values says; an emergency never shows “not set”. The number
# is in words to dial by: what is common to all countries is written for the middle of a sentence.
_NUMBERS = "112, 911, 999 or 000, whichever is yours"
_ADDRESS = "the street, the house number, the door and the floor"
_ALARM = "Help! Over here!"


class Call(NamedTuple):
    """What is in the bar: whom to call, what to read out, how to raise the alarm.

    `names_site` says that the address is the company's own, and not only what an address holds.
    """

    number: tuple[Piece, ...]
    address: str
    alarm: str
    names_site: bool


def describe_call(guidebook: Guidebook, inline: Inline) -> Call:
    """What the company, or else its country, says about calling for help."""
    values = guidebook.values

    def find(name: str, otherwise: str, *, unless: Origin = Origin.UNSET) -> str:
        value = values.get(name)
        known = value and value.text and value.origin not in (Origin.UNSET, unless)
        return inline.plain(value.text) if value and value.text and known else otherwise

    address = values.get(SITE_ADDRESS)
    return Call(
        split_numbers(find(EMERGENCY_NUMBER, _NUMBERS, unless=Origin.COMMON)),
        find(SITE_ADDRESS, _ADDRESS),
        find(ALARM, _ALARM),
        bool(address and address.text and address.origin is Origin.HOUSE),
    )
