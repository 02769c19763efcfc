"""What of a text counts as said."""

import pytest

from generator.model.significant_words import fingerprint, list_significant_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Say they're free to post.", "Say that they’re free to post"),
        ("Ask, and wait.", "Ask; then wait!"),
        ("**Stop** the line", "Stop the line"),
    ],
)
def test_small_words_and_signs_tell_nothing(one: str, other: str) -> None:
    assert list_significant_words(one) == list_significant_words(other)
    assert fingerprint({"a": [one]}) == fingerprint({"a": [other]})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lift them.", "Do not lift them."),
        ("Wait 5 minutes.", "Wait 15 minutes."),
        ("Call police or an ambulance.", "Call police and an ambulance."),
        ("The customer hits staff", "Staff hits the customer"),
        ("Take 5 € off", "Take 5 % off"),
    ],
)
def test_what_changes_the_meaning_counts(one: str, other: str) -> None:
    assert list_significant_words(one) != list_significant_words(other)
    assert fingerprint([one]) != fingerprint([other])


def test_an_order_and_a_field_count() -> None:
    assert fingerprint(["a b", "c"]) != fingerprint(["c", "a b"])
    assert fingerprint({"say": "x"}) != fingerprint({"avoid": "x"})
