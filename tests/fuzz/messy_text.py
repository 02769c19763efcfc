"""What people paste: chats, letters, tables, lists out of other programs, words of any script."""

import random
from collections.abc import Callable

_WORDS = [
    "the",
    "customer",
    "order",
    "refund",
    "please",
    "calm",
    "waits",
    "Monday",
    "10:30",
    "€5",
    "£20.00",
    "50%",
    "#12",
    "@Ana",
    "I'm",
    "don't",
    "—",
    "…",
    "“so”",
    "‘no’",
    "naïve",
    "Straße",
    "你好",
    "こんにちは",
    "שלום",
    "مرحبا",
    "नमस्ते",
    "สวัสดี",
    "Ω",
    "ﬁ",
    "👩\u200d👩\u200d👧",
    "🏳️\u200d🌈",
    "🇬🇧",
    "é",
    "z̵̢͡",
    "zero\u200bwidth",
    "soft\xadhyphen",
    "nb\xa0sp",
    "yes",
    "no",
    "null",
    "~",
    "on",
    "off",
    "true",
    "1.5",
    "1,5",
    "01.02.2026",
    "2026-13-01",
    "0800",
    "123",
    "+44",
    "C:\\new\\temp",
    "a@b.example",
    "https://x.example/a?b=c&d=e#f",
    "((spend-limit))",
    "((listen-first))",
    "((nobody))",
    "**bold**",
    "*it*",
    "`code`",
    "[link](x)",
    "<b>html</b>",
    "&nbsp;",
    "{{name}}",
    "${x}",
    "%s",
    "TODO",
    "[Name]",
    "(x)",
    "???",
    "!!!",
    "...",
    "---",
    "===",
    "***",
    "__",
    "||",
    "\\n",
    "\\",
    "/",
    "'",
    '"',
    "`",
    ":",
    ";",
    ",",
    "-",
]


def make_line(dice: random.Random) -> str:
    """One line, of any kind."""
    return dice.choice(_LINES)(dice)


def make_text(dice: random.Random, *, most: int = 40) -> str:
    """Some lines; often of one kind, as a list or a table is."""
    count = dice.randint(1, most)
    if dice.random() < 0.5:
        make = dice.choice(_LINES)
        return "\n".join(make(dice) for _ in range(count))
    return "\n".join(make_line(dice) for _ in range(count))


def make_words(dice: random.Random, most: int = 12) -> str:
    """A sentence or so."""
    return " ".join(dice.choice(_WORDS) for _ in range(dice.randint(0, most)))


def _indent(dice: random.Random) -> str:
    return dice.choice(["", "", " ", "  ", "    ", "\t", "\u00a0 ", "\u3000"])


def _bullet(dice: random.Random) -> str:
    sign = dice.choice(
        ["- ", "-", "* ", "• ", "– ", "o\t", "1. ", "a) ", "[ ] ", "[x] ", "☐ ", "> ", "+ ", "· "]
    )
    return f"{_indent(dice)}{sign}{make_words(dice)}"


def _field(dice: random.Random) -> str:
    name = dice.choice(
        [
            "title",
            "Title",
            "kind",
            "steps",
            "say",
            "why",
            "do",
            "Note",
            "WHY",
            "stop",
            "go",
            "search",
        ]
    )
    colon = dice.choice([":", ": ", " : ", "：", " = ", ":\t", "::", ""])
    opened = dice.choice(
        ["", "", "", "'", '"', "|", ">", "[", "{", "*", "&x ", "!t ", "@", "`", "%", "“"]
    )
    return f"{_indent(dice)}{dice.choice(['', '- ', ''])}{name}{colon}{opened}{make_words(dice)}"


def _chat(dice: random.Random) -> str:
    return f"[{dice.randint(0, 23)}:{dice.randint(0, 59):02}] {dice.choice(['Ana', 'Me', 'Customer'])}: {make_words(dice)}"


def _row(dice: random.Random) -> str:
    return dice.choice(["|", ",", ";", "\t"]).join(
        make_words(dice, 3) for _ in range(dice.randint(1, 8))
    )


def _data(dice: random.Random) -> str:
    return (
        dice.choice(["{", "[", "</", "<", "}", "]", '"'])
        + f'"{make_words(dice, 2)}": '
        + dice.choice(["{", "[", "1,", "null", "}", "],"])
    )


def _letter(dice: random.Random) -> str:
    return ">" * dice.randint(0, 4) + " " + make_words(dice)


def _any(dice: random.Random) -> str:
    return "".join(chr(_choose_point(dice)) for _ in range(dice.randint(0, 30)))


def _choose_point(dice: random.Random) -> int:
    point = dice.randrange(
        *dice.choice([(32, 127), (0, 256), (0x300, 0x370), (0x2000, 0x2070), (0, 0x11_0000)])
    )
    return 63 if 0xD800 <= point < 0xE000 else point


_LINES: list[Callable[[random.Random], str]] = [
    make_words,
    _bullet,
    _bullet,
    _field,
    _field,
    _chat,
    _row,
    _data,
    _letter,
    _any,
    _indent,
]
