"""Small playbooks to search, and the index of the search, read from the scripts that a page loads."""

import json
from typing import Any

from tests.scripts import load

# A page pauses between two steps.
_RUN = "const run = (steps) => { let one; do { one = steps.next(); } while (!one.done); return one.value; };"
_UNPACK = f"(first) => {{ {_RUN} return run(guidebookFinderPacked.unpack(first)); }}"
COMPLETE = f"""(first, rest) => {{
  {_RUN}
  return run(guidebookFinderPacked.complete(run(guidebookFinderPacked.unpack(first)), first, rest));
}}"""

PLAYBOOKS: dict[str, dict[str, Any]] = {
    "fair/refund": {
        "title": "Refund with no receipt",
        "search": ["no receipt", "lost the receipt"],
    },
    "fair/scattered": {
        "title": "The till",
        "search": ["print a receipt", "no change in the till", "lost and found"],
    },
    "hot/shouting": {"title": "Someone is shouting", "search": ["colour of anger", "kick off"]},
    "hot/promise": {
        "title": "A broken promise",
        "say": ["You were promised Tuesday, and it's Thursday."],
        "avoid": ["You must have misheard our courier."],
        "signals": ["They quote a date"],
        "search": ["unkept word"],
    },
    "hot/weapons": {
        "title": "Threats",
        "purpose": "When someone is threatening.",
        "search": ["someone dangerous", "threatening with things", "threatening us"],
    },
    "fair/review": {"title": "Bad stars", "search": ["threatning stars"]},
}


def read_index(script: str) -> dict[str, Any]:
    """The part of the index that a script holds."""
    found: dict[str, Any] = json.loads(script.partition("]=")[2].rstrip().removesuffix(";"))
    part: dict[str, Any] = found["part"]
    return part


def read_first(script: str) -> dict[str, Any]:
    """What a page makes of what it loads first."""
    with load("finder-packed") as call:
        index: dict[str, Any] = call(_UNPACK, read_index(script))
    return index


def read_whole(first: str, rest: str) -> dict[str, Any]:
    """What a page makes of what it loads first and of the rest."""
    with load("finder-packed") as call:
        whole: dict[str, Any] = call(COMPLETE, read_index(first), read_index(rest))
    return whole
