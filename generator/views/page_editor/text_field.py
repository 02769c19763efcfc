"""A text of a page as its editor needs it: its words, what they are for, the list they are in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from generator.model.model_path import Shape, Slot, find_slot
from generator.model.practice import Option, Reply
from generator.model.written_value import NOTHING, find_value
from generator.model.yaml_model import Loc, YamlModel

# Fields that no page draws as words, or that are chosen and not written.
_NOT_DRAWN = frozenset(
    [
        "allow",
        "danger",
        "formerly",
        "icon",
        "id",
        "ideas",
        "owner",
        "search",
        "sign_off",
        "sources",
        "version",
    ]
)
_RIGHT: Mapping[Any, str] = {Option: "right", Reply: "best"}
"""What has to be said of one item of a list, and is said of the first when a list is made."""

_ENDINGS = {"ies": "y", "ches": "ch", "s": ""}
_FIXED = frozenset(["chapters"])
"""Lists whose items are more than words: a chapter is a folder as well."""


class Asked(TypedDict):
    """A text to write. `loc` is in its file, or in an item that is still to be made."""

    loc: Sequence[str | int]
    label: str
    help: str
    required: bool
    most: int
    choices: Sequence[str]
    many: bool


class ListAt(TypedDict):
    """The list that a text is an item of, or in an item of."""

    loc: Sequence[str | int]
    index: int
    count: int
    least: int
    name: str


class TextField(TypedDict):
    """A text with what can be done with it. `more` are texts that may be beside it."""

    asked: Asked
    text: str
    list: ListAt | None
    more: Sequence[Asked]


def describe(model: type[YamlModel], data: Any, loc: Loc) -> TextField | None:
    """What there is to know of a text; None if the model has no text there."""
    slot = find_slot(model, loc)
    if slot is None or slot.shape is not Shape.TEXT:
        return None
    value = find_value(model, data, loc)
    return {
        "asked": _ask(slot, loc),
        "text": value if isinstance(value, str) else "",
        "list": _find_list(model, data, loc),
        "more": list(list_missing(model, data, _find_record(model, loc))),
    }


def list_missing(model: type[YamlModel], data: Any, loc: Loc) -> Iterator[Asked]:
    """The texts that may be added to a record, such as why a step is done."""
    record = find_slot(model, loc)
    for name, slot in record.fields.items() if record else ():
        own = (*loc, name)
        first = slot.step(0) if slot.shape is Shape.LIST else slot
        # A record without a short form, such as a practice, has a form of its own.
        is_text = first is not None and (first.shape is Shape.TEXT or first.short is not None)
        is_there = find_value(model, data, own) not in (NOTHING, None)
        if is_text and not is_there and not slot.required and name not in _NOT_DRAWN:
            yield _ask(slot, own)


def list_needed(model: type[YamlModel], loc: Loc) -> Sequence[Asked]:
    """The texts that a new item of a list has to have; their locations begin in the item."""
    slot = find_slot(model, (*loc, 0))
    return list(_list_needed(slot, ())) if slot else []


def make_item(
    model: type[YamlModel], loc: Loc, texts: Mapping[Loc, str], names: Sequence[str] = ()
) -> Any:
    """A new item of a list with these texts in it. `names` are those that its own may not be."""
    slot = find_slot(model, (*loc, 0))
    if slot is None:
        return None
    if slot.short and set(texts) == {(slot.short,)}:
        return texts[slot.short,]
    return _make(slot, (), texts, names)


def write_label(loc: Loc) -> str:
    """How people call a text: “Step 3: why”."""
    words: list[str] = []
    for part in loc:
        if isinstance(part, int) and words:
            words[-1] = f"{_name_one(words[-1])} {part + 1}"
        else:
            words.append(str(part).replace("_", " "))
    if len(words) > 1 and words[-1] == "text":
        words.pop()
    found = ": ".join(words)
    return found[:1].upper() + found[1:]


def _name_one(many: str) -> str:
    """One of what a list holds."""
    for ending, one in _ENDINGS.items():
        if many.endswith(ending):
            return many.removesuffix(ending) + one
    return many


def _ask(slot: Slot, loc: Loc) -> Asked:
    first = slot.step(0) if slot.shape is Shape.LIST else slot
    choices = [one.value for one in first.type] if first and first.shape is Shape.CHOICE else []
    return {
        "loc": loc,
        "label": write_label(loc),
        "help": slot.help,
        "required": slot.required,
        "most": first.most if first else slot.most,
        "choices": choices,
        "many": slot.shape is Shape.LIST,
    }


def _find_list(model: type[YamlModel], data: Any, loc: Loc) -> ListAt | None:
    for length in range(len(loc) - 1, -1, -1):
        index, around = loc[length], loc[:length]
        slot = find_slot(model, around)
        if isinstance(index, int) and slot and _FIXED.isdisjoint(around):
            value = find_value(model, data, around)
            count = len(value) if isinstance(value, list) else 1
            least = max(slot.least, 1 if slot.required else 0)
            return {
                "loc": around,
                "index": index,
                "count": count,
                "least": least,
                "name": write_label(around[-1:]),
            }
    return None


def _find_record(model: type[YamlModel], loc: Loc) -> Loc:
    """The nearest record around a text."""
    for length in range(len(loc) - 1, -1, -1):
        slot = find_slot(model, loc[:length])
        if slot and slot.shape is Shape.RECORD:
            return loc[:length]
    return ()


def _list_needed(slot: Slot, loc: Loc) -> Iterator[Asked]:
    if slot.shape is Shape.RECORD:
        for name, inner in slot.fields.items():
            if (inner.required or name == slot.short) and name != "id":
                yield from _list_needed(inner, (*loc, name))
    elif slot.shape is Shape.LIST:
        inner_slot = slot.step(0)
        for index in range(max(1, slot.least)):
            if inner_slot:
                yield from _list_needed(inner_slot, (*loc, index))
    else:
        yield {**_ask(slot, loc), "required": True}


def _make(slot: Slot, loc: Loc, texts: Mapping[Loc, str], names: Sequence[str]) -> Any:
    if slot.shape is Shape.LIST:
        inner = slot.step(0)
        numbers = {one[len(loc)] for one in texts if one[: len(loc)] == loc}
        return [_make(inner, (*loc, one), texts, ()) for one in range(len(numbers)) if inner]
    if slot.shape is not Shape.RECORD:
        return texts.get(loc, "")
    made: dict[str, Any] = {}
    for name, inner in slot.fields.items():
        own = (*loc, name)
        if name == "id" and inner.required:
            made[name] = _choose_name(next(iter(texts.values()), ""), names)
        elif any(one[: len(own)] == own for one in texts):
            made[name] = _make(inner, own, texts, ())
    if slot.type in _RIGHT and loc[-1:] == (0,):
        made[_RIGHT[slot.type]] = "yes"
    return made


def _choose_name(words: str, names: Sequence[str]) -> str:
    letters = "".join(one if one.isascii() and one.isalnum() else " " for one in words.lower())
    name = "-".join(letters.split()[:4])[:50].strip("-") or "new"
    number = 2
    found = name
    while found in names:
        found, number = f"{name}-{number}", number + 1
    return found
