"""What pages may ask the local program, and have it do: named values in, values out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.problem import GuidebookError

MOST = 1_000_000
"""Bytes of what a page may send."""

ALL = "all"
"""The question that is several at once: `of` is a list of names, each with what it is about."""

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
    """All that several desks answer, and several questions at once."""
    questions = {name: one for desk in desks for name, one in desk.questions.items()}
    actions = {name: one for desk in desks for name, one in desk.actions.items()}
    return Desk({**questions, ALL: partial(_find_all, questions)}, actions)


def _find_all(questions: Mapping[str, Question], asked: Mapping[str, str]) -> list[object]:
    """The answers in the order of the questions: each is given or refused by itself."""
    wanted = read_json(asked.get("of", ""))
    return [_find_one(questions, one) for one in (wanted if isinstance(wanted, list) else ())]


def _find_one(questions: Mapping[str, Question], wanted: object) -> object:
    match wanted:
        case [str(name), dict(about)] if name in questions:
            return _find(questions[name], {str(one): str(value) for one, value in about.items()})
    return {"refused": "There is no such question."}


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
    return json.dumps(_find(find, asked)).encode()


def _find(find: Callable[[Any], object], asked: Mapping[str, Any]) -> object:
    try:
        return find(asked)
    except GuidebookError as error:
        return {"refused": str(error)}
