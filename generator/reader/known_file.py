"""Files that were sound before: what they say is known by their bytes, and nothing is parsed."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from generator.model.kept_work import KeptWork
from generator.model.yaml_model import Loc
from generator.problem import Problem
from generator.reader.yaml_text import ParsedFile, parse, read_text


@dataclass(frozen=True)
class KnownFile(ParsedFile):
    """A file of which the data is known; it is parsed only if somebody asks for a place in it.

    `around` is where all of it is, which many ask for.
    """

    around: tuple[int, int] = (0, 1)

    @cached_property
    def _whole(self) -> ParsedFile:
        return parse(self.path, self.text)

    def _span(self, loc: Loc, *, of_key: bool) -> tuple[int, int]:
        return self._whole.span(loc, of_key=of_key) if loc else self.around


Parsed = tuple[str | None, ParsedFile | None, list[Problem]]
"""The text of a file, what it says, and what is wrong with its bytes."""


def read(path: str, content: bytes, work: KeptWork | None) -> Parsed:
    """Read and parse a file, if it is not known from before to be sound."""
    if work is None:
        return _read_anew(path, content)
    made: list[Parsed] = []

    def describe() -> str:
        made.append(_read_anew(path, content))
        return _write(content, made[0])

    said = work.take(hashlib.sha256(b"yaml\0" + content).hexdigest(), describe)
    if made:
        return made[0]
    if not said:
        return _read_anew(path, content)
    text, known = content.decode(), json.loads(said)
    return text, KnownFile(path, text, known["data"], around=tuple(known["around"])), []


def _read_anew(path: str, content: bytes) -> Parsed:
    text, problems = read_text(path, content)
    return text, None if text is None else parse(path, text), problems


def _write(content: bytes, made: Parsed) -> str:
    """What a sound file says; "" for one that has to be looked at each time."""
    text, parsed, problems = made
    if text is None or parsed is None or problems or parsed.problems or parsed.guessed_lines:
        return ""
    is_plain = text == parsed.text and text.encode("utf-8", "surrogatepass") == content
    if parsed.broken or not is_plain:
        return ""
    return json.dumps({"data": parsed.data, "around": parsed.span(())})
