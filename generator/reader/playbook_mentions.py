"""Where files name a playbook: in lists, as names of groups, and in double round brackets."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from generator.model.yaml_model import Loc
from generator.reader.composition import OF_A_CHANGE
from generator.reader.yaml_text.parsed_file import Data

_LISTS = frozenset(["related", "go", "playbook", "playbooks", "without"])
"""The fields that name playbooks; inside a role-play, `go` names rounds."""

_KEYED_LISTS = _LISTS | {"right_now"}

TYPED = frozenset(["emergencies", "situations"])
"""The fields that hold what people typed, by the playbook that they meant: a text of lines each."""

_GROUPS = TYPED | {"queries", "danger", "words"}
"""The fields in which playbooks are the names."""


class Form(Enum):
    """How a playbook is named."""

    VALUE = auto()
    KEY = auto()
    INLINE = auto()


class Mention(NamedTuple):
    """A place that names a playbook: a value, the name of a group, or a text with a reference."""

    loc: Loc
    form: Form


def find(data: Data, name: str) -> Iterator[Mention]:
    """Every place in a file that names a playbook."""
    inline = match(name)
    for loc in _list_keys(data, (), name):
        yield Mention(loc, Form.KEY)
    for loc, value in list_texts(data):
        if value == name and _names_playbooks(loc):
            yield Mention(loc, Form.VALUE)
        elif inline.search(value):
            yield Mention(loc, Form.INLINE)


def match(name: str) -> re.Pattern[str]:
    """Finds the name in every reference of a text to a playbook."""
    return re.compile(rf"(?<=\(\(){re.escape(name)}(?=\s*(?:\||\)\)))")


def list_texts(data: Data, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a file with its location."""
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, (dict, list)):  # what is laid over another file holds true and false, too
        for part, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from list_texts(value, (*loc, part))


def _list_keys(data: Data, loc: Loc, name: str) -> Iterator[Loc]:
    """Where a playbook, or a branch of it, is a name in a group of playbooks."""
    if isinstance(data, list):
        for place, value in enumerate(data):
            yield from _list_keys(value, (*loc, place), name)
    for key, value in data.items() if isinstance(data, dict) else ():
        if loc and loc[-1] in _GROUPS and key.partition("#")[0] == name:
            yield (*loc, key)
        yield from _list_keys(value, (*loc, key), name)


def _names_playbooks(loc: Loc) -> bool:
    names = [part for part in loc if isinstance(part, str)]
    if "roleplay" in names:
        return False
    if names[-1:] and names[-1] in OF_A_CHANGE:  # such fields name playbooks too
        names.pop()
        return bool(_KEYED_LISTS.intersection(names[-1:]))
    return bool(_LISTS.intersection(names[-1:]))
