"""Who approved a page or a branch, in one line, the same on pages and on papers."""

from collections.abc import Sequence

from generator.model.approval import Expert, SignOff
from generator.model.guidebook import Value
from generator.model.playbook import Playbook

_EXPERTS = {
    Expert.MEDICAL: "a medical expert",
    Expert.LEGAL: "a lawyer",
    Expert.FOOD: "a food safety expert",
    Expert.SECURITY: "a security expert",
}


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


def describe_unsigned_facts(facts: Sequence[Value]) -> list[str]:
    """Say which of a country's facts an expert still has to approve, a line for each expert."""
    return [
        f"On {', '.join(names)}: not yet approved by {words}."
        for expert, words in _EXPERTS.items()
        if (names := [one.name for one in facts if one.waits_for is expert])
    ]
