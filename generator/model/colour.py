"""Colours as they are written, and whether one can be read on another."""

import re
from typing import NamedTuple

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
READABLE = 4.5
"""The least contrast of text that WCAG 2.2 AA asks for."""

Colour = tuple[int, int, int]


class Ground(NamedTuple):
    """The colours behind words: the page's own, and that of a card on it."""

    paper: Colour
    card: Colour


GROUNDS = {
    "light": Ground((251, 250, 247), (255, 255, 255)),
    "dark": Ground((20, 24, 27), (28, 34, 38)),
}
"""The theme's, by scheme. A test compares its style sheet with them."""

_COMFORTABLE = 7.0


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
    """The contrast of two colours, from 1 to 21, as WCAG counts it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def find_readable(colour: Colour, paper: Colour, *, least: float = READABLE) -> Colour:
    """Find the nearest colour of the same tone that can be read on a paper, itself if it can.

    It gets darker on a light paper and lighter on a dark one.
    """
    goal = 0 if _luminance(paper) > 0.18 else 255
    for step in range(256):
        near = _mix(colour, (goal, goal, goal), step / 255)
        if contrast(near, paper) >= least:
            return near
    return (goal, goal, goal)


def make_schemes(accent: Colour) -> dict[str, dict[str, str]]:
    """The theme's colours for what is said, done and in focus, made of a company's own one.

    By the scheme, light or dark, and the name of the theme's property. The accent itself is kept
    where it can be read on paper, on a card and on its own tint.
    """
    return {
        "light": _make_scheme(accent, *GROUNDS["light"], share=0.1, least=READABLE),
        "dark": _make_scheme(accent, *GROUNDS["dark"], share=0.2, least=_COMFORTABLE),
    }


def _make_scheme(
    accent: Colour, paper: Colour, card: Colour, *, share: float, least: float
) -> dict[str, str]:
    tint = _mix(paper, accent, share)
    brand = accent
    for ground in (paper, card, tint):
        brand = find_readable(brand, ground, least=least)
    away = (0, 0, 0) if _luminance(brand) < _luminance(paper) else (255, 255, 255)
    return {
        "brand": write(brand),
        "brand-hover": write(_mix(brand, away, 0.25)),
        "brand-tint": write(tint),
        "on-brand": write(max((paper, card), key=lambda ground: contrast(ground, brand))),
    }


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (
        round(mine + (yours - mine) * share) for mine, yours in zip(one, other, strict=True)
    )
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
