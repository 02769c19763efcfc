"""One text of a file is exchanged, and every other byte stays: comments, quotes, line ends."""

import re
import textwrap
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.yaml_model import Loc
from generator.problem import Edit, GuidebookError, Rule, Severity
from generator.reader.yaml_text.parsed_file import ParsedFile
from generator.reader.yaml_text.parsing import parse_bytes
from generator.reader.yaml_text.writing import write_double

_BOM = b"\xef\xbb\xbf"
_WIDTH = 100


def replace_scalar(path: str, content: bytes, loc: Loc, value: str) -> bytes:
    """Put a text in the place of the one at a location. `path` is how problems call the file.

    Raises GuidebookError if something in the file is wrong, so that nobody knows for sure what its
    lines mean, and if no text is at the location or the new one cannot be written.
    """
    parsed = parse_bytes(path, content)
    if any(_stops(one.rule) for one in parsed.problems):
        raise GuidebookError(
            f"{path} has mistakes, so nothing in it was changed. “guidebook check” lists them."
        )
    return apply(content, [find_edit(parsed, loc, value)])


def find_edit(parsed: ParsedFile, loc: Loc, value: str) -> Edit:
    """Find the edit after which a file says `value` at a location, and nothing else anew.

    The location is one of the file: it leaves out the names that a short form leaves out. The text
    is written as the old one was, in quotes, in a block or without, if it then reads back as it is
    meant; otherwise without quotes or in double ones. Raises GuidebookError as `replace_scalar`.
    """
    if parsed.written(loc) != loc or not isinstance(parsed.value(loc), str):
        raise GuidebookError(f"{parsed.path} has no text at {_name(loc)} that could be replaced.")
    start, end = parsed.span(loc)
    end = start + len(
        parsed.text[start:end].rstrip(" \t\n")
    )  # of a block, its last line end is not part
    before, after = parsed.text[:start], parsed.text[end:]
    known = Counter(one.rule for one in parse_bytes(parsed.path, parsed.text.encode()).problems)
    doubtful: Edit | None = None
    for written in list_ways(parsed.text[start:end], value):
        content = f"{before}{written}{after}".encode(errors="surrogatepass")
        found = parse_bytes(parsed.path, content)
        new = Counter(one.rule for one in found.problems) - known
        if not _says(found, loc, value) or any(map(_stops, new)):
            continue
        edit = Edit(start, end, written)
        if not new:
            return edit
        doubtful = doubtful or edit
    if doubtful is None:
        raise GuidebookError(f"The new text for {_name(loc)} cannot be written into {parsed.path}.")
    return doubtful


def apply(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits to a file's bytes. Their offsets count characters as `read_text` gives them."""
    mark = _BOM if content.startswith(_BOM) else b""
    text = content.removeprefix(_BOM).decode()
    doubled = [match.start() - count for count, match in enumerate(re.finditer("\r\n", text))]
    line_end = match[0] if (match := re.search("\r\n|\r|\n", text)) else "\n"
    parts, done = [mark.decode()], 0
    for edit in sorted(edits, key=lambda one: one.start):
        start, end = (at + bisect_left(doubled, at) for at in (edit.start, edit.end))
        parts += (text[done:start], edit.new.replace("\n", line_end))
        done = end
    return "".join((*parts, text[done:])).encode()


def _stops(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR


def list_ways(old: str, value: str) -> Iterator[str]:
    """The ways to write a text, the one in which the old text was written first.

    What is empty around it is left out: who presses Enter at the end of a form adds a line.
    """
    value = value.strip()
    if old[:1] in ("|", ">"):
        yield _write_block(old, value)
    elif old[:1] == "'":
        yield _write_single(value)
    elif old[:1] == '"':
        yield write_double(value)
    yield value
    yield write_double(value)


def _write_block(old: str, value: str) -> str:
    """Write a text under the header of a block, indented as its lines were."""
    header, *lines = old.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    paragraphs = value.strip().split("\n")
    if header[0] == ">":
        wrapper = textwrap.TextWrapper(
            max(20, _WIDTH - len(indent)), break_long_words=False, break_on_hyphens=False
        )
        paragraphs = ["\n".join(wrapper.wrap(one)) for one in paragraphs]
    body = ("\n\n" if header[0] == ">" else "\n").join(paragraphs)
    return "\n".join([header, *(f"{indent}{line}".rstrip(" ") for line in body.split("\n"))])


def _write_single(value: str) -> str:
    return "'{}'".format(value.replace("'", "''"))


def _says(found: ParsedFile, loc: Loc, value: str) -> bool:
    """Whether a file says the new text: then all after it is read as before. Blanks don't count."""
    new = found.value(loc)
    return isinstance(new, str) and new.strip() == value.strip()


def _name(loc: Loc) -> str:
    return "“{}”".format(" ".join(str(one + 1 if isinstance(one, int) else one) for one in loc))
