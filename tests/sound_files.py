"""Shipped and messy files in which the reader finds no mistake."""

from generator.problem import Severity
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.parsed_file import ParsedFile
from tests.messy_files import MESSY, SHIPPED, TELLING


def read(path: str, content: bytes) -> ParsedFile | None:
    text, problems = read_text(path, content)
    parsed = parse(path, text or "")
    found = (*problems, *parsed.problems)
    return None if any(one.severity is Severity.ERROR for one in found) else parsed


SOUND = [one for one in (*SHIPPED, *MESSY, *TELLING) if read(*one)]
SMALL = [one for one in SOUND if len(one[1]) < 20_000]
