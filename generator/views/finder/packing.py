"""Texts as a page loads them: a code for each word.

Most of what the search needs are texts, and the same few thousand words occur in all of them. With
a code for each, an index is little more than half of what compression alone makes of it, so that
the first answer is there sooner on a slow line. `finder-packed.js` reads it.

A line is the codes of its words and of what is between them; a single space between two words
is left out. The commonest have a code of one sign, others of two; rare ones are spelled between two
`~`. What ends a line says how it is written: a space, as it is; `}`, with a capital; `!`, with a
capital and a full stop.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Self

# Signs that JSON does not escape, without the four that have a meaning of their own.
_SIGNS = "".join(chr(code) for code in range(0x23, 0x7D) if chr(code) != "\\")
MOST_OF_ONE = len(_SIGNS) - 1
_SPELLED = "~"
_MOST = len(_SIGNS) ** 2
# Ends of a line, and of a list of lines, while they are cut; no text holds them.
_PLAIN, _CAPITAL, _SENTENCE, _LIST = "\0\1\2\3"
_ENDS = {_PLAIN: " ", _CAPITAL: "}", _SENTENCE: "!", _LIST: _LIST}
_IS_END = re.compile(r"[\0-\3]")
# A word is of letters and digits of any script. It is cut with the space after it, if another word
# follows: so a space is a piece of its own only elsewhere.
_OTHERS = r"\4-&(-/:-@\[-`{-\xa0“”‘…–—"
_WORD = rf"[^\0-\3{_OTHERS}]"
_PIECES = re.compile(rf"{_WORD}+(?: (?={_WORD}))?|[{_OTHERS}]+|[\0-\3]")
_IS_WORD = re.compile(_WORD).match


def cut(lists: Iterable[Iterable[str]]) -> Sequence[str]:
    """Cut lists of lines, all at once, into pieces that have codes."""
    return _PIECES.findall("".join(chain.from_iterable(map(_mark, lists))))


def count_pieces(*rows: Iterable[str]) -> Counter[str]:
    """How often each word is there, whatever comes after it."""
    counts = Counter(chain.from_iterable(rows))
    for end in _ENDS:
        del counts[end]
    for piece in [one for one in counts if _strip(one) != one]:
        counts[_strip(piece)] += counts.pop(piece)
    return counts


def _mark(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        text = _IS_END.sub("", line)
        if not "A" <= text[:1] <= "Z":
            yield text + _PLAIN
        elif text.endswith("."):
            yield text[0].lower() + text[1:-1] + _SENTENCE
        else:
            yield text[0].lower() + text[1:] + _CAPITAL
    yield _LIST


@dataclass(frozen=True)
class Codes:
    """The pieces that have a code, in the order of their codes; so many have one of one sign."""

    words: Sequence[str]
    short: int
    codes: Mapping[str, str]

    @classmethod
    def of(cls, counts: Mapping[str, int], *, known: Sequence[str] = ()) -> Self:
        """The codes for pieces that were counted; `known` words have a code anyway."""
        # What is written like the mark of a spelled word cannot be spelled.
        coded = [word for word, count in counts.items() if count > 1 or _SPELLED in word]
        coded.sort(key=lambda word: (_SPELLED not in word, -counts[word], word))
        coded = coded[: _MOST - len(set(known).difference(coded))]
        short = _find_short(len({*known, *coded}))
        # Words that compress well together are put together.
        words = list(dict.fromkeys([*coded[:short], *known, *sorted(coded[short:])]))
        codes = dict(zip(words, _list_signs(short), strict=False))
        followed = {f"{word} ": code for word, code in codes.items() if _IS_WORD(word)}
        return cls(words, short, _Spelling(codes | followed | _ENDS))

    @cached_property
    def name(self) -> str:
        """A digest of all that a packed text follows from besides its words."""
        return hashlib.sha256("\0".join((str(self.short), *self.words)).encode()).hexdigest()

    def pack(self, pieces: Iterable[str]) -> list[str]:
        """Lists of lines that were cut, each as one text."""
        return "".join(map(self.codes.__getitem__, pieces)).split(_LIST)[:-1]


def pack_numbers(numbers: Iterable[int], *, width: int = 1) -> str:
    """Numbers from 0 on, each in so many signs: one says up to `MOST_OF_ONE`."""
    count = len(_SIGNS)
    return "".join(
        _SIGNS[one // count**place % count] for one in numbers for place in reversed(range(width))
    )


def measure_width(most: int) -> int:
    """How many signs a number needs that is below `most`."""
    return 1 if most <= len(_SIGNS) else 2


class _Spelling(dict[str, str]):
    def __missing__(self, piece: str) -> str:
        return f"{_SPELLED}{_strip(piece)}{_SPELLED}"


def _strip(piece: str) -> str:
    """A word without the space after it."""
    return piece.removesuffix(" ") if _IS_WORD(piece) else piece


def _find_short(count: int) -> int:
    """How many codes may be of one sign, so that there are enough for so many words."""
    signs = len(_SIGNS)
    return next(one for one in reversed(range(signs)) if one + (signs - one) * signs >= count)


def _list_signs(short: int) -> Iterator[str]:
    yield from _SIGNS[:short]
    yield from (first + second for first in _SIGNS[short:] for second in _SIGNS)
