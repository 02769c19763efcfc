"""The rules that look for words: what not to say, what nobody can keep, what only offices say."""

from collections.abc import Iterator

from generator.editorial import grade, words
from generator.editorial.manuscript import Manuscript, Objection
from generator.editorial.rules import LONGEST_SENTENCE_WORDS, SENTENCE_WORDS
from generator.problem import Severity


def find_objections(script: Manuscript) -> Iterator[Objection]:
    """Apply every rule about words and sentences."""
    yield from _check_spoken(script)
    yield from _check_sentences(script)
    yield from _check_words(script)
    yield from _check_place(script)


def _check_spoken(script: Manuscript) -> Iterator[Objection]:
    banned, opening, promises = (
        words.choose_candidates(group, script.present)
        for group in (words.BANNED, words.BANNED_AT_THE_START, words.PROMISES)
    )
    for loc, text in script.spoken if banned or opening or promises else ():
        for word, _ in words.find_words(text, banned):
            yield Objection(
                "banned-phrase",
                loc,
                f"“{word}” makes things worse.",
                "Say what happened, and what you will do.",
            )
        for word, start in words.find_words(text, opening):
            if start == 0:
                yield Objection(
                    "banned-phrase",
                    loc,
                    f"A phrase that starts with “{word}” makes people brace themselves.",
                    "Start with what you can do.",
                )
        for word, _ in words.find_words(text, promises):
            yield Objection(
                "promise",
                loc,
                f"“{word}” promises what one person may not be able to keep.",
                "Promise an action of yours and a time.",
            )


def _check_sentences(script: Manuscript) -> Iterator[Objection]:
    for loc, text in script.texts:
        if grade.count_spaced(text) <= SENTENCE_WORDS:
            continue
        for sentence in grade.split_sentences(text):
            count = grade.count_spaced(sentence)
            if count > SENTENCE_WORDS:
                yield Objection(
                    "sentence-length",
                    loc,
                    f"A sentence has {count} words: “{sentence[:50]}…”",
                    "Make two of it.",
                    Severity.ERROR if count > LONGEST_SENTENCE_WORDS else None,
                )


def _check_words(script: Manuscript) -> Iterator[Objection]:
    labels = words.choose_candidates(words.LABELS, script.present)
    hard = words.choose_candidates(words.HARD, script.present)
    for loc, text in script.own if labels or hard else ():
        for word, _ in words.find_words(text, labels):
            yield Objection(
                "label", loc, f"“{word}” is a label for a person.", "Say what they did."
            )
        for word, _ in words.find_words(text, hard):
            yield Objection(
                "hard-word", loc, f"“{word}” is an office word.", f"Write: {words.HARD[word]}."
            )


def _check_place(script: Manuscript) -> Iterator[Objection]:
    for loc, text in script.own if words.DIGIT.search(script.whole) else ():
        for found in words.PLACE_BOUND.finditer(text) if words.DIGIT.search(text) else ():
            yield Objection(
                "place-bound",
                loc,
                f"“{found[0]}” belongs to one place.",
                "Use a house value, such as ((spend-limit)), or leave it out.",
            )
    for loc, text in script.own if _needs_law_line(script) else ():
        for found in words.LAW.finditer(text):
            yield Objection(
                "law-line",
                loc,
                f"This speaks of the law (“{found[0]}”), and the law differs from place to place.",
                "Add: Check the law where you work.",
            )
    for loc, text in script.own if words.CAPITALS.search(script.whole) else ():
        # What a customer says in capital letters is a shout.
        for found in words.CAPITALS.finditer(text) if loc[-1] != "customer" else ():
            yield Objection(
                "capitals",
                loc,
                f"“{found[0]}” is in capital letters.",
                "Write it in small letters.",
            )


def _needs_law_line(script: Manuscript) -> bool:
    return bool(words.LAW_WORDS & script.present) and not words.LAW_LINE.search(script.whole)
