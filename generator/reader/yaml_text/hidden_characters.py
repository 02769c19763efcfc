"""Characters that nobody can see but that change what is read, searched or shown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.problem import Group, Rule

# Everything worth a second look; what is around it decides. Letters of any script, emoji and
# their variation selectors are not in here.
_SUSPECTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffd-\uffff\ud800-\udfff"
    "\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
_JOINERS = "\u200c\u200d"
_DIRECTION_MARKS = "\u061c\u200e\u200f"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_FLAG = "\U0001f3f4"


HIDDEN_CHARACTER = Rule(
    id="hidden-character",
    group=Group.BYTES,
    summary="A text has no characters that nobody can see.",
    why="They come along when words are copied from elsewhere, and hide the words from the search.",
    fault="purpose: Say when the or\u200bder comes.",
    fix="purpose: Say when the order comes.",
)


class Hidden(NamedTuple):
    """A character that has to go."""

    offset: int
    character: str

    @property
    def name(self) -> str:
        """What to call it."""
        return _name(self.character)

    @property
    def instead(self) -> str:
        """What reading goes on with: words on both sides of a line break stay apart."""
        return " " if self.character in _LINE_BREAKS else ""


def find_hidden(text: str) -> Iterator[Hidden]:
    """Find hidden characters that do not belong to the letter or the emoji beside them."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return  # nearly every file, and ten times as fast
    for match in _SUSPECTS.finditer(text):
        character, offset = match[0], match.start()
        if not _belongs(text, offset, character):
            yield Hidden(offset, character)


def _belongs(text: str, offset: int, character: str) -> bool:
    before = text[offset - 1 : offset]
    if character in _JOINERS:  # in Persian and Indic words, and inside emoji
        return before > "\x7f" and before not in _JOINERS
    if character in _DIRECTION_MARKS:  # needed beside punctuation in Arabic and Hebrew
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset)
        return bool(_RIGHT_TO_LEFT.search(text[start : end if end >= 0 else len(text)]))
    if "\U000e0020" <= character <= "\U000e007f":  # the flags of England, Scotland and Wales
        return _FLAG in text[max(0, offset - 8) : offset]
    return False


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if character == "\ufffd":
        return "a �, which stands for a letter that got lost"
    if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return f"a hidden character that turns the reading direction ({code})"
    if character in _LINE_BREAKS:
        return f"a hidden line break ({code})"
    if "\ue000" <= character <= "\uf8ff":
        return f"a character that only one font can show ({code})"
    if character == "\xad":
        return f"a hidden hyphen ({code})"
    return f"a hidden character ({code})"
