"""Who approved a page or a branch, in one line, the same on pages and on papers."""

from collections.abc import Iterable, Sequence

from generator.model.approval import Expert, SignOff
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Value
from generator.model.playbook import Playbook

_EXPERTS = {
    Expert.MEDICAL: "a medical expert",
    Expert.LEGAL: "a lawyer",
    Expert.FOOD: "a food safety expert",
    Expert.SECURITY: "a security expert",
}

_NOBODY = "Not yet approved by an expert."


def describe_sign_off(sign_off: SignOff | None, playbook: Playbook) -> str:
    """Say in one line who approved a page, or who still has to. "" if nobody has to."""
    if sign_off is None:
        return ""
    expert = _EXPERTS[sign_off.expert]
    if sign_off.name is None:
        return f"Not yet approved by {expert}."
    if not sign_off.holds_for(playbook.edition):
        return f"Changed since {expert} approved it."
    return f"Approved by {sign_off.name}, {expert.partition(' ')[2]}."


def describe_approval(playbook: Playbook) -> str:
    """Say the same of a page as a whole. An emergency needs an expert, whether named or not."""
    if playbook.sign_off is None and isinstance(playbook, Emergency):
        all_named = all(branch.sign_off for branch in playbook.branches)
        return "" if all_named else _NOBODY
    return describe_sign_off(playbook.sign_off, playbook)


def list_approvals(playbook: Playbook) -> list[str]:
    """Say the same of a page and of each branch that has an expert of its own, each line once."""
    lines = (describe_sign_off(one, playbook) for one in playbook.sign_offs.values())
    return _list_lines([describe_approval(playbook), *lines])


def list_missing_approvals(playbook: Playbook) -> list[str]:
    """Those lines that say that an expert still has to approve something."""
    needed = playbook.sign_offs.values()
    missing = (one for one in needed if not one.holds_for(playbook.edition))
    nobody = describe_approval(playbook) if playbook.sign_off is None else ""
    return _list_lines([nobody, *(describe_sign_off(one, playbook) for one in missing)])


def _list_lines(lines: Iterable[str]) -> list[str]:
    return [one for one in dict.fromkeys(lines) if one]


def describe_unsigned_facts(facts: Sequence[Value]) -> list[str]:
    """Say which of a country's facts an expert still has to approve, a line for each expert."""
    return [
        f"On {', '.join(names)}: not yet approved by {words}."
        for expert, words in _EXPERTS.items()
        if (names := [one.name for one in facts if one.waits_for is expert])
    ]
