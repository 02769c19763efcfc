"""Apply the editorial rules to a guidebook."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import process

from generator.editorial import grade, words
from generator.editorial.rules import (
    COUNTS,
    FIRST_PHRASE_WORDS,
    GRADE,
    LONGEST_SENTENCE_WORDS,
    PHRASE_WORDS,
    PURPOSE_WORDS,
    RULES,
    SENTENCE_WORDS,
    STEP_WORDS,
    TITLE_WORDS,
    URGENT_GRADE,
    Span,
)
from generator.guidebook import Guidebook, HouseFile
from generator.inline import Inline, find_references
from generator.playbook import Playbook
from generator.problem import Problem, Severity
from generator.record import Loc, Locate, walk_texts

_UNREAD = frozenset(
    [
        "allow",
        "audience",
        "channels",
        "chapter",
        "feelings",
        "id",
        "ideas",
        "kind",
        "owner",
        "path",
        "related",
        "search",
        "sources",
    ]
)
_NAMES = frozenset(["id", "go", "outcome"])
_IDEAS = "ideas.yml"
_ABOUT = "guidebook.yml"


def find_problems(
    guidebook: Guidebook, locate: Locate, *, complete: bool = True
) -> Iterator[Problem]:
    """Yield what the editorial rules object to, but for what a playbook allows with a reason.

    Where the guidebook is not `complete`, because a file could not be read, the rules that look
    at all playbooks together are left out: what they miss may stand in that file.
    """
    inline = Inline(_fill_with_names(guidebook))
    led_to = _find_led_to(guidebook)
    for playbook in guidebook.playbooks:
        yield from _check_allowed(playbook, locate)
        for problem in _Check(guidebook, playbook, locate, inline.plain, led_to).run():
            if problem.rule not in playbook.allow and (complete or problem.rule != "orphan"):
                yield problem
    if complete:
        yield from _check_answers(guidebook, locate)
        yield from _check_ideas(guidebook, locate)


def list_texts(playbook: Playbook) -> list[tuple[Loc, str]]:
    """Every text of a playbook that somebody reads on its page."""
    return [
        (loc, text)
        for loc, text in walk_texts(playbook)
        if loc[0] not in _UNREAD and loc[-1] not in _NAMES and "go" not in loc
    ]


def measure(texts: Sequence[tuple[Loc, str]]) -> tuple[float, float]:
    """The reading grade of a playbook's plain texts, and of its steps and stop box alone."""
    urgent = (text for loc, text in texts if loc[0] in ("steps", "stop"))
    return grade.measure_grade(text for _, text in texts), grade.measure_grade(urgent)


@dataclass(frozen=True, slots=True)
class Grades:
    """How hard a playbook is to read: all of it, and its steps and stop box alone."""

    playbook: Playbook
    whole: float
    urgent: float


def measure_grades(guidebook: Guidebook) -> list[Grades]:
    """The reading grades of every playbook."""
    plain = Inline(_fill_with_names(guidebook)).plain
    return [
        Grades(one, *measure([(loc, plain(text)) for loc, text in list_texts(one)]))
        for one in guidebook.playbooks
    ]


