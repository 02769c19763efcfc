"""Keys of items: short, one of each, and the same after everything but a change of the first words."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import item_keys
from generator.model.checklist import Checklist
from generator.model.guidebook import Guidebook

WORDS = st.text("ab c’é/!漢", max_size=12)
ITEMS = st.one_of(
    WORDS, st.fixed_dictionaries({"do": WORDS}), st.fixed_dictionaries({"id": WORDS, "text": WORDS})
)


@pytest.mark.parametrize(
    ("items", "keys"),
    [
        (["Breathe out."], ["breathe-out"]),
        ([{"say": "I'm sorry that you've waited so long."}], ["im-sorry-that-youve-waited"]),
        ([{"do": "Say it.", "id": "spoken"}], ["spoken"]),
        (["Yes", "Yes", "yes!"], ["yes", "yes-2", "yes-3"]),
        (
            ["One two three four five six", "One two three four five seven"],
            ["one-two-three-four-five", "one-two-three-four-five-seven"],
        ),
        (["Coffee/tea is hot"], ["coffee-tea-is-hot"]),
    ],
)
def test_an_item_is_named_by_its_first_words(items: list[object], keys: list[str]) -> None:
    assert list(item_keys.list_keys(items)) == keys


@given(st.lists(ITEMS))
def test_every_item_has_a_key_of_its_own(items: list[object]) -> None:
    keys = item_keys.list_keys(items)
    assert len(set(keys)) == len(items)
    assert all(keys)


@given(st.lists(ITEMS, max_size=5), st.lists(ITEMS, max_size=3))
def test_what_is_added_at_the_end_changes_no_key(items: list[object], more: list[object]) -> None:
    keys = item_keys.list_keys(items)
    assert item_keys.list_keys([*items, *more])[: len(items)] == keys


def test_an_order_changes_no_key() -> None:
    items = ["Breathe out.", "Say the name.", {"do": "Sit down.", "why": "It calms."}]
    first = dict(zip(map(repr, items), item_keys.list_keys(items), strict=True))
    for other in permutations(items):
        assert dict(zip(map(repr, other), item_keys.list_keys(other), strict=True)) == first


def test_boxes_keep_their_key_when_the_end_of_their_words_changes() -> None:
    before = Checklist.model_validate({"items": ["The floor is dry and the sign is gone"]})
    now = Checklist.model_validate({"items": ["The floor is dry and the sign is back"]})
    other = Checklist.model_validate({"items": ["The sign is back"]})
    assert before.keys == now.keys != other.keys


def test_the_guidebooks_boxes_have_short_keys(guidebook: Guidebook) -> None:
    keys = [key for one in guidebook.playbooks for key in one.checklist.keys]
    assert len(keys) > 500
    assert max(map(len, keys)) <= 60
