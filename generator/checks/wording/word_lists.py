"""The words that the editorial rules look for."""

import re
from collections.abc import Iterable, Set

BANNED = (
    "calm down",
    "policy says",
    "it's our policy",
    "inconvenience",
    "you people",
    "i know exactly how you feel",
    "i know how you feel",
    "as i said",
    "as i already told you",
    "you should have called",
    "you should have kept",
    "you should have known",
    "you should have read",
    "you should have said",
    "you should have told",
    "there's nothing i can do",
)
BANNED_AT_THE_START = ("unfortunately", "with all due respect", "but")
PROMISES = (
    "definitely",
    "guarantee",
    "guaranteed",
    "it won't happen again",
    "this will never happen again",
    "asap",
    "shortly",
    "i'll make sure",
    "i promise",
    "trust me",
    "don't worry",
)
LABELS = (
    "karen",
    "karens",
    "nightmare customer",
    "nightmare",
    "crazy",
    "psycho",
    "lunatic",
    "scammer",
    "scammers",
    "idiot",
    "idiots",
    "moron",
    "time-waster",
    "time waster",
    "troublemaker",
    "serial complainer",
    "bad customer",
    "problem customer",
    "difficult customer",
    "narcissist",
    "bully",
    "bullies",
)
# The plain word stands behind each office word.
HARD = {
    "assist": "help",
    "assistance": "help",
    "resolve": "fix, settle",
    "resolution": "answer, fix",
    "inquire": "ask",
    "enquire": "ask",
    "utilize": "use",
    "utilise": "use",
    "regarding": "about",
    "additional": "more",
    "prior to": "before",
    "commence": "start",
    "terminate": "end",
    "facilitate": "help",
    "endeavor": "try",
    "touch base": "talk",
    "ballpark": "rough",
    "go the extra mile": "do more",
    "leverage": "use",
    "stakeholder": "the people it touches",
    "actionable": "that one can act on",
}
LAW = re.compile(
    r"\b(?:the law|by law|legally|illegal|unlawful|legal (?:duty|duties|rights?))\b", re.IGNORECASE
)
LAW_WORDS = frozenset(["law", "legal", "legally", "illegal", "unlawful"])
LAW_LINE = re.compile(r"\bcheck(?:ed)? the law where (?:you|we) work\b", re.IGNORECASE)
DIGIT = re.compile(r"\d")
# No word boundary at the start: the search is quick only with a first character to look for.
PLACE_BOUND = re.compile(
    r"[$€£¥₹]\s?\d|\d{1,3}(?:[ -]\d{3,4}){1,3}(?!\d)|(?:911|999|112)(?<!\d{4})(?!\d)"
)
CAPITALS = re.compile(r"[A-Z]{4,}")

_FIRST_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def choose_candidates(words: Iterable[str], present: Set[str]) -> tuple[str, ...]:
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
