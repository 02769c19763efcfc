"""House facts in steps: the sentence keeps the author's words, and a plate below shows the fact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.guidebook import Guidebook
from generator.model.inline_references import REFERENCE, read_reference
from generator.model.located_text import rewrite
from generator.model.playbook_items import Step


@dataclass(frozen=True)
class StepPlate:
    """A house fact: its name, and the text that writes its value, or None if it is not set."""

    label: str
    value: str | None


@dataclass(frozen=True)
class PlatedStep:
    """A step whose text only names the facts that its plates show."""

    do: str | None
    say: str | None
    why: str | None
    plates: Sequence[StepPlate]


def lift_plates(guidebook: Guidebook, steps: Sequence[Step]) -> list[PlatedStep]:
    """Give each house fact that a step names in its own words a plate, the first time it comes up.

    One without words of its own is a part of the sentence, and stays there.
    """
    shown: set[str] = set()
    return [_lift(guidebook, step, shown) for step in steps]


def _lift(guidebook: Guidebook, step: Step, shown: set[str]) -> PlatedStep:
    plates: list[StepPlate] = []

    def lift(found: re.Match[str]) -> str:
        reference = read_reference(found) if found["name"] else None
        if (
            not reference
            or not reference.words
            or reference.name not in guidebook.about.house_values
        ):
            return found[0]
        if reference.name not in shown:
            shown.add(reference.name)
            value = guidebook.values[reference.name]
            text = f"(({reference.name}))" if value.text else None
            plates.append(StepPlate(value.label, text))
        return reference.words

    do = step.do and rewrite(step.do, lambda text: REFERENCE.sub(lift, text))
    return PlatedStep(do, step.say, step.why, plates)
