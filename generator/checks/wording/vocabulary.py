"""Labels, office words and capital letters, in any text of the guidebook's own."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.wording.leftovers import is_leftover
from generator.checks.wording.word_search import search
from generator.problem import Group, Rule, Severity

_LABELS = (
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
# The plain words for each office word.
_HARD = {
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
_CAPITALS = re.compile(r"[A-Z]{4,}")


@playbook_check(
    Rule(
        id="label",
        group=Group.WORDS,
        summary="No label for people, such as “nightmare customer”. Say what they did.",
        why="A label ends the thinking, and customers may read it.",
        fault="purpose: Get a difficult customer to wait.",
        fix="purpose: Help somebody to wait who has been let down before.",
        switchable=True,
    ),
    of_parts=True,
)
def find_labels(one: PlaybookContext) -> Iterator[Finding]:
    """Find labels for people."""
    for loc, word, _ in search(one.prose, one.prose.own, _LABELS):
        yield Finding(one.place(*loc), f"“{word}” is a label for a person.", "Say what they did.")


@playbook_check(
    Rule(
        id="hard-word",
        group=Group.WORDS,
        summary="Everyday words instead of office words: help, not assist.",
        why="Plain words are read faster and sound like people.",
        fault="purpose: Assist them prior to the delivery.",
        fix="purpose: Help them before the delivery.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_hard_words(one: PlaybookContext) -> Iterator[Finding]:
    """Find words that only offices use."""
    for loc, word, _ in search(one.prose, one.prose.own, _HARD):
        yield Finding(one.place(*loc), f"“{word}” is an office word.", f"Write: {_HARD[word]}.")


@playbook_check(
    Rule(
        id="capitals",
        group=Group.WORDS,
        summary="No words in capital letters for weight.",
        why="They read as shouting, and screen readers may spell them.",
        fault="purpose: NEVER let them wait without a time.",
        fix="purpose: Give a time to everybody who waits.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_capitals(one: PlaybookContext) -> Iterator[Finding]:
    """Find words in capital letters; what a customer says in them is a shout."""
    for loc, text in one.prose.own if _CAPITALS.search(one.prose.whole) else ():
        for found in _CAPITALS.finditer(text) if loc[-1] != "customer" else ():
            if is_leftover(found[0]):
                continue  # another check reports that it is a gap
            yield Finding(
                one.place(*loc),
                f"“{found[0]}” is in capital letters.",
                "Write it in small letters.",
            )
