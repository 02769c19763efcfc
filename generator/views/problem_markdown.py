"""Problems as a comment on a pull request, for people who have never seen a terminal."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.problem import Problem, Severity
from generator.views.markdown_text import MOST, escape
from generator.views.printable import show

_WIDTH = 200  # of a line that is shown


def write_markdown(problems: Sequence[Problem], texts: Mapping[str, str]) -> str:
    """Errors in sight, warnings folded, notes as a number; what is too long breaks off."""
    found = {one: [each for each in problems if each.severity is one] for one in Severity}
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    parts = [_write_head(len(errors))]
    parts += _list(errors, texts)
    if warnings:
        listed = "".join(_list(warnings, texts))
        count = _count(len(warnings), "warning")
        parts.append(f"<details><summary>{count}</summary>\n\n{listed}</details>\n\n")
    if notes := len(found[Severity.NOTE]):
        parts.append(f"{_count(notes, 'note')}, which stop nothing: `guidebook check --notes`\n")
    return _cut(parts)


def _write_head(errors: int) -> str:
    if not errors:
        return "## Nothing stops publishing\n\n"
    verb, it = ("stops", "it is") if errors == 1 else ("stop", "they are")
    return (
        f"## {_count(errors, 'error')} {verb} publishing\n\n"
        f"The guidebook stays as it was until {it} fixed. Edit the file here, and this text"
        " follows.\n\n"
    )


def _list(problems: Sequence[Problem], texts: Mapping[str, str]) -> Iterator[str]:
    lines = {
        path: texts[path].split("\n")
        for path in {one.place.path for one in problems} & texts.keys()
    }
    for one in sorted(problems, key=lambda one: one.place):
        yield f"### {escape(show(one.place.path))}, line {one.place.line}\n\n"
        yield _write_line(lines.get(one.place.path, ()), one.place.line)
        yield f"{escape(show(one.message))}\n\n"
        yield "".join(f"> {escape(show(line))}\n" for line in one.fix.split("\n")) + "\n"


def _write_line(lines: Sequence[str], number: int) -> str:
    """The line as it is, in a fence that nothing in it ends."""
    if number > len(lines) or not lines[number - 1].strip():
        return ""
    text = show(lines[number - 1].strip())
    text = text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
    longest = max((len(one) for one in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{text}\n{fence}\n\n"


def _cut(parts: Sequence[str]) -> str:
    """As many parts as fit."""
    rest = "And more: `guidebook check` lists all of it.\n"
    out = ""
    for part in parts:
        if len(out) + len(part) + len(rest) > MOST:
            return out + rest
        out += part
    return out


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
