"""What only the company knows: the questions to it, and its answers."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.duplicates import NAMED_TWICE
from generator.checks.suggestions import explain_unknown
from generator.model import files
from generator.model.guidebook import EMERGENCY_NUMBER, Origin
from generator.model.inline_references import find_references
from generator.problem import Group, Place, Rule, Severity


@guidebook_check(
    Rule(
        id="unknown-house",
        group=Group.COMPANY,
        summary="The company’s file answers only what the guidebook asks for.",
        why="No page would show the answer.",
        fault={"house.yml": "values:\n  spendlimit: 50 each"},
        fix={"house.yml": "values:\n  spend-limit: 50 each"},
    )
)
def find_unknown_values(context: GuidebookContext) -> Iterator[Finding]:
    """Find answers to questions that the guidebook does not ask."""
    asked = context.guidebook.about.house_values
    path, house = context.house or ("", None)
    for name in house.values if house else ():
        if name not in asked:
            yield Finding(
                context.locate(path, ("values", name), of_key=True),
                *explain_unknown(name, "house value", asked),
            )


@guidebook_check(
    Rule(
        id="unknown-left-out",
        group=Group.COMPANY,
        summary="The company’s file leaves out only playbooks that there are.",
        why="A playbook under a misspelt name would stay.",
        fault={"house.yml": "without: [brokn-promise]"},
        fix={"house.yml": "without: []"},
    )
)
def find_unknown_left_out(context: GuidebookContext) -> Iterator[Finding]:
    """Find names of playbooks to leave out that are those of none."""
    path, house = context.house or ("", None)
    for number, name in enumerate(house.without if house else ()):
        if name not in context.guidebook.left_out:
            yield Finding(
                context.locate(path, ("without", number)),
                *explain_unknown(name, "playbook", context.ids),
            )


_ASKED = """\
house_values:
  spend-limit:
    name: spend limit
    ask: How much may staff give back at once?"""
_ASKING = """\
practice:
  quiz:
    prompt: They want ((spend-limit)) at once. What do you say?
    options:
      - text: I will see.
        feedback: Nobody knows when.
      - text: You have it now.
        feedback: They have it.
        right: yes
      - text: No, we never do that here.
        feedback: They leave."""
_LOOKED_UP = """\
house_values:
  spend-limit:
    name: spend limit
    ask: How much may staff give back at once?
    value: 50 each
