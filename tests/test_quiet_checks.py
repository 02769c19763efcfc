"""Checks of the whole make way for who types, and are made up for once it is quiet."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.adapters.edit_server import Stage
from generator.adapters.editing import Editing
from tests.edit_parts import PATIENCE


class LongCheck:
    """A project of which a check goes on until something stops it, the last one at once."""

    whole: tuple[Path, ...] = ()
    top: tuple[Path, ...] = ()

    def __init__(self) -> None:
        self.begun, self.stopped, self.done = Event(), Event(), Event()

    def check(self, on_step: Callable[[], object]) -> object:
        if self.stopped.is_set():
            self.done.set()
            return None
        self.begun.set()
        try:
            while not self.done.wait(0.005):
                on_step()
        except Exception:
            self.stopped.set()
            raise
        return None


@pytest.fixture
def project() -> LongCheck:
    return LongCheck()


@pytest.fixture
def editing(project: LongCheck) -> Iterator[Editing]:
    editing = Editing(project, Stage(None), {})  # type: ignore[arg-type]
    Thread(target=editing.follow, daemon=True).start()
    yield editing
    project.done.set()
    editing.stop()


def test_a_check_makes_way_and_is_made_up_for(editing: Editing, project: LongCheck) -> None:
    assert project.begun.wait(PATIENCE)
    editing.make_way()
    assert project.stopped.wait(PATIENCE)
    assert project.done.wait(PATIENCE)
