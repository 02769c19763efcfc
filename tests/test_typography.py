"""Straight marks in YAML, curly ones for readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.typography import curl


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("It's fine", "It’s fine"),
        ('He says "yes"', "He says “yes”"),
        ('"Start." Then "stop".', "“Start.” Then “stop”."),
        ("Say 'later', then go", "Say ‘later’, then go"),
        ('("now")', "(“now”)"),
        ("Get 'em out", "Get ’em out"),
        ("the '90s", "the ’90s"),
        ("the boss' key", "the boss’ key"),
        ("\"'Help' is what she said\"", "“‘Help’ is what she said”"),
        ("already “curly” ’tis", "already “curly” ’tis"),
        ("no marks", "no marks"),
        ('-"so"', "-“so”"),
    ],
)
def test_curl(typed: str, shown: str) -> None:
    assert curl(typed) == shown


def test_what_comes_before_counts() -> None:
    assert curl('" she said', before="yes") == "” she said"
    assert curl('"yes', before="she said ") == "“yes"


@given(st.text(alphabet="ab '\"(“"), st.text(max_size=3))
def test_only_straight_marks_change(text: str, before: str) -> None:
    shown = curl(text, before)
    assert len(shown) == len(text)
    assert not set(shown) & {"'", '"'}
    assert all(one == other for one, other in zip(text, shown, strict=True) if one not in "'\"")
