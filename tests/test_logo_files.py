"""Which pictures a logo may be: whole ones that are only pictures, and soon drawn."""

import io
import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.checks import pixel_picture, vector_picture
from tests.conftest import ROOT

START = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'
DOUBLED = '<g id="a0"><path d="M0 0h9"/></g>' + "".join(
    f'<g id="a{step}"><use href="#a{step - 1}"/><use href="#a{step - 1}"/></g>'
    for step in range(1, 40)
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def make_png(width: int, height: int, pixels: bytes | None = None, *, beside: bytes = b"") -> bytes:
    data = bytes((width * 4 + 1) * height) if pixels is None else pixels
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    picture = chunk(b"IDAT", zlib.compress(data, 9))
    return START + chunk(b"IHDR", head) + beside + picture + chunk(b"IEND", b"")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_every_kind_of_png_is_fine(mode: str) -> None:
    for size in ((1, 1), (37, 51), (2000, 2000)):
        written = io.BytesIO()
        Image.new(mode, size).save(written, "PNG")
        assert pixel_picture.find_fault(written.getvalue()) is None


def test_the_guidebooks_own_pictures_are_fine() -> None:
    for path in (ROOT / "generator/theme/assets/guidebook").rglob("*.png"):
        assert pixel_picture.find_fault(path.read_bytes()) is None
    for path in (*ROOT.glob("examples/**/*.svg"), *ROOT.glob("generator/theme/**/*.svg")):
        assert vector_picture.find_fault(path.read_bytes()) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (make_png(8000, 8000, b""), "8,000 by 8,000 pixels"),
        (make_png(0, 9), "no whole PNG"),
        (make_png(100, 100, b"short"), "no whole PNG"),
        (make_png(10, 10)[:-20], "no whole PNG"),
        (make_png(10, 10).replace(b"IDAT", b"IDAX"), "no whole PNG"),
        (START + bytes(100), "no whole PNG"),
        (START + b"\xff" * 100, "pixels"),
        (
            make_png(9, 9, beside=chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000)))),
            "more beside its picture",
        ),
    ],
)
def test_a_png_that_is_refused(content: bytes, words: str) -> None:
    start = time.process_time()
    assert words in (pixel_picture.find_fault(content) or "")
    assert time.process_time() - start < 1


def test_a_small_picture_that_unpacks_without_an_end_is_cut() -> None:
    start = time.process_time()
    pixel_picture.find_fault(make_png(10, 10, bytes(100_000_000)))
    assert time.process_time() - start < 1.5  # most of it is the packing


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<script>open()</script>", "script"),
        ("<g onload='open()'/>", "“onload”"),
        ("<foreignObject><p/></foreignObject>", "foreignobject"),
        ("<image href='https://x.example/a.png'/>", "in another file"),
        ("<image x:href='//x.example/a.png'/>", "in another file"),
        ("<image href='file:///etc/passwd'/>", "in another file"),
        ("<image href='data:image/svg+xml,x'/>", "in another file"),
        ("<image href='data:image/png;base64,AAAA'/>", "in another file"),
        ("<use href='other.svg#a'/>", "in another file"),
        ("<rect fill='url(https://x.example/a)'/>", "in another file"),
        ("<rect style='fill: URL( &quot;//x.example&quot; )'/>", "in another file"),
        ("<style>@import 'x.css';</style>", "in another file"),
        ("<style>p { background: url(x.png) }</style>", "in another file"),
        ("<a href='java\nscript:open()'><g/></a>", "an address that is a script"),
        ("<animate attributeName='x:href' to='x'/>", "a link that changes"),
        ("<g id='a'><use href='#a'/></g>", "uses itself"),
        ("<g>" * 50_000 + "</g>" * 50_000, "inside parts"),
        (DOUBLED, "20,000 shapes"),
        ("<g/>" * 30_000, "20,000 shapes"),
    ],
)
def test_an_svg_that_is_refused(inner: str, words: str) -> None:
    start = time.process_time()
    assert words in (vector_picture.find_fault(SVG.format(inner).encode()) or "")
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "inner",
    [
        "<defs><linearGradient id='a'/></defs><rect fill='url(#a)'/>",
        "<style>.a { fill: url(#b) }</style><g id='b' class='a'/><use href='#b' x:href='#b'/>",
        "<title>Shop</title><metadata>made 2026</metadata>",
    ],
)
def test_an_svg_that_is_used(inner: str) -> None:
    assert vector_picture.find_fault(SVG.format(inner).encode()) is None


@given(st.binary(max_size=80))
def test_no_bytes_make_it_stumble(content: bytes) -> None:
    for piece in (content, START + content, START + chunk(b"IHDR", content), b"<svg>" + content):
        pixel_picture.find_fault(piece)
        vector_picture.find_fault(piece)
        vector_picture.find_code(piece)
