"""The rules that count: entries, words, grades, and what is missing altogether."""

from collections.abc import Iterator
from typing import Any

from generator.editorial import grade
from generator.editorial.manuscript import Manuscript, Objection
from generator.editorial.rules import (
    COUNTS,
    FIRST_PHRASE_WORDS,
    GRADE,
    PHRASE_WORDS,
    PURPOSE_WORDS,
    STEP_WORDS,
    TITLE_WORDS,
    URGENT_GRADE,
    Span,
)
from generator.record import Loc


def find_objections(script: Manuscript) -> Iterator[Objection]:
    """Apply every rule that counts."""
    yield from _check_counts(script)
    yield from _check_lengths(script)
    yield from _check_presence(script)
    yield from _check_grade(script)


def _check_counts(script: Manuscript) -> Iterator[Objection]:
    for name, span in COUNTS.items():
        value: Any = getattr(script.playbook, name)
        count = len(value.items if name == "checklist" else value or ())
        if not _fits(count, span):
            yield Objection(
                "count",
                (name,),
                f"“{name}” has {count or 'no'} {'entry' if count == 1 else 'entries'};"
                f" {span.least} to {span.most} are best.",
                f"Add {span.least - count} more."
                if count < span.least
                else "Keep what counts most.",
            )


def _check_lengths(script: Manuscript) -> Iterator[Objection]:
    playbook = script.playbook
    title = grade.count_spaced(playbook.title)
    if not _fits(title, TITLE_WORDS):
        yield Objection(
            "title-length",
            ("title",),
            f"The title has {title} {'word' if title == 1 else 'words'};"
            f" {TITLE_WORDS.least} to {TITLE_WORDS.most} fit.",
            "Use the words staff would use, and no more.",
        )
    limits: list[tuple[str, Loc, str, int]] = [
        ("purpose-length", ("purpose",), script.plain(playbook.purpose), PURPOSE_WORDS)
    ]
    limits += [
        ("step-length", ("steps", index, "do"), script.plain(step.do), STEP_WORDS)
        for index, step in enumerate(playbook.steps)
        if step.do
    ]
    limits += [
        (
            "phrase-length",
            loc,
            text,
            FIRST_PHRASE_WORDS if loc[:2] == ("say", 0) else PHRASE_WORDS,
        )
        for loc, text in script.spoken
    ]
    for rule, loc, text, most in limits:
        count = grade.count_spaced(text)
        if count > most:
            yield Objection(
                rule,
                loc,
                f"This has {count} words; at most {most} fit.",
                "Say it shorter, or split it.",
            )


def _check_presence(script: Manuscript) -> Iterator[Objection]:
    for index, one in enumerate(script.playbook.avoid):
        if not one.why:
            yield Objection(
                "missing-reason",
                ("avoid", index),
                f"“{one.say or one.do}” has no reason.",
                "Add  why:  and a few words on what it does to the customer.",
            )
    if not script.playbook.practice:
        yield Objection(
            "no-practice",
            (),
            "There is nothing to practise with.",
            "Add  practice:  with a quiz.",
        )


def _check_grade(script: Manuscript) -> Iterator[Objection]:
    whole = script.measure_grade()
    fix = "Shorten sentences, and use shorter words."
    if whole > GRADE:
        yield Objection(
            "reading-grade",
            (),
            f"The reading grade is {whole:.1f}; at most {GRADE:g} is wanted.",
            fix,
        )
    urgent = script.measure_urgent_grade() if script.urgent else 0
    if urgent > URGENT_GRADE:
        yield Objection(
            "reading-grade",
            ("steps",),
            f"The reading grade of steps and stop is {urgent:.1f}; in an urgent chapter at most"
            f" {URGENT_GRADE:g} is wanted.",
            fix,
        )


def _fits(count: int, span: Span) -> bool:
    return span.least <= count <= span.most
