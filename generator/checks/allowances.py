"""The rules that a playbook switches off."""

from collections.abc import Iterator

from generator.checks.catalogue import list_switchable
from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.suggestions import suggest
from generator.problem import Group, Rule


@playbook_check(
    Rule(
        id="unknown-rule",
        group=Group.REFERENCES,
        summary="A playbook switches off only rules that there are, and that may be switched off.",
        why="Otherwise the rule would go on to object, and nobody would know why.",
        fault="title: Lateness\nallow:\n  title-lenght: One word is what staff call it.",
        fix="title: Lateness\nallow:\n  title-length: One word is what staff call it.",
    ),
    of_parts=True,
)
def find_unknown_rules(one: PlaybookContext) -> Iterator[Finding]:
    """Find names of rules that cannot be switched off."""
    rules = list_switchable()
    for name in one.playbook.allow:
        if name not in rules:
            yield Finding(
                one.place("allow", name, of_key=True),
                f"There is no rule “{name}” that can be switched off.",
                suggest(name, rules) or f"Choose one of: {', '.join(sorted(rules))}.",
            )
