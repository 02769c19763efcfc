"""A check: a rule, and the function that finds what breaks it.

A decorated function is found by the walk over this package; nothing else has to know of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from generator.checks.context import FilesContext, GuidebookContext, PlaybookContext
from generator.problem import Label, Place, Problem, Rule

_Context = TypeVar("_Context")


class Finding(NamedTuple):
    """One thing that breaks the rule of a check."""

    place: Place
    message: str
    fix: str
    labels: tuple[Label, ...] = ()
    on_page: str = ""


@dataclass(frozen=True, eq=False)
class Check(Generic[_Context]):
    """A rule, and the function that finds what breaks it."""

    rule: Rule
    find: Callable[[_Context], Iterator[Finding]]

    def find_problems(self, context: _Context) -> Iterator[Problem]:
        """Yield a problem for each finding."""
        for one in self.find(context):
            yield Problem(
                one.place, self.rule, one.message, one.fix, one.labels, on_page=one.on_page
            )


@dataclass(frozen=True, eq=False)
class FilesCheck(Check[FilesContext]):
    """A check of which files there are and what they are called."""


@dataclass(frozen=True, eq=False)
class PlaybookCheck(Check[PlaybookContext]):
    """A check of one playbook, in what it belongs to.

    If it is one `of_parts`, it also looks at what could be read of a playbook with faults.
    """

    of_parts: bool = False


@dataclass(frozen=True, eq=False)
class GuidebookCheck(Check[GuidebookContext]):
    """A check of the whole guidebook.

    One `of_each` finds in a playbook the same, whatever the others say, as long as they are there.
    """

    of_each: bool = False


def files_check(
    rule: Rule,
) -> Callable[[Callable[[FilesContext], Iterator[Finding]]], FilesCheck]:
    """Turn a function into a check of the files."""
    return lambda find: FilesCheck(rule, find)


def playbook_check(
    rule: Rule, *, of_parts: bool = False
) -> Callable[[Callable[[PlaybookContext], Iterator[Finding]]], PlaybookCheck]:
    """Turn a function into a check of each playbook."""
    return lambda find: PlaybookCheck(rule, find, of_parts)


def guidebook_check(
    rule: Rule, *, of_each: bool = False
) -> Callable[[Callable[[GuidebookContext], Iterator[Finding]]], GuidebookCheck]:
    """Turn a function into a check of the whole guidebook."""
    return lambda find: GuidebookCheck(rule, find, of_each)
