"""What a text says, without how it is set down: its significant words, and their fingerprint.

Case, punctuation and the small words that only join the others do not count, so that a comma moved
or a “that” put in is no news to anybody. Numbers, “not” and “or” always count.
"""

import hashlib
import re

_WORDS = re.compile(r"\w+|[^\w\s.,;:!?\"“”()*–—-]")
_APOSTROPHES = re.compile(r"['‘’]")
_JOINING = frozenset(("a", "an", "the", "that", "and", "so", "then", "too", "also"))


def list_significant_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry what it says, in order."""
    return tuple([word for word in list_words(text) if word not in _JOINING])


def list_words(text: str) -> tuple[str, ...]:
    """All words of a text, and the signs that say something."""
    return tuple(_WORDS.findall(_APOSTROPHES.sub("", text.casefold())))


def fingerprint(value: object) -> str:
    """A short name for what texts, lists and mappings of them say; small words change nothing."""
    lines: list[str] = []
    _flatten(value, lines)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _flatten(value: object, lines: list[str]) -> None:
    # One list that is passed down: generators inside generators took twice as long.
    if isinstance(value, str):
        lines.append(" ".join(list_significant_words(value)))
    elif isinstance(value, dict):
        for name, one in value.items():
            lines.append(f"{name}:")
            _flatten(one, lines)
    elif isinstance(value, (list, tuple)):
        for one in value:
            lines.append("-")
            _flatten(one, lines)
    else:
        lines.append(" ".join(list_significant_words(str(value))))
