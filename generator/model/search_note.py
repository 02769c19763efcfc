"""What staff handed in of searches that were not answered."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

FORM = "guidebook-searches-1"
_LONGEST = 200
_MOST = 1000
_KINDS = ("nothing", "left")


@dataclass(frozen=True, slots=True)
class SearchNote:
    """A search, how often it was tried, and the page that should have come; "" if nobody said."""

    query: str
    count: int
    page: str = ""


def read_notes(content: bytes) -> list[SearchNote]:
    """Read a file that a browser saved. Raises ValueError if this is none."""
    try:
        data = json.loads(content)
        if data["form"] != FORM:
            raise ValueError(FORM)
        return [_read_note(one) for one in data["searches"][:_MOST]]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(FORM) from error


def _read_note(data: dict[str, object]) -> SearchNote:
    query, count, page = data["query"], data["count"], data.get("page", "")
    is_sound = isinstance(query, str) and isinstance(page, str) and data["kind"] in _KINDS
    if not is_sound or type(count) is not int or not 0 < count < 1_000_000:
        raise ValueError(FORM)
    words = "".join(one if one.isprintable() else " " for one in str(query))
    return SearchNote(" ".join(words.split())[:_LONGEST], count, str(page))


def merge(notes: Iterable[SearchNote]) -> list[SearchNote]:
    """Each search once, with the page that was named for it most, the most frequent one first."""
    found: dict[str, SearchNote] = {}
    named: dict[str, dict[str, int]] = {}
    for one in notes:
        key = one.query.casefold()
        before = found.get(key)
        found[key] = replace(one, count=one.count + (before.count if before else 0))
        if one.page:
            pages = named.setdefault(key, {})
            pages[one.page] = pages.get(one.page, 0) + one.count
    merged = [
        replace(
            one, page=max(named[key], key=lambda page: named[key][page]) if key in named else ""
        )
        for key, one in found.items()
        if key
    ]
    return sorted(merged, key=lambda one: (-one.count, one.query))
