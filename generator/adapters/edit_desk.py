"""What pages may ask the local program, and have it do: named values in, values out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.problem import GuidebookError

MOST = 1_000_000
"""Bytes of what a page may send."""

Question = Callable[[Mapping[str, str]], object]
Action = Callable[[Mapping[str, Any]], object]


@dataclass(frozen=True)
class Desk:
    """Questions and actions by their names below the preview's own folder.

    Their answers are values that JSON can hold. Both may raise GuidebookError, whose sentence the
    page shows.
    """

    questions: Mapping[str, Question] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)


def join(*desks: Desk) -> Desk:
    """All that several desks answer."""
    questions = {name: one for desk in desks for name, one in desk.questions.items()}
    actions = {name: one for desk in desks for name, one in desk.actions.items()}
    return Desk(questions, actions)


def read_asked(content: bytes) -> Mapping[str, Any] | None:
    """What a page sent; None if that is nothing that can be read."""
    asked = read_json(content)
    return asked if isinstance(asked, dict) else None


def read_json(content: bytes | str) -> object:
    """A value that is written as JSON; None for what is not."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def answer(find: Callable[[Any], object], asked: Mapping[str, Any]) -> bytes:
    """The answer to a question, or what came of an action, as JSON.

    To refuse is an answer too: a page asks so often that its console would be full of errors.
    """
    try:
        found = find(asked)
    except GuidebookError as error:
        found = {"refused": str(error)}
    return json.dumps(found).encode()