class _Check:
    """The rules that look at one playbook."""

    def __init__(
        self,
        guidebook: Guidebook,
        playbook: Playbook,
        locate: Locate,
        plain: Callable[[str], str],
        led_to: frozenset[str],
    ) -> None:
        self._guidebook = guidebook
        self._playbook = playbook
        self._locate = locate
        self._plain = plain
        self._led_to = led_to
        self._texts = [(loc, plain(text)) for loc, text in list_texts(playbook)]
        self._whole = "\n".join(text for _, text in self._texts)
        # A list of words is looked for only as far as its first words occur at all.
        self._present = frozenset(grade.find_words(self._whole.lower().replace("’", "'")))

    def run(self) -> Iterator[Problem]:
        yield from self._check_counts()
        yield from self._check_lengths()
        yield from self._check_presence()
        yield from self._check_grade()
        yield from self._check_spoken()
        yield from self._check_sentences()
        yield from self._check_words()
        yield from self._check_place()

    def _tell(
        self, rule: str, loc: Loc, message: str, fix: str, severity: Severity | None = None
    ) -> Problem:
        place = self._locate(self._playbook.path, loc)
        return Problem(place, rule, message, fix, severity or RULES[rule].severity)

    def _check_counts(self) -> Iterator[Problem]:
        for name, span in COUNTS.items():
            value: Any = getattr(self._playbook, name)
            count = len(value.items if name == "checklist" else value or ())
            if not _fits(count, span):
                yield self._tell(
                    "count",
                    (name,),
                    f"“{name}” has {count or 'no'} {'entry' if count == 1 else 'entries'};"
                    f" {span.least} to {span.most} are best.",
                    "Add what is missing." if count < span.least else "Keep what counts most.",
                )

    def _check_lengths(self) -> Iterator[Problem]:
        playbook = self._playbook
        title = _count_words(playbook.title)
        if not _fits(title, TITLE_WORDS):
            yield self._tell(
                "title-length",
                ("title",),
                f"The title has {title} words; {TITLE_WORDS.least} to {TITLE_WORDS.most} fit.",
                "Use the words staff would use, and no more.",
            )
        limits: list[tuple[str, Loc, str, int]] = [
            ("purpose-length", ("purpose",), playbook.purpose, PURPOSE_WORDS)
        ]
        limits += [
            ("step-length", ("steps", index, "do"), step.do, STEP_WORDS)
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
            for loc, text in self._list_spoken()
        ]
        for rule, loc, text, most in limits:
            count = _count_words(self._plain(text))
            if count > most:
                yield self._tell(
                    rule,
                    loc,
                    f"This has {count} words; at most {most} fit.",
                    "Say it shorter, or split it.",
                )

    def _check_presence(self) -> Iterator[Problem]:
        for index, one in enumerate(self._playbook.avoid):
            if not one.why:
                yield self._tell(
                    "missing-reason",
                    ("avoid", index),
                    f"“{one.say or one.do}” has no reason.",
                    "Add  why:  and a few words on what it does to the customer.",
                )
        if not self._playbook.practice:
            yield self._tell(
                "no-practice",
                (),
                "There is nothing to practise with.",
                "Add  practice:  with a quiz.",
            )
        if self._playbook.id not in self._led_to:
            yield self._tell(
                "orphan",
                (),
                "No other playbook leads here.",
                f"Add  {self._playbook.id}  to “related” of a playbook that comes before it.",
            )

    def _check_grade(self) -> Iterator[Problem]:
        whole, urgent = measure(self._texts)
        fix = "Shorten sentences, and use shorter words."
        if whole > GRADE:
            yield self._tell(
                "reading-grade",
                (),
                f"The reading grade is {whole:.1f}; at most {GRADE:g} is wanted.",
                fix,
            )
        if self._guidebook.chapters[self._playbook.chapter].urgent and urgent > URGENT_GRADE:
            yield self._tell(
                "reading-grade",
                ("steps",),
                f"The reading grade of steps and stop is {urgent:.1f}; in an urgent chapter at most"
                f" {URGENT_GRADE:g} is wanted.",
                fix,
            )

    def _list_spoken(self) -> Iterator[tuple[Loc, str]]:
        """The words that the guidebook tells staff to say."""
        for index, phrase in enumerate(self._playbook.say):
            yield ("say", index, "say"), phrase.say
        for index, step in enumerate(self._playbook.steps):
            if step.say:
                yield ("steps", index, "say"), step.say
        for index, one in enumerate(self._playbook.avoid):
            if one.instead:
                yield ("avoid", index, "instead"), one.instead

    def _check_spoken(self) -> Iterator[Problem]:
        banned, opening, promises = (
            words.choose_candidates(group, self._present)
            for group in (words.BANNED, words.BANNED_AT_THE_START, words.PROMISES)
        )
        for loc, text in self._list_spoken() if banned or opening or promises else ():
            plain = self._plain(text)
            for word, _ in words.find_words(plain, banned):
                yield self._tell(
                    "banned-phrase",
                    loc,
                    f"“{word}” makes things worse.",
                    "Say what happened, and what you will do.",
                )
            for word, start in words.find_words(plain, opening):
                if start == 0:
                    yield self._tell(
                        "banned-phrase",
                        loc,
                        f"A phrase that starts with “{word}” makes people brace themselves.",
                        "Start with what you can do.",
                    )
            for word, _ in words.find_words(plain, promises):
                yield self._tell(
                    "promise",
                    loc,
                    f"“{word}” promises what one person may not be able to keep.",
                    "Promise an action of yours and a time.",
                )

    def _check_sentences(self) -> Iterator[Problem]:
        for loc, text in self._texts:
            if _count_words(text) <= SENTENCE_WORDS:
                continue
            for sentence in grade.split_sentences(text):
                count = _count_words(sentence)
                if count > SENTENCE_WORDS:
                    yield self._tell(
                        "sentence-length",
                        loc,
                        f"A sentence has {count} words: “{sentence[:50]}…”",
                        "Make two of it.",
                        Severity.ERROR if count > LONGEST_SENTENCE_WORDS else None,
                    )

    def _check_words(self) -> Iterator[Problem]:
        labels = words.choose_candidates(words.LABELS, self._present)
        hard = words.choose_candidates(words.HARD, self._present)
        for loc, text in self._list_own() if labels or hard else ():
            for word, _ in words.find_words(text, labels):
                yield self._tell(
                    "label", loc, f"“{word}” is a label for a person.", "Say what they did."
                )
            for word, _ in words.find_words(text, hard):
                yield self._tell(
                    "hard-word", loc, f"“{word}” is an office word.", f"Write: {words.HARD[word]}."
                )

    def _check_place(self) -> Iterator[Problem]:
        for loc, text in self._list_own() if words.CAPITALS.search(self._whole) else ():
            for found in words.CAPITALS.finditer(text):
                yield from self._tell_capitals(loc, found[0])
        for loc, text in self._list_own() if words.DIGIT.search(self._whole) else ():
            for found in words.PLACE_BOUND.finditer(text) if words.DIGIT.search(text) else ():
                yield from self._tell_place(loc, found[0])
        for loc, text in self._list_own() if words.LAW_WORDS & self._present else ():
            for found in words.LAW.finditer(text):
                yield from self._tell_law(loc, found[0])

    def _list_own(self) -> Iterator[tuple[Loc, str]]:
        """The texts in the guidebook's own voice: not what it tells people to keep from."""
        return ((loc, text) for loc, text in self._texts if (loc[0], loc[-1]) != ("avoid", "say"))

    def _tell_place(self, loc: Loc, found: str) -> Iterator[Problem]:
        yield self._tell(
            "place-bound",
            loc,
            f"“{found}” belongs to one place.",
            "Use a house value, such as ((spend-limit)), or leave it out.",
        )

    def _tell_law(self, loc: Loc, found: str) -> Iterator[Problem]:
        if not words.LAW_LINE.search(self._whole):
            yield self._tell(
                "law-line",
                loc,
                f"This speaks of the law (“{found}”), and the law differs from place to place.",
                "Add: Check the law where you work.",
            )

    def _tell_capitals(self, loc: Loc, found: str) -> Iterator[Problem]:
        if loc[-1] != "customer":  # there it is a shout
            yield self._tell(
                "capitals", loc, f"“{found}” is in capital letters.", "Write it in small letters."
            )


