"""What there is to practice, with names that stay when others are added, moved or taken out.

By these names other programs know an exercise and an answer again. They are those of
`model/item_keys.py`, so an `id:` in YAML keeps one while its words change.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import item_keys
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.practice import Outcome
from generator.model.yaml_model import Loc
from generator.views.exports.export_words import ExportWords

_LONGEST = 100


class Answer(NamedTuple):
    """One answer of a question. Its `key` is unique in the question."""

    key: str
    text: str
    feedback: str
    is_right: bool


class Question(NamedTuple):
    """A question with one right answer. Its `key` is unique in the guidebook."""

    key: str
    prompt: str
    answers: tuple[Answer, ...]

    @property
    def right(self) -> Answer:
        """The right answer."""
        return next(one for one in self.answers if one.is_right)


class Choice(NamedTuple):
    """What one can say in a scene, and the id of the scene or the finish that follows."""

    key: str
    say: str
    leads: str
    is_best: bool
    go: str


class Scene(NamedTuple):
    """One turn of a role-play."""

    id: str
    customer: str
    choices: tuple[Choice, ...]


class Finish(NamedTuple):
    """One ending of a role-play."""

    id: str
    outcome: Outcome
    text: str
    debrief: str


class Play(NamedTuple):
    """A role-play; the first scene is the start. Its `key` is unique in the guidebook."""

    key: str
    setting: str
    scenes: tuple[Scene, ...]
    finishes: tuple[Finish, ...]


def list_questions(playbook: Playbook, words: ExportWords) -> Iterator[Question]:
    """The questions of a playbook, in their order."""
    practice = playbook.practice
    named = zip(practice.quiz_keys, practice.quiz, strict=True) if practice else ()
    for place, (key, quiz) in enumerate(named):
        loc: Loc = ("practice", "quiz", place)
        names = item_keys.list_keys([{"text": one.text} for one in quiz.options])
        answers = tuple(
            Answer(
                name,
                words.plain(playbook.path, (*loc, "options", number, "text"), one.text),
                words.plain(playbook.path, (*loc, "options", number, "feedback"), one.feedback),
                one.right,
            )
            for number, (name, one) in enumerate(zip(names, quiz.options, strict=True))
        )
        prompt = words.plain(playbook.path, (*loc, "prompt"), quiz.prompt)
        yield Question(_shorten(f"{playbook.id}.quiz.{key}"), prompt, answers)


def _shorten(key: str) -> str:
    """A name of a length that every program takes: Moodle keeps no more than 100 letters."""
    if len(key) <= _LONGEST:
        return key
    return f"{key[: _LONGEST - 9]}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def find_play(playbook: Playbook, words: ExportWords) -> Play | None:
    """The role-play of a playbook."""
    play = playbook.roleplay
    if play is None:
        return None

    def write(text: str, *where: str | int) -> str:
        return words.plain(playbook.path, ("practice", "roleplay", *where), text)

    scenes = []
    for place, turn in enumerate(play.rounds):
        names = item_keys.list_keys([{"say": one.say} for one in turn.replies])
        choices = tuple(
            Choice(
                name,
                write(one.say, "rounds", place, "replies", number, "say"),
                write(one.leads, "rounds", place, "replies", number, "leads"),
                one.best,
                one.go,
            )
            for number, (name, one) in enumerate(zip(names, turn.replies, strict=True))
        )
        scenes.append(Scene(turn.id, write(turn.customer, "rounds", place, "customer"), choices))
    finishes = tuple(
        Finish(
            one.id,
            one.outcome,
            write(one.text, "endings", place, "text"),
            write(one.debrief, "endings", place, "debrief"),
        )
        for place, one in enumerate(play.endings)
    )
    setting = write(play.setting, "setting")
    return Play(f"{playbook.id}.play", setting, tuple(scenes), finishes)


def name_chapter(guidebook: Guidebook, playbook: Playbook) -> str:
    """The title of the chapter that a playbook is in."""
    return guidebook.chapters[playbook.chapter].title
