"""Emergencies: short enough to be done, and the signs in words of danger."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.reading_grade import count_spaced
from generator.model.emergency_playbook import Branch, Emergency
from generator.model.yaml_model import Loc
from generator.problem import Group, Rule, Severity

_SIGN_WORDS = 12
_NOW = range(2, 4)
_NOW_WORDS = 14
_LINE_WORDS = 22
_NEGATION = re.compile(r"(?:do\s+not|don['’]t|never|not)\s+", re.IGNORECASE)
# A “Do not” before one of these would say the opposite: “Do not put no ice on it.”
_SECOND_NO = re.compile(
    r"\b(no|not|never|none|nothing|nobody|nowhere|without|avoid|stop|refrain|keep|stay|leave)\b"
    r"|\b\w+n['’]t\b",
    re.IGNORECASE,
)
_PLAYBOOK = "playbooks/counter/choking.yml"
_BRANCH = """\
branches:
  - id: adult
    see: {see}
    now:
      - Shout for help.
{second}    never:
      - {never}"""


def _example(
    *,
    see: str = "They can't speak.",
    second: str = "Hit their back.",
    never: str = "Do not feel in the mouth.",
    more: str = "",
) -> dict[str, str]:
    line = f"      - {second}\n" if second else ""
    return {_PLAYBOOK: _BRANCH.format(see=see, second=line, never=never) + more}


def _list_branches(one: PlaybookContext) -> Iterable[tuple[int, Branch]]:
    playbook = one.playbook
    return enumerate(playbook.branches if isinstance(playbook, Emergency) else ())


@playbook_check(
    Rule(
        id="sign-length",
        group=Group.LENGTHS,
        summary=f"The sign of an emergency has at most {_SIGN_WORDS} words.",
        why="It is read in a second, to find the right branch.",
        fault=_example(
            see="They hold their throat with both hands and can't say a single word to you."
        ),
        fix=_example(),
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_signs(one: PlaybookContext) -> Iterator[Finding]:
    """Find signs that are too long."""
    for number, branch in _list_branches(one):
        count = count_spaced(one.prose.plain(branch.see))
        if count > _SIGN_WORDS:
            yield Finding(
                one.place("branches", number, "see"),
                f"This sign has {count} words; at most {_SIGN_WORDS} fit.",
                "Write what eyes and ears tell, and nothing else.",
            )


@playbook_check(
    Rule(
        id="emergency-count",
        group=Group.LENGTHS,
        summary="Each branch of an emergency has two or three things to do now.",
        why="More cannot be known by heart, and one is seldom enough.",
        fault=_example(second=""),
        fix=_example(),
        severity=Severity.WARNING,
        switchable=True,
    )
)
def count_first_acts(one: PlaybookContext) -> Iterator[Finding]:
    """Find branches with too few or too many things to do at once."""
    for number, branch in _list_branches(one):
        if len(branch.now) not in _NOW:
            yield Finding(
                one.place("branches", number, "now"),
                f"“now” has {len(branch.now)} {'entry' if len(branch.now) == 1 else 'entries'};"
                " two or three are best.",
                "Put what can wait below  then:  of this branch.",
            )


@playbook_check(
    Rule(
        id="emergency-length",
        group=Group.LENGTHS,
        summary=f"What to do now fits into {_NOW_WORDS} words, every other line of an emergency"
        f" into {_LINE_WORDS}.",
        why="It is read while somebody is in danger.",
        fault=_example(
            second="Hit their back with the flat of your hand, between the shoulder blades, hard,"
            " up to five times."
        ),
        fix=_example(),
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_lines(one: PlaybookContext) -> Iterator[Finding]:
    """Find lines of an emergency that are too long."""
    for loc, text, most in _list_lines(one):
        count = count_spaced(one.prose.plain(text))
        if count > most:
            yield Finding(
                one.place(*loc),
                f"This has {count} words; at most {most} fit.",
                "Say it shorter, or make two lines of it.",
            )


def _list_lines(one: PlaybookContext) -> Iterator[tuple[Loc, str, int]]:
    playbook = one.playbook
    if not isinstance(playbook, Emergency):
        return
    for number, branch in enumerate(playbook.branches):
        here = ("branches", number)
        yield from _number((*here, "now"), branch.now, _NOW_WORDS)
        yield from _number((*here, "then"), branch.then, _LINE_WORDS)
        yield from _number((*here, "never"), branch.never, _LINE_WORDS)
    yield from _number(("on_the_phone",), playbook.on_the_phone, _LINE_WORDS)
    yield from _number(("after",), playbook.after, _LINE_WORDS)


def _number(loc: Loc, lines: tuple[str, ...] | None, most: int) -> Iterator[tuple[Loc, str, int]]:
    for index, line in enumerate(lines or ()):
        yield (*loc, index), line, most


@playbook_check(
    Rule(
        id="never-unclear",
        group=Group.WORDS,
        summary="What not to do in an emergency starts with “Do not”.",
        why="Somebody in a hurry who misses a small “not” does the opposite.",
        fault=_example(never="Feel in the mouth."),
        fix=_example(),
    ),
    of_parts=True,
)
def find_unclear_never(one: PlaybookContext) -> Iterator[Finding]:
    """Find lines below “never” that could be read as an order."""
    for number, branch in _list_branches(one):
        for index, line in enumerate(branch.never or ()):
            if not line.startswith("Do not "):
                act = line[found.end() :] if (found := _NEGATION.match(line)) else line
                yield Finding(
                    one.place("branches", number, "never", index),
                    "What not to do has to start with “Do not”.",
                    _say_what_not_to_do(act),
                )


def _say_what_not_to_do(act: str) -> str:
    other = _SECOND_NO.search(act)
    if not other:
        return f"Write  Do not {act[:1].lower()}{act[1:]}"
    return (
        f"Write “Do not”, and then what people must not do. “{other[0]}” has to go: "
        "with it, the line would say the opposite."
    )


@playbook_check(
    Rule(
        id="duplicate-branch",
        group=Group.REFERENCES,
        summary="Each branch of an emergency has an id of its own.",
        why="Links and the search lead to a branch by its id.",
        fault=_example(
            more="\n  - id: adult\n    see: They can cough.\n    now:\n"
            "      - Stay.\n      - Watch."
        ),
        fix=_example(),
    ),
    of_parts=True,
)
def find_duplicate_branches(one: PlaybookContext) -> Iterator[Finding]:
    """Find two branches with one id."""
    counts = Counter(branch.id for _, branch in _list_branches(one))
    seen: set[str] = set()
    for number, branch in _list_branches(one):
        if branch.id in seen:
            yield Finding(
                one.place("branches", number, "id"),
                f"There are {counts[branch.id]} branches with the id “{branch.id}”.",
                "Give each branch an id of its own.",
            )
        seen.add(branch.id)
