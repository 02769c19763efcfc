"""What a difference means for staff: every field of a model that readers see says it itself."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any, Union, get_args

from pydantic import BaseModel


class Weight(IntEnum):
    """How much a difference matters to those who work by the guidebook."""

    SILENT = 0
    WORTH_A_LOOK = 1
    READ_AGAIN = 2


SILENT, LOOK, READ = Weight
"""For the annotation of a field: `why: Annotated[Text, LOOK]`."""

Weights = Mapping[str, Union[Weight, "Weights"]]
"""The weight of each field of a model; of one that holds models, the weights of their fields."""


def weigh(model: type[BaseModel]) -> Weights:
    """The weights of a model's fields.

    Raises TypeError if a field has none, or one of its own beside those of the model that it holds.
    """
    return {name: _weigh_field(model, name) for name in model.model_fields}


def find_heaviest(weights: Weight | Weights) -> Weight:
    """The greatest weight of a field and of all that it holds."""
    if isinstance(weights, Weight):
        return weights
    return max(map(find_heaviest, weights.values()))


def _weigh_field(model: type[BaseModel], name: str) -> Weight | Weights:
    field = model.model_fields[name]
    found: list[Weight | Weights] = [one for one in field.metadata if isinstance(one, Weight)]
    found += map(weigh, _list_models(field.annotation))
    if len(found) != 1:
        raise TypeError(f"{model.__name__}.{name} needs one weight in its annotation")
    return found[0]


def _list_models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _list_models(part)
