"""The rules that count: entries, words, grades, and what is missing altogether."""

from collections.abc import Iterator
from typing import Any

from generator.checks.wording import reading_grade
from generator.checks.wording.prose import Finding, Prose
from generator.checks.wording.rules import (
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
from generator.model.yaml_model import Loc


def find_findings(prose: Prose) -> Iterator[Finding]:
    """Apply every rule that counts."""
    yield from _check_counts(prose)
    yield from _check_lengths(prose)
    yield from _check_presence(prose)
    yield from _check_grade(prose)


def _check_counts(prose: Prose) -> Iterator[Finding]:
    for name, span in COUNTS.items():
        value: Any = getattr(prose.playbook, name)
        count = len(value.items if name == "checklist" else value or ())
        if not _fits(count, span):
            yield Finding(
                "count",
                (name,),
                f"“{name}” has {count or 'no'} {'entry' if count == 1 else 'entries'};"
                f" {span.least} to {span.most} are best.",
                f"Add {span.least - count} more."
                if count < span.least
                else "Keep what counts most.",
            )


def _check_lengths(prose: Prose) -> Iterator[Finding]:
    playbook = prose.playbook
    title = reading_grade.count_spaced(playbook.title)
    if not _fits(title, TITLE_WORDS):
        yield Finding(
            "title-length",
            ("title",),
            f"The title has {title} {'word' if title == 1 else 'words'};"
            f" {TITLE_WORDS.least} to {TITLE_WORDS.most} fit.",
            "Use the words staff would use, and no more.",
        )
    limits: list[tuple[str, Loc, str, int]] = [
        ("purpose-length", ("purpose",), prose.plain(playbook.purpose), PURPOSE_WORDS)
    ]
    limits += [
        ("step-length", ("steps", index, "do"), prose.plain(step.do), STEP_WORDS)
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
        for loc, text in prose.spoken
    ]
    for rule, loc, text, most in limits:
        count = reading_grade.count_spaced(text)
        if count > most:
            yield Finding(
                rule,
                loc,
                f"This has {count} words; at most {most} fit.",
                "Say it shorter, or split it.",
            )


def _check_presence(prose: Prose) -> Iterator[Finding]:
    for index, one in enumerate(prose.playbook.avoid):
        if not one.why:
            yield Finding(
                "missing-reason",
                ("avoid", index),
                f"“{one.say or one.do}” has no reason.",
                "Add  why:  and a few words on what it does to the customer.",
            )
    if not prose.playbook.practice:
        yield Finding(
            "no-practice",
            (),
            "There is nothing to practise with.",
            "Add  practice:  with a quiz.",
        )


def _check_grade(prose: Prose) -> Iterator[Finding]:
    whole = prose.measure_grade()
    fix = "Shorten sentences, and use shorter words."
    if whole > GRADE:
        yield Finding(
            "reading-grade",
            (),
            f"The reading grade is {whole:.1f}; at most {GRADE:g} is wanted.",
            fix,
        )
    urgent = prose.measure_urgent_grade() if prose.urgent else 0
    if urgent > URGENT_GRADE:
        yield Finding(
            "reading-grade",
            ("steps",),
            f"The reading grade of steps and stop is {urgent:.1f}; in an urgent chapter at most"
            f" {URGENT_GRADE:g} is wanted.",
            fix,
        )


def _fits(count: int, span: Span) -> bool:
    return span.least <= count <= span.most
