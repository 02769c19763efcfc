"""What each kind of playbook is for, as the page says on which one begins a new one."""

from collections.abc import Mapping

from generator.model.playbook import Kind

KIND_HELP: Mapping[Kind, str] = {
    Kind.SCENARIO: "A situation: what to say and do when it happens.",
    Kind.TACTIC: "A skill that helps in many situations.",
    Kind.PRINCIPLE: "Why we work the way we do.",
    Kind.CHECKLIST: "Boxes to tick, for moments with no time to read.",
    Kind.POLICY: "A rule that is the same for everybody.",
    Kind.EMERGENCY: "Life and limb: what one sees, and what to do at once.",
}
