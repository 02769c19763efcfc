"""What holds in one place only: its money, its numbers, its law."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.problem import Group, Rule, Severity

_DIGIT = re.compile(r"\d")
# No word boundary at the start: the search is quick only with a first character to look for.
_PLACE_BOUND = re.compile(
    r"[$€£¥₹]\s?\d|\d{1,3}(?:[ -]\d{3,4}){1,3}(?!\d)|(?:911|999|112)(?<!\d{4})(?!\d)"
)
_LAW = re.compile(
    r"\b(?:the law|by law|legally|illegal|unlawful|legal (?:duty|duties|rights?))\b", re.IGNORECASE
)
_LAW_WORDS = frozenset(["law", "legal", "legally", "illegal", "unlawful"])
_LAW_LINE = re.compile(r"\bcheck(?:ed)? the law where (?:you|we) work\b", re.IGNORECASE)


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
                "Use a house value, such as ((spend-limit)), or leave it out.",
            )


@playbook_check(
    Rule(
        id="law-line",
        group=Group.WORDS,
        summary="Where a text speaks of the law, it says “check the law where you work”.",
        why="Rights and duties differ from place to place.",
        fault="purpose: Give back what the law asks for.",
        fix="purpose: Give back what the law asks for. Check the law where you work.",
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_bare_law(one: PlaybookContext) -> Iterator[Finding]:
    """Find words about the law in a playbook without the line that limits them."""
    prose = one.prose
    if not _LAW_WORDS & prose.present or _LAW_LINE.search(prose.whole):
        return
    for loc, text in prose.own:
        for found in _LAW.finditer(text):
            yield Finding(
                one.place(*loc),
                f"This speaks of the law (“{found[0]}”), and the law differs from place to place.",
                "Add: Check the law where you work.",
            )
