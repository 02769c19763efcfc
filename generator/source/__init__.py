"""YAML text with places: what a trainer wrote, where it stands, and what is wrong with it."""

from generator.source.encoding import read_text
from generator.source.placed import Source
from generator.source.reading import parse

__all__ = ["Source", "parse", "read_text"]
