"""Keeps values as JSON below their own digest, for other runs of the same program on the same day.

What is broken, cut off or of another version counts for nothing.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from generator.adapters import input_digest, whole_file


def read(place: Path) -> dict[str, Any] | None:
    """What is kept in a file; None if it is not whole, or not of this program."""
    try:
        content = place.read_bytes()
    except OSError:
        return None
    seal, line, body = content.partition(b"\n")
    if seal + line != _seal(body):
        return None
    found: dict[str, Any] = json.loads(body)
    return found


def write(place: Path, values: dict[str, Any]) -> None:
    """Keep values. Raises OSError where that cannot be done."""
    body = json.dumps(values, separators=(",", ":")).encode()
    whole_file.put(place, _seal(body) + body)


def _seal(body: bytes) -> bytes:
    """The digest of what is kept, together with the version of the program that may read it."""
    version = input_digest.find_version().encode()
    return hashlib.sha256(version + body).hexdigest().encode() + b"\n"
