"""Where files name an owner, a source or an idea."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.yaml_model import Loc
from generator.reader.composition import OF_A_CHANGE
from generator.reader.playbook_mentions import list_texts
from generator.reader.yaml_text.parsed_file import ParsedFile

OWNER, SOURCE, IDEA = "owner", "sources", "ideas"
"""The fields that name one."""

_FIELDS = frozenset([OWNER, SOURCE, IDEA])


class RecordNaming(NamedTuple):
    """A place in a file that names a record."""

    file: str
    loc: Loc


def find_all(parsed: Mapping[str, ParsedFile]) -> Mapping[tuple[str, str], Sequence[RecordNaming]]:
    """Every place that names one, by its field and its name. `parsed` are all files as read."""
    found: dict[tuple[str, str], list[RecordNaming]] = {}
    for file, one in parsed.items():
        if "/" in file:  # the files of the whole hold the records themselves
            for loc, name in list_texts(one.data):
                if field := _find_field(loc):
                    found.setdefault((field, name), []).append(RecordNaming(file, loc))
    return found


def _find_field(loc: Loc) -> str | None:
    """The field of records that a text is in, if it is in one."""
    names = [part for part in loc if isinstance(part, str)]
    if names[-1:] and names[-1] in OF_A_CHANGE:  # of a file that says only what differs
        names.pop()
    return names[-1] if names[-1:] and names[-1] in _FIELDS else None
