"""What holds in one place only: its money, its numbers, its law."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.problem import Group, Rule, Severity

_DIGIT = re.compile(r"\d")
# No word boundary at the start: the search is quick only with a first character to look for.
_PLACE_BOUND = re.compile(
    r"[$€£¥₹]\s?\d|\d{1,3}(?:[ -]\d{3,4}){1,3}(?!\d)"
    r"|(?P<help>911|999|112|000)(?<![\d.,]\d{3})(?!\d)"
)
_LAW_LINE = re.compile(r"\bcheck(?:ed)? the (?:local )?law\b", re.IGNORECASE)


@playbook_check(
    Rule(
        id="place-bound",
        group=Group.WORDS,
        summary="No currency, phone number or law of one place; those are house values.",
        why="The guidebook works in any country.",
        fault="purpose: Give back up to £20 at once.",
        fix="purpose: Give back up to ((spend-limit)) at once.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_place_bound(one: PlaybookContext) -> Iterator[Finding]:
    """Find amounts in a currency and phone numbers."""
    for loc, text in one.prose.own if _DIGIT.search(one.prose.whole) else ():
        for found in _PLACE_BOUND.finditer(text) if _DIGIT.search(text) else ():
            yield Finding(
                one.place(*loc),
                f"“{found[0]}” belongs to one place.",
                "Write  ((emergency-number))  instead, which is the number of each place."
                if found["help"]
                else "Use a house value, such as ((spend-limit)), or leave it out.",
            )


@playbook_check(
    Rule(
        id="law-line",
        group=Group.WORDS,
        summary="No text sends staff to check the law; it names a fact of the country.",
        why="Nobody looks up the law with a customer waiting.",
        fault="purpose: Give back what is due. Check the law where you work.",
        fix="purpose: Give back what is due.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_law_lines(one: PlaybookContext) -> Iterator[Finding]:
    """Find lines that leave the law to the reader."""
    for loc, text in one.prose.own:
        if _LAW_LINE.search(text):
            yield Finding(
                one.place(*loc),
                "This sends staff to look up the law.",
                "Write what to do, or name a fact of the country, such as ((faulty-goods)).",
            )
