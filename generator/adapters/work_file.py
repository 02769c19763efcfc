"""Keeps finished work in a file between two runs of one program.

It is kept below its own digest, with the version of the program. What is broken, cut off or of
another version counts for nothing. `--no-cache` does without.
"""

import hashlib
import json
from itertools import accumulate, pairwise
from pathlib import Path

from generator.adapters import folder, input_digest
from generator.model.kept_work import KeptWork

_END = b"\n"


def read(place: Path) -> KeptWork:
    """What the last run kept in a file; nothing, if it is not whole."""
    try:
        content = place.read_bytes()
    except OSError:
        return KeptWork()
    whole = memoryview(content)  # tens of megabytes, of which each copy takes a while
    start = content.find(_END) + len(_END)
    if whole[:start] != _seal(whole[start:]):
        return KeptWork()
    end = content.find(_END, start)
    lengths: dict[str, int] = json.loads(content[start:end])
    places = pairwise(accumulate(lengths.values(), initial=end + len(_END)))
    known = {
        digest: str(whole[first:last], "utf-8", "surrogatepass")
        for digest, (first, last) in zip(lengths, places, strict=True)
    }
    return KeptWork(known)


def write(place: Path, work: KeptWork | None) -> None:
    """Keep what was asked for, if it is not what is kept already.

    A folder that cannot be written costs the next run time, and nothing else.
    """
    if work is None or not work.is_new:
        return
    texts = {name: one.encode("utf-8", "surrogatepass") for name, one in work.used.items()}
    head = json.dumps({name: len(one) for name, one in texts.items()}).encode()
    body = (head, _END, *texts.values())
    folder.keep(place, b"".join((_seal(*body), *body)))


def _seal(*parts: bytes | memoryview) -> bytes:
    """What a file begins with that holds these."""
    total = hashlib.sha256(input_digest.find_program().encode())
    for one in parts:
        total.update(one)
    return total.hexdigest().encode() + _END
