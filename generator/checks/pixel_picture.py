"""Pictures in PNG: whole, and not larger than a page can use, however small the file is."""

import struct
import zlib
from collections.abc import Iterator

MOST_PIXELS = 4_000_000

_START = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_MOST_BESIDE = 200_000
"""Bytes of what is no picture, such as a colour profile, which programs unpack as well."""


def measure(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG picture, or None if it is none."""
    if content[:8] != _START or len(content) < 24:
        return None
    width, height = struct.unpack_from(">II", content, 16)
    return (width, height) if width and height else None


def find_fault(content: bytes) -> str | None:
    """Say what is wrong with a picture, such as “is too large”; None if nothing is.

    It is unpacked as far as its own size says, and no further.
    """
    size = measure(content)
    if size is None or len(content) < 33:
        return "is no whole PNG picture"
    if size[0] * size[1] > MOST_PIXELS:
        return f"has {size[0]:,} by {size[1]:,} pixels, which takes long to draw"
    packed = b""
    for kind, data, is_whole in _list_chunks(content):
        if not is_whole:
            return "is no whole PNG picture"
        if kind in (b"iCCP", b"zTXt", b"iTXt") and _unpack(data, _MOST_BESIDE + 1) > _MOST_BESIDE:
            return "has more beside its picture than a logo needs"
        packed += data if kind == b"IDAT" else b""
        if kind == b"IEND":
            depth, colours = content[24], content[25]
            row = -(-size[0] * depth * _CHANNELS.get(colours, 4) // 8)
            # A picture that comes in waves has more rows, each with a byte of its own.
            least = 1 if content[28] else (row + 1) * size[1]
            found = _unpack(packed, (row + 1) * size[1] + 8 * (size[0] + size[1]))
            return None if found >= least else "is no whole PNG picture"
    return "is no whole PNG picture"


def _list_chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each part of the file: its kind, its bytes, and whether they are those that were written."""
    at = 8
    while at + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (mark,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length].ljust(4, b"\0"))
        yield kind, data, len(data) == length and zlib.crc32(kind + data) == mark
        at += 12 + length


def _unpack(packed: bytes, most: int) -> int:
    """How many bytes come out of a packed piece, wherever in it they begin; at most so many."""
    start = packed.find(b"\x78")
    if start < 0:
        return 0
    try:
        return len(zlib.decompressobj().decompress(packed[start:], most))
    except zlib.error:
        return 0
