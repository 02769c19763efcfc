"""Asks the search what it has to find, and keeps the answers for as long as nothing changes."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.adapters import folder, side_work
from generator.model.guidebook import Guidebook
from generator.views import finder

STORE = Path(".cache/search")
"""Where answers are kept for the next run, beside the settings."""

_KEPT_DAYS = 30


def try_search(guidebook: Guidebook, *, home: Path, keep: bool = True) -> finder.Trial:
    """Ask, or take what an earlier run kept in the folder `home`. Asking takes some seconds.

    A check alone keeps nothing: it leaves a folder as it was.
    """
    return begin(guidebook, home=home, keep=keep)()


def begin(guidebook: Guidebook, *, home: Path, keep: bool = True) -> Callable[[], finder.Trial]:
    """Begin to ask, while other work is done; what this returns waits for what came of it."""
    questions = finder.list_questions(guidebook)
    if questions is None:
        return finder.Trial
    kept = home / STORE / f"{questions.name}.json"
    if trial := _read_kept(kept):
        return lambda: trial
    wait = side_work.begin(questions.ask)

    def end() -> finder.Trial:
        trial = wait()
        if keep:
            folder.keep(kept, finder.write_trial(trial))
            folder.forget(kept.parent, days=_KEPT_DAYS)
        return trial

    return end


def _read_kept(path: Path) -> finder.Trial | None:
    if content := folder.read_kept(path):
        with suppress(ValueError):  # somebody has changed it
            return finder.read_trial(content)
    return None
