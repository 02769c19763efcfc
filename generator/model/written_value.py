"""What a file says at a location of the model, whichever short form it is written in."""

from typing import Any

from generator.model.model_path import Shape, Slot, find_slot
from generator.model.yaml_model import Loc, YamlModel

NOTHING = object()
"""There is no value at a location."""


def find_value(model: type[YamlModel], data: Any, loc: Loc) -> Any:
    """The value at a location, or NOTHING. `data` is what the file says as a whole."""
    slot = find_slot(model, ())
    for part in loc:
        data = _step(slot, data, part) if slot else NOTHING
        if data is NOTHING or slot is None:
            return NOTHING
        slot = slot.step(part)
    return data


def _step(slot: Slot, data: Any, part: str | int) -> Any:
    if isinstance(data, dict) and isinstance(part, str) and slot.shape is not Shape.LIST:
        return data.get(part, NOTHING)
    if isinstance(data, list) and isinstance(part, int):
        return data[part] if 0 <= part < len(data) else NOTHING
    is_short = part == slot.short if slot.shape is Shape.RECORD else part == 0
    return data if data is not None and is_short else NOTHING


def find_written(model: type[YamlModel], data: Any, loc: Loc) -> Loc:
    """The same location as it is in the file: without the names that short forms leave out."""
    slot = find_slot(model, ())
    kept: list[str | int] = []
    for part in loc:
        is_short = isinstance(data, (str, dict if part == 0 else list))
        found = _step(slot, data, part) if slot else NOTHING
        if not (is_short and found is data):
            kept.append(part)
        data, slot = found, slot.step(part) if slot else None
    return tuple(kept)


def find_full(model: type[YamlModel], data: Any, loc: Loc) -> Loc:
    """The location in the model of what is at a location in the file: short forms are completed."""
    slot = find_slot(model, ())
    full: list[str | int] = []
    for part in (*loc, None):
        while slot and (left_out := _find_left_out(slot, data)) is not None:
            full.append(left_out)
            slot = slot.step(left_out)
        if part is not None:
            full.append(part)
            data = _step(slot, data, part) if slot else NOTHING
            slot = slot.step(part) if slot else None
    return tuple(full)


def _find_left_out(slot: Slot, data: Any) -> str | int | None:
    """The part of a location that a short form leaves out here."""
    if slot.shape is Shape.RECORD and isinstance(data, (str, list)):
        inner = slot.step(slot.short) if slot.short else None
        is_list = inner is not None and inner.shape is Shape.LIST
        return slot.short if is_list == isinstance(data, list) else None
    return 0 if slot.shape is Shape.LIST and isinstance(data, (str, dict)) else None
