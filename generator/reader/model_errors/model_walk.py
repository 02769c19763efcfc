"""What the model allows at a place: found by walking it along a location."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.yaml_model import Loc, ShortForm, YamlModel

# Words for one thing of a list, where they are not the list's name without its “s”.
_ITEMS = {"branches": "branch", "replies": "reply", "right_now": "shortcut"}

_PAIR = 2


def find_type(model: type[YamlModel], loc: Loc) -> Any:
    """Find the type of what is at a location."""
    return _peel(_walk(model, loc)[0])


def find_record(model: type[YamlModel], loc: Loc) -> type[YamlModel] | None:
    """Find the record at a location, or None."""
    found = find_type(model, loc)
    return found if is_record(found) else None


def find_field(model: type[YamlModel], loc: Loc) -> FieldInfo | None:
    """Find the field of a location, or of the list that it is an item of."""
    return _walk(model, loc)[1]


def find_short_form(model: type[YamlModel], loc: Loc) -> ShortForm | None:
    """Find the plainer value that can represent the group at a location."""
    annotation, field = _walk(model, loc)
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    metadata = list(get_args(annotation)[1:]) if get_origin(annotation) is Annotated else []
    if field is not None and loc and isinstance(loc[-1], str):
        metadata += field.metadata
    forms = (one for one in metadata if isinstance(one, ShortForm) and one.key)
    return next(forms, None)


def is_record(found: Any) -> bool:
    """Whether a type is a group of names."""
    return isinstance(found, type) and issubclass(found, YamlModel)


def is_list(found: Any) -> bool:
    """Whether a type is a list."""
    return get_origin(found) is tuple


def is_group_of_lists(model: type[YamlModel], loc: Loc) -> bool:
    """Whether there is a group of free names, each with a list, such as the danger words."""
    found = find_type(model, loc)
    return (
        not is_list(found) and len(get_args(found)) == _PAIR and is_list(_peel(get_args(found)[1]))
    )


def is_group_of_texts(model: type[YamlModel], loc: Loc) -> bool:
    """Whether there is a group of free names, each with a text, such as the rules to allow."""
    found = find_type(model, loc)
    parts = get_args(found)
    return not is_list(found) and len(parts) == _PAIR and _peel(parts[1]) is str


def list_choices(found: Any) -> list[str]:
    """List the words that can be chosen from."""
    if isinstance(found, type) and issubclass(found, Enum):
        return [str(one.value) for one in found]
    return []


def list_required(record: type[YamlModel]) -> list[str]:
    """List the names that a group has to have."""
    return [name for name, field in record.model_fields.items() if field.is_required()]


def find_homes(model: type[YamlModel], name: str) -> list[str]:
    """Find the groups of a file in which a name can be used; "" is the file itself."""
    return _list_homes(model).get(name, [])


@cache
def _list_homes(model: type[YamlModel]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for path, record in _walk_records(model, ()):
        for name in record.model_fields:
            homes.setdefault(name, []).append(" > ".join(path))
    return homes


def describe(loc: Loc) -> str:
    """Say where something is: “steps > step 3 > why”."""
    parts: list[str] = []
    for index, part in enumerate(loc):
        before = loc[index - 1] if index else ""
        if isinstance(part, int):
            parts.append(f"{_name_item(before) if isinstance(before, str) else 'item'} {part + 1}")
        else:
            parts.append(part)
    return f"“{' > '.join(parts)}”" if parts else "This file"


def write_example(record: type[YamlModel], name: str) -> str:
    """Write a line as it could be in the file, and below it what it is for."""
    field = record.model_fields[name]
    found = find_type(record, (name,))
    form = find_short_form(record, (name,))
    if form and form.plain is list and form.key:
        found = find_type(record, (name, form.key))
    if is_list(found):
        item = _peel(get_args(found)[0])
        short = form or find_short_form(record, (name, 0))
        choices = list_choices(item)
        if choices:
            line = f"{name}: [{choices[0]}]"
        elif is_record(item) and not short:
            line = f"{name}:\n  - " + "\n    ".join(f"{one}: …" for one in list_required(item))
        else:
            line = f"{name}:\n  - …"
    elif is_record(found) and not form:
        line = f"{name}:\n  " + "\n  ".join(f"{one}: …" for one in list_required(found))
    else:
        choices = list_choices(found)
        line = f"{name}: {choices[0] if choices else _write_value(found)}"
    return f"{line}\n({field.description})" if field.description else line


def _write_value(found: Any) -> str:
    return {"date": "2026-11-20", "bool": "yes", "int": "12"}.get(
        getattr(found, "__name__", ""), "…"
    )


def _name_item(of: str) -> str:
    """Name one thing of a list: a step of the steps, else an item."""
    if of in _ITEMS:
        return _ITEMS[of]
    return of[:-1] if of.endswith("s") and len(of) > 3 else "item"


def _peel(annotation: Any) -> Any:
    """Strip what is around a type: None as another choice, limits."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation


def _walk(model: type[YamlModel], loc: Loc) -> tuple[Any, FieldInfo | None]:
    annotation: Any = model
    field: FieldInfo | None = None
    for part in loc:
        found = _peel(annotation)
        if is_record(found):
            field = found.model_fields.get(str(part))
            if field is None:
                return None, None
            annotation = field.annotation
        elif is_list(found):
            annotation = get_args(found)[0]
        elif get_args(found):  # groups whose names are free, such as the house values
            annotation = get_args(found)[0 if part == "[key]" else 1]
    return annotation, field


def _walk_records(
    model: type[YamlModel], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], type[YamlModel]]]:
    yield path, model
    for name, field in model.model_fields.items():
        found = _peel(field.annotation)
        while get_args(found):
            found = _peel(get_args(found)[0 if is_list(found) else 1])
        if is_record(found):
            yield from _walk_records(found, (*path, name))
