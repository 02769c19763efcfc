"""How long sentences are, and how hard a text is to read."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.reading_grade import count_spaced, split_sentences
from generator.problem import Group, Place, Rule, Severity

_WORDS = 25
_MOST_WORDS = 30
_GRADE = 8.0
_URGENT_GRADE = 6.0


@playbook_check(
    Rule(
        id="sentence-length",
        group=Group.LENGTHS,
        summary=f"No sentence has more than {_WORDS} words.",
        why="Long sentences are lost on a second-language reader, and on anyone in a hurry.",
        fault="stop:\n"
        "  text: The order is gone and nobody knows where it is, so give the case to the shift"
        " lead with the name, the time and what they paid.",
        fix="stop:\n"
        "  text: The order is gone and nobody knows where it is. Give the case to the shift lead,"
        " with the name, the time and what they paid.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_long_sentences(one: PlaybookContext) -> Iterator[Finding]:
    """Find sentences that are long."""
    for place, count, sentence in _list_long(one):
        if count <= _MOST_WORDS:
            yield _object(place, count, sentence)


@playbook_check(
    Rule(
        id="endless-sentence",
        group=Group.LENGTHS,
        summary=f"No sentence has more than {_MOST_WORDS} words.",
        why="Nobody can follow it while a customer is waiting.",
        fault="stop:\n"
        "  text: The order is gone and nobody knows where it is, so give the case to the shift"
        " lead with the name, the time, what they paid, and whatever else they said to you.",
        fix="stop:\n"
        "  text: The order is gone and nobody knows where it is. Give the case to the shift lead,"
        " with the name, the time and what they paid.",
        switchable=True,
    ),
    of_parts=True,
)
def find_endless_sentences(one: PlaybookContext) -> Iterator[Finding]:
    """Find sentences that are far too long."""
    for place, count, sentence in _list_long(one):
        if count > _MOST_WORDS:
            yield _object(place, count, sentence)


def _list_long(one: PlaybookContext) -> Iterator[tuple[Place, int, str]]:
    for loc, text in one.prose.texts:
        if count_spaced(text) <= _WORDS:
            continue
        for sentence in split_sentences(text):
            count = count_spaced(sentence)
            if count > _WORDS:
                yield one.place(*loc), count, sentence


def _object(place: Place, count: int, sentence: str) -> Finding:
    message = f"A sentence has {count} words: “{sentence[:50]}…”"
    return Finding(place, message, "Make two of it.")


@playbook_check(
    Rule(
        id="reading-grade",
        group=Group.LENGTHS,
        summary=f"The Flesch-Kincaid grade is at most {_GRADE:g}; in steps and stop boxes of urgent"
        f" chapters at most {_URGENT_GRADE:g}.",
        why="About age 12 can read it; under stress everybody reads worse.",
        fault={
            "playbooks/hot/loud-voice.yml": "steps:\n"
            "  - Immediately acknowledge dissatisfaction.\n"
            "  - Communicate reassuringly.\n"
            "  - Identify alternatives collaboratively."
        },
        fix={
            "playbooks/hot/loud-voice.yml": "steps:\n"
            "  - Say that you see how angry they are.\n"
            "  - Speak more slowly than they do.\n"
            "  - Ask what would help now."
        },
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_grade(one: PlaybookContext) -> Iterator[Finding]:
    """Find what is hard to read. A grade counts as it is shown, or 8.04 would be “8.0”, above 8."""
    fix = "Shorten sentences, and use shorter words."
    whole = round(one.prose.grade, 1)
    if whole > _GRADE:
        yield Finding(
            one.place(), f"The reading grade is {whole}; at most {_GRADE:g} is wanted.", fix
        )
    urgent = round(one.prose.urgent_grade, 1) if one.is_urgent else 0
    if urgent > _URGENT_GRADE:
        yield Finding(
            one.place("steps"),
            f"The reading grade of steps and stop is {urgent}; in an urgent chapter at most"
            f" {_URGENT_GRADE:g} is wanted.",
            fix,
        )
