"""The index of the search, read from the scripts that a page loads."""

import json
from typing import Any

from generator.views.finder.engine import SCRIPTS
from tests.scripts import load


def read_index(script: str) -> dict[str, Any]:
    """The part of the index that a script holds."""
    found: dict[str, Any] = json.loads(script.partition("=")[2].rstrip().removesuffix(";"))
    return found


def read_whole(first: str, rest: str) -> dict[str, Any]:
    """What a page makes of what it loads first and of the rest."""
    with load(*(one.removesuffix(".js") for one in SCRIPTS)) as call:
        whole: dict[str, Any] = call(
            "guidebookFinderCore.complete", read_index(first), read_index(rest)
        )
    return whole
