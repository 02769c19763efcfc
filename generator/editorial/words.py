"""The words that the editorial rules look for."""

import re

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
    "you should have",
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
LAW = re.compile(r"\b(?:the law|by law|legal|legally|illegal|unlawful|lawsuit)\b", re.IGNORECASE)
LAW_LINE = re.compile(r"\bcheck the law where you work\b", re.IGNORECASE)
PLACE_BOUND = re.compile(r"[$€£¥₹]\s?\d|\b\d{1,3}(?:[ -]\d{3,4}){1,3}\b|\b(?:911|999|112)\b")
CAPITALS = re.compile(r"\b[A-Z]{4,}\b")


def find_words(text: str, words: tuple[str, ...]) -> list[tuple[str, int]]:
    """Find whole words and phrases in a text, with the position of each (from 0)."""
    plain = text.replace("’", "'").lower()
    return [
        (word, found.start())
        for word in words
        for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", plain)
    ]
