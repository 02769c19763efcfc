"""Role-plays in ink, the language of interactive stories: a text for each."""

import re
from collections.abc import Iterator, Mapping

from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Play, Scene
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_MARKS = re.compile(r"[\\{}|#\[\]~<>/*]")
_STARTS = ("*", "+", "-", "=", "(", "!", "&", "VAR", "CONST", "LIST", "INCLUDE", "EXTERNAL", "TODO")


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A story for each role-play: rounds and endings are knots, replies are choices.

    The tags of a story are its id and its title; the best reply and the outcomes are tags as well.
    """
    files = {}
    for playbook in chosen.playbooks:
        if play := exercise.find_play(playbook, words):
            title = words.plain(playbook.path, ("title",), playbook.title)
            lines = [f"# id: {play.key}", f"# title: {_escape(title)}", *_write(play)]
            files[f"{playbook.id}.ink"] = ("\n".join(lines) + "\n").encode()
    return files


def _write(play: Play) -> Iterator[str]:
    yield _write_line(play.setting)
    yield f"-> {_name(play.scenes[0].id)}"
    for scene in play.scenes:
        yield from _write_scene(scene)
    for finish in play.finishes:
        yield f"\n=== {_name(finish.id)} ==="
        yield f"{_write_line(finish.text)} # outcome: {finish.outcome.value}"
        yield _write_line(finish.debrief)
        yield "-> END"


def _write_scene(scene: Scene) -> Iterator[str]:
    yield f"\n=== {_name(scene.id)} ==="
    yield _write_line(scene.customer)
    for one in scene.choices:
        yield f"+ [{_write_line(one.say)}]"
        yield f"    {_write_line(one.leads)}{' # best' if one.is_best else ''}"
        yield f"    -> {_name(one.go)}"


def _name(round_id: str) -> str:
    return f"at_{round_id.replace('-', '_')}"


def _write_line(text: str) -> str:
    """A text as a line of its own: what a line may begin with to mean something is escaped."""
    if not text.startswith(_STARTS):
        return _escape(text)
    return f"\\{text[0]}{_escape(text[1:])}"


def _escape(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", text).replace("->", "-\\>")


FORMAT = ExportFormat(
    name="ink",
    summary="role-plays as stories in ink, for Inky, Unity or a web player; a folder",
    holds="a role-play",
    make=make,
)
