"""What a person filled in, as a file says it."""

from collections.abc import Callable, Mapping

from generator.model.yaml_model import MAX_LENGTH
from generator.problem import GuidebookError
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Control, Field, Value

_UNKNOWN = "The page asks for something that the guidebook does not know. Load it again."
_LISTS = (Control.CHOICES, Control.LINES, Control.NAMES)
_PAIRS = (Control.PAIRS, Control.SIGN_OFF)
_MOST = 500


def read(field: Field, value: object) -> Value:
    """What a page sent for a field. Raises GuidebookError for what no page would send."""
    found = _READERS.get(field.control, _read_text)(value)
    names = {found} if isinstance(found, str) else {*found}
    if _is_chosen(field) and not names <= {*field.choices, ""}:
        raise GuidebookError(_UNKNOWN)
    return found


def _is_chosen(field: Field) -> bool:
    """Whether a field holds only what the guidebook knows."""
    is_named = field.control is Control.PAIRS and bool(field.choices)
    return is_named or field.control in (Control.CHOICE, Control.CHOICES, Control.NAMES)


def write(field: Field, value: Value, old: Data) -> Data:
    """What the file says then; None if it says nothing about the field. `old` is what it said."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, Mapping):
        return _write_mapping(field, value)
    if not value:
        return None
    items = old if isinstance(old, list) else [old]
    known = {_find_words(one): one for one in reversed(items) if one is not None}
    made: list[Data] = [known.get(one, one) for one in value]
    is_short = isinstance(old, str) and len(made) == 1  # it was written as a plain text, and stays
    return made[0] if is_short else made


def _write_mapping(field: Field, value: Mapping[str, str]) -> Data:
    filled: dict[str, Data] = {name: one for name, one in value.items() if one}
    if field.control is Control.SIGN_OFF and "expert" not in filled:
        return None
    if field.control is Control.SIGN_OFF and filled.keys() == {"expert"}:
        return filled["expert"]
    return filled or None


def _read_text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 2 * MAX_LENGTH:
        raise GuidebookError(_UNKNOWN)
    return " ".join(value.split())


def _read_list(value: object) -> list[str]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise GuidebookError(_UNKNOWN)
    return list(dict.fromkeys(filter(None, map(_read_text, value))))


def _read_mapping(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > _MOST:
        raise GuidebookError(_UNKNOWN)
    return {_read_text(name): _read_text(one) for name, one in value.items()}


_READERS: Mapping[Control, Callable[[object], Value]] = dict.fromkeys(
    _LISTS, _read_list
) | dict.fromkeys(_PAIRS, _read_mapping)


def _find_words(item: Data) -> str:
    """The text of an item of a list, in whichever form it is written."""
    if isinstance(item, dict):
        return next((one for one in item.values() if isinstance(one, str)), "")
    return item if isinstance(item, str) else ""
