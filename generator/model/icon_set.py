"""Pictograms: the set of Lucide, by name. All are 24 by 24, drawn with one stroke."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

Shape = tuple[str, Mapping[str, str]]
"""An element of SVG and its attributes."""


@cache
def list_shapes() -> Mapping[str, Sequence[Shape]]:
    """The shapes of every pictogram, by its name."""
    loaded: dict[str, list[tuple[str, dict[str, str]]]] = _load("icon-nodes")
    return {name: [(tag, own) for tag, own in shapes] for name, shapes in loaded.items()}


@cache
def list_tags() -> Mapping[str, Sequence[str]]:
    """Words for what a pictogram shows, by its name."""
    loaded: dict[str, list[str]] = _load("tags")
    return loaded


def _load(name: str) -> Any:  # JSON
    folder = resources.files("generator.model") / "lucide"
    return json.loads((folder / f"{name}.json").read_text("utf-8"))
