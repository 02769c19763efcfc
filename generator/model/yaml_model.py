"""How a value in a YAML file becomes a field of a model: every scalar arrives as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Protocol, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from generator.problem import Place

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_LENGTH = 2000
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_NUMBER = re.compile(r"\d{1,6}")
_SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class YamlModel(BaseModel):
    """Base of everything that is read from YAML: frozen, and no key is silently ignored."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy it without what its properties have kept, which may follow from what changes."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(copy).__pydantic_fields__.keys():
            del copy.__dict__[name]
        return copy


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


def _limit(value: str) -> str:
    if len(value) > MAX_LENGTH:
        raise PydanticKnownError("string_too_long", {"max_length": MAX_LENGTH})
    return value


def _refuse(kind: str) -> Any:
    # Pydantic's own readers take 86400 for a date and 1_000 for a number; ours don't.
    raise PydanticCustomError(kind, "refused")


@dataclass(frozen=True)
class ShortForm:
    """Lets a plainer value represent a mapping that has only the key `key`, or for a list of one.

    The JSON Schema allows both forms, so that editors agree with the reader.
    """

    plain: type
    key: str | None = None

    def _expand(self, value: object) -> object:
        if not isinstance(value, self.plain):
            return value
        return [value] if self.key is None else {self.key: value}

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        full = handler(schema)
        inner = handler.resolve_ref_schema(full)
        short = inner["items"] if self.key is None else inner["properties"][self.key]
        return {"anyOf": [short, full]}


def short_form(key: str) -> ShortForm:
    """Let a plain text represent a mapping that has only this key."""
    return ShortForm(str, key)


def short_list(key: str) -> ShortForm:
    """Let a plain list represent a mapping that has only this key."""
    return ShortForm(list, key)


OneOrMore = ShortForm(str)
OneOrMoreGroups = ShortForm(dict)
# As `StringConstraints`, the limit would win over a field's own `max_length`.
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_limit)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Day = Annotated[date, BeforeValidator(_read_date)]
Switch = Annotated[bool, BeforeValidator(_read_switch)]
WholeNumber = Annotated[int, BeforeValidator(_read_whole_number)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


Loc = tuple[str | int, ...]


class Locate(Protocol):
    """Finds the place of a value, or of a character inside it."""

    def __call__(
        self,
        name: str,
        loc: Loc,
        *,
        of_key: bool = False,
        offset: int | None = None,
        width: int = 1,
    ) -> Place:
        """The place in the file `name`, relative to the folder of playbooks."""


def walk_texts(value: object, loc: Loc = ()) -> list[tuple[Loc, str]]:
    """List every text inside a record with its location in the file."""
    found: list[tuple[Loc, str]] = []
    _collect_texts(value, loc, found)
    return found


def _collect_texts(value: object, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    # One list that is passed down: generators inside generators took three times as long.
    if isinstance(value, str):
        found.append((loc, str(value)))
    elif isinstance(value, YamlModel):
        own = value.__dict__
        for name in type(value).__pydantic_fields__:
            inner = own[name]
            if inner is not None:
                _collect_texts(inner, (*loc, name), found)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            _collect_texts(inner, (*loc, index), found)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            _collect_texts(inner, (*loc, name), found)
