"""A course for learning platforms: its exercises as data, and the player that shows them.

It is one page of its own that loads nothing from elsewhere. What somebody did is kept under the
mark of an exercise, which is another one as soon as its answers are others: an old answer is then
forgotten instead of meaning something else.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from itertools import count
from typing import Any

from generator.model.playbook import Playbook
from generator.problem import GuidebookError
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Play, Question
from generator.views.exports.export_words import ExportWords
from generator.views.pages import renderer
from generator.views.sign_off import describe_unsigned_facts, list_approvals

PAGE = "index.html"
PASSED = 80
"""The score, of 100, from which a course is passed, if the platform does not say otherwise."""

KEPT = 4000
"""How many characters early platforms keep about how far somebody is."""

Unit = Mapping[str, Any]

_PLAYER = "player/"
_THEME = "theme/assets/guidebook"
_OF_THEME = ("tokens.css", "elements.js")
_SCRIPTS = ("elements.js", "course-state.js", "course-view.js")
_FONT = "vendor/atkinson-next-"


def list_units(chosen: Chosen, words: ExportWords) -> list[Unit]:
    """What there is to practice, by playbook; those without anything are left out."""
    taken: set[str] = set()
    found = []
    for playbook in chosen.playbooks:
        exercises = [_describe_question(one) for one in exercise.list_questions(playbook, words)]
        if play := exercise.find_play(playbook, words):
            exercises.append(_describe_play(play))
        if exercises:
            marked = [{"mark": _make_mark(one, taken), **one} for one in exercises]
            found.append(_describe_unit(chosen, playbook, words, marked))
    return found


def _describe_unit(
    chosen: Chosen, playbook: Playbook, words: ExportWords, exercises: Sequence[Mapping[str, Any]]
) -> Unit:
    facts = chosen.guidebook.list_facts(playbook)
    notes = [*list_approvals(playbook), *describe_unsigned_facts(facts)]
    return {
        "id": playbook.id,
        "title": words.plain(playbook.path, ("title",), playbook.title),
        "purpose": words.plain(playbook.path, ("purpose",), playbook.purpose),
        "chapter": exercise.name_chapter(chosen.guidebook, playbook),
        "note": " ".join(notes),
        "exercises": exercises,
    }


def _describe_question(question: Question) -> dict[str, Any]:
    answers = [
        {"key": one.key, "text": one.text, "feedback": one.feedback, "right": one.is_right}
        for one in question.answers
    ]
    return {"key": question.key, "prompt": question.prompt, "answers": answers}


def _describe_play(play: Play) -> dict[str, Any]:
    scenes = [
        {
            "id": scene.id,
            "customer": scene.customer,
            "choices": [
                {
                    "key": one.key,
                    "say": one.say,
                    "leads": one.leads,
                    "best": one.is_best,
                    "go": one.go,
                }
                for one in scene.choices
            ],
        }
        for scene in play.scenes
    ]
    finishes = [
        {"id": one.id, "outcome": one.outcome.value, "text": one.text, "debrief": one.debrief}
        for one in play.finishes
    ]
    return {"key": play.key, "setting": play.setting, "scenes": scenes, "finishes": finishes}


def _make_mark(one: Mapping[str, Any], taken: set[str]) -> str:
    """Four letters for what can be chosen in an exercise; no two of a course have the same."""
    answers = [[each["key"], each["right"]] for each in one.get("answers", ())]
    ways = [
        [scene["id"], [[each["key"], each["go"]] for each in scene["choices"]]]
        for scene in one.get("scenes", ())
    ]
    for number in count():
        said = json.dumps([one["key"], answers, ways, number]).encode()
        mark = base64.urlsafe_b64encode(hashlib.sha256(said).digest()[:3]).decode()
        if mark not in taken:
            taken.add(mark)
            return mark
    raise AssertionError


def refuse_too_long(units: Iterable[Unit]) -> None:
    """Refuse a course of which an early platform could not keep how far somebody is."""
    exercises = [one for unit in units for one in unit["exercises"]]
    # The mark, what was done and a “;”; of a role-play a place for each scene, and how it ended.
    most = sum(8 + len(one["scenes"]) if "scenes" in one else 6 for one in exercises)
    if most + len("100!") > KEPT:
        raise GuidebookError(
            f"These {len(exercises)} exercises are too many for one course: some platforms could"
            " not keep how far somebody is. Name fewer playbooks, such as those of one chapter."
        )


def make_files(platform: str, script: str, title: str, units: Sequence[Unit]) -> dict[str, bytes]:
    """A page with a course on it, and its data."""
    data = write_data(platform, title, units)
    return {
        PAGE: write_page(script, title, "course-data.js").encode(),
        "course-data.js": data,
    }


def write_page(script: str, title: str, data: str, *, root: str = "") -> str:
    """The page of a course; `script` records for the platform, `data` is the path of its data."""
    names = (*_SCRIPTS, script, "course.js")
    scripts = [data, *(f"{_PLAYER}{name}" for name in names)]
    return renderer.fill("export/course.html", title=title, scripts=scripts, root=root)


def write_data(platform: str, title: str, units: Sequence[Unit]) -> bytes:
    """A course as a script that hands it to the player."""
    course = {"platform": platform, "title": title, "mastery": PASSED, "units": units}
    return f"globalThis.guidebookCourse = {json.dumps(course, ensure_ascii=False)};\n".encode()


def list_player(script: str) -> Iterator[tuple[str, bytes]]:
    """The files of the player by their paths, with the script that records for a platform."""
    theme = resources.files("generator").joinpath(_THEME)
    for name in _OF_THEME:
        yield f"{_PLAYER}{name}", theme.joinpath(name).read_bytes()
    for one in sorted(theme.joinpath("vendor").iterdir(), key=lambda one: one.name):
        if f"vendor/{one.name}".startswith(_FONT):
            yield f"{_PLAYER}vendor/{one.name}", one.read_bytes()
    own = resources.files("generator.views.exports").joinpath("player")
    for name in ("course-state.js", "course-view.js", "course.js", "course.css", script):
        yield f"{_PLAYER}{name}", own.joinpath(name).read_bytes()
