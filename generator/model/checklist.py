"""The model of a checklist."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from generator.model import item_keys
from generator.model.weights import LOOK, SILENT
from generator.model.yaml_model import Slug, Switch, Text, YamlModel, short_form

KEPT_NAME = "a name that stays when the text changes"


class Item(YamlModel):
    """One box to tick."""

    text: Annotated[Text, LOOK] = Field(
        description="what can be ticked, in the past tense or as a state"
    )
    id: Annotated[Slug | None, SILENT] = Field(None, description=KEPT_NAME)


class Checklist(YamlModel):
    """Boxes to tick. `sign_off` asks for name, date and signature on paper."""

    items: Annotated[tuple[Annotated[Item, short_form("text")], ...], Field(min_length=1)] = Field(
        description="the boxes"
    )
    sign_off: Annotated[Switch, LOOK] = Field(
        default=False, description="yes, if someone has to sign it on paper"
    )

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The stable keys of the boxes, in order."""
        return item_keys.list_keys([{"id": one.id, "text": one.text} for one in self.items])
