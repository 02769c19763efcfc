"""A space and “#” after a text: a comment, or the end of the text that would be lost with it."""

import re
from dataclasses import dataclass

from generator.reader.yaml_text.excerpts import quote, shorten

_COMMENT = re.compile(r"([ \t]+)(#(.?)[^\n]*)")
_BETWEEN_LINES = re.compile(r"[ \t]#.*\n")
_WORD = re.compile(r"[\w-]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """What YAML takes for a comment; it is a `plain` one if nobody can have meant a text."""

    start: int
    end: int
    words: str
    plain: bool


def find_comment(text: str, start: int, end: int) -> Comment | None:
    """Find the comment right after the text between two offsets."""
    match = _COMMENT.match(text, end)
    if not match:
        return None
    words = match[2].rstrip()
    # Nothing before “#…” is a text that was lost whole; nothing before “# …” is a comment.
    spaced = match[3] in " \t"
    alone = end == start or len(match[1]) > 1 or _explains_a_word(text[start:end], words)
    return Comment(match.start(2), match.start(2) + len(words), words, spaced and alone)


def _explains_a_word(value: str, comment: str) -> bool:
    """Whether it is a comment, as in “yes # in hot moments”, not as in “Issue # 5”, “£5 # each”."""
    return bool(_WORD.fullmatch(value)) and comment[2:].lstrip()[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Whole:
    """A text with what may belong to it after a “#”: where it ends, and how to quote it.

    It is not `sure` if what follows may as well be a comment.
    """

    end: int
    fix: str
    sure: bool


def take_whole(text: str, start: int, end: int, intro: str, shown: str = "") -> Whole:
    """Take a text that has to be quoted, so that no word behind a “#” gets lost."""
    comment = find_comment(text, start, end)
    alone = f"{intro}{quote(shown or text[start:end])}"
    if not comment or comment.plain:
        return Whole(end, alone, sure=not _BETWEEN_LINES.search(text, start, end))
    more = text[end : comment.end]
    note = comment.words.lstrip("# \t")
    return Whole(
        comment.end,
        f"{intro}{quote((shown or text[start:end]) + more)}\n"
        f"If “{shorten(comment.words, 30)}” is a comment, leave it outside:  {alone}  # {note}",
        sure=False,
    )
