"""The items of a playbook as text: their names, their words, and where they are written."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from generator.problem import Place

_WIDTH = 100


class Line(NamedTuple):
    """One text, with the names of the fields and items that lead to it."""

    ways: tuple[str, ...]
    text: str
    place: Place


def write_lines(lines: Sequence[Line], *, where_from: bool) -> str:
    """Write texts below the names that lead to them, each name once."""
    out: list[str] = []
    before: tuple[str, ...] = ()
    for line in lines:
        shared = 0
        while shared < min(len(before), len(line.ways) - 1) and before[shared] == line.ways[shared]:
            shared += 1
        out += [f"{'  ' * depth}{line.ways[depth]}" for depth in range(shared, len(line.ways) - 1)]
        indent = "  " * (len(line.ways) - 1)
        origin = f"  [{line.place.path}:{line.place.line}]" if where_from else ""
        out += textwrap.wrap(
            f"{line.ways[-1]}: {line.text}{origin}",
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=f"{indent}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        before = line.ways[:-1]
    return "".join(f"{one}\n" for one in out)
