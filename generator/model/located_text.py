"""Texts that know where they are written, so that a page can say which words are whose."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import NamedTuple, Self, TypeVar

from generator.model.yaml_model import Loc, YamlModel

Model = TypeVar("Model", bound=YamlModel)


class TextAt(NamedTuple):
    """A location in a file, which is given by its path in the folder of playbooks."""

    name: str
    loc: Loc


class LocatedText(str):
    """A text with its place. What is made of it has none, so that no other words can claim it."""

    __slots__ = ("at",)
    at: TextAt | None

    def __new__(cls, text: str, at: TextAt | None = None) -> Self:
        """The same words, at a place."""
        made = super().__new__(cls, text)
        made.at = at
        return made


def find_at(text: str) -> TextAt | None:
    """Where a text is written, if it knows."""
    return text.at if isinstance(text, LocatedText) else None


def rewrite(text: str, change: Callable[[str], str]) -> str:
    """The same text in another form, such as its plain words; it stays the text of its place."""
    changed = change(text)
    at = find_at(text)
    return changed if at is None else LocatedText(changed, at)


def locate_texts(record: Model, name: str) -> Model:
    """Give every text of a record its place. Only for a record that nobody has seen yet.

    It is changed as it is: copies of thousands of small records would take a second.
    """
    _locate_fields(record, name, ())
    return record


def _locate_fields(record: YamlModel, name: str, loc: Loc) -> None:
    own = record.__dict__
    for field in type(record).__pydantic_fields__:
        value = own[field]
        if value is not None:
            own[field] = _locate(value, name, (*loc, field))


def _locate(value: object, name: str, loc: Loc) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else LocatedText(value, TextAt(name, loc))
    if isinstance(value, YamlModel):
        _locate_fields(value, name, loc)
    elif isinstance(value, tuple):
        return tuple([_locate(one, name, (*loc, index)) for index, one in enumerate(value)])
    elif isinstance(value, Mapping):
        return {key: _locate(one, name, (*loc, key)) for key, one in value.items()}
    return value
