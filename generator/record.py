"""How a value in a YAML file becomes a field of a model: every scalar arrives as text."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_NUMBER = re.compile(r"\d{1,6}")
_SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Record(BaseModel):
    """Base of everything that is read from YAML: frozen, and no key is silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _read_date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if _DATE.fullmatch(value) else _refuse("date_type")
        except ValueError:
            _refuse("date_type")
    return value


def _read_switch(value: object) -> object:
    if isinstance(value, str):
        if value.lower() not in _SWITCH:
            _refuse("bool_type")
        return _SWITCH[value.lower()]
    return value


def _read_whole_number(value: object) -> object:
    if isinstance(value, str):
        return int(value) if _WHOLE_NUMBER.fullmatch(value) else _refuse("int_type")
    return value


def _read_list(value: object) -> object:
    """Accept one plain text where a list of texts is asked for: the short form."""
    return [value] if isinstance(value, str) else value


def _refuse(kind: str) -> Any:
    # Pydantic's own readers take 86400 for a date and 1_000 for a number; ours don't.
    raise PydanticCustomError(kind, "refused")  # type: ignore[arg-type]  # kinds are pydantic's own


def short_form(key: str) -> BeforeValidator:
    """Let a plain text stand for a mapping that has only this key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def short_list(key: str) -> BeforeValidator:
    """Let a plain list stand for a mapping that has only this key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, list) else value)


Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Day = Annotated[date, BeforeValidator(_read_date)]
Switch = Annotated[bool, BeforeValidator(_read_switch)]
WholeNumber = Annotated[int, BeforeValidator(_read_whole_number)]
OneOrMore = BeforeValidator(_read_list)
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
