"""What a model says of a place in a file: the order of the names there, and what is short for what.

A file is known by its name, a playbook by its kind, so that no path on a disk is needed.
"""

import types
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from generator.model.json_schema import MODELS
from generator.model.yaml_model import Loc, ShortForm, YamlModel


class _Shape(NamedTuple):
    """A type, and the short forms that can be written for it."""

    kind: Any
    short: tuple[ShortForm, ...] = ()


def list_names(path: str, data: object, loc: Loc) -> tuple[str, ...]:
    """The names that a group at a location may have, in the order of its model."""
    model = _find(path, data, loc).kind
    return tuple(model.model_fields) if _is_model(model) else ()


def find_short(path: str, data: object, loc: Loc, plain: type) -> str | None:
    """The name that is left out where a group at a location is written as a plain value."""
    forms = _find(path, data, loc).short
    return next((one.key for one in forms if one.key and one.plain is plain), None)


def _find(path: str, data: object, loc: Loc) -> _Shape:
    shape = _Shape(_choose_model(path, data))
    for part in loc:
        shape = _step(shape.kind, part)
    return shape


def _choose_model(path: str, data: object) -> type[YamlModel]:
    folder, _, name = path.rpartition("/")
    if folder.rpartition("/")[2] == "countries":
        return MODELS["country"]
    known = MODELS.get(name.rpartition(".")[0])
    if known and name not in ("playbook.yml", "emergency.yml"):
        return known
    is_emergency = isinstance(data, Mapping) and (
        data.get("kind") == "emergency" or ("branches" in data and "kind" not in data)
    )
    return MODELS["emergency" if is_emergency else "playbook"]


def _step(kind: Any, part: str | int) -> _Shape:
    """What is inside a type: the field of a model, or the items of a list or a mapping."""
    if _is_model(kind):
        field = kind.model_fields.get(part)
        return _unwrap(_Shape(field.annotation, _keep_short(field.metadata))) if field else _NONE
    inner = get_args(kind)
    if get_origin(kind) is tuple and isinstance(part, int) and inner:
        return _unwrap(_Shape(inner[0]))
    if get_origin(kind) is Mapping and isinstance(part, str):
        return _unwrap(_Shape(inner[1]))
    return _NONE


_NONE = _Shape(None)


def _unwrap(shape: _Shape) -> _Shape:
    """Take off what is around a type: its constraints, and that it may be missing."""
    origin = get_origin(shape.kind)
    if origin is Annotated:
        inner, *metadata = get_args(shape.kind)
        return _unwrap(_Shape(inner, (*shape.short, *_keep_short(metadata))))
    if origin in (Union, types.UnionType):
        inner = next(one for one in get_args(shape.kind) if one is not type(None))
        return _unwrap(_Shape(inner, shape.short))
    return shape


def _keep_short(metadata: Any) -> tuple[ShortForm, ...]:
    return tuple(one for one in metadata if isinstance(one, ShortForm))


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, YamlModel)
