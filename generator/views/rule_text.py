"""A rule as text, and its examples as people can see them, hidden characters too."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator.problem import Example, FileState, Rule

_INDENT = "    "
_ALLOW = "allow:\n  {id}: the reason why it does not hold here"


class ExampleFile(NamedTuple):
    """A file of an example: its path, what is the matter with it, or lines of it.

    Without a path, the lines are of any playbook.
    """

    path: str
    state: str
    lines: str


def list_files(example: Example) -> list[ExampleFile]:
    """The files of an example, with every character in them visible."""
    if isinstance(example, str):
        return [ExampleFile("", "", _show(example))]
    return [
        ExampleFile(path, content.value, "")
        if isinstance(content, FileState)
        else ExampleFile(path, "", _show(_decode(content)))
        for path, content in example.items()
    ]


def write_text(rule: Rule) -> str:
    """Everything about a rule, for a terminal."""
    return "\n".join(_write_lines(rule)) + "\n"


def write_list(rules: Iterable[Rule]) -> str:
    """One line for each rule, below the headings of their groups."""
    rules = list(rules)
    width = max(len(rule.id) for rule in rules)
    blocks = []
    for group, own in groupby(rules, key=lambda rule: rule.group):
        lines = [f"  {rule.id:{width}}  {rule.severity:7}  {rule.summary}" for rule in own]
        blocks.append("\n".join([group.value, *lines]))
    return "\n\n".join(blocks) + "\n"


def _write_lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity})"
    yield rule.summary
    yield f"Why: {rule.why}"
    for heading, example in (("Wrong:", rule.fault), ("Right:", rule.fix)):
        yield f"\n{heading}"
        for file in list_files(example):
            if file.path:
                yield f"  {file.path} {file.state}".rstrip() + ("" if file.state else ":")
            for line in file.lines.split("\n") if file.lines else ():
                yield f"{_INDENT}{line}"
    if rule.switchable:
        yield "\nTo switch it off for one playbook:"
        for line in _ALLOW.format(id=rule.id).split("\n"):
            yield f"{_INDENT}{line}"


def _decode(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    text = content.decode("utf-8", "surrogateescape")
    return "".join(
        f"‹byte {ord(one) - 0xDC00:02X}›" if "\udc80" <= one <= "\udcff" else one for one in text
    )


def _show(text: str) -> str:
    """Name the characters that look like nothing, or like another one."""
    return "".join(one if one in "\n " or _is_visible(one) else _name(one) for one in text)


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp")


def _name(character: str) -> str:
    return "‹Tab›" if character == "\t" else f"‹U+{ord(character):04X}›"
