"""Words that staff should not be given to say."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.wording.word_search import search
from generator.problem import Group, Rule

_BANNED = (
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
_BANNED_AT_THE_START = ("unfortunately", "with all due respect", "but")
_PROMISES = (
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


@playbook_check(
    Rule(
        id="banned-phrase",
        group=Group.WORDS,
        summary="Words to say hold none of the phrases that make things worse, such as “calm"
        " down”.",
        why="They blame, brush off or hide a no.",
        fault="say:\n  - Unfortunately your order is not here.\n  - Sorry for the inconvenience.",
        fix="say:\n  - Your order is not here yet.\n  - You lost an hour, and I am sorry.",
        switchable=True,
    ),
    of_parts=True,
)
def find_banned_phrases(one: PlaybookContext) -> Iterator[Finding]:
    """Find phrases that make things worse."""
    for loc, word, _ in search(one.prose, one.prose.spoken, _BANNED):
        yield Finding(
            one.place(*loc),
            f"“{word}” makes things worse.",
            "Say what happened, and what you will do.",
        )
    for loc, word, position in search(one.prose, one.prose.spoken, _BANNED_AT_THE_START):
        if position == 0:
            yield Finding(
                one.place(*loc),
                f"A phrase that starts with “{word}” makes people brace themselves.",
                "Start with what you can do.",
            )


@playbook_check(
    Rule(
        id="promise",
        group=Group.WORDS,
        summary="Words to say promise nothing that one person cannot keep, such as “guarantee”.",
        why="A broken promise costs more than the first fault.",
        fault="say:\n  - I guarantee that it is here at six.\n  - I will look for it now.",
        fix="say:\n  - I will call you at six, with or without it.\n  - I will look for it now.",
        switchable=True,
    ),
    of_parts=True,
)
def find_promises(one: PlaybookContext) -> Iterator[Finding]:
    """Find promises that one person may not be able to keep."""
    for loc, word, _ in search(one.prose, one.prose.spoken, _PROMISES):
        yield Finding(
            one.place(*loc),
            f"“{word}” promises what one person may not be able to keep.",
            "Promise an action of yours and a time.",
        )
