"""The sentence as a card, its state by itself: which way to say it shows, and how large."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scripts import Call, load


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    parts = {"card": "guidebookSentenceCard", "ways": "guidebookPhraseOrder"}
    with load("sentence-card-state", "phrase-order", **parts) as call:
        yield call


def ask(call: Call, what: str) -> Any:
    return call(f"() => {what}")


@pytest.mark.parametrize(
    ("channel", "order"),
    [("undefined", [0, 1, 2]), ("'phone'", [0, 1, 2]), ("'email'", [1, 2, 0]), ("''", [0, 1, 2])],
)
def test_what_fits_the_channel_comes_first(call: Call, channel: str, order: list[int]) -> None:
    ways = "[{channels: ['counter', 'phone']}, {channels: []}, {channels: ['email']}]"
    assert ask(call, f"ways.order({ways}, {channel})") == order


def test_if_nothing_fits_the_order_stays(call: Call) -> None:
    assert ask(call, "ways.order([{channels: ['chat']}, {channels: ['chat']}], 'email')") == [0, 1]


def test_the_ways_go_round(call: Call) -> None:
    turned = "['next', 'next', 'back', 'back'].reduce(card.answer, card.open(['a', 'b'], 0))"
    assert ask(call, f"{turned}.place") == 0
    assert ask(call, "card.describe(card.answer(card.open(['a', 'b'], 0), 'back'))") == {
        "name": "Say",
        "words": "b",
        "place": "2 of 2",
        "turnOver": "Show to the customer",
        "read": "Read aloud",
    }
    assert ask(call, "card.describe(card.open(['a'], 0)).place") == ""


def test_another_way_or_side_ends_the_reading(call: Call) -> None:
    for action in ("next", "back", "turn over", "read", "silent"):
        reading = "card.answer(card.open(['a', 'b'], 0), 'read')"
        assert ask(call, f"card.answer({reading}, '{action}').reading") is False
    assert ask(call, "card.answer(card.open(['a'], 0), 'shout')") == ask(
        call, "card.open(['a'], 0)"
    )


def test_words_and_what_a_voice_makes_of_them(call: Call) -> None:
    assert ask(call, "ways.unquote(' “Say\\n “so” now.” ')") == "Say “so” now."
    assert ask(call, "card.split('By [time], so')") == ["By ", "[time]", ", so"]
    assert ask(call, "card.speak('By [time].')") == "By time."


@pytest.mark.parametrize(("largest", "found"), [(10, 27), (27, 27), (84.5, 84), (500, 200)])
def test_the_largest_size_that_fits(call: Call, largest: float, found: int) -> None:
    assert ask(call, f"card.fit(27.9, 200, (size) => size <= {largest})") == found
