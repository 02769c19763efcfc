"""What the model allows at a place: found by walking it along a location."""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.record import Loc, Record, ShortForm

# Words for one thing in a list, where they are not the list's name without its “s”.
_ITEMS = {"replies": "reply", "right_now": "shortcut"}


def peel(annotation: Any) -> Any:
    """Strip what pydantic wraps around a type: options of None, constraints."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
        else:
            return annotation


def find_type(model: type[Record], loc: Loc) -> Any:
    """Find the type of what stands at a location."""
    return peel(_walk(model, loc)[0])


def find_record(model: type[Record], loc: Loc) -> type[Record] | None:
    """Find the record that stands at a location, or None."""
    found = find_type(model, loc)
    return found if is_record(found) else None


def find_field(model: type[Record], loc: Loc) -> FieldInfo | None:
    """Find the field of a location, or of the list that it is an item of."""
    return _walk(model, loc)[1]


def find_short_name(model: type[Record], loc: Loc) -> str | None:
    """Find the name that a plain text stands for at a location."""
    annotation, field = _walk(model, loc)
    metadata = [*(get_args(annotation)[1:] if get_origin(annotation) is Annotated else ())]
    if field is not None and loc and isinstance(loc[-1], str):
        metadata += field.metadata
    for one in metadata:
        if isinstance(one, ShortForm) and one.plain is str:
            return one.key
    return None


def is_record(found: Any) -> bool:
    """Tell whether a type is a group of names."""
    return isinstance(found, type) and issubclass(found, Record)


def is_list(found: Any) -> bool:
    """Tell whether a type is a list."""
    return get_origin(found) is tuple


def list_choices(found: Any) -> list[str]:
    """List the words that can be chosen from."""
    if isinstance(found, type) and issubclass(found, Enum):
        return [str(one.value) for one in found]
    return []


def list_item(found: Any) -> Any:
    """Find the type of a list's items."""
    return peel(get_args(found)[0])


def find_homes(model: type[Record], name: str) -> Iterator[str]:
    """Find the groups of a model in which a name can be used."""
    yield from dict.fromkeys(
        " > ".join(path) for path, record in _list_records(model, ()) if name in record.model_fields
    )


def name_item(of: str) -> str:
    """Name one thing in a list: a step of the steps, else an item."""
    if of in _ITEMS:
        return _ITEMS[of]
    return of[:-1] if of.endswith("s") and len(of) > 3 else "item"


def describe(loc: Loc) -> str:
    """Say where something stands: “steps > step 3 > why”."""
    parts: list[str] = []
    for index, part in enumerate(loc):
        if isinstance(part, int):
            before = loc[index - 1] if index else ""
            parts.append(f"{name_item(before) if isinstance(before, str) else 'item'} {part + 1}")
        else:
            parts.append(part)
    return f"“{' > '.join(parts)}”" if parts else "This file"


def _walk(model: type[Record], loc: Loc) -> tuple[Any, FieldInfo | None]:
    annotation: Any = model
    field: FieldInfo | None = None
    for part in loc:
        found = peel(annotation)
        if is_record(found) and isinstance(part, str):
            field = found.model_fields.get(part)
            if field is None:
                return None, None
            annotation = field.annotation
        elif is_list(found) and isinstance(part, int):
            annotation = get_args(found)[0]
        elif get_origin(found) is not None and issubclass(get_origin(found), Mapping):  # type: ignore[arg-type]  # a class
            annotation = get_args(found)[0 if part == "[key]" else 1]
    return annotation, field


def _list_records(
    model: type[Record], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], type[Record]]]:
    yield path, model
    for name, field in model.model_fields.items():
        found = peel(field.annotation)
        if is_list(found):
            found = list_item(found)
        elif get_origin(found) is not None:
            found = peel(get_args(found)[-1])
        if is_record(found):
            yield from _list_records(found, (*path, name))
