"""The rules that look for words: what not to say, what nobody can keep, what only offices say."""

from collections.abc import Iterator

from generator.checks.wording import reading_grade, word_lists
from generator.checks.wording.prose import Finding, Prose
from generator.checks.wording.rules import LONGEST_SENTENCE_WORDS, SENTENCE_WORDS
from generator.problem import Severity


def find_findings(prose: Prose) -> Iterator[Finding]:
    """Apply every rule about words and sentences."""
    yield from _check_spoken(prose)
    yield from _check_sentences(prose)
    yield from _check_words(prose)
    yield from _check_place(prose)


def _check_spoken(prose: Prose) -> Iterator[Finding]:
    banned, opening, promises = (
        word_lists.choose_candidates(group, prose.present)
        for group in (word_lists.BANNED, word_lists.BANNED_AT_THE_START, word_lists.PROMISES)
    )
    for loc, text in prose.spoken if banned or opening or promises else ():
        for word, _ in word_lists.find_words(text, banned):
            yield Finding(
                "banned-phrase",
                loc,
                f"“{word}” makes things worse.",
                "Say what happened, and what you will do.",
            )
        for word, start in word_lists.find_words(text, opening):
            if start == 0:
                yield Finding(
                    "banned-phrase",
                    loc,
                    f"A phrase that starts with “{word}” makes people brace themselves.",
                    "Start with what you can do.",
                )
        for word, _ in word_lists.find_words(text, promises):
            yield Finding(
                "promise",
                loc,
                f"“{word}” promises what one person may not be able to keep.",
                "Promise an action of yours and a time.",
            )


def _check_sentences(prose: Prose) -> Iterator[Finding]:
    for loc, text in prose.texts:
        if reading_grade.count_spaced(text) <= SENTENCE_WORDS:
            continue
        for sentence in reading_grade.split_sentences(text):
            count = reading_grade.count_spaced(sentence)
            if count > SENTENCE_WORDS:
                yield Finding(
                    "sentence-length",
                    loc,
                    f"A sentence has {count} words: “{sentence[:50]}…”",
                    "Make two of it.",
                    Severity.ERROR if count > LONGEST_SENTENCE_WORDS else None,
                )


def _check_words(prose: Prose) -> Iterator[Finding]:
    labels = word_lists.choose_candidates(word_lists.LABELS, prose.present)
    hard = word_lists.choose_candidates(word_lists.HARD, prose.present)
    for loc, text in prose.own if labels or hard else ():
        for word, _ in word_lists.find_words(text, labels):
            yield Finding("label", loc, f"“{word}” is a label for a person.", "Say what they did.")
        for word, _ in word_lists.find_words(text, hard):
            yield Finding(
                "hard-word", loc, f"“{word}” is an office word.", f"Write: {word_lists.HARD[word]}."
            )


def _check_place(prose: Prose) -> Iterator[Finding]:
    for loc, text in prose.own if word_lists.DIGIT.search(prose.whole) else ():
        for found in word_lists.PLACE_BOUND.finditer(text) if word_lists.DIGIT.search(text) else ():
            yield Finding(
                "place-bound",
                loc,
                f"“{found[0]}” belongs to one place.",
                "Use a house value, such as ((spend-limit)), or leave it out.",
            )
    for loc, text in prose.own if _needs_law_line(prose) else ():
        for found in word_lists.LAW.finditer(text):
            yield Finding(
                "law-line",
                loc,
                f"This speaks of the law (“{found[0]}”), and the law differs from place to place.",
                "Add: Check the law where you work.",
            )
    for loc, text in prose.own if word_lists.CAPITALS.search(prose.whole) else ():
        # What a customer says in capital letters is a shout.
        for found in word_lists.CAPITALS.finditer(text) if loc[-1] != "customer" else ():
            yield Finding(
                "capitals",
                loc,
                f"“{found[0]}” is in capital letters.",
                "Write it in small letters.",
            )


def _needs_law_line(prose: Prose) -> bool:
    return bool(word_lists.LAW_WORDS & prose.present) and not word_lists.LAW_LINE.search(
        prose.whole
    )