def _fill_with_names(guidebook: Guidebook) -> Guidebook:
    """A guidebook in which each house value is its own name: a writer cannot know its length."""
    names = {name: value.name for name, value in guidebook.about.house_values.items()}
    return replace(guidebook, about=guidebook.about.fill(HouseFile(values=names)))


def _check_allowed(playbook: Playbook, locate: Locate) -> Iterator[Problem]:
    for name in playbook.allow:
        if name not in RULES:
            guess = process.extractOne(name, list(RULES), score_cutoff=60)
            yield Problem(
                locate(playbook.path, ("allow", name), of_key=True),
                "unknown-rule",
                f"There is no editorial rule called “{name}”.",
                f"Did you mean “{guess[0]}”?" if guess else f"The rules are: {', '.join(RULES)}.",
            )


def _find_led_to(guidebook: Guidebook) -> frozenset[str]:
    """The playbooks that another one leads to."""
    found: set[str] = set()
    for playbook in guidebook.playbooks:
        names = {*playbook.related, *playbook.stop.go}
        if "((" in playbook.model_dump_json():
            names |= {
                reference.name
                for _, text in list_texts(playbook)
                for reference in find_references(text)
            }
        found |= names - {playbook.id}
    return frozenset(found)


def _check_answers(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    """Look at all exercises together, for what gives the right answer away."""
    exercises = list(_list_exercises(guidebook))
    if len(exercises) < 8:
        return  # chance alone makes a few exercises look alike
    longest = sum(max(lengths) == lengths[right] for lengths, right in exercises)
    if longest * 2 >= len(exercises):
        yield Problem(
            locate(_ABOUT, ()),
            "longest-answer",
            f"The right answer is the longest in {longest} of {len(exercises)} exercises.",
            "Shorten right answers, and make wrong ones as full as people would say them.",
            RULES["longest-answer"].severity,
        )
    for position, count in Counter(right for _, right in exercises).items():
        if count * 2 > len(exercises):
            yield Problem(
                locate(_ABOUT, ()),
                "answer-position",
                f"The right answer stands at place {position + 1} in {count} of {len(exercises)}"
                " exercises.",
                "Change the order of some answers.",
                RULES["answer-position"].severity,
            )


def _list_exercises(guidebook: Guidebook) -> Iterator[tuple[Sequence[int], int]]:
    """The lengths of the answers of every exercise, and the place of the right one."""
    for playbook in guidebook.playbooks:
        if practice := playbook.practice:
            if practice.quiz:
                marks = [option.right for option in practice.quiz.options]
                if any(marks):
                    yield [len(one.text) for one in practice.quiz.options], marks.index(True)
            for one in practice.roleplay.rounds if practice.roleplay else ():
                marks = [reply.best for reply in one.replies]
                if any(marks):
                    yield [len(reply.say) for reply in one.replies], marks.index(True)


def _check_ideas(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    carried = {name for playbook in guidebook.playbooks for name in playbook.ideas}
    for name in guidebook.ideas:
        if name not in carried:
            yield Problem(
                locate(_IDEAS, ("ideas", name), of_key=True),
                "idea-left-out",
                f"No playbook carries the idea {name}.",
                f"Write it into a playbook, and add  {name}  to its “ideas”.",
                RULES["idea-left-out"].severity,
            )


def _count_words(text: str) -> int:
    return len(text.split())


def _fits(count: int, span: Span) -> bool:
    return span.least <= count <= span.most
