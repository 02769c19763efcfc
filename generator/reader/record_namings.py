"""Where files name an owner, a source or an idea."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.yaml_model import Loc
from generator.reader.composition import KEYED, PLACED
from generator.reader.yaml_text.parsed_file import Data, ParsedFile

OWNER, SOURCE, IDEA = "owner", "sources", "ideas"
"""The fields that name one."""

_FIELDS = frozenset([OWNER, SOURCE, IDEA])
_CHANGES = frozenset(["text", *KEYED, *PLACED])
"""The fields of changes in those lists, in a file that says only what differs."""


class RecordNaming(NamedTuple):
    """A place in a file that names a record."""

    file: str
    loc: Loc


def find_all(parsed: Mapping[str, ParsedFile]) -> Mapping[tuple[str, str], Sequence[RecordNaming]]:
    """Every place that names one, by its field and its name. `parsed` are all files as read."""
    found: dict[tuple[str, str], list[RecordNaming]] = {}
    for file, one in parsed.items():
        if "/" in file:  # the files of the whole hold the records themselves
            for field, loc, name in _list_names(one.data, ()):
                found.setdefault((field, name), []).append(RecordNaming(file, loc))
    return found


def _list_names(data: Data, loc: Loc) -> Iterator[tuple[str, Loc, str]]:
    if isinstance(data, str):
        names = [part for part in loc if isinstance(part, str)]
        if names[-1:] and names[-1] in _CHANGES:
            names.pop()
        if names[-1:] and names[-1] in _FIELDS:
            yield names[-1], loc, data
        return
    inner = data.items() if isinstance(data, dict) else enumerate(data or ())
    for part, value in inner:
        yield from _list_names(value, (*loc, part))
