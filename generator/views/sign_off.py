"""Who approved a page or a branch, in one line, the same on pages and on papers."""

from generator.model.playbook import Expert, Playbook, SignOff

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
    if sign_off.name is None or sign_off.date is None:
        return f"Not yet approved by {expert}."
    if sign_off.edition != playbook.edition:
        return f"Changed since {expert} approved it."
    return f"Approved by {sign_off.name}, {expert.partition(' ')[2]}."
