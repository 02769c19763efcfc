"""Changing what a company lays over the guidebook that it builds on, in its own files."""

from collections.abc import Mapping

from generator.model.yaml_model import Loc
from generator.reader.composition import KEYED, PLACED
from generator.reader.yaml_text import parse_bytes
from generator.reader.yaml_text.item_edit import Delete, Set, change_file

_ADOPTED = """\
# What we say otherwise in “{title}”.
# Only what differs is written here; all else follows the guidebook that we build on. The names of
# the items:  guidebook show {name}
only_changes: yes
"""


def start(name: str, title: str) -> bytes:
    """A new file for what differs in a playbook."""
    return _ADOPTED.format(name=name, title=title).encode()


def set_field(path: str, content: bytes, name: str, value: str) -> bytes:
    """Write a text after a name on top of a file, whether or not the name is there.

    Raises GuidebookError if the file has mistakes.
    """
    return change_file(path, content, [Set((name,), value)])


def take_out(path: str, content: bytes, loc: Loc) -> bytes:
    """Take one change out of a file; `loc` is where it is in it.

    The change of an item goes with its last field. Raises GuidebookError if that cannot be done by
    program.
    """
    around = parse_bytes(path, content).value(loc[:-1])
    if isinstance(around, Mapping) and around.keys() - {loc[-1]} <= {*KEYED, *PLACED}:
        loc = loc[:-1] or loc
    return change_file(path, content, [Delete(loc)])
