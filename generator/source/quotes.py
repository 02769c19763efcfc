"""Quotation marks that are not closed, closed too early, or followed by something odd."""

import re
from collections.abc import Iterator

from generator.source.draft import Edit
from generator.source.fault import Fault
from generator.source.scene import Line, Scene, quote_edits
from generator.source.wording import quote, shorten

_BAD_ESCAPE = re.compile(r'(?:\\\\|\\["/ 0abtnvfreN_LPxuU\t])|(\\.?)')
_CLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")


def find_bad_escape(scene: Scene) -> Iterator[Fault]:
    r"""Blame a backslash in double quotes, as in "C:\parcels"."""
    if "escape" not in scene.stop.words and "hexdec" not in scene.stop.words:
        return
    line = scene.line_at(scene.stop.at)
    # Every backslash of the line, since what YAML would make of \n in C:\new is not meant either.
    found = [match.start() for match in re.finditer(r"\\", line.raw)]
    if not found:
        return
    first = line.start + found[0]
    text = line.raw[line.content :].strip().strip("\"'").replace("\\\\", "\\")
    yield Fault(
        first,
        first + 2,
        "backslash",
        "A backslash “\\” has a special meaning inside double quotation marks.",
        f"Use single quotation marks instead:  '{shorten(text)}'"
        if "'" not in text
        else "Write it twice: \\\\",
        tuple(Edit(line.start + at, line.start + at, "\\") for at in found),
    )


def find_unclosed(scene: Scene) -> Iterator[Fault]:
    """Blame the place where a quotation mark opens, not the one where YAML noticed."""
    stop = scene.stop
    if "quoted" in stop.context:
        opening = stop.since
    elif (
        stop.quoted
        and scene.lines.number(stop.quoted.start) < scene.here.number - 1
        and scene.lines.number(stop.quoted.end) <= scene.here.number - 1 <= stop.at
    ):
        opening = stop.quoted.start
    else:
        return
    line = scene.line_at(opening)
    mark = scene.text[opening : opening + 1]
    if mark not in ("'", '"') or not mark:
        return
    end = scene.text_end(line).value_end
    words = scene.text[opening + 1 : end].rstrip(mark)
    name = f"{line.key}: " if line.key else "- " if line.dash >= 0 else ""
    fix = f"Close it at the end of the text:  {name}{mark}{shorten(words)}{mark}"
    if mark == "'":
        fix += f"\nIf it is an apostrophe, put the text in double ones:  {name}{quote(mark + words)}"
    yield Fault(
        opening,
        opening + 1,
        "quote",
        f"The quotation mark {mark} that opens here is not closed.",
        fix,
        (Edit(end, end, mark),),
    )


def find_text_after_quote(scene: Scene) -> Iterator[Fault]:
    """Blame words after the closing mark, and apostrophes inside single quotes."""
    line = scene.here
    opening = line.value_start
    quoted = scene.stop.quoted
    if quoted and scene.line_at(quoted.end).number == line.number:
        opening = quoted.start
    end = scene.text_end(line).value_end if opening < line.start else line.value_end
    match = _CLOSED.match(scene.text, opening, end)
    if not match:
        return
    written = scene.text[opening:end]
    after = scene.text[match.end() : end]
    if not after.strip() or re.match(r"[ \t]+#", after) or line.key_column > line.value_column:
        return
    start = match.end() + len(after) - len(after.lstrip())
    if _wraps_all(written):
        text = written[1:-1]
        edits = quote_edits(scene.text, opening + 1, end - 1)
        edits = (Edit(opening, opening + 1, '"'), *edits[1:-1], Edit(end - 1, end, '"'))
    else:
        text = written
        edits = quote_edits(scene.text, opening, end)
    yield Fault(
        start,
        end,
        "after-quote",
        f"There is more text after the closing quotation mark: “{shorten(after.strip(), 30)}”.",
        f"Put one pair of quotation marks around all of it:  {_intro(scene, line)}{quote(text)}",
        edits,
    )


def _wraps_all(written: str) -> bool:
    """Tell 'That's all', whose outer marks belong together, from "Yes" and "no"."""
    mark = written[0]
    inside = written[1:-1].find(mark) + 1
    if written[-1] != mark or inside < 1:
        return False
    return written[inside - 1].isspace() or written[inside + 1].isalnum()


def _intro(scene: Scene, line: Line) -> str:
    owner = scene.text_owner(line)
    return f"{owner.key}: " if owner.key else "- " if owner.dash >= 0 else ""
