"""What a phone dials when somebody presses a number: that number, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.phone_numbers import split_numbers


def list_dialed(text: str) -> list[str]:
    return [one.dials for one in split_numbers(text) if one.dials]


@pytest.mark.parametrize(
    ("text", "dialed"),
    [
        ("999, from the red phone by the till", ["999"]),
        ("999 or 112", ["999", "112"]),
        ("999/112", ["999", "112"]),
        ("999 / 112 / 101", ["999", "112", "101"]),
        ("999 (112)", ["999", "112"]),
        ("112 - 110", ["112", "110"]),
        ("emergency:112", ["112"]),
        ("9-999", ["9999"]),
        ("+44 (0)20 7946 0018", ["+442079460018"]),
        ("(555) 010-4567", ["5550104567"]),
        ("030/901820", ["030901820"]),
        ("0800/123 456", ["0800123456"]),
        ("555-0100", ["5550100"]),
        ("01.42.68.53.00", ["0142685300"]),
        ("+33 (0)1.42.68.53.00, or 112", ["+33142685300", "112"]),
        ("937.555.0100.", ["9375550100"]),
    ],
)
def test_each_number_is_dialed_by_itself(text: str, dialed: list[str]) -> None:
    assert list_dialed(text) == dialed


@pytest.mark.parametrize(
    ("text", "dialed"),
    [
        ("555 0100, 24/7", ["5550100"]),
        ("112 24/7", ["112"]),
        ("24/7", []),
        ("555 0100, 8:00-18:00", ["5550100"]),
        ("555 0100 8:30", ["5550100"]),
        ("the shift lead, from 7:15 on", []),
        ("555 0100, 8.30-18.00", ["5550100"]),
        ("112, since 12.05.2026", ["112"]),
    ],
)
def test_hours_are_no_numbers_to_dial(text: str, dialed: list[str]) -> None:
    assert list_dialed(text) == dialed


@pytest.mark.parametrize(
    ("text", "dialed"),
    [
        ("020 7946 0018 ext. 114", ["02079460018"]),
        ("020 7946 0018, extension 114, or 999", ["02079460018", "999"]),
        ("020 7946 0018 (Ext: 114)", ["02079460018"]),
        ("020 7946 0018 x 114", ["02079460018"]),
        ("ext. no. 114", []),
        ("next 114", ["114"]),
    ],
)
def test_an_extension_is_no_number_to_dial(text: str, dialed: list[str]) -> None:
    assert list_dialed(text) == dialed


@pytest.mark.parametrize(
    "text", ["988lifeline.org", "1-800-GO-HELP", "help24.example", "112.example"]
)
def test_a_part_of_a_word_or_of_an_address_is_no_number(text: str) -> None:
    assert list_dialed(text) == []


@given(st.text("0123456789 +()/-:,ab"))
def test_no_word_is_lost_and_nothing_but_its_digits_is_dialed(text: str) -> None:
    pieces = split_numbers(text)
    assert "".join(one.words for one in pieces) == text
    for one in pieces:
        if one.dials is not None:
            told = one.words.replace("(0)", "") if one.words.startswith("+") else one.words
            assert one.dials == "".join(sign for sign in told if sign in "+0123456789")
