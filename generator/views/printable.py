"""Text made safe to print on one line: Tabs become visible, hidden characters too."""

import unicodedata


def show(text: str) -> str:
    """Write a text so that a terminal shows what is in it, and obeys nothing that is."""
    if text.isprintable():
        return text
    return "".join(map(_show_character, text))


def _show_character(character: str) -> str:
    if character == "\t":
        return "→"
    if character.isprintable() or character in "\u200c\u200d\ufe0f":
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    return "�"
