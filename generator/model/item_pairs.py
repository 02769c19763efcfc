"""Which items of an earlier list became which of a later one."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from generator.model import item_keys
from generator.model.significant_words import list_significant_words

_LIKELY = 55.0
"""How like two items of one list are that are taken for one, in percent."""

_SHARED_WORDS = 68.0
"""The same for the words that they share, wherever they are and whatever was added to them."""


def pair_items(before: Sequence[Any], now: Sequence[Any]) -> list[tuple[int, int]]:
    """The places of an item before and now, in the order of now.

    Items that are equal belong together, then those with one key, then those whose words are most
    alike.
    """
    pairs: dict[int, int] = {}
    _match(pairs, [*map(repr, before)], [*map(repr, now)])
    _match(pairs, item_keys.list_keys(before), item_keys.list_keys(now))
    old = [place for place in range(len(before)) if place not in pairs.values()]
    new = [place for place in range(len(now)) if place not in pairs]
    ranked = sorted(
        (-score, here, there)
        for here in old
        for there in new
        if (score := _compare_words(before[here], now[there])) >= _LIKELY
    )
    for _, here, there in ranked:
        if there not in pairs and here not in pairs.values():
            pairs[there] = here
    return sorted(((here, there) for there, here in pairs.items()), key=lambda pair: pair[1])


def _compare_words(before: object, now: object) -> float:
    old, new = item_keys.find_words(before), item_keys.find_words(now)
    # A name of one word is another name, however like it is.
    if " " not in old or " " not in new:
        return 0
    words = " ".join(list_significant_words(old)), " ".join(list_significant_words(new))
    return max(fuzz.ratio(old, new), fuzz.token_set_ratio(*words) - _SHARED_WORDS + _LIKELY)


def _match(pairs: dict[int, int], before: Sequence[str], now: Sequence[str]) -> None:
    taken = set(pairs.values())
    free: dict[str, list[int]] = {}
    for here, name in enumerate(before):
        if here not in taken:
            free.setdefault(name, []).append(here)
    for there, name in enumerate(now):
        if there not in pairs and free.get(name):
            pairs[there] = free[name].pop(0)


def find_moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """The places now of the fewest items that have moved past others."""
    tails: list[int] = []  # of runs of 1, 2, 3 ... that kept their order, the smallest last place
    ends: list[int] = []
    chain: dict[int, int | None] = {}
    for number, (here, _) in enumerate(pairs):
        length = bisect_left(tails, here)
        chain[number] = ends[length - 1] if length else None
        tails[length : length + 1] = [here]
        ends[length : length + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = chain[last]
    return {there for number, (_, there) in enumerate(pairs) if number not in kept}


def find_likely(words: str, items: Sequence[Any]) -> int | None:
    """The place of the item whose words are most like these; None if none is likely to be it."""
    scores = [_compare_words(words, item) for item in items]
    best = max(range(len(items)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKELY else None
