"""A text where a list belongs, a list where a text belongs, and nothing where something does."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.yaml_model import YamlModel
from generator.problem import Problem
from generator.reader.model_errors.finding import Finding
from generator.reader.model_errors.model_walk import (
    find_record,
    find_short_form,
    find_type,
    is_list,
    list_required,
)
from generator.reader.model_errors.wrong_name import blame_colon
from generator.reader.yaml_text.excerpts import quote, shorten

_BULLET = re.compile(r"^\s*(?:[-–—•·]\s*|\*\s+|\d{1,2}[.)]\s+)?")
_SHOWN = 4


def explain_text(finding: Finding) -> Iterator[Problem]:
    """Tell a group or a list that should be one text."""
    if isinstance(finding.value, Mapping) and finding.value:
        yield blame_colon(finding)
        return
    if not isinstance(finding.value, list):
        yield from explain_empty(finding)
        return
    raw = finding.source.raw(finding.loc)
    if raw.startswith("["):
        fix = f"Put quotes around it:  {finding.intro}{quote(raw)}"
        if len(finding.value) == 1 and isinstance(finding.value[0], str):
            fix = f"Write it without brackets:  {finding.intro}{shorten(finding.value[0])}"
    else:
        words = " ".join(one for one in finding.value if isinstance(one, str))
        fix = f"Write it as one text without “- ”:  {finding.intro}{shorten(words) or '…'}"
    yield finding.tell("kind", f"{finding.where} must be one text, but it is a list.", fix)


def explain_list(finding: Finding) -> Iterator[Problem]:
    """Tell a text or a group that should be a list."""
    if finding.value in (None, ""):
        yield from explain_empty(finding)
        return
    if isinstance(finding.value, Mapping):
        pairs = [_write_pair(name, value) for name, value in finding.value.items()]
        item = find_record(finding.model, (*finding.loc, 0))
        if item and all(name in item.model_fields for name in finding.value):
            items = ["\n    ".join(pairs)]
        else:
            values = [value for value in finding.value.values() if isinstance(value, str)]
            items = values or pairs
        but = "no line below it starts with “- ”"
    else:
        items = _split(finding)
        but = f"it is the text “{shorten(str(finding.value), 40)}”"
    yield finding.tell(
        "kind",
        f"{finding.where} must be a list, but {but}.",
        f"Write it as a list:\n{_write_list(finding.name, items)}",
    )


def explain_group(finding: Finding) -> Iterator[Problem]:
    """Tell a text or a list that should be a group of names."""
    value = finding.value
    if value in (None, ""):
        yield from explain_empty(finding)
        return
    record = find_record(finding.model, finding.loc)
    form = find_short_form(finding.model, finding.loc)
    if form and form.plain is list:
        yield from explain_list(finding)
        return
    fix = "Write the names below it, without “- ”."
    if isinstance(value, list):
        but = "a list"
        pairs = [pair for one in value if isinstance(one, dict) for pair in one.items()]
        if form and value and isinstance(value[0], str):
            fix = f"Write it as one text:  {finding.intro}{shorten(' '.join(map(str, value)))}"
        elif pairs and not finding.is_item:
            lines = "\n  ".join(_write_pair(*pair) for pair in pairs[:_SHOWN])
            fix = f"Write it without “- ”:\n{finding.name}:\n  {lines}"
    else:
        but = f"the text “{shorten(str(value), 40)}”"
        fix = "Write what belongs in it on lines of its own below the name."
        texts = [name for name in list_required(record) if _is_text(record, name)] if record else []
        if texts:
            head = "- " if finding.is_item else f"{finding.name}:\n  "
            fix = f"Give the text a name, for example\n{head}{texts[0]}: {shorten(str(value))}"
    if record:
        fix += f"\nNames that can be used there: {', '.join(record.model_fields)}."
    wanted = "a text or a group of names" if form else "a group of names"
    yield finding.tell("kind", f"{finding.where} must be {wanted}, but it is {but}.", fix)


def explain_empty(finding: Finding) -> Iterator[Problem]:
    """Tell a name or a dash with nothing after it."""
    about = f"  ({finding.description})" if finding.description else ""
    found = find_type(finding.model, finding.loc)
    form = find_short_form(finding.model, finding.loc)
    if finding.is_item:
        fix = "Write a text after the dash, or delete the line."
    elif is_list(found) or (form and form.plain is list):
        fix = f"Write its items below it, each with a dash:{about}\n{finding.name}:\n  - …"
    elif find_record(finding.model, finding.loc) and not form:
        fix = f"Write the names that belong in it below, with spaces before them.{about}"
    else:
        fix = f"Write it after the colon:  {finding.name}: …{about}"
    if finding.optional and not finding.is_item:
        fix += "\nOr delete the line."
    comment = _find_comment(finding)
    if comment:
        fix = (
            "“#” starts a comment. If it is part of the text, put quotes around it:  "
            f"{finding.intro}{quote(comment)}\n{fix}"
        )
    yield finding.tell("empty", f"{finding.where} is empty.", fix)


def _is_text(record: type[YamlModel], name: str) -> bool:
    return find_type(record, (name,)) is str


def _find_comment(finding: Finding) -> str:
    """Find a text that became a comment: “- #1 rule: listen”."""
    if finding.value is not None:
        return ""
    line = finding.source.line(finding.place.line)
    match = re.search(r"(?:^[ \t]*-|:)[ \t]+(#\S.*)$", line)
    return match[1] if match else ""


def _split(finding: Finding) -> list[str]:
    """Take a text for the items of a list: by lines, or else by commas."""
    raw = finding.source.raw(finding.loc)
    lines = [_BULLET.sub("", line).strip() for line in raw.split("\n")]
    items = [line for line in lines if line] or [str(finding.value)]
    if len(items) == 1 and ", " in items[0] and not re.search(r"[.!?\"']", items[0]):
        return items[0].split(", ")
    return items


def _write_list(name: str, items: list[str]) -> str:
    lines = [
        f"  - {item if len(item.splitlines()) > 1 else shorten(item)}" for item in items[:_SHOWN]
    ]
    return "\n".join([f"{name}:", *lines, *(["  …"] if len(items) > _SHOWN else [])])


def _write_pair(name: Any, value: Any) -> str:
    return f"{name}: {shorten(value)}" if isinstance(value, str) else f"{name}: …"
