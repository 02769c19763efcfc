"""Colours as they are written, and whether one can be read on another."""

import re

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
READABLE = 4.5
"""The least contrast of text that WCAG 2.2 AA asks for."""

Colour = tuple[int, int, int]


def read(text: str) -> Colour | None:
    """Read a colour such as `#0f5e5c`, or find that it is none."""
    found = _HEX.fullmatch(text.strip())
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(one * 2 for one in found[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def write(colour: Colour) -> str:
    """Write a colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG counts it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def find_readable(colour: Colour, paper: Colour) -> Colour:
    """Find the nearest colour of the same tone that can be read on a paper, itself if it can.

    It gets darker on a light paper and lighter on a dark one.
    """
    goal = 0 if _luminance(paper) > 0.18 else 255
    for step in range(256):
        mixed = tuple(round(part + (goal - part) * step / 255) for part in colour)
        near: Colour = (mixed[0], mixed[1], mixed[2])
        if contrast(near, paper) >= READABLE:
            return near
    return (goal, goal, goal)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
