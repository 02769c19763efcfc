"""The models of what a playbook is made of: steps, phrases, words to avoid, the stop box."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.checklist import KEPT_NAME
from generator.model.weights import LOOK, READ, SILENT
from generator.model.yaml_model import OneOrMore, Slug, Text, YamlModel


class Channel(StrEnum):
    """Where the conversation takes place."""

    COUNTER = "counter"
    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"


class Feeling(StrEnum):
    """What the customer shows."""

    ANGRY = "angry"
    WORRIED = "worried"
    SAD = "sad"
    CONFUSED = "confused"
    DISAPPOINTED = "disappointed"
    EMBARRASSED = "embarrassed"
    IMPATIENT = "impatient"


class Step(YamlModel):
    """One thing to do, or to say, and why."""

    do: Annotated[Text | None, READ] = Field(None, description="what to do; start with the verb")
    say: Annotated[Text | None, READ] = Field(None, description="the words to say")
    why: Annotated[Text | None, LOOK] = Field(None, description="the reason, in small print below")
    id: Annotated[Slug | None, SILENT] = Field(None, description=KEPT_NAME)

    @model_validator(mode="after")
    def _has_an_action(self) -> "Step":
        if self.do is None and self.say is None:
            raise PydanticCustomError("need_one_of", "", {"names": ["do", "say"]})
        return self


class Phrase(YamlModel):
    """Words to say, and when they fit."""

    say: Annotated[Text, LOOK] = Field(description="the words as spoken, without quotation marks")
    why: Annotated[Text | None, LOOK] = Field(None, description="why it works")
    channels: Annotated[tuple[Channel, ...], OneOrMore, LOOK] = Field(
        (), description="where it fits"
    )
    feelings: Annotated[tuple[Feeling, ...], OneOrMore, SILENT] = Field(
        (), description="which feeling of the customer it answers"
    )
    id: Annotated[Slug | None, SILENT] = Field(None, description=KEPT_NAME)


class Avoid(YamlModel):
    """Words (say) or an act (do) to keep from, and why."""

    say: Annotated[Text | None, LOOK] = Field(None, description="the words to avoid, as spoken")
    do: Annotated[Text | None, LOOK] = Field(None, description="an act to avoid")
    why: Annotated[Text | None, LOOK] = Field(None, description="what it does to the customer")
    instead: Annotated[Text | None, LOOK] = Field(None, description="better words")
    id: Annotated[Slug | None, SILENT] = Field(None, description=KEPT_NAME)

    @model_validator(mode="after")
    def _is_words_or_an_act(self) -> "Avoid":
        if (self.do is None) == (self.say is None):
            raise PydanticCustomError("need_one_of", "", {"names": ["say", "do"]})
        return self


class StopLevel(StrEnum):
    """How loud a stop box is: red is kept for life and limb."""

    DANGER = "danger"
    HELP = "help"
    HAND_OVER = "hand over"


class Stop(YamlModel):
    """When to stop or hand over. `lead` is set in bold, `go` names where to go on."""

    level: Annotated[StopLevel, READ] = Field(
        StopLevel.HAND_OVER,
        description="danger, if somebody may be hurt or die; help, if someone else is needed now",
    )
    lead: Annotated[Text, READ] = Field("Stop.", description="the first words, in bold")
    text: Annotated[Text, READ] = Field(description="when to stop, and what to do then")
    go: Annotated[tuple[Slug, ...], OneOrMore, READ] = Field(
        (), description="the playbook to go on with", max_length=3
    )
