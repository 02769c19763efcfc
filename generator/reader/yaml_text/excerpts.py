"""How a trainer's own words are shown in a message."""

_SHOWN = 60


def shorten(text: str, length: int = _SHOWN) -> str:
    """Put a text on one line, and leave out the middle if it is long."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    tail = length // 3
    return f"{text[: length - tail - 1].rstrip()}…{text[-tail:].lstrip()}"


def quote(text: str) -> str:
    """Write a text the way it can be in YAML, in straight quotation marks."""
    text = shorten(text)
    if '"' in text or "\\" in text:
        if "'" not in text:
            return f"'{text}'"
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def count(number: int, one: str, many: str = "") -> str:
    """Say how many there are: “1 space”, “2 spaces”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
