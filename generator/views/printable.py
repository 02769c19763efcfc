"""Text made safe to print on one line: Tabs become visible, hidden characters too."""

import unicodedata


def show(text: str) -> str:
    """Write a text so that a terminal shows what is in it, and obeys nothing that is."""
    if text.isprintable():
        return text
    return text.translate(_SHOWN)


class _Shown(dict[int, str]):
    """Letters met so far; some ten different ones come again and again."""

    def __missing__(self, code: int) -> str:
        self[code] = _show_character(chr(code))
        return self[code]


_SHOWN = _Shown()


def _show_character(character: str) -> str:
    if character == "\t":
        return "→"
    if character.isprintable() or character in "\u200c\u200d\ufe0f":
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    return "�"
