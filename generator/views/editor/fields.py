"""What a form asks for: a field of the model, its words, and how a person fills it in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from generator.model.approval import SignOff
from generator.model.yaml_model import Loc, YamlModel
from generator.reader.yaml_text.item_edit import Change
from generator.views.editor.flow_layout import Layout

Value = str | Sequence[str] | Mapping[str, str]
"""What a field holds in a form: a text, a list, or texts by name."""


class Control(StrEnum):
    """How a person fills a field in."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"
    NAMES = "names"
    PAIRS = "pairs"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True)
class Field:
    """One field of a file; `file` is the path as the guidebook names it.

    `choices` are what it may hold, each with the words that a person reads. Where there are many,
    `listed` names the list, so that a page holds it once. Others name what it holds in the field
    and by the name in `named_as`, and get another name with it. One that `is_name` holds the name
    of a record, which is the last part of its location.
    """

    file: str
    loc: Loc
    label: str
    help: str
    control: Control
    value: Value
    choices: Mapping[str, str] = field(default_factory=dict)
    listed: str = ""
    is_needed: bool = False
    named_as: tuple[str, str] | None = None
    is_name: bool = False

    @property
    def key(self) -> str:
        """Its name in the page."""
        return write_key(self.file, self.loc)


class FormLink(NamedTuple):
    """What a link says, and its address: an anchor, or one from the top of the site."""

    title: str
    url: str


@dataclass(frozen=True)
class Button:
    """Something that can be done at once: changes of one file. The page knows only its name.

    `leads` is the form to go on with, if it is another one, and `then` says where the focus goes:
    ids in the page, of which the first that is there counts.
    """

    name: str
    label: str
    file: str
    changes: tuple[Change, ...]
    leads: str = ""
    then: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldGroup:
    """Fields that belong together, below a heading; `note` says more about all of them.

    `name` is its anchor, `links` are where it leads, `namers` who names it, which keeps it from
    being removed, and `contents` the forms of what it holds.
    """

    title: str
    fields: tuple[Field, ...]
    note: str = ""
    name: str = ""
    buttons: tuple[Button, ...] = ()
    parts: tuple["FieldGroup", ...] = ()
    links: tuple[FormLink, ...] = ()
    namers: tuple[FormLink, ...] = ()
    contents: tuple[FormLink, ...] = ()


@dataclass(frozen=True)
class Form:
    """A page of fields. `name` is its address, below that of the preview's own pages.

    `about` is the playbook that it is about, `drawing` a picture of what is in it, and `around`
    the form that leads to it.
    """

    name: str
    title: str
    lead: str
    groups: tuple[FieldGroup, ...]
    about: str = ""
    drawing: Layout | None = None
    around: FormLink | None = None

    def list_groups(self) -> Iterator[FieldGroup]:
        """Every group, each before its parts."""
        for group in self.groups:
            yield group
            yield from group.parts

    def list_fields(self) -> Iterator[Field]:
        """Every field."""
        for group in self.list_groups():
            yield from group.fields

    def find_field(self, key: object) -> Field | None:
        """The field with a key."""
        return next((one for one in self.list_fields() if one.key == key), None)

    def find_button(self, name: object) -> Button | None:
        """The button with a name."""
        buttons = (button for group in self.list_groups() for button in group.buttons)
        return next((one for one in buttons if one.name == name), None)


@dataclass(frozen=True)
class FieldSource:
    """Makes fields out of the records of one file. `names` are lists of names by field."""

    file: str
    names: Mapping[str, Mapping[str, str]]

    def make(self, record: YamlModel, loc: Loc, *, label: str = "") -> Field:
        """The field at a location of the file; `record` is what holds it."""
        name = str(loc[-1])
        about = type(record).model_fields[name]
        kind = _strip(about.annotation)
        choices = self.names.get(name, {}) or _list_choices(kind)
        control = _find_control(kind, is_named=name in self.names)
        value = getattr(record, name)
        return Field(
            self.file,
            loc,
            label or write_label(name),
            about.description or "",
            control,
            _NOBODY if value is None and control is Control.SIGN_OFF else write_value(value),
            choices,
            name if name in self.names and control is not Control.CHOICE else "",
            about.is_required(),
        )


_NOBODY: Mapping[str, str] = dict.fromkeys(SignOff.model_fields, "")


def write_key(file: str, loc: Loc) -> str:
    """The name that a field has in a page."""
    return "-".join(map(str, (file.partition(".")[0].replace("/", "-"), *loc)))


def write_label(name: str) -> str:
    """A field's name as people read it."""
    return name.replace("_", " ").capitalize()


def write_value(value: Any) -> Value:
    """What a record holds, as a form shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return tuple(map(str, value))
    if isinstance(value, YamlModel):
        return {
            name: str(write_value(getattr(value, name)) or "") for name in type(value).model_fields
        }
    if isinstance(value, Mapping):
        return {str(name): str(one or "") for name, one in value.items()}
    return str(value)


def _find_control(kind: Any, *, is_named: bool) -> Control:
    if get_origin(kind) is tuple:
        inner = _strip(get_args(kind)[0])
        if _is_choice(inner):
            return Control.CHOICES
        return Control.NAMES if is_named else Control.LINES
    if get_origin(kind) is not None:
        return Control.PAIRS
    if _is_choice(kind) or (is_named and kind is str):
        return Control.CHOICE
    plain = {bool: Control.SWITCH, int: Control.NUMBER, date: Control.DAY}
    return Control.SIGN_OFF if kind is SignOff else plain.get(kind, Control.TEXT)


def _list_choices(kind: Any) -> Mapping[str, str]:
    inner = _strip(get_args(kind)[0]) if get_origin(kind) is tuple else kind
    return {one.value: one.value for one in inner} if _is_choice(inner) else {}


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _strip(kind: Any) -> Any:
    """A type without what is said about it, and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, UnionType):
            (kind,) = (one for one in get_args(kind) if one is not NoneType)
        else:
            return kind
