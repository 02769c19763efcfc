"""What happens to a file that is there: slips of the hand, broken bytes, and far too much of something."""

import random

PIECES = [
    *(
        "\n",
        "\r\n",
        "\r",
        "- ",
        ": ",
        ":",
        "  ",
        "\t",
        "#",
        " # ",
        "title",
        "say",
        "steps:\n",
        "why: ",
    ),
    *('"', "'", "[", "]", "{", "}", ",", "*a", "&a ", "!b ", "|\n", ">\n", "? ", "<<: ", "%Y 1\n"),
    *("---\n", "...\n", "\\", "\\x0", "“", "”", "\u00a0", "\u2028", "\x85", "\u200b", "\ufeff"),
    *("é", "😀", "\x00", "~", "null", "2026-02-30", "yes", "@", "`", "=", "•", "– ", "1. "),
    *(
        "((",
        "))",
        "((spend-limit))",
        "**",
        "*",
        "_",
        "](",
        "[x](y)",
        "`x`",
        "<b>",
        "&amp;",
        "{{",
        "}}",
    ),
    *("0x1F", "1_000", ".inf", "-0", "1e9999", "999999999999999999999", "١٢", "\u202e", "\ud800"),
    *(
        "e\u0301",
        "\u0e01\u0e33",
        "ß",
        "İ",
        "ﬁ",
        "\U000e0041",
        "//",
        "https://",
        "http://[",
        "javascript:",
    ),
]
_BYTES = [
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x85",
    b"\xc2\x85",
    b"\xed\xa0\x80",
    b"\x1a",
]
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp437", "utf-8-sig", "utf-7")
MOST = 256_001
"""Bytes: the reader takes as many of a file, and says of one more that it is too large."""


def break_bytes(dice: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """A file after a transfer, a disk or a program that went wrong."""
    for _ in range(dice.randint(1, 4)):
        at, to = sorted(dice.randint(0, len(content)) for _ in range(2))
        match dice.randrange(9):
            case 0:
                content = content[:at] + dice.choice(_BYTES) + content[at:]
            case 1:
                content = content[:at] + dice.randbytes(dice.randint(1, 9)) + content[at:]
            case 2:
                content = content[:at] + content[min(to, at + dice.randint(1, 40)) :]
            case 3:
                content = content[:at]
            case 4:
                content = content[:to] + content[at:]
            case 5:
                other = dice.choice(others)
                content = content[:at] + other[dice.randint(0, len(other)) :]
            case 6:
                flipped = bytes(one ^ (1 << dice.randrange(8)) for one in content[at : at + 1])
                content = content[:at] + flipped + content[at + 1 :]
            case 7:
                text = content.decode("utf-8", "replace")
                content = text.encode(dice.choice(_ENCODINGS), "replace")
            case _:
                content = content.replace(
                    b"\n", dice.choice([b"\r\n", b"\r", b"\n\n", b"\xc2\x85"])
                )
    return content


def slip(dice: random.Random, content: bytes) -> bytes:
    """A file after a few slips of the hand."""
    text = content.decode("utf-8", "surrogateescape")
    for _ in range(dice.randint(1, 5)):
        lines = text.split("\n")
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        column = dice.randint(0, len(lines[at]))
        match dice.randrange(8):
            case 0 | 1:
                lines[at] = lines[at][:column] + dice.choice(PIECES) + lines[at][column:]
            case 2:
                lines[at] = lines[at][:column] + lines[at][column + dice.randint(1, 9) :]
            case 3:
                lines[at], lines[other] = lines[other], lines[at]
            case 4:
                del lines[at : at + dice.randint(1, 3)]
            case 5:
                lines[at] = dice.choice(["", " ", "  ", "\t", "    "]) + lines[at].lstrip()
            case 6:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case _:
                lines[at:at] = lines[other : other + dice.randint(1, 12)]
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass" if "\ud800" in text else "surrogateescape")


def grow(dice: random.Random, content: bytes, *, most: int = MOST) -> bytes:
    """A file with something in it again and again: what grows faster than its file shows."""
    lines = content.split(b"\n")
    at = dice.randrange(len(lines))
    column = dice.randint(0, len(lines[at]))
    line = dice.choice(lines)
    piece = "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 3)))
    unit = dice.choice(
        [
            piece.encode("utf-8", "surrogatepass"),
            line + b"\n",
            line,
            piece[:1].encode("utf-8", "replace"),
        ]
    )
    room = max(1, dice.choice([2_000, 20_000, most]) - len(content))
    filled = unit * (room // max(1, len(unit)))
    lines[at] = lines[at][:column] + filled + lines[at][column:]
    return b"\n".join(lines)[:most]
