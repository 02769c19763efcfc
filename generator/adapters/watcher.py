"""Notices that files were saved, whoever saved them."""

import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.adapters.kept_files import Stamp

# While it stops it may log that it is inactive: that is no news to who writes playbooks.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

Stamps = dict[str, Stamp]
_HIDDEN = (".", "__pycache__")


def take_stamps(whole: Iterable[Path], top: Iterable[Path]) -> Stamps:
    """What the disk says of every file below some folders, and of those in some others.

    No link is followed; what is hidden is left out.
    """
    found: Stamps = {}
    waiting = [(str(one), True) for one in whole] + [(str(one), False) for one in top]
    while waiting:
        place, deep = waiting.pop()
        with suppress(OSError), os.scandir(place) as entries:  # a folder may be gone by now
            for entry in entries:
                if entry.name.startswith(_HIDDEN):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if deep:
                        waiting.append((entry.path, True))
                else:
                    with suppress(OSError):
                        found[entry.path] = Stamp.of(entry.stat(follow_symlinks=False))
    return found


class Bell(FileSystemEventHandler):
    """Rings when the system reports a change. It may ring for nothing, or miss a change."""

    def __init__(self) -> None:
        """Watch nothing yet."""
        self._rung = Event()
        self._observer = Observer()
        self._watched: set[tuple[Path, bool]] = set()
        self._observer.daemon = True
        self._observer.start()

    def watch(self, whole: Iterable[Path], top: Iterable[Path]) -> None:
        """Watch these folders as well, as far as they are there."""
        wanted = {(one, True) for one in whole} | {(one, False) for one in top}
        for place, deep in wanted - self._watched:
            if place.is_dir():
                with suppress(OSError):  # a system can run out of watches; looking goes on
                    self._observer.schedule(self, str(place), recursive=deep)
                    self._watched.add((place, deep))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring, unless a file was only read."""
        if event.event_type not in ("opened", "closed_no_write"):
            self._rung.set()

    @property
    def is_rung(self) -> bool:
        """Whether it has rung since the last wait."""
        return self._rung.is_set()

    def ring(self) -> None:
        """Ring for another reason."""
        self._rung.set()

    def wait(self, seconds: float, *, settle: float) -> bool:
        """Wait for the bell. Editors save in several steps: after it, wait a moment more."""
        is_rung = self._rung.wait(seconds)
        if is_rung:
            time.sleep(settle)
            self._rung.clear()
        return is_rung

    def stop(self) -> None:
        """Watch no longer."""
        with suppress(OSError):  # what it watched may be closed by now
            self._observer.stop()
