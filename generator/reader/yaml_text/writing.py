"""Writing new texts, lists and groups as people would type them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.reader.yaml_text.parsed_file import Data
from generator.reader.yaml_text.parsing import parse

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_LINES = re.compile(r"[^\s#](?:.*\S)?(?:\n+[^\s#](?:.*\S)?)+")


@dataclass(frozen=True)
class Style:
    """By how many spaces the file indents what is in a group, and its lists below their names."""

    group: int = 2
    dash: int = 2


def write_value(value: Data, column: int, style: Style) -> str:
    """What follows a name and its colon, or a dash in that column, blank or line end included."""
    return _write_after(value, column, style, style.dash)


def write_item(value: Data, column: int, style: Style) -> str:
    """An item of a list with its dash, which is in that column."""
    if isinstance(value, (dict, list)) and value:
        inner = _write_lines(value, column + 2, style)
        return f"- {inner.lstrip()}"
    return f"-{_write_after(value, column, style, 2)}"


def write_name(name: str, value: Data, column: int, style: Style) -> str:
    """A name that is in that column, with its value."""
    return f"{write_key(name)}:{write_value(value, column, style)}"


def write_flow(value: Data) -> str:
    """A value in brackets, or as it is written between them."""
    if isinstance(value, dict):
        inner = (f"{write_key(name, flow=True)}: {write_flow(one)}" for name, one in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(write_flow, value))}]"
    return "null" if value is None else _write_flow_text(value)


@lru_cache(maxsize=4096)
def write_plain(value: str) -> str:
    """Write a text as it would be typed: without quotes, if it then reads back as it is meant."""
    return value if _reads(f"x:\n  - {value}\n", {"x": [value]}) else write_double(value)


def write_double(value: str) -> str:
    """Write a text in quotation marks."""
    return f'"{"".join(map(_escape, value))}"'


@lru_cache(maxsize=4096)
def write_key(name: str, *, flow: bool = False) -> str:
    """Write a name as plainly as it can be read."""
    wanted: Data = {"x": {name: "y"}} if flow else {name: "y"}
    text = f"x: {{{name}: y}}\n" if flow else f"{name}: y\n"
    return name if _reads(text, wanted) else write_double(name)


def _write_after(value: Data, column: int, style: Style, step: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {_write_text(value, column + style.group)}"
    if not value:
        return " []" if isinstance(value, list) else " {}"
    inner = column + (step if isinstance(value, list) else style.group)
    return f"\n{_write_lines(value, inner, style)}"


def _write_lines(value: Data, column: int, style: Style) -> str:
    lines: list[str] = []
    if isinstance(value, list):
        lines = [write_item(one, column, style) for one in value]
    elif isinstance(value, dict):
        lines = [write_name(name, one, column, style) for name, one in value.items()]
    return "\n".join(f"{' ' * column}{line}" for line in lines)


def _write_text(value: str, column: int) -> str:
    if _LINES.fullmatch(value):
        body = "\n".join(f"{' ' * column}{line}".rstrip(" ") for line in value.split("\n"))
        if _reads(f"{' ' * (column - 1)}x: |-\n{body}\n", {"x": value}):
            return f"|-\n{body}"
    return write_plain(value)


@lru_cache(maxsize=4096)
def _write_flow_text(value: str) -> str:
    wanted: Data = {"x": [value, {"a": value, "b": value}]}
    is_plain = _reads(f"x: [{value}, {{a: {value}, b: {value}}}]\n", wanted)
    return value if is_plain else write_double(value)


def _reads(text: str, wanted: Data) -> bool:
    parsed = parse("", text)
    return parsed.data == wanted and not parsed.problems


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == "\u00a0":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
