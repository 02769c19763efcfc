"""Texts that start with a character to which YAML gives a meaning."""

import re
from collections.abc import Iterator

from generator.source.draft import Edit
from generator.source.fault import Fault
from generator.source.scene import Line, Scene, quote_edits
from generator.source.wording import quote, shorten

_SPECIAL = "*&!%@`|>?,]}:"
_MARKED_NAME = re.compile(r"([*&!%@`_]+)([A-Za-z][\w -]*?)([*`_]*)(:)([*`_]*)(?=\s|$)")
_ITEM = re.compile(r"[^,\[\]]+")
_CLOSING = {"[": "]", "{": "}"}


def find_marked_name(scene: Scene) -> Iterator[Fault]:
    """Blame a name in bold or code, such as **title**: …"""
    line = scene.here
    match = _MARKED_NAME.match(line.value)
    if line.key or not match:
        return
    at = line.value_start
    edits = [Edit(at + match.start(n), at + match.end(n), "") for n in (1, 3, 5)]
    rest = shorten(line.value[match.end() :].strip())
    yield Fault(
        at,
        at + match.end(),
        "start",
        f"A name cannot start with “{match[1]}”.",
        f"Write it without:  {match[2]}: {rest}".rstrip(),
        tuple(edit for edit in edits if edit.start < edit.end),
    )


def find_special_start(scene: Scene) -> Iterator[Fault]:
    """Blame the first character of a text."""
    line = scene.here
    first = line.value[:1]
    if not first or first not in _SPECIAL:
        return
    start, end = line.value_start, scene.text_end(line).value_end
    if first == "*" and line.value[1:2] in (" ", "\t") and not line.key and line.dash < 0:
        yield _blame_star_bullet(scene, line)
        return
    if first == ":" and not line.key and line.dash < 0:
        yield Fault(
            start,
            start + 1,
            "missing-name",
            "There is no name before this colon.",
            "Write the name before it, or delete the line.",
            (Edit(line.start, line.end, ""),),
            lossy=True,
        )
        return
    text = scene.text[start:end]
    yield Fault(
        start,
        start + 1,
        "start",
        f"A text cannot start with “{first}” in YAML.",
        f"Put quotes around the whole text:  {_intro(line)}{quote(text)}",
        quote_edits(scene.text, start, end),
    )


def _blame_star_bullet(scene: Scene, line: Line) -> Fault:
    stars = [line]  # all bullets of this list in one go
    for below in scene.below(line):
        if not below.blank:
            if below.indent != line.indent or not below.value.startswith("* ") or below.key:
                break
            stars.append(below)
    more = f" So do {len(stars) - 1} more below it." if len(stars) > 1 else ""
    return Fault(
        line.value_start,
        line.value_start + 1,
        "dash",
        f"A list item starts with “- ”, but this one starts with “* ”.{more}",
        f"Write  - {shorten(line.value[1:].strip())}",
        tuple(Edit(star.value_start, star.value_start + 1, "-") for star in stars),
    )


def find_bracket(scene: Scene) -> Iterator[Fault]:
    """Blame a bracket at the start of a text, or a list in brackets that is not closed."""
    line = scene.here
    for line in (scene.here, scene.text_owner(scene.here)):
        if line.value[:1] in ("[", "{"):
            break
    else:
        return
    opening = line.value[0]
    closing = _CLOSING[opening]
    start, end = line.value_start, line.value_end
    if closing in line.value[:-1] and not line.value.endswith(closing):
        end = scene.text_end(line).value_end
        yield Fault(
            start,
            start + line.value.index(closing) + 1,
            "bracket",
            f"A text cannot start with “{opening}” in YAML: it starts a list or a group there.",
            f"Put quotes around the whole text:  {_intro(line)}{quote(scene.text[start:end])}",
            quote_edits(scene.text, start, end),
        )
    if opening == "[":
        yield from _blame_list(line, start, end)
    yield Fault(
        start,
        start + 1,
        "bracket",
        f"The bracket “{opening}” that opens here is not closed.",
        f"If this is a text, put quotes around it:  {_intro(line)}{quote(line.value)}\n"
        f"If not, write what it holds on lines of its own below, without brackets.",
        quote_edits(scene.text, start, end),
        lossy=True,
    )


def _blame_list(line: Line, start: int, end: int) -> Iterator[Fault]:
    closed = line.value.endswith("]") and len(line.value) > 1
    inner = line.value[1:-1] if closed else line.value[1:].rstrip(", ")
    if not closed:
        yield Fault(
            start,
            start + 1,
            "bracket",
            "The bracket “[” that opens here is not closed.",
            f"If this is a list, close it:  {_intro(line)}[{shorten(inner)}]\n"
            f"If it is a text, put quotes around it:  {_intro(line)}{quote(line.value)}",
            (Edit(start + 1 + len(inner), end, "]"),),
        )
    items = [
        (start + 1 + match.start(), match[0]) for match in _ITEM.finditer(inner) if match[0].strip()
    ]
    edits: list[Edit] = []
    for at, item in items:
        lead = len(item) - len(item.lstrip())
        stripped = item.strip()
        if not (stripped[0] in "'\"" and stripped[-1] == stripped[0] and len(stripped) > 1):
            edits += quote_edits_of(at + lead, stripped)
    example = ", ".join(quote(item.strip().strip("\"'")) for _, item in items[:3])
    yield Fault(
        start,
        end,
        "bracket",
        "This list in brackets cannot be read.",
        f"Put quotes around each item:  {_intro(line)}[{shorten(example, 80)}]",
        (*edits, *(() if closed else (Edit(start + 1 + len(inner), end, "]"),))),
        lossy=True,
    )


def quote_edits_of(start: int, text: str) -> tuple[Edit, ...]:
    """Put double quotes around a text that stands at an offset."""
    return tuple(
        Edit(edit.start + start, edit.end + start, edit.new)
        for edit in quote_edits(text, 0, len(text))
    )


def _intro(line: Line) -> str:
    return f"{line.key}: " if line.key else "- " if line.dash >= 0 else ""
