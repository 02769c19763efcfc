"""How hard a text is to read: the Flesch-Kincaid grade, its syllables counted by rule of thumb.

A pronouncing dictionary moves the grade of a playbook by less than 0.4, and no verdict.
"""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
_END_INSIDE = re.compile(r"[.!?…][\"”’)]*\s")
_BETWEEN = "\0"  # neither a sign nor a space, so no end of a text is counted twice
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"[^aeiouyl]e$|[aeiouy]le$")
_SPOKEN_ES = re.compile(r"(?:[sxzcg]|sh|ch)es$|[td]ed$|[aeiouy](?:es|ed)$|[^aeiouy]les$")


def measure_grade(texts: Sequence[str], words: Sequence[str] | None = None) -> float:
    """The grade of some texts together; each text ends a sentence. 0 where there is no word.

    `words` are the words of the texts, where someone has found them already.
    """
    whole = _BETWEEN.join(texts)
    words = find_words(whole) if words is None else words
    if not words:
        return 0.0
    syllables = sum(map(_SYLLABLES.__getitem__, words))
    sentences = len(texts) + len(_END_INSIDE.findall(whole))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def split_sentences(text: str) -> list[str]:
    """The sentences of a text that hold a word."""
    return [one for one in _SENTENCE_END.split(text) if _WORD.search(one)]


def find_words(text: str) -> list[str]:
    """The words of a text, without numbers and signs."""
    return _WORD.findall(text)


class _Syllables(dict[str, int]):
    """Counts of the words met so far; the same few thousand come again and again."""

    def __missing__(self, word: str) -> int:
        self[word] = count_syllables(word)
        return self[word]


_SYLLABLES = _Syllables()


def count_syllables(word: str) -> int:
    """The syllables of an English word: groups of vowels, less a silent ending."""
    letters = word.lower().replace("’", "").replace("'", "")
    count = len(_VOWELS.findall(letters))
    if letters.endswith("e"):
        count -= bool(_SILENT_E.search(letters))
    elif letters.endswith(("es", "ed")):
        count -= not _SPOKEN_ES.search(letters)
    return max(1, count)


def count_spaced(text: str) -> int:
    """The words of a text as people count them, numbers included."""
    return len(text.split())
