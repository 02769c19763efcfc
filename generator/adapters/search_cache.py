"""Asks the search what it has to find, and keeps the answers for as long as nothing changes."""

from contextlib import suppress
from pathlib import Path

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.views import finder

STORE = Path(".cache/search")
"""Where answers are kept for the next run, beside the settings."""

_KEPT_DAYS = 30


def try_search(guidebook: Guidebook, *, home: Path, keep: bool = True) -> finder.Trial:
    """Ask, or take what an earlier run kept in the folder `home`. Asking takes some seconds.

    A check alone keeps nothing: it leaves a folder as it was.
    """
    store = home / STORE
    kept = store / f"{finder.name_trial(guidebook)}.json"
    if content := folder.read_kept(kept):
        with suppress(ValueError):  # somebody has changed it
            return finder.read_trial(content)
    trial = finder.try_search(guidebook)
    if keep:
        folder.keep(kept, finder.write_trial(trial))
        folder.forget(store, days=_KEPT_DAYS)
    return trial
