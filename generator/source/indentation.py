"""Spaces at the start of lines, Tabs, and lines that divide a file."""

import re
from collections.abc import Iterator

from generator.source.draft import Edit
from generator.source.fault import Fault
from generator.source.scene import Line, Scene
from generator.source.wording import count

_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_DIVIDER = re.compile(r"(?:---|\.\.\.)(?=\s|$)|%")


def find_tab(scene: Scene) -> Iterator[Fault]:
    """Blame Tabs at the start of lines, all of them at once."""
    if "\t" not in _INDENT.match(scene.here.raw)[0]:  # type: ignore[index]  # it always matches
        return
    tabs: list[tuple[int, int]] = []
    count_lines = 0
    first = scene.here
    for line in (scene.here, *scene.below(scene.here)):
        match = _INDENT.match(line.raw)
        assert match is not None  # noqa: S101  # it matches nothing, too
        if "\t" in match[0] and line.raw.strip():
            count_lines += 1
            tabs += [
                (line.start + at.start(), line.start + at.end())
                for at in re.finditer(r"\t", match[0])
            ]
    more = ""
    if count_lines > 1:
        more = f" So {'is' if count_lines == 2 else 'are'} {count(count_lines - 1, 'more line')} below it."
    at = tabs[0][0]
    for width in (2, 4, 8):
        yield Fault(
            at,
            at + 1,
            "tab",
            f"This line is indented with a Tab; YAML allows only spaces.{more}",
            f"Replace each Tab with {width} spaces.",
            tuple(Edit(start, end, " " * width) for start, end in tabs),
        )


def find_divider(scene: Scene) -> Iterator[Fault]:
    """Blame lines that YAML takes for the end of a file inside a file."""
    if scene.stop.words != "document" and "document start" not in scene.stop.words:
        return
    at = scene.lines.number(min(scene.stop.at, len(scene.text)))
    seen = False
    for number in range(at, -1, -1):
        raw = scene.lines.all[number]
        match = _DIVIDER.match(raw)
        if match:
            seen = True
            start = scene.lines.starts[number]
            sign = match[0]
            yield Fault(
                start,
                start + len(match[0]),
                "divider",
                "This line gives YAML an order, and that cannot be used here."
                if sign == "%"
                else f"“{sign}” ends one file and starts another for YAML, so the rest would be lost.",
                "Delete this line." + (" One “---” at the very top may stay." if sign == "---" else ""),
                (Edit(start, start + (len(raw) if sign == "%" else 3), ""),),
            )
        elif seen or number < at and raw.strip() and not raw.lstrip().startswith("#"):
            return


def find_indented_top(scene: Scene) -> Iterator[Fault]:
    """Blame the first lines of a file if they are indented and the rest isn't."""
    if "document start" not in scene.stop.words:
        return
    head = [line for line in reversed(list(scene.above(scene.here)))]
    if not head or head[0].indent <= scene.here.indent:
        return
    first = head[0]
    spaces = first.indent - scene.here.indent
    yield Fault(
        first.start,
        first.start + first.indent,
        "indent",
        f"This line starts after {count(first.indent, 'space')}, but line {scene.here.number} "
        f"after {scene.here.indent or 'none'}.",
        "Start the names of the file at the very start of their lines.",
        tuple(
            Edit(line.start, line.start + min(spaces, line.indent), "")
            for line in head
        ),
    )


def find_dash_at_top(scene: Scene) -> Iterator[Fault]:
    """Blame a dash before the first name of a file."""
    head = list(scene.above(scene.here))
    if not head or scene.here.dash >= 0 or not scene.here.key or scene.here.indent:
        return
    first = head[-1]
    if first.dash == 0 and first.key:
        dash = first.start + first.dash
        yield Fault(
            dash,
            dash + 1,
            "dash",
            f"The file starts with a dash, so “{first.key}” is read as part of a list.",
            f"Write it without the dash:  {first.key}: {first.value}".rstrip(),
            (Edit(dash, first.start + first.key_column, ""),),
        )


def find_indent(scene: Scene) -> Iterator[Fault]:
    """Blame a line that does not line up with its neighbours."""
    line = scene.here
    if not line.key and line.dash < 0:
        return
    for column in _open_columns(scene, line):
        yield _blame_indent(scene, line, column)


def _open_columns(scene: Scene, line: Line) -> list[int]:
    """Columns in which this line could start, the nearest first."""
    found: list[int] = []
    limit = 10_000
    for above in scene.above(line):
        if above.indent < limit or above.content < limit:
            if line.dash >= 0:
                if above.dash >= 0 and above.indent < limit:
                    found.append(above.indent)
                elif above.key and not above.value:
                    found.append(above.key_column + 2)
            elif above.key and above.key_column < limit:
                found.append(above.key_column)
                if not above.value:
                    found.append(above.key_column + 2)
            limit = min(limit, above.indent)
        if limit == 0:
            break
    unique = [column for column in dict.fromkeys(found) if column != line.indent]
    return sorted(unique, key=lambda column: (abs(column - line.indent), column < line.indent))


def _blame_indent(scene: Scene, line: Line, column: int) -> Fault:
    shift = column - line.indent
    block = [line]
    for below in scene.below(line):
        if not below.blank:
            if below.indent < line.indent or (below.indent == line.indent and shift < 0):
                break
            block.append(below)
    edits = tuple(
        Edit(one.start, one.start, " " * shift)
        if shift > 0
        else Edit(one.start, one.start + min(-shift, one.indent), "")
        for one in block
    )
    group = scene.group_name(column, line)
    within = f"the other lines of “{group}” start" if group else "the lines it belongs to start"
    has = count(line.indent, "space") if line.indent else "no space"
    wants = count(column, "space") if column else "none"
    above = scene.previous(line)
    under = ""
    if above and above.value and above.key and line.key and line.indent > above.key_column:
        under = f" So it is read as part of the text of “{above.key}”."
    return Fault(
        line.start,
        max(line.start + line.indent, line.start + 1),
        "indent",
        f"This line starts after {has}, but {within} after {wants}.{under}",
        f"Put {wants if column else 'no spaces'} before it.".replace("Put 1 space ", "Put 1 space "),
        edits,
        lossy=True,
    )
