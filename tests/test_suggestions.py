"""What somebody may have meant."""

import pytest

from generator.checks.suggestions import find_misspelt, find_nearest, suggest

NAMES = ["say", "do", "why", "review_every", "reviewed", "shouting-customer", "spend-limit"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sya", "say"),
        ("to", None),
        ("Review Every", "review_every"),
        ("review-every", "review_every"),
        ("review", "reviewed"),
        ("every", "review_every"),
        ("customer", "shouting-customer"),
        ("customer-shouting", "shouting-customer"),
        ("spendlimit", "spend-limit"),
        ("nothing like it", None),
        ("", None),
    ],
)
def test_the_nearest_by_letters_or_else_by_words(written: str, meant: str | None) -> None:
    assert find_nearest(written, NAMES) == meant
    assert suggest(written, NAMES) == (f"Did you mean “{meant}”?" if meant else "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sya", "say"), ("sa", "say"), ("sayy", "say"), ("sad", None), ("lay", None), ("steps", None)],
)
def test_a_short_word_with_another_letter_is_another_word(written: str, meant: str | None) -> None:
    assert find_misspelt(written, NAMES) == meant


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert find_nearest("say", []) is None
