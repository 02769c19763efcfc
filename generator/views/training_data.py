"""What one can train, as a script for the page that trains: from a disk no page may fetch data."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.practice import RolePlay
from generator.model.shown_values import digest_playbook, digest_shown
from generator.views.pages.practice_parts import list_rests

PATH = "practice/exercises.js"

_Plain = Callable[[str], str]


def make_script(guidebook: Guidebook, kept: KeptWork | None = None) -> str:
    """Every exercise with a name that stays, and the playbooks they are of, with earlier names.

    Beside them are the playbooks of each path. What is `kept` of playbooks is taken.
    """
    kept, around, plain = kept or KeptWork(), digest_shown(guidebook), Inline(guidebook).plain
    exercises = {
        one.id: kept.take(
            digest_playbook(one, "exercises", around),
            partial(_write_exercises, one, plain),
        )
        for one in guidebook.playbooks
    }
    data = {
        "playbooks": {
            one.id: {"title": plain(one.title), "url": one.url}
            for one in guidebook.playbooks
            if exercises[one.id]
        },
        "exercises": [],
        "formerly": {name: one.id for one in guidebook.playbooks for name in one.formerly},
        "paths": {
            path.id: list(dict.fromkeys(step.playbook for step in path.steps))
            for path in guidebook.paths
        },
    }
    texts = {name: json.dumps(one, ensure_ascii=False) for name, one in data.items()}
    texts["exercises"] = f"[{', '.join(filter(None, exercises.values()))}]"
    fields = (f"{json.dumps(name)}: {text}" for name, text in texts.items())
    return f"globalThis.guidebookExercises={{{', '.join(fields)}}};\n"


def _write_exercises(playbook: Playbook, plain: _Plain) -> str:
    """The exercises of a playbook as the items of a list."""
    exercises = (
        {"id": f"{playbook.id}.{name}", "playbook": playbook.id, **exercise}
        for name, exercise in _list_exercises(playbook, plain)
    )
    return ", ".join(json.dumps(one, ensure_ascii=False) for one in exercises)


def _list_exercises(playbook: Playbook, plain: _Plain) -> Iterator[tuple[str, dict[str, Any]]]:
    practice = playbook.practice
    for key, one in zip(practice.quiz_keys, practice.quiz, strict=True) if practice else ():
        options = [
            {"text": plain(option.text), "feedback": plain(option.feedback), "right": option.right}
            for option in one.options
        ]
        yield f"quiz.{key}", {"kind": "quiz", "prompt": plain(one.prompt), "options": options}
    if isinstance(playbook, StandardPlaybook):
        yield from _list_words(playbook, plain)
    if playbook.roleplay:
        play = _write_play(playbook, playbook.roleplay, plain)
        yield "play", {"kind": "roleplay", "play": play}


def _list_words(playbook: StandardPlaybook, plain: _Plain) -> Iterator[tuple[str, dict[str, Any]]]:
    """What not to say, where better words are beside it."""
    for key, one in zip(playbook.avoid_keys, playbook.avoid, strict=True):
        if one.say and one.instead:
            yield (
                f"avoid.{key}",
                {
                    "kind": "words",
                    "avoid": plain(one.say),
                    "why": plain(one.why or ""),
                    "instead": plain(one.instead),
                },
            )


def _write_play(playbook: Playbook, play: RolePlay, plain: _Plain) -> dict[str, Any]:
    """A role-play as scripts play it."""
    rests = {
        name: {"words": plain(one.words), "url": f"../../{playbook.url}#{one.mark}"}
        for name, one in list_rests(playbook, play).items()
    }
    return {
        "setting": plain(play.setting),
        "rounds": [
            {
                "id": one.id,
                "customer": plain(one.customer),
                "rests": rests.get(one.id),
                "replies": [
                    {
                        "say": plain(reply.say),
                        "leads": plain(reply.leads),
                        "best": reply.best,
                        "go": reply.go,
                    }
                    for reply in one.replies
                ],
            }
            for one in play.rounds
        ],
        "endings": [
            {
                "id": one.id,
                "outcome": one.outcome.value,
                "text": plain(one.text),
                "debrief": plain(one.debrief),
            }
            for one in play.endings
        ],
    }
