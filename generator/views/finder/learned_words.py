"""What the search learns from examples: how much each word says about what is meant.

Counted as a naive Bayes classifier counts, a page of an emergency being a class; what the words of
a query say is added up in the page, by `finder-learned.js`. Of rare words much is learned too: what
one person typed who saw a seizure is the best there is for the next one who types it.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.model.guidebook import Guidebook
from generator.views.finder.document import LearnedWords
from generator.views.finder.packing import MOST_OF_ONE

_APOSTROPHES = re.compile("['’‘ʼ]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = 0.5  # how often what was never seen is taken to have been seen
_FLOOR = -2.0  # what a word says of a page that nobody meant who typed it
_PARTS = 10  # a number counts tenths
LEAST = -25
"""The least that a word says of how urgent it is."""

NOTHING_LEARNED: LearnedWords = {"pages": [], "words": "", "says": []}

_Words = frozenset[str]


def learn(guidebook: Guidebook) -> LearnedWords:
    """Learn from the examples of a guidebook, and from what its search has to find."""
    queries = guidebook.queries
    typed = {
        one.id: list(_cut(guidebook.examples.get(one.id, ""))) for one in guidebook.emergencies
    }
    others = (guidebook.calm, *guidebook.situations.values(), *queries.unanswered)
    calm = list(_cut("\n".join(others)))
    for name, asked in queries.queries.items():
        typed.get(name, calm).extend(_cut("\n".join(one.query for one in asked)))
    return _Lesson(typed, calm).write()


def _cut(text: str) -> Iterator[_Words]:
    """The words of each line, as `finder-words.js` cuts them."""
    folded = unicodedata.normalize("NFKD", text)
    plain = _APOSTROPHES.sub("", _BEYOND_ASCII.sub(_leave_out_mark, folded))
    return (frozenset(_WORD.findall(line)) for line in plain.lower().splitlines() if line.strip())


def _leave_out_mark(match: re.Match[str]) -> str:
    return "" if unicodedata.category(match[0]).startswith("M") else match[0]


def _count(lines: Iterable[_Words]) -> Counter[str]:
    return Counter(word for words in lines for word in words)


class _Lesson:
    """The examples, counted: in how many lines of what each word is."""

    def __init__(self, typed: Mapping[str, Sequence[_Words]], calm: Sequence[_Words]) -> None:
        self._pages = [(page, len(lines), _count(lines)) for page, lines in typed.items() if lines]
        self._lines = sum(lines for _, lines, _ in self._pages)
        self._urgent = _count(chain.from_iterable(typed.values()))
        self._calm_lines, self._calm = len(calm), _count(calm)

    def write(self) -> LearnedWords:
        """What each word says: how urgent it is, then by turns the number of a page and of that."""
        words = sorted(self._urgent | self._calm)
        said = {word: [self._measure_urgency(word)] for word in words}
        for number, (_, lines, counts) in enumerate(self._pages):
            for word, count in counts.items():
                if worth := self._measure_worth(word, count, lines):
                    said[word] += [number, worth]
        kept = {word: says for word, says in said.items() if says != [0]}
        return {
            "pages": [page for page, _, _ in self._pages],
            "words": " ".join(kept),
            "says": list(kept.values()),
        }

    def _measure_worth(self, word: str, count: int, lines: int) -> int:
        """How much more often it is typed for a page than for others, if it says anything."""
        here = (count + _UNSEEN) / (lines + 2 * _UNSEEN)
        rest = self._urgent[word] - count + _UNSEEN
        there = rest / (self._lines - lines + 2 * _UNSEEN)
        return max(0, min(MOST_OF_ONE, _round(math.log(here / there) - _FLOOR)))

    def _measure_urgency(self, word: str) -> int:
        """How much more often it is typed in emergencies than else; seen once, it says nothing."""
        urgent, calm = self._urgent[word], self._calm[word]
        if urgent + calm < 2:
            return 0
        shares = (urgent + _UNSEEN) / (self._lines + 1), (calm + _UNSEEN) / (self._calm_lines + 1)
        return max(LEAST, min(-LEAST, _round(math.log(shares[0] / shares[1]))))


def _round(value: float) -> int:
    return round(value * _PARTS)
