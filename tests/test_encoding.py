"""Bytes to text: every encoding is named or read, and hidden characters are refused."""

import pytest

from generator.problem import Problem
from generator.reader.yaml_text import read_text


def read(data: bytes) -> tuple[str | None, list[str]]:
    text, problems = read_text("a.yml", data)
    return text, [show(problem) for problem in problems]


def show(problem: Problem) -> str:
    assert problem.fix
    return f"{problem.place.line}:{problem.place.column} {problem.rule.id} {problem.message}"


@pytest.mark.parametrize(
    "data",
    [
        b"title: x\nkind: y\n",
        b"title: x\r\nkind: y\r\n",
        b"title: x\rkind: y\r",
        b"\xef\xbb\xbftitle: x\nkind: y\n",
        b"\xef\xbb\xbftitle: x\r\nkind: y\n",
    ],
)
def test_line_ends_and_marks_are_accepted(data: bytes) -> None:
    assert read(data) == ("title: x\nkind: y\n", [])


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_other_unicode_is_named(codec: str) -> None:
    text, told = read("title: Späte Pakete\n".encode(codec))
    assert text is None
    assert len(told) == 1
    assert f"“{codec.upper()[:6]}”" in told[0]


def test_windows_text_is_told_where_it_starts_and_read_on() -> None:
    text, told = read("title: a\r\nsay: It’s the café\r\n".encode("cp1252"))
    assert text == "title: a\nsay: It’s the café\n"
    assert len(told) == 1
    assert told[0].startswith("2:8 encoding ")
    assert "“’”" in told[0]


def test_windows_text_inside_utf8_is_fixed_byte_by_byte() -> None:
    text, told = read("title: ä\n".encode() + "say: ü\n".encode("cp1252"))
    assert text == "title: ä\nsay: ü\n"
    assert [one[:12] for one in told] == ["2:6 encoding"]


def test_bytes_that_mean_nothing_are_shown_as_lost() -> None:
    text, told = read(b"title: \x81\n")
    assert text == "title: \ufffd\n"
    assert len(told) == 2


def test_a_file_that_is_too_big_is_not_read() -> None:
    assert read(b"a" * 256_000)[0] is not None
    text, told = read(b"a" * 256_001)
    assert text is None
    assert told == ["1:1 too-big This file is larger than 256 KB."]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"PK\x03\x04...", "Word"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "picture")],
)
def test_other_files_are_named(data: bytes, name: str) -> None:
    text, told = read(data)
    assert text is None
    assert name in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "سلام، می‌بینم",
        "שלום\u200f!",
        "👩\u200d👩\u200d👧 ❤️ 1️⃣",
        "क्\u200dष",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "don’t — “yes” … naïve",
    ],
)
def test_letters_of_any_script_and_emoji_are_fine(text: str) -> None:
    assert read(text.encode()) == (text, [])


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9f", "\xad", "\u200b", "\u200e", "\u2028"),
        *("\u202e", "\u2060", "\u2066", "\ufeff", "\ue000", "\ufffd", "\uffff", "\U000e0061"),
        *("\u200d", "\u200c"),
    ],
)
def test_hidden_characters_are_refused_and_left_in_place(character: str) -> None:
    text, told = read(f"a: b\nsay: x{character}y\n".encode())
    assert text == f"a: b\nsay: x{character}y\n"
    assert [one.split(" ")[:2] for one in told] == [["2:7", "hidden-character"]]


def test_of_many_hidden_characters_the_first_are_told() -> None:
    told = read(b"a: " + "x\u200b".encode() * 50)[1]
    assert len(told) == 20
    assert told[-1].endswith("here. 30 more are below.")


def test_a_flag_does_not_hide_other_letters() -> None:
    assert len(read("x\U000e0061\U000e0062".encode())[1]) == 2
