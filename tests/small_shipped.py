"""A small guidebook in the place of the shipped one, and a new one that builds on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.adapters import project, whole_file
from tests import commands, sound_project

NAME = "late-order"
OWN = f"playbooks/counter/{NAME}.yml"
Run = Callable[..., Result]


def run_command(*arguments: str, fails: bool = False) -> Result:
    """Run a command; its outcome is what is expected."""
    done = commands.run(*arguments)
    assert (done.exit_code != 0) == fails, done.output
    return done


def put(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the small guidebook, which the program takes for the shipped one from then on."""
    for path, content in sound_project.make_files().items():
        whole_file.put(place / path, content.encode())
    monkeypatch.setattr(project, "SHIPPED", place)
    return place


def start(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Go to a new guidebook that builds on it."""
    monkeypatch.chdir(place)
    run_command("new", ".")
    return run_command
