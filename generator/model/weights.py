"""What a difference means for staff, for every field of everything that readers may be told about.

A new field of a model needs a line here: a test compares the two.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Union


class Weight(IntEnum):
    """How much a difference matters to those who work by the guidebook."""

    SILENT = 0
    WORTH_A_LOOK = 1
    READ_AGAIN = 2


Weights = Mapping[str, Union[Weight, "Weights"]]
"""The weight of each field of a model; of one that holds models, the weights of their fields."""

_SILENT, _LOOK, _READ = Weight

_SIGN_OFF: Weights = {
    "expert": _LOOK,
    "name": _LOOK,
    "date": _SILENT,
    "edition": _SILENT,
}

_PRACTICE: Weights = {
    "quiz": {
        "prompt": _LOOK,
        "options": {"text": _LOOK, "right": _LOOK, "feedback": _LOOK},
        "id": _SILENT,
    },
    "roleplay": {
        "setting": _LOOK,
        "rounds": {
            "id": _SILENT,
            "customer": _LOOK,
            "rests_on": _SILENT,
            "replies": {"say": _LOOK, "leads": _LOOK, "best": _LOOK, "go": _SILENT},
        },
        "endings": {"id": _SILENT, "outcome": _LOOK, "text": _LOOK, "debrief": _LOOK},
    },
}

COMMON: Weights = {
    "id": _SILENT,
    "chapter": _LOOK,
    "path": _SILENT,
    "title": _LOOK,
    "kind": _LOOK,
    "audience": _LOOK,
    "purpose": _LOOK,
    "owner": _SILENT,
    "reviewed": _SILENT,
    "review_every": _SILENT,
    "sign_off": _SIGN_OFF,
    "checklist": {"items": {"text": _LOOK, "id": _SILENT}, "sign_off": _LOOK},
    "practice": _PRACTICE,
    "icon": _SILENT,
    "poster": _SILENT,
    "related": _SILENT,
    "search": _SILENT,
    "formerly": _SILENT,
    "sources": _SILENT,
    "ideas": _SILENT,
    "allow": _SILENT,
}
"""What every kind of playbook has."""

STANDARD: Weights = {
    **COMMON,
    "signals": _LOOK,
    "steps": {"do": _READ, "say": _READ, "why": _LOOK, "id": _SILENT},
    "say": {"say": _LOOK, "why": _LOOK, "channels": _LOOK, "feelings": _SILENT, "id": _SILENT},
    "avoid": {"say": _LOOK, "do": _LOOK, "why": _LOOK, "instead": _LOOK, "id": _SILENT},
    "channels": _LOOK,
    "feelings": _SILENT,
    "stop": {"level": _READ, "lead": _READ, "text": _READ, "go": _READ},
}

EMERGENCY: Weights = {
    **COMMON,
    "first": _READ,
    "branches": {
        "id": _SILENT,
        "see": _READ,
        "now": _READ,
        "then": _READ,
        "never": _READ,
        "say": _READ,
        "go": _READ,
        "sign_off": _SIGN_OFF,
        "sources": _SILENT,
        "search": _SILENT,
        "danger": _SILENT,
    },
    "on_the_phone": _READ,
    "after": _LOOK,
}

VALUE: Weights = {"name": _LOOK, "text": _READ}
"""A house value, or a fact of the country, as readers see it."""

QUESTION: Weights = {
    "id": _SILENT,
    "ask": _LOOK,
    "answers": {"say": _LOOK, "go": _LOOK, "danger": _LOOK},
}

CHAPTER: Weights = {
    "id": _SILENT,
    "title": _LOOK,
    "purpose": _SILENT,
    "audience": _LOOK,
    "urgent": _SILENT,
    "playbooks": _SILENT,
    "icon": _SILENT,
}


def find_heaviest(weights: Weight | Weights) -> Weight:
    """The greatest weight of a field and of all that it holds."""
    if isinstance(weights, Weight):
        return weights
    return max(map(find_heaviest, weights.values()))
