"""The colors of the style sheet, as they are written in it."""

import re

from tests.conftest import ROOT

TEXT = (ROOT / "generator/theme/assets/guidebook/tokens.css").read_text("utf-8")


def split(value: str) -> list[str]:
    """The two colors of `light-dark(…)`; the comma of a color itself stands in parentheses."""
    return re.split(r", (?![^(]*\))", value)


COLORS = {
    name: split(value) for name, value in re.findall(r"(--gb-[a-z-]+): light-dark\((.+)\);", TEXT)
}
"""By name: the light and the dark one."""
