"""How much there is of each part of a playbook, and how long its texts are."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.reading_grade import count_spaced
from generator.model.emergency_playbook import Emergency
from generator.model.playbook import StandardPlaybook
from generator.model.yaml_model import Loc
from generator.problem import Group, Rule, Severity


class _Span(NamedTuple):
    """The least and the most of something."""

    least: int
    most: int

    def __contains__(self, count: object) -> bool:
        return isinstance(count, int) and self.least <= count <= self.most


_COUNTS = {
    "signals": _Span(2, 6),
    "steps": _Span(3, 7),
    "say": _Span(2, 4),
    "avoid": _Span(2, 4),
    "checklist": _Span(4, 8),
    "related": _Span(2, 4),
    "search": _Span(15, 60),
}
_TITLE_WORDS = _Span(2, 9)
_PURPOSE_WORDS = 24
_STEP_WORDS = 30
_PHRASE_WORDS = 25
_FIRST_PHRASE_WORDS = 20


@playbook_check(
    Rule(
        id="count",
        group=Group.LENGTHS,
        summary="Each part has as many entries as a reader can take in: "
        + ", ".join(f"{name} {span.least} to {span.most}" for name, span in _COUNTS.items())
        + ".",
        why="Fewer leave staff alone, more are not read.",
        fault="signals:\n  - They ask where it is",
        fix="signals:\n  - They ask where it is\n  - They hold a receipt",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def count_entries(one: PlaybookContext) -> Iterator[Finding]:
    """Find parts with too few or too many entries."""
    counts = _COUNTS if isinstance(one.playbook, StandardPlaybook) else {}
    for name, span in counts.items():
        value: Any = getattr(one.playbook, name)
        count = len(value.items if name == "checklist" else value or ())
        if count not in span:
            yield Finding(
                one.place(name),
                f"“{name}” has {count or 'no'} {'entry' if count == 1 else 'entries'};"
                f" {span.least} to {span.most} are best.",
                f"Add {span.least - count} more."
                if count < span.least
                else "Keep what counts most.",
            )


@playbook_check(
    Rule(
        id="title-length",
        group=Group.LENGTHS,
        summary=f"A title has {_TITLE_WORDS.least} to {_TITLE_WORDS.most} words.",
        why="It has to fit on a phone, a card and a search result.",
        fault="title: Lateness",
        fix="title: An order comes late",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_title(one: PlaybookContext) -> Iterator[Finding]:
    """Find a title that is too short or too long."""
    count = count_spaced(one.playbook.title)
    least = (
        1 if isinstance(one.playbook, Emergency) else _TITLE_WORDS.least
    )  # “Choking” says it all
    if not least <= count <= _TITLE_WORDS.most:
        yield Finding(
            one.place("title"),
            f"The title has {count} {'word' if count == 1 else 'words'};"
            f" {_TITLE_WORDS.least} to {_TITLE_WORDS.most} fit.",
            "Use the words staff would use, and no more.",
        )


@playbook_check(
    Rule(
        id="purpose-length",
        group=Group.LENGTHS,
        summary=f"The purpose is one sentence of at most {_PURPOSE_WORDS} words.",
        why="Readers see it before the first thing to say.",
        fault="purpose: >\n"
        "  Find the order that they came for, say when it will be there, and give them something\n"
        "  for the wait, whatever the reason was and whoever caused it.",
        fix="purpose: Say when the order will be there, and give something for the wait.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_purpose(one: PlaybookContext) -> Iterator[Finding]:
    """Find a purpose that is too long."""
    purpose = one.prose.plain(one.playbook.purpose)
    yield from _measure(one, [(("purpose",), purpose)], _PURPOSE_WORDS)


@playbook_check(
    Rule(
        id="step-length",
        group=Group.LENGTHS,
        summary=f"A step has at most {_STEP_WORDS} words; the reason goes after “why”.",
        why="A step is read with somebody waiting.",
        fault="steps:\n"
        "  - Look for the order on the screen, on the shelf and with the driver. Ask the kitchen"
        " as well. They often know more. People calm down once they see that somebody looks.\n"
        "  - Say when it will be there.\n"
        "  - Offer something for the wait.",
        fix="steps:\n"
        "  - do: Look for the order on the screen, on the shelf and with the driver.\n"
        "    why: People calm down once they see that somebody looks.\n"
        "  - Say when it will be there.\n"
        "  - Offer something for the wait.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_steps(one: PlaybookContext) -> Iterator[Finding]:
    """Find steps that are too long."""
    playbook = one.playbook
    steps: list[tuple[Loc, str]] = [
        (("steps", index, "do"), one.prose.plain(step.do))
        for index, step in enumerate(
            playbook.steps if isinstance(playbook, StandardPlaybook) else ()
        )
        if step.do
    ]
    yield from _measure(one, steps, _STEP_WORDS)


@playbook_check(
    Rule(
        id="phrase-length",
        group=Group.LENGTHS,
        summary=f"Words to say fit into one breath: at most {_PHRASE_WORDS} words, the first phrase"
        f" at most {_FIRST_PHRASE_WORDS}.",
        why="Nobody can read out more, and nobody listens to more.",
        fault="say:\n"
        "  - I can see that your order is late. I will look for it now. Then I will call the"
        " driver and ask.\n"
        "  - It will be here at six.",
        fix="say:\n  - Your order is late. I will look for it now.\n  - It will be here at six.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def measure_phrases(one: PlaybookContext) -> Iterator[Finding]:
    """Find words to say that are too long."""
    first = [(loc, text) for loc, text in one.prose.spoken if loc[:2] == ("say", 0)]
    others = [(loc, text) for loc, text in one.prose.spoken if loc[:2] != ("say", 0)]
    yield from _measure(one, first, _FIRST_PHRASE_WORDS)
    yield from _measure(one, others, _PHRASE_WORDS)


def _measure(
    one: PlaybookContext, texts: Iterable[tuple[Loc, str]], most: int
) -> Iterator[Finding]:
    for loc, text in texts:
        count = count_spaced(text)
        if count > most:
            yield Finding(
                one.place(*loc),
                f"This has {count} words; at most {most} fit.",
                "Say it shorter, or split it.",
            )
