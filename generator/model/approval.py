"""The model of an expert's approval, bound to the words that were approved."""

import hashlib
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.weights import LOOK, SILENT
from generator.model.yaml_model import Day, Text, YamlModel


class Expert(StrEnum):
    """Who has to approve what a page says about life, limb or law."""

    MEDICAL = "medical"
    LEGAL = "legal"
    FOOD = "food"
    SECURITY = "security"


def fingerprint(words: object) -> str:
    """Name an edition: eight hexadecimal digits that change with the words."""
    return hashlib.sha256(repr(words).encode()).hexdigest()[:8]


class SignOff(YamlModel):
    """Which expert a page needs, and who of them approved which edition of it, and when.

    Without a name, nobody has. `edition` is the fingerprint of what was read, so that a page that
    has changed since counts as unsigned.
    """

    expert: Annotated[Expert, LOOK] = Field(description="medical, legal, food or security")
    name: Annotated[Text | None, LOOK] = Field(None, description="who approved it")
    date: Annotated[Day | None, SILENT] = Field(
        None, description="the day of the approval, such as 2026-11-20"
    )
    edition: Annotated[Text | None, SILENT] = Field(
        None, description="what was approved, as `guidebook check` names it", max_length=40
    )

    def holds_for(self, edition: str) -> bool:
        """Whether somebody approved exactly this edition."""
        return self.name is not None and self.edition == edition

    @model_validator(mode="after")
    def _is_whole(self) -> "SignOff":
        given = {"name": self.name, "date": self.date, "edition": self.edition}
        missing = [name for name, value in given.items() if value is None]
        if missing and len(missing) < len(given):
            raise PydanticCustomError("need_all_of", "", {"names": list(given), "missing": missing})
        return self
