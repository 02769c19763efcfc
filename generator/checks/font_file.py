"""Font files: which characters they hold, and whether they are whole enough to be opened."""

import struct
from collections.abc import Iterator

from generator.problem import FileState, Group, Rule

MOST_BYTES = 32_000_000
_MOST_FONTS = 64
_LAST = 0x10FFFF
_STARTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")

FONT = Rule(
    id="font",
    group=Group.PAPERS,
    summary="A file in the folder “fonts” of the playbooks is a whole font of at most"
    f" {MOST_BYTES // 1_000_000} MB.",
    why="What is none, or is damaged, can keep the papers from ever being done.",
    fault={"playbooks/fonts/brand.ttf": FileState.PRESENT},
    fix={"playbooks/fonts/brand.ttf": FileState.MISSING},
)


def find_fault(font: bytes) -> str | None:
    """Say what is wrong with a font file, such as “is damaged”; None if it can be opened."""
    if len(font) > MOST_BYTES:
        return f"is larger than {MOST_BYTES // 1_000_000} MB"
    if font[:4] not in _STARTS:
        return "is no font"
    try:
        offsets = _list_fonts(font)
        whole = offsets and all(_is_whole(font, offset) for offset in offsets)
    except (struct.error, IndexError):
        whole = False
    return None if whole else "is damaged"


def list_characters(font: bytes) -> Iterator[int]:
    """Read the character maps of a font file; one that cannot be read has no characters."""
    try:
        for offset in _list_fonts(font):
            for tag, start, _ in _list_tables(font, offset):
                if tag == b"cmap":
                    yield from _read_maps(font, start)
    except (struct.error, IndexError):
        return


def _list_fonts(font: bytes) -> tuple[int, ...]:
    """Where each font of a file begins; a collection has several."""
    if font[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack_from(">I", font, 8)
    return struct.unpack_from(f">{count}I", font, 12) if count <= _MOST_FONTS else ()


def _list_tables(font: bytes, offset: int) -> Iterator[tuple[bytes, int, int]]:
    (tables,) = struct.unpack_from(">H", font, offset + 4)
    for number in range(tables):
        tag, _, start, length = struct.unpack_from(">4sIII", font, offset + 12 + 16 * number)
        yield tag, start, length


def _is_whole(font: bytes, offset: int) -> bool:
    found = {}
    for tag, start, length in _list_tables(font, offset):
        if start + length > len(font):
            return False
        found[tag] = start
    needed = found.keys() >= {b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"}
    return needed and next(_read_maps(font, found[b"cmap"]), None) is not None


def _read_maps(font: bytes, start: int) -> Iterator[int]:
    (maps,) = struct.unpack_from(">H", font, start + 2)
    for one in range(maps):
        platform, _, inner = struct.unpack_from(">HHI", font, start + 4 + 8 * one)
        if platform in (0, 3):
            yield from _read_map(font, start + inner)


def _read_map(font: bytes, at: int) -> Iterator[int]:
    (form,) = struct.unpack_from(">H", font, at)
    if form == 4:
        (double,) = struct.unpack_from(">H", font, at + 6)
        count = double // 2
        ends = struct.unpack_from(f">{count}H", font, at + 14)
        starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
        yield from _list_runs(zip(starts, ends, strict=True), 0xFFFE)
    elif form == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        runs = (struct.unpack_from(">III", font, at + 16 + 12 * one) for one in range(groups))
        yield from _list_runs(((first, last) for first, last, _ in runs), _LAST)


def _list_runs(runs: Iterator[tuple[int, int]], most: int) -> Iterator[int]:
    """The characters of runs, each run behind the one before: a map that goes back has no end."""
    least = 0
    for first, last in runs:
        if first < least:
            return
        yield from range(first, min(last, most) + 1)
        least = max(least, last + 1)
