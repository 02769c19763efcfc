"""What a program does with an input. It may say that much is wrong; it may not raise anything."""

import gc
import io
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

import click

from generator.checks import font_file, house_style, vector_picture
from generator.cli.main import main
from generator.model import search_note
from generator.problem import Place, Problem
from generator.reader import change_record, edition_reader, fixes, guidebook_reader, settings
from generator.reader.house_file import House
from generator.reader.layers import Layer
from generator.reader.memory import Memory
from generator.reader.yaml_text import formatting
from generator.site import page_code
from generator.views import problem_markdown, problem_report, sarif
from generator.views.file import File
from tests.fuzz.case import FILE, Case
from tests.sound_project import make_files

_ROOT = "playbooks"
_OVER = "over/"
_MEMORY = Memory()
_told: list[tuple[Sequence[Problem], Mapping[str, str]]] = []
_TODAY = date(2026, 11, 27)


def load() -> None:
    """Import what commands import when they are called, so that no child has to.

    What is there by then stays, so nobody need look through it for garbage again.
    """
    for name in ("adapters.mkdocs_build", "cli.build", "cli.check_command"):
        import_module(f"generator.{name}")
    gc.freeze()


def list_steps(case: Case) -> list[Callable[[], object]]:
    """What is done with an input, each of which has to be quick."""
    if case.kind == FILE:
        ((path, content),) = case.files.items()
        steps: list[Callable[[], object]] = [lambda: _read_file(path, content), _write_for_programs]
        if _is_yaml(path):
            shown = path.removeprefix(_OVER)
            name = shown.removeprefix(f"{_ROOT}/")
            steps.append(lambda: fixes.fix(name, shown, content))
            steps.append(lambda: formatting.format_file(shown, content))
        return steps
    return [lambda: _run("check"), lambda: _run("build")]


def write_project(files: Mapping[str, bytes]) -> tempfile.TemporaryDirectory[str]:
    """Write a project, and go there."""
    place = tempfile.TemporaryDirectory(prefix="guidebook-fuzz-")
    for path, content in files.items():
        target = Path(place.name, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    os.chdir(place.name)
    return place


def _run(*arguments: str) -> None:
    """Run a command of the program as its users do."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = _call(arguments)
    assert status in (0, 1), status
    assert "Traceback (most recent call last)" not in said.getvalue()


def _call(arguments: Sequence[str]) -> object:
    try:
        main(list(arguments), standalone_mode=False)
    except SystemExit as error:
        return error.code
    except click.ClickException as error:
        error.show()
        return 1
    return 0


def _is_yaml(path: str) -> bool:
    return path.endswith(".yml") and path != "mkdocs.yml"


def _read_file(path: str, content: bytes) -> None:
    """Read a file, by what its name says that it is, and tell what is wrong with it."""
    name = path.rpartition("/")[2]
    if _is_yaml(path):
        _read_yaml(path, content)
    elif path == "mkdocs.yml":
        text = content.decode("utf-8", "replace")
        settings.find_paths(text)
        _tell(list(settings.find_problems(path, content, files=[path])), {path: text})
    elif path == "guidebook.lock":
        text = content.decode("utf-8", "replace")
        _tell(change_record.read(path, text)[1], {path: text})
    elif path.startswith("editions/"):
        found = edition_reader.read(path, content)
        _tell([found] if isinstance(found, Problem) else [], {})
    elif path == "searches.json":
        try:
            search_note.merge(search_note.read_notes(content))
        except ValueError:
            return
    elif name.endswith((".svg", ".png")):
        house_style._find_picture_fault(name, content)
        vector_picture.find_code(content)
    elif name.endswith(".ttf"):
        if font_file.find_fault(content) is None:
            list(font_file.list_characters(content))
    else:
        _tell(list(page_code.check_docs([File(path, lambda: content, Place(path))])), {})


@cache
def _load_sound() -> Mapping[str, bytes]:
    return {
        path.removeprefix("playbooks/"): text.encode()
        for path, text in make_files().items()
        if path.startswith("playbooks/")
    }


def _read_yaml(path: str, content: bytes) -> None:
    """Read it in the sound project."""
    below: list[Layer] = []
    files, house = _load_sound(), None
    name = path.removeprefix(_OVER).removeprefix(f"{_ROOT}/")
    if path == "house.yml":
        house = House(path, content)
    elif path.startswith(_OVER):
        below = [Layer("below", files, is_own=False)]
        files = {name: content}
    else:
        files = {**files, name: content}
    for one in (name, path):
        _MEMORY.kept.pop(one, None)  # only the others are read before
    reading = guidebook_reader.read(
        files, root=_ROOT, house=house, below=below, today=_TODAY, memory=_MEMORY
    )
    for one in reading.problems:
        _check_places(one, reading.texts)
    _tell(reading.problems, reading.texts)


def _check_places(problem: Problem, texts: Mapping[str, str]) -> None:
    assert problem.message.strip()
    assert problem.fix.strip()
    for place in (problem.place, *(label.place for label in problem.labels)):
        lines = texts.get(place.path, "").split("\n")
        assert 1 <= place.line <= len(lines), (problem.rule.id, place)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, (problem.rule.id, place)


def _tell(problems: Sequence[Problem], texts: Mapping[str, str]) -> None:
    problem_report.write_text(problems, texts).encode()
    _told[:] = [(problems, texts)]


def _write_for_programs() -> None:
    """Write the report of the step before in all other ways."""
    for problems, texts in _told:
        problem_report.write_json(problems).encode()
        problem_report.write_github(problems).encode()
        problem_markdown.write_markdown(problems, texts).encode()
        sarif.write_sarif(problems, texts, version="1").encode()