who_and_how_much:
  - title: How much
    values: [{name}]"""


@guidebook_check(
    Rule(
        id="unknown-value",
        group=Group.COMPANY,
        summary="What the page “Who, how much, which number” lists is a house value or a fact.",
        why="The page could show nothing for it.",
        fault={"playbooks/guidebook.yml": _LOOKED_UP.format(name="spend-limt")},
        fix={"playbooks/guidebook.yml": _LOOKED_UP.format(name="spend-limit")},
    )
)
def find_unknown_looked_up(context: GuidebookContext) -> Iterator[Finding]:
    """Find names of what staff look up that are those of nothing."""
    known = context.guidebook.values
    for index, group in enumerate(context.guidebook.about.who_and_how_much):
        for number, name in enumerate(group.values):
            if name not in known:
                yield Finding(
                    _locate_looked_up(context, index, number),
                    *explain_unknown(name, "house value or fact", known),
                )


@guidebook_check(NAMED_TWICE)
def find_repeated_looked_up(context: GuidebookContext) -> Iterator[Finding]:
    """Find what staff would look up in two places."""
    seen: set[str] = set()
    for index, group in enumerate(context.guidebook.about.who_and_how_much):
        for number, name in enumerate(group.values):
            if name in seen:
                yield Finding(
                    _locate_looked_up(context, index, number),
                    f"“{name}” is already on this page.",
                    "Delete one of the two lines.",
                )
            seen.add(name)


def _locate_looked_up(context: GuidebookContext, group: int, number: int) -> Place:
    return context.locate(files.GUIDEBOOK, ("who_and_how_much", group, "values", number))


@guidebook_check(
    Rule(
        id="not-set",
        group=Group.COMPANY,
        summary="The company has filled in every house value.",
        why="Until then, pages that need it say “not set”.",
        fault={
            "playbooks/guidebook.yml": "house_values:\n"
            "  spend-limit:\n"
            "    name: spend limit\n"
            "    ask: How much may staff give back at once?"
        },
        fix={
            "playbooks/guidebook.yml": "house_values:\n"
            "  spend-limit:\n"
            "    name: spend limit\n"
            "    ask: How much may staff give back at once?\n"
            "    value: 50 each"
        },
        severity=Severity.NOTE,
    )
)
def find_values_not_set(context: GuidebookContext) -> Iterator[Finding]:
    """Note each house value that the company has not filled in."""
    used = {reference.name for _, _, reference in context.references}
    for name, value in context.guidebook.about.house_values.items():
        known = context.guidebook.values[name]
        if value.value is None and known.origin is not Origin.COUNTRY:
            shown = "and no playbook uses it yet"
            if name in used:
                shown = f"so its pages say “{known.text or 'not set'}”"
            yield Finding(
                context.locate(files.GUIDEBOOK, ("house_values", name), of_key=True),
                f"“{value.name}” is not filled in, {shown}.",
                f"{value.ask} Write the answer into house.yml, below  values:  after  {name}:",
            )


_ASKED_NUMBER = """\
house_values:
  emergency-number:
    name: emergency number
    ask: Which number do staff call?"""
_SIGNS = " .,:;!?…-–—_/*()"
_GAP = re.compile(r"\[[^\[\]]*\]|<[^<>]*>")
_LONGEST_NUMBER = 32  # characters: room for “9, then 999, on a desk phone”


@guidebook_check(
    Rule(
        id="long-number",
        group=Group.COMPANY,
        summary="The emergency number is a number, without a sentence around it.",
        why="It is read inside sentences, such as “Call 999 from outside.” Where the phone hangs"
        " would send people back in.",
        fault={
            "playbooks/guidebook.yml": _ASKED_NUMBER,
            "house.yml": "values:\n  emergency-number: 999, from the red phone by the till",
        },
        fix={
            "playbooks/guidebook.yml": _ASKED_NUMBER,
            "house.yml": "values:\n  emergency-number: 999",
        },
        severity=Severity.WARNING,
    )
)
def find_long_number(context: GuidebookContext) -> Iterator[Finding]:
    """Find an emergency number with more around it than how to get a line."""
    asked = context.guidebook.about.house_values.get(EMERGENCY_NUMBER)
    text = asked and asked.value
    if text and len(text) > _LONGEST_NUMBER:
        yield Finding(
            context.locate(files.GUIDEBOOK, ("house_values", EMERGENCY_NUMBER, "value")),
            f"Pages would say: “Call {text} from outside.”",
            "Write the number alone, and how to get a line if one has to. Where a phone is"
            " belongs on the wall, not into these words.",
        )


# Compared in small letters, without signs and spaces at its ends.
_NO_ANSWERS = re.compile(
    r"|n\.?/?a|nil|none|not (applicable|known|set|yet)|tb[acd]|to be (agreed|confirmed|decided)"
    r"|to ?do|unknown|xxx?"
)


@guidebook_check(
    Rule(
        id="no-answer",
        group=Group.COMPANY,
        summary="An answer of the company holds the words that staff need, not “n/a”, “tbd” or the"
        " name of another one.",
        why="It stands in the middle of sentences: staff would read “Call n/a”.",
        fault={"playbooks/guidebook.yml": _ASKED, "house.yml": "values:\n  spend-limit: n/a"},
        fix={
            "playbooks/guidebook.yml": _ASKED,
            "house.yml": "values:\n  spend-limit: nothing; ask the shift lead",
        },
    )
)
def find_no_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Find what was written only so that something is there, and names that nothing looks up."""
    for name, value in context.guidebook.about.house_values.items():
        text = value.value or ""
        named = find_references(text)
        if named:
            message = f"“{text}” will be shown as it is: no name is looked up in an answer."
            fix = "Write the words themselves, without the round brackets."
        elif text and (
            _GAP.fullmatch(text) or _NO_ANSWERS.fullmatch(text.casefold().strip(_SIGNS))
        ):
            message = f"“{text}” is no answer, and pages would show it inside sentences."
            fix = (
                f"{value.ask} If there is none, write what staff do instead.\n"
                "If you do not know yet, leave it empty: pages have words for that."
            )
        else:
            continue
        place = context.locate(files.GUIDEBOOK, ("house_values", name, "value"))
        yield Finding(place, message, fix)


UNSET_ELSEWHERE = Rule(
    id="unset-elsewhere",
    group=Group.COMPANY,
    summary="What leaves for another program needs no house value that is not filled in.",
    why="There, nobody sees that it is missing: staff would learn or send “not set”.",
    fault={
        "playbooks/guidebook.yml": _ASKED,
        "playbooks/counter/late-order.yml": _ASKING,
    },
    fix={
        "playbooks/guidebook.yml": f"{_ASKED}\n    value: 50 each",
        "playbooks/counter/late-order.yml": _ASKING,
    },
)
"""Reported where content leaves, by `guidebook export`."""
