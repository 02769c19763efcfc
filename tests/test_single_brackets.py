"""A name in single brackets is told: staff would read the name where a number has to stand."""

import pytest

from generator.reader import guidebook_reader
from tests import samples

VALUES = {"spend-limit": {"name": "spend limit", "ask": "How much?", "common": "what is fair"}}


def tell(text: str) -> list[tuple[int, str]]:
    files = samples.make_folder(
        {
            "fair/listen-first": samples.make_minimal(),
            "fair/one": samples.make_minimal(purpose=text),
        },
        samples.make_about(["fair"], house_values=VALUES),
    )
    told = [
        one for one in guidebook_reader.read(files).problems if one.rule.id == "single-brackets"
    ]
    return [(one.place.column, one.fix) for one in told]


@pytest.mark.parametrize(
    ("text", "column", "meant"),
    [
        ("Give back (spend-limit).", 20, "((spend-limit))"),
        ("As in ((listen-first)) and (listen-first).", 37, "((listen-first))"),
    ],
)
def test_a_name_in_single_brackets_is_told_in_its_place(text: str, column: int, meant: str) -> None:
    assert tell(text) == [(column, f"Write  {meant}")]


@pytest.mark.parametrize(
    "text",
    [
        "Give back ((spend-limit)).",
        "Give back `(spend-limit)`.",
        "Ask kindly (one-off), or in person (one).",
        "See [the rule](spend-limit).",
    ],
)
def test_other_brackets_are_left_alone(text: str) -> None:
    assert tell(text) == []


def test_a_number_for_help_leads_to_the_value_that_holds_it() -> None:
    files = samples.make_folder(
        {"fair/one": samples.make_minimal(purpose="Call 000 at once, or pay 1,000 back.")},
        samples.make_about(["fair"], house_values={}),
    )
    told = [one for one in guidebook_reader.read(files).problems if one.rule.id == "place-bound"]
    assert [one.message for one in told] == ["“000” belongs to one place."]
    assert "((emergency-number))" in told[0].fix
