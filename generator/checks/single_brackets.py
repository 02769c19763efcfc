"""Names in single round brackets that were meant as references: a page shows them as they are."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.model.inline_references import REFERENCE
from generator.problem import Group, Rule, Severity

# Only names with a hyphen: “(fire)” is a word in brackets, and “(emergency-number)” is none. What a
# link of Markdown leads to is between brackets too.
_SINGLE = re.compile(r"(?<![(\]])\(([a-z0-9]+(?:-[a-z0-9]+)+)\)(?!\))")


@playbook_check(
    Rule(
        id="single-brackets",
        group=Group.REFERENCES,
        summary="A reference is in double round brackets.",
        why="In single ones, the page would show the name instead of the link or the value, such"
        " as a number to call.",
        fault="purpose: Listen first, as in (listen-first).",
        fix="purpose: Listen first, as in ((listen-first)).",
        severity=Severity.WARNING,
    )
)
def find_single_brackets(one: PlaybookContext) -> Iterator[Finding]:
    """Find names of playbooks, house values and facts in single brackets; code is left out."""
    guidebook, path = one.whole.guidebook, one.playbook.path
    for loc, text in one.prose.written:
        if "(" not in text:
            continue
        rest = REFERENCE.sub(lambda found: " " * len(found[0]), text)
        for found in _SINGLE.finditer(rest):
            if found[1] in one.whole.ids or found[1] in guidebook.values:
                yield Finding(
                    one.whole.locate(path, loc, offset=found.start(), width=len(found[0])),
                    f"“{found[0]}” is in single brackets, so the page shows it as it is.",
                    f"Write  (({found[1]}))",
                )
