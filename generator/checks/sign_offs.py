"""Who has approved what pages say about life, limb and law."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.problem import Group, Rule, Severity

_SIGNED = (
    "sign_off:\n  expert: medical\n  name: A. Reader\n  date: 2026-11-20\n  edition: {edition}"
)


@playbook_check(
    Rule(
        id="not-signed-off",
        group=Group.UPKEEP,
        summary="An expert has approved what needs one.",
        why="Staff stake their health on it; the page says so until somebody has read it.",
        fault="sign_off: medical",
        fix="sign_off:",
        severity=Severity.NOTE,
    )
)
def find_unsigned(one: PlaybookContext) -> Iterator[Finding]:
    """Note each page and each branch that nobody has approved yet."""
    for loc, sign_off in one.playbook.sign_offs.items():
        if sign_off.name is None:
            yield Finding(
                one.place(*loc),
                f"No {sign_off.expert} expert has approved this yet; its edition is"
                f" {one.playbook.edition}.",
                "Let an expert read it, and write name, date and edition below  sign_off:",
            )


@playbook_check(
    Rule(
        id="sign-off-outdated",
        group=Group.UPKEEP,
        summary="What an expert has approved has not changed since.",
        why="Nobody has approved the words that are there now.",
        fault=_SIGNED.format(edition="aaaaaaaa"),
        fix="sign_off:",
        severity=Severity.WARNING,
    )
)
def find_outdated(one: PlaybookContext) -> Iterator[Finding]:
    """Find approvals of an earlier edition."""
    for loc, sign_off in one.playbook.sign_offs.items():
        if sign_off.name is not None and not sign_off.holds_for(one.playbook.edition):
            yield Finding(
                one.place(*loc),
                f"{sign_off.name} approved the edition {sign_off.edition}, and this one is"
                f" {one.playbook.edition}.",
                "Let it be read again, and write the new date and edition.",
            )
