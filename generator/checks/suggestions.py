"""What somebody may have meant by a name that is not known."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

NEAR = 62  # of 100: “sya” is near “say”, “to” is not near “do”
_SAME_WORDS = 90
_LONG = 6  # letters from which on two slips leave no doubt
_SHORT = 3  # letters up to which another one makes another word: “mad” is no slip for “sad”


def find_nearest(name: str, known: Iterable[str], *, near: int = NEAR) -> str | None:
    """Find the name that was meant: by its letters, or else by the words that it is made of.

    `near` says how many of 100 letters have to be the same.
    """
    choices = list(known)
    written = _split(name)
    for scorer, least in ((fuzz.ratio, near), (fuzz.token_set_ratio, _SAME_WORDS)):
        found = process.extractOne(
            written, choices, scorer=scorer, processor=_split, score_cutoff=least
        )
        if found:
            return str(found[0])
    return None


def find_misspelt(name: str, known: Iterable[str]) -> str | None:
    """Find the only name from which a slip or two of the fingers leads to this one."""
    written = _split(name)
    allowed = 1 if len(written) < _LONG else 2
    near = [one for one in known if OSA.distance(written, _split(one)) <= allowed]
    return near[0] if len(near) == 1 and _is_slip(written, _split(near[0])) else None


def _is_slip(written: str, meant: str) -> bool:
    """Whether no more than a letter was left out, doubled or swapped, where words are short."""
    return (
        max(len(written), len(meant)) > _SHORT
        or len(written) != len(meant)
        or sorted(written) == sorted(meant)
    )


def suggest(name: str, known: Iterable[str], *, near: int = NEAR) -> str:
    """Ask whether the nearest name was meant; nothing where none is near."""
    nearest = find_nearest(name, known, near=near)
    return f"Did you mean “{nearest}”?" if nearest else ""


def explain_unknown(
    name: str, what: str, known: Iterable[str], *, near: int = NEAR
) -> tuple[str, str]:
    """The message and the fix for a name that is not among the known ones."""
    choices = sorted(known)
    fix = suggest(name, choices, near=near) or _list_some(choices, what)
    return f"There is no {what} called “{name}”.", fix


def _split(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().lower()


def _list_some(choices: Sequence[str], what: str) -> str:
    if not choices:
        return f"Delete it: this guidebook has no {what} yet."
    shown = ", ".join(choices[:8])
    return f"Choose one of: {shown}{', …' if len(choices) > 8 else ''}."
