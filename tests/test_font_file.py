"""Fonts that a company adds: used if they are whole, told of at once if not."""

import os
import struct
import time
from pathlib import Path

import pytest

from generator.adapters import folder, paper_cache
from generator.checks import font_file
from tests.conftest import ROOT

REAL = (ROOT / "generator/views/fonts/NotoSans-Regular.ttf").read_bytes()


def make_font(groups: list[tuple[int, int, int]], count: int | None = None) -> bytes:
    """A font of tables that hold nothing, and a map of these characters."""
    packed = b"".join(struct.pack(">III", *one) for one in groups)
    number = len(groups) if count is None else count
    maps = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    maps += struct.pack(">HHIII", 12, 0, 16 + len(packed), 0, number) + packed
    names = [b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"]
    start = 12 + 16 * len(names)
    tables = b"".join(struct.pack(">4sIII", one, 0, start, len(maps)) for one in names)
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", len(names), 0, 0, 0) + tables + maps


ENDLESS = {
    "backwards": make_font([(0, 0x10FFFF, 0)] * 5000),
    "more-than-there-are": make_font([(65, 90, 0)], count=0xFFFFFFFF),
    "collection": b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff" + bytes(100_000),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_map_without_an_end_is_read_in_time(name: str) -> None:
    start = time.process_time()
    assert len(set(font_file.list_characters(ENDLESS[name]))) <= 0x110000
    font_file.find_fault(ENDLESS[name])
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("font", "words"),
    [
        (b"", "no font"),
        (b"words", "no font"),
        (b"\x00\x01\x00\x00" + os.urandom(20_000), "damaged"),
        (b"OTTO" + bytes(20_000), "damaged"),
        (REAL[:-100], "damaged"),
        (REAL[:5000], "damaged"),
        (ENDLESS["collection"], "damaged"),
    ],
)
def test_what_is_no_whole_font_is_told(tmp_path: Path, font: bytes, words: str) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/brand.ttf").write_bytes(font)
    (problem,) = (one for one in folder.read(tmp_path).problems if one.rule is font_file.FONT)
    assert problem.place.path.endswith("fonts/brand.ttf")
    assert words in problem.message
    # Papers are set without it, by whoever asks for them all the same.
    assert paper_cache.load_fonts(tmp_path).added is None


def test_a_whole_one_is_used(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/brand.ttf").write_bytes(REAL)
    assert not [one for one in folder.read(tmp_path).problems if one.rule is font_file.FONT]
    assert paper_cache.load_fonts(tmp_path).added
    for path in (ROOT / "generator/views/fonts").glob("*.ttf"):
        assert font_file.find_fault(path.read_bytes()) is None
