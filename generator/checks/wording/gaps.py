"""What is not there yet: reasons, an exercise, and words in the place of dots."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.prose import UNSHOWN
from generator.model.playbook import StandardPlaybook
from generator.problem import Group, Rule, Severity

_DOTS = " .…\t\n"


@playbook_check(
    Rule(
        id="missing-reason",
        group=Group.WORDS,
        summary="Every entry of “avoid” has a “why”.",
        why="Staff drop a habit when they see what it does.",
        fault="avoid:\n  - Where did you buy it?\n  - It is not our fault.",
        fix="avoid:\n"
        "  - say: Where did you buy it?\n"
        "    why: They hear that you don't believe them.\n"
        "  - say: It is not our fault.\n"
        "    why: They came to us, and not to the driver.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_missing_reasons(one: PlaybookContext) -> Iterator[Finding]:
    """Find what to avoid without a reason."""
    for index, entry in enumerate(
        one.playbook.avoid if isinstance(one.playbook, StandardPlaybook) else ()
    ):
        if not entry.why:
            yield Finding(
                one.place("avoid", index),
                f"“{entry.say or entry.do}” has no reason.",
                "Add  why:  and a few words on what it does to the customer.",
            )


@playbook_check(
    Rule(
        id="no-practice",
        group=Group.EXERCISES,
        summary="Every playbook has a practice.",
        why="What is practiced is there when needed.",
        fault="practice:",
        fix="practice:\n"
        "  quiz:\n"
        "    prompt: They ask where their order is. What do you say?\n"
        "    options:\n"
        "      - text: It will be here soon.\n"
        "        feedback: Nobody knows when soon is.\n"
        "      - text: I will look now.\n"
        "        feedback: They see that somebody looks.\n"
        "        right: yes\n"
        "      - text: Please wait.\n"
        "        feedback: They have waited long enough.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_missing_practice(one: PlaybookContext) -> Iterator[Finding]:
    """Find a playbook without an exercise."""
    if not one.playbook.practice:
        yield Finding(
            one.place(), "There is nothing to practice with.", "Add  practice:  with a quiz."
        )


@playbook_check(
    Rule(
        id="still-dots",
        group=Group.WORDS,
        summary="No text is only the dots of an example.",
        why="Messages show dots where your words belong; the page would show them too.",
        fault="purpose: …",
        fix="purpose: Say when the order will be there.",
    ),
    of_parts=True,
)
def find_dots(one: PlaybookContext) -> Iterator[Finding]:
    """Find dots that were copied from an example."""
    for loc, text in one.playbook.texts:
        # What is in a list of names is reported as unknown.
        is_written = loc[0] not in UNSHOWN or loc[0] in ("search", "allow")
        if is_written and not text.strip(_DOTS):
            yield Finding(
                one.place(*loc), "This still holds the dots of an example.", "Write the words."
            )
