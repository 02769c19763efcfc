"""Keys of the items of a list: names that stay while the list is sorted, grows or loses others.

An item's own name is its key: its `id`, or what else a model names it by. All others are named by
how their words begin, so that YAML stays short; an `id` is written down only where the words change
and the key is to stay.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from generator.model import paths

NAMED_BY = ("id", "playbook")
"""The fields that name an item by themselves."""

WORDED_BY = ("do", "see", "ask", "say", "text", "prompt", "customer", "title", "name", "query")
"""The fields whose words an item begins with; the first that it has counts."""

_WORDS = 5


def list_keys(items: Sequence[Any]) -> tuple[str, ...]:
    """The keys of a list's items, in order; no two are equal.

    Items are as YAML holds them: a text, or a mapping. Of two that begin alike the later has a
    longer key, and of two that are equal the later a number, so that an item that is added at the
    end changes no other key.
    """
    taken: dict[str, None] = {}
    for item in items:
        taken[next(key for key in _list_choices(item) if key not in taken)] = None
    return tuple(taken)


def find_words(item: object) -> str:
    """The words that identify an item; none if it has nothing of the kind."""
    if isinstance(item, Mapping):
        fields = (item.get(name) for name in (*WORDED_BY, *NAMED_BY))
        return next((one for one in fields if isinstance(one, str)), "")
    return item if isinstance(item, str) else ""


def _list_choices(item: object) -> Iterator[str]:
    """What an item may be called, the shortest first, without end."""
    own = None
    if isinstance(item, Mapping):
        own = next((item[name] for name in NAMED_BY if isinstance(item.get(name), str)), None)
    words = find_words(item).replace("/", " ").split()
    key = own or paths.make_slug(" ".join(words[:_WORDS]))
    # Words of which no Latin letter is left have no short name that a keyboard could type.
    key = key or hashlib.sha256(repr(item).encode()).hexdigest()[:8]
    yield key
    for length in range(_WORDS + 1, len(words) + 1):
        if not own:
            yield paths.make_slug(" ".join(words[:length])) or key
    yield from (f"{key}-{number}" for number in count(2))
