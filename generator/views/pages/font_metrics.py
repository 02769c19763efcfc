"""How wide a text is in the font of the pages, and where its lines break."""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FONTS = files("generator.views") / "fonts"
_FAMILY = "AtkinsonHyperlegibleNext"
_OTHER = 0.65  # of the size: for a letter that the font lacks and another one stands in for
_SAFETY = 1.04  # fonts that stand in are wider


@dataclass(frozen=True)
class Typeface:
    """The widths of a font's letters, as shares of its size."""

    widths: Mapping[int, float]

    def measure(self, text: str, size: float) -> float:
        """How wide a text is at most."""
        return sum(map(self._width, text)) * size * _SAFETY

    def wrap(self, text: str, size: float, width: float) -> list[str]:
        """Break a text into lines that fit; a word that is too long is broken as well."""
        lines = [""]
        for word in text.split():
            for piece in self._break(word, size, width):
                longer = f"{lines[-1]} {piece}".lstrip()
                if not lines[-1] or self.measure(longer, size) <= width:
                    lines[-1] = longer
                else:
                    lines.append(piece)
        return lines

    def _break(self, word: str, size: float, width: float) -> Iterator[str]:
        while self.measure(word, size) > width and len(word) > 1:
            fits = 1
            while self.measure(word[: fits + 1], size) <= width:
                fits += 1
            yield word[:fits]
            word = word[fits:]
        yield word

    def _width(self, letter: str) -> float:
        known = self.widths.get(ord(letter))
        if known is None:
            return 1 if unicodedata.east_asian_width(letter) in "WF" else _OTHER
        return known


@cache
def read(weight: str) -> Typeface:
    """The font of one weight, `Regular` or `Bold`."""
    font = (_FONTS / f"{_FAMILY}-{weight}.ttf").read_bytes()
    tables = {}
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        tables[tag] = start
    (em,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    advances = [
        struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(count)
    ]
    return Typeface(
        {
            code: advances[min(glyph, count - 1)] / em
            for code, glyph in _read_glyphs(font, tables[b"cmap"])
        }
    )


def _read_glyphs(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Each character with the number of its glyph, from the table that Unicode fonts have."""
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _, inner = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        if platform in (0, 3) and struct.unpack_from(">H", font, start + inner) == (4,):
            yield from _read_segments(font, start + inner)
            return


def _read_segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * double)
    offsets_at = at + 16 + 3 * double
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        (offset,) = struct.unpack_from(">H", font, offsets_at + 2 * index)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                where = offsets_at + 2 * index + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, where)
                if not glyph:
                    continue
            yield code, (glyph + deltas[index]) & 0xFFFF
