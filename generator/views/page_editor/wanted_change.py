"""What a page wants changed, as it says it in JSON: only what the model knows gets further."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from generator.model.model_path import Shape, Slot, allows, find_slot
from generator.model.written_value import NOTHING, find_value, find_written
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import GuidebookError
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Move, Set
from generator.views.page_editor.text_field import make_item

_UNKNOWN = "The page asks for something that the guidebook does not know. Load it again."

_DEEPEST = 20
_LONGEST = 10_000


def read_all(model: type[YamlModel], data: Any, wanted: object) -> list[Change]:
    """The changes of a file that says `data`. Raises GuidebookError for what cannot be one."""
    if not isinstance(wanted, list) or not wanted:
        raise GuidebookError(_UNKNOWN)
    changes = [_read(model, data, one) for one in wanted]
    return [one for one in changes if one is not None]


def read_loc(value: object) -> Loc:
    """A location as JSON has it."""
    if not isinstance(value, list) or len(value) > _DEEPEST or not all(map(_is_part, value)):
        raise GuidebookError(_UNKNOWN)
    return tuple(value)


def _is_part(part: object) -> bool:
    return isinstance(part, str) or (type(part) is int and 0 <= part < _LONGEST)


def _read(model: type[YamlModel], data: Any, wanted: object) -> Change | None:
    match wanted:
        case {"set": where, "value": value}:
            loc = read_loc(where)
            slot = _find(model, loc)
            written = find_written(model, data, loc)
            if value == "" and not slot.required and not isinstance(loc[-1], int):
                return None if find_value(model, data, loc) is NOTHING else Delete(written)
            if not allows(slot, value):
                raise GuidebookError(_UNKNOWN)
            return Set(written, value)
        case {"insert": where, "index": int(index)}:
            loc = read_loc(where)
            _find_list(model, loc)
            known = find_value(model, data, loc)
            if not 0 <= index <= (len(known) if isinstance(known, list) else 1):
                raise GuidebookError(_UNKNOWN)
            value = _read_item(model, data, loc, cast("Mapping[str, Any]", wanted))
            if not allows(find_slot(model, (*loc, 0)), value):
                raise GuidebookError(_UNKNOWN)
            return Insert(find_written(model, data, loc), index, value)
        case {"delete": where}:
            loc = read_loc(where)
            _find(model, loc)
            return Delete(find_written(model, data, loc))
        case {"move": where, "start": int(start), "to": int(end)}:
            loc = read_loc(where)
            _find_list(model, loc)
            return Move(find_written(model, data, loc), start, end)
    raise GuidebookError(_UNKNOWN)


def _find(model: type[YamlModel], loc: Loc) -> Slot:
    slot = find_slot(model, loc) if loc else None
    if slot is None:
        raise GuidebookError(_UNKNOWN)
    return slot


def _find_list(model: type[YamlModel], loc: Loc) -> None:
    if _find(model, loc).shape is not Shape.LIST:
        raise GuidebookError(_UNKNOWN)


def _read_item(model: type[YamlModel], data: Any, loc: Loc, wanted: Mapping[str, Any]) -> Any:
    """A new item: as it is, or made of texts at locations in it."""
    texts = wanted.get("texts")
    if texts is None:
        return wanted.get("value")
    return make_item(model, loc, dict(_list_texts(texts)), _list_ids(model, data, loc))


def _list_texts(texts: object) -> Iterator[tuple[Loc, str]]:
    if not isinstance(texts, list):
        raise GuidebookError(_UNKNOWN)
    for one in texts:
        match one:
            case [where, str(text)]:
                yield read_loc(where), text
            case _:
                raise GuidebookError(_UNKNOWN)


def _list_ids(model: type[YamlModel], data: Any, loc: Loc) -> Sequence[str]:
    """The names that items have, in this list and in those beside it."""
    around = find_value(model, data, loc[:-1])
    lists = around.values() if isinstance(around, dict) else []
    known = [one for items in lists if isinstance(items, list) for one in items]
    return [str(one["id"]) for one in known if isinstance(one, dict) and "id" in one]
