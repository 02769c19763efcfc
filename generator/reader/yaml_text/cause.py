"""A cause of a stop: a function that explains it, and when it is asked.

A decorated function is found by the walk over this package; nothing else has to know of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum, auto

from generator.reader.yaml_text.error_context import ErrorContext
from generator.reader.yaml_text.fault import Fault


class Stage(IntEnum):
    """When a cause is asked: the most specific first, since many fit the same line."""

    MARKS = auto()
    """Whole lines that are no text at all."""
    QUOTES = auto()
    """Quotation marks, which hide everything else inside them."""
    SIGNS = auto()
    """The first character of a text."""
    LISTS = auto()
    """A list where none can be."""
    COLONS = auto()
    """A colon where none can be, or a name where none can be."""
    BLOCKS = auto()
    """Texts of several lines, and lists without a name."""
    COLUMNS = auto()
    """Lines that do not line up."""
    DASHES = auto()
    """A line below list items that lacks a dash."""
    REST = auto()
    """A line with neither a name nor a dash."""


Find = Callable[[ErrorContext], Iterator[Fault]]


@dataclass(frozen=True, eq=False)
class Cause:
    """A function that yields what may have gone wrong, each with a repair."""

    stage: Stage
    find: Find


def cause(stage: Stage) -> Callable[[Find], Cause]:
    """Turn a function into a cause. In one stage, they are asked by module and by line."""
    return lambda find: Cause(stage, find)
