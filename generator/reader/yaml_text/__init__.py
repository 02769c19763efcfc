"""YAML text with places: what a trainer wrote, where it is, and what is wrong with it."""

from generator.reader.yaml_text.encoding import read_text
from generator.reader.yaml_text.parsed_file import ParsedFile
from generator.reader.yaml_text.parsing import parse, parse_bytes

__all__ = ["ParsedFile", "parse", "parse_bytes", "read_text"]
