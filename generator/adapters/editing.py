"""Follows a project for as long as somebody edits it, and keeps the stage up to date."""

import gc
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from generator.adapters.edit_server import Stage
from generator.adapters.followed_project import FollowedProject, Slow
from generator.adapters.watcher import Bell, Stamps, take_stamps

_LOOK_EVERY = 1.0
"""Seconds after which files are looked at although no bell has rung: some disks ring none."""

_SETTLE = 0.01
_ENDS = 2  # seconds at most to wait for what is being read
_QUIET = 0.4
"""Seconds without a change after which everything is checked."""

_ANSWERED = 0.1
"""Seconds in which the page of what was just written is asked for, and nothing else is done."""

_LONG_QUIET = 1.0
"""Seconds without a change after which it is found out what takes long."""

_UNFORESEEN = (
    "The program came upon something that it does not know. Undo what you saved last, and show"
    " this to whoever looks after the program:"
)


class _InterruptedError(Exception):
    """Somebody saved a file, or typed, while the whole was checked."""


@dataclass
class Editing:
    """Reads on in a thread of its own: at once what changed, and the whole when it is quiet."""

    project: FollowedProject
    stage: Stage
    stamps: Stamps
    bell: Bell = field(default_factory=Bell)
    _reading: Lock = field(default_factory=Lock)
    _stopped: Event = field(default_factory=Event)
    _changed: float = field(default_factory=time.monotonic)
    _typed: float = 0.0
    _shown: float = 0.0
    _is_checked: bool = False
    _slow: "_SlowThread | None" = None
    _thread: Thread | None = None

    @classmethod
    def start(cls, project: FollowedProject) -> "Editing":
        """Read the project for the first time, and follow it from then on."""
        project.find()
        stamps = take_stamps(project.whole, project.top)
        editing = cls(project, Stage(project.read_quickly(stamps)), stamps)
        editing._thread = Thread(target=editing.follow, daemon=True)
        editing._thread.start()
        return editing

    def follow(self) -> None:
        """Go on until `stop`."""
        while not self._stopped.is_set():
            try:
                self._step()
            except Exception:  # whatever a file holds, the preview goes on
                self._is_checked = True
                self.stage.show(self.project.report(f"{_UNFORESEEN}\n\n{traceback.format_exc()}"))

    def _step(self) -> None:
        self.bell.watch(self.project.whole, self.project.top)
        self.bell.wait(_LOOK_EVERY if self._is_checked else _QUIET, settle=_SETTLE)
        with self._reading:  # who reads at once says then when that was shown
            pause = self._shown + _ANSWERED - time.monotonic()
        if pause > 0:
            self._stopped.wait(pause)
        with self._reading:
            if self._read_changes():
                return
            if self._is_checked:
                self._see_to_slow()
            elif self._is_quiet(_QUIET):
                self._is_checked = self._check()

    def _is_quiet(self, seconds: float) -> bool:
        return time.monotonic() - max(self._changed, self._typed) >= seconds

    def make_way(self) -> None:
        """Somebody types, and is about to save: checks of the whole wait for a quiet moment."""
        self._typed = time.monotonic()

    def read_now(self) -> None:
        """Show at once what was just written; a check that goes on stops for it."""
        self.bell.ring()
        with self._reading:
            self._read_changes()
            self._shown = time.monotonic()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Nothing is read meanwhile: of files that are written together, all count or none."""
        self.bell.ring()
        with self._reading:
            yield

    def _read_changes(self) -> bool:
        stamps = take_stamps(self.project.whole, self.project.top)
        if stamps == self.stamps:
            return False
        self.stamps = stamps
        self._changed, self._is_checked = time.monotonic(), False
        self.stage.show(self.project.read_quickly(stamps))
        return True

    def stop(self) -> None:
        """Follow no longer: what is being read is read to its end."""
        self._stopped.set()
        self.bell.ring()
        self.bell.stop()
        if self._thread:
            self._thread.join(_ENDS)

    def _check(self) -> bool:
        typed = self._typed

        def on_step() -> None:
            if self.bell.is_rung or self._typed != typed:
                raise _InterruptedError

        try:
            self.stage.show(self.project.check(on_step))
        except _InterruptedError:
            return False
        return True

    def _see_to_slow(self) -> None:
        """Start what takes long once for each change, and show what came of it."""
        slow = self._slow
        if slow and slow.found:
            self.stage.show(self.project.take_slow(slow.found))
            slow.found = None
            _tidy()
        is_due = slow is None or (slow.since != self._changed and not slow.is_alive())
        if is_due and self._is_quiet(_LONG_QUIET):
            self._slow = _SlowThread(self.project, self._changed)
            self._slow.start()


def _tidy() -> None:
    """Take away values that hold each other, while nobody waits: it stops everything for a moment.

    What is left is not looked through again.
    """
    gc.collect()
    gc.freeze()


class _SlowThread(Thread):
    """Finds out what takes long, about the project as it was at one moment."""

    def __init__(self, project: FollowedProject, since: float) -> None:
        super().__init__(daemon=True)
        self.since = since
        self.found: Slow | None = None
        self._project = project

    def run(self) -> None:
        self.found = self._project.find_slow()
