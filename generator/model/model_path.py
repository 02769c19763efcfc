"""What the model says about a location in a file: what may be there, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from generator.model.yaml_model import MAX_LENGTH, SLUG, Loc, ShortForm, YamlModel


class Shape(StrEnum):
    """What a value is in the file."""

    TEXT = "text"
    NAME = "name"
    CHOICE = "choice"
    LIST = "list"
    RECORD = "record"
    MAPPING = "mapping"
    OTHER = "other"


@dataclass(frozen=True)
class Slot:
    """A location that the model knows. `inner` is what a list or a mapping holds.

    `short` is the field that a plain value means in a record, which is of the kind `plain`.
    `most` and `least` count characters or items.
    """

    shape: Shape
    type: Any
    help: str = ""
    required: bool = True
    default: object = None
    most: int = MAX_LENGTH
    least: int = 0
    short: str | None = None
    plain: object = None
    inner: Any = None

    @property
    def fields(self) -> Mapping[str, "Slot"]:
        """The slots of a record by their names; nothing else has any."""
        if self.shape is not Shape.RECORD:
            return {}
        return {
            name: _describe(_join(field), field) for name, field in self.type.model_fields.items()
        }

    def step(self, part: str | int) -> "Slot | None":
        """The slot inside this one."""
        if self.shape is Shape.LIST:
            return _describe(self.inner) if isinstance(part, int) else None
        if isinstance(part, int):
            return None
        if self.shape is Shape.MAPPING:
            return _describe(self.inner)
        field = self.type.model_fields.get(part) if self.shape is Shape.RECORD else None
        return _describe(_join(field), field) if field else None


def find_slot(model: type[YamlModel], loc: Loc) -> Slot | None:
    """The slot of a location in a file of this model; None where the model allows nothing."""
    slot: Slot | None = Slot(Shape.RECORD, model)
    for part in loc:
        slot = slot.step(part) if slot else None
    return slot


def allows(slot: Slot | None, value: object) -> bool:
    """Whether a value names only what the model knows at its place. What it says is not judged."""
    if slot is None:
        return False
    if value is None or isinstance(value, str):
        return True
    if isinstance(value, list):
        return slot.shape is Shape.LIST and all(allows(slot.step(0), one) for one in value)
    if isinstance(value, dict):
        return all(
            isinstance(name, str) and allows(slot.step(name), one) for name, one in value.items()
        )
    return False


def _join(field: FieldInfo) -> Any:
    """The annotation of a field with what pydantic took out of it."""
    annotation: Any = field.annotation
    for one in field.metadata:
        annotation = Annotated[annotation, one]
    return annotation


def _describe(annotation: Any, field: FieldInfo | None = None) -> Slot:
    bare, marks = _unwrap(annotation)
    lengths = {type(one): one for one in marks}
    least = lengths[MinLen].min_length if MinLen in lengths else 0
    most = lengths[MaxLen].max_length if MaxLen in lengths else MAX_LENGTH
    pattern = next((one.pattern for one in marks if isinstance(one, StringConstraints)), None)
    shape, inner = _find_shape(bare, is_name=pattern == SLUG)
    short = next((one for one in marks if isinstance(one, ShortForm) and one.key), None)
    return Slot(
        shape,
        bare,
        help=(field.description or "") if field else "",
        required=field.is_required() if field else True,
        default=field.default if field else None,
        most=most,
        least=least,
        short=short.key if short else None,
        plain=short.plain if short else None,
        inner=inner,
    )


def _unwrap(annotation: Any) -> tuple[Any, list[Any]]:
    """A type without what it may also be instead (nothing), and what is noted beside it."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *own = get_args(annotation)
            for one in own:
                marks += one.metadata if isinstance(one, FieldInfo) else [one]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not NoneType)
        else:
            return annotation, marks


def _find_shape(bare: Any, *, is_name: bool) -> tuple[Shape, Any]:
    origin = get_origin(bare)
    if origin is tuple:
        return Shape.LIST, get_args(bare)[0]
    if origin is not None and issubclass(origin, Mapping):
        return Shape.MAPPING, get_args(bare)[1]
    if isinstance(bare, type) and issubclass(bare, YamlModel):
        return Shape.RECORD, None
    if isinstance(bare, type) and issubclass(bare, Enum):
        return Shape.CHOICE, None
    if bare is str:
        return (Shape.NAME if is_name else Shape.TEXT), None
    return Shape.OTHER, None
