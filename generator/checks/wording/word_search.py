"""Find words and phrases in a text, quickly where there are none."""

import re
from collections.abc import Iterable, Iterator, Set

from generator.checks.prose import Prose
from generator.model.yaml_model import Loc

_FIRST_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def search(
    prose: Prose, texts: Iterable[tuple[Loc, str]], words: Iterable[str]
) -> Iterator[tuple[Loc, str, int]]:
    """Find each whole word or phrase: its text's location, itself, its position (from 0)."""
    candidates = _choose_candidates(words, prose.present)
    for loc, text in texts if candidates else ():
        for word, position in find_words(text, candidates):
            yield loc, word, position


def _choose_candidates(words: Iterable[str], present: Set[str]) -> tuple[str, ...]:
    """Those words and phrases whose first word is among the words of a text, in small letters."""
    return tuple(word for word in words if _FIRST_WORD.match(word)[0] in present)  # type: ignore[index]  # all start with one


def find_words(text: str, words: Iterable[str]) -> list[tuple[str, int]]:
    """Find whole words and phrases in a text, with the position of each (from 0)."""
    plain = text.replace("’", "'").lower()
    return [
        (word, found.start())
        for word in words
        if word in plain
        for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", plain)
    ]
