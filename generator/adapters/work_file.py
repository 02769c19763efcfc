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
        seal, _, body = place.read_bytes().partition(_END)
    except OSError:
        return KeptWork()
    if seal != _seal(body):
        return KeptWork()
    head, _, texts = body.partition(_END)
    lengths: dict[str, int] = json.loads(head)
    places = pairwise(accumulate(lengths.values(), initial=0))
    known = {
        digest: texts[start:end].decode("utf-8", "surrogatepass")
        for digest, (start, end) in zip(lengths, places, strict=True)
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
    body = _END.join((head, b"".join(texts.values())))
    folder.keep(place, _seal(body) + _END + body)


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(input_digest.find_program().encode() + body).hexdigest().encode()
