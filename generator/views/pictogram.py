"""Pictograms as SVG, for pages and papers."""

from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from generator.model import icon_set

_FRAME = (
    'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-linecap="round" stroke-linejoin="round"'
)


@cache
def draw(name: str) -> Markup:
    """Write a pictogram into a page: in the color of its text, and silent for screen readers.

    Raises:
        KeyError: there is none of that name.

    """
    opening = f'<svg class="gb-icon" aria-hidden="true" width="24" {_FRAME}>'
    return Markup(f"{opening}{_write_shapes(name)}</svg>")  # noqa: S704  # from the set


def make_file(name: str) -> str:
    """Write a pictogram as a file of its own, in black."""
    frame = _FRAME.replace("currentColor", "#000")
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{_write_shapes(name)}</svg>'


def _write_shapes(name: str) -> str:
    return "".join(_write_shape(tag, own) for tag, own in icon_set.list_shapes()[name])


def _write_shape(tag: str, own: Mapping[str, str]) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in own.items())
    return f"<{tag}{attributes}/>"
