"""A text where a list belongs, a list where a text belongs, and nothing where something does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.yaml_model import SLUG, Loc, ShortForm, YamlModel
from generator.problem import Edit, Group, Problem, Repair, Rule
from generator.reader.model_errors import missing_name
from generator.reader.model_errors.explanation import explains
from generator.reader.model_errors.model_walk import (
    find_record,
    find_short_form,
    find_type,
    is_group_of_lists,
    is_group_of_texts,
    is_list,
    list_choices,
    list_required,
)
from generator.reader.model_errors.refusal import Refusal
from generator.reader.model_errors.wrong_name import report_colon
from generator.reader.yaml_text import ParsedFile
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.suspicious_text import HASH_LOSES_TEXT

_BULLET = re.compile(r"^\s*(?:(?:-{1,3}|[–—•·])\s*|\*\s+|\d{1,2}[.)]\s+)?")
_ID = re.compile(r"[A-Za-z0-9][\w-]*")  # one word needs no thought about where items end
_BLOCK_SIGN = re.compile(r"[|>][-+]?\d?\s*\n\s*- ")
_IDS = re.compile(r"[A-Z]+\d+[a-z]*(?:\s+[A-Z]+\d+[a-z]*)+")  # of sources and ideas
_SHOWN = 4
_DASH = re.compile(r"-[ \t]+")
_ENDS = (".", "!", "?", "…")
_NAMES_ONE = frozenset(["owner", "icon", "country", "version", "address", "logo", "accent"])


KIND = Rule(
    id="kind",
    group=Group.FIELDS,
    summary="A value is of the kind that its name asks for: a text, a list, a group of names, a"
    " date, yes or no, a whole number.",
    why="The page shows each kind in its own way.",
    fault="reviewed: 20 November 2026",
    fix="reviewed: 2026-11-20",
)

EMPTY = Rule(
    id="empty",
    group=Group.FIELDS,
    summary="Every name that has to be there has a value, and every dash has an item.",
    why="An empty line is mostly one that was not finished.",
    fault="purpose:",
    fix="purpose: Say when the order comes.",
)


@explains("string_type")
def explain_text(refusal: Refusal) -> Iterator[Problem]:
    """Report a group or a list that should be one text."""
    if isinstance(refusal.value, Mapping) and refusal.value:
        if lost := missing_name.find_lost_group(refusal):
            yield lost
            return
        texts = [one for one in refusal.value.values() if isinstance(one, str)]
        if len(refusal.value) > 1 and len(texts) == len(refusal.value):
            message = f"{refusal.where} must be one text, but there are names below it."
            fix = f"Write it as one text:  {refusal.intro}{shorten(_join(texts))}"
            yield refusal.report(KIND, message, fix)
            return
        yield report_colon(refusal)
        return
    if not isinstance(refusal.value, list):
        yield from explain_empty(refusal)
        return
    raw = refusal.source.raw(refusal.loc)
    texts = [one for one in refusal.value if isinstance(one, str)]
    message = f"{refusal.where} must be one text, but it is a list."
    if len(texts) > 1 and refusal.name in _NAMES_ONE and not refusal.is_item:
        message = f"{refusal.where} can only be one, but it is a list."
        fix = f"Keep one of them:  {refusal.intro}{shorten(texts[0])}"
    elif raw.startswith("["):
        fix = f"Put quotes around it:  {refusal.intro}{quote(raw)}"
        if texts and len(texts) == len(refusal.value):
            words = shorten(_join(texts))
            fix = f"Write it without brackets:  {refusal.intro}{words}"
    else:
        fix = f"Write it as one text without “- ”:  {refusal.intro}{_join_items(refusal.value)}"
    yield refusal.report(KIND, message, fix, repair=_take_dash_out(refusal))


def _join_items(items: Sequence[object]) -> str:
    """The items of a list as one text; what YAML read as a name and its value is a text again."""
    pairs = [
        pair for one in items for pair in (one.items() if isinstance(one, dict) else [(one, None)])
    ]
    lines = [
        f"{name}: {value}" if isinstance(value, str) else name
        for name, value in pairs
        if isinstance(name, str)
    ]
    text = _join(lines)
    return quote(text) if ": " in text else shorten(text) or "…"


def _join(texts: Sequence[str]) -> str:
    """Texts as one: sentences stay what they are, and words get commas."""
    return (" " if all(one.endswith(_ENDS) for one in texts) else ", ").join(texts)


def _take_dash_out(refusal: Refusal) -> Repair | None:
    """“phone: - the desk” is one text, if that is all there is of the list."""
    start, _ = refusal.source.span(refusal.loc)
    dash = _DASH.match(refusal.source.text, start)
    beside = refusal.source.text[:start].rpartition("\n")[2].rstrip().endswith(":")
    if dash and beside and len(refusal.value) == 1:
        return Repair((Edit(start, dash.end(), ""),))
    return None


@explains("tuple_type")
def explain_list(refusal: Refusal) -> Iterator[Problem]:
    """Report a text or a group that should be a list."""
    if refusal.value in (None, ""):
        yield from explain_empty(refusal)
        return
    if isinstance(refusal.value, Mapping):
        items = _list_group(refusal)
        but = "no line below it starts with “- ”"
    else:
        items = _split(refusal)
        if _BLOCK_SIGN.match(refusal.source.raw(refusal.loc)):
            sign = refusal.source.raw(refusal.loc)[0]
            yield refusal.report(
                KIND,
                f"{refusal.where} must be a list, but “{sign}” makes one text of the lines below.",
                f"Delete the “{sign}” after  {refusal.name}:",
            )
            return
        but = f"it is the text “{shorten(str(refusal.value), 40)}”"
        if refusal.is_item and (texts := _list_texts(refusal.source.value(refusal.loc[:-1]))):
            if refusal.loc[-1] == 0:  # the others are reported with it
                yield _report_flat_group(refusal, texts)
            return
    yield refusal.report(
        KIND,
        f"{refusal.where} must be a list, but {but}.",
        f"Put brackets around it, and commas between its items:  - [{shorten(', '.join(items))}]"
        if refusal.is_item
        else f"Write it as a list:\n{_write_list(refusal.name, items)}",
        repair=refusal.exchange(f"[{items[0]}]") if _ID.fullmatch(str(refusal.value)) else None,
    )


def _list_texts(value: object) -> list[str]:
    """The items of a list that has only texts; nothing of any other."""
    items = value if isinstance(value, list) else []
    texts = [one for one in items if isinstance(one, str)]
    return texts if len(texts) == len(items) else []


def _report_flat_group(refusal: Refusal, texts: Sequence[str]) -> Problem:
    """Words that mean the same, as items of the list that has groups of them for items."""
    words = shorten(", ".join(texts))
    return refusal.report(
        KIND,
        f"“{refusal.name}” is a list of groups, but its items are single texts.",
        f"If they belong together, put brackets around them:\n{refusal.name}:\n  - [{words}]",
    )


@explains("dict_type", "model_type")
def explain_group(refusal: Refusal) -> Iterator[Problem]:
    """Report a text or a list that should be a group of names."""
    form = find_short_form(refusal.model, refusal.loc)
    if refusal.value in (None, ""):
        yield from explain_empty(refusal)
    elif form and form.plain is list:
        yield from explain_list(refusal)
    else:
        record = find_record(refusal.model, refusal.loc)
        is_list = isinstance(refusal.value, list)
        but = "a list" if is_list else f"the text “{shorten(str(refusal.value), 40)}”"
        fix = _ungroup_list(refusal, form) if is_list else _name_text(refusal, record)
        if is_group_of_texts(refusal.model, refusal.loc):
            fix = _give_texts(refusal)
        if record:
            fix += f"\nNames that can be used there: {', '.join(record.model_fields)}."
        wanted = "a text or a group of names" if form else "a group of names"
        yield refusal.report(KIND, f"{refusal.where} must be {wanted}, but it is {but}.", fix)


def _give_texts(refusal: Refusal) -> str:
    """How to give each name of a list, or the only one, the text that it has to have."""
    items = refusal.value if isinstance(refusal.value, list) else [refusal.value]
    names = [one for item in items for one in (item if isinstance(item, dict) else [item])]
    lines = [f"  {one}: …" for one in names[:_SHOWN] if isinstance(one, str)] or ["  …: …"]
    about = f"\n({refusal.description})" if refusal.description else ""
    return f"Write each of them on a line of its own, with its text:\n{refusal.name}:\n" + (
        "\n".join(lines) + about
    )


def _ungroup_list(refusal: Refusal, form: ShortForm | None) -> str:
    """How to write a list as one text, or as the names of a group."""
    items = refusal.value
    if is_group_of_lists(refusal.model, refusal.loc) and items and isinstance(items[0], str):
        about = f"\n({refusal.description})" if refusal.description else ""
        words = shorten(", ".join(map(str, items)))
        return f"Write what they belong to before them:\n{refusal.name}:\n  …: [{words}]{about}"
    if form and items and isinstance(items[0], str):
        record = find_record(refusal.model, refusal.loc)
        if record and form.key and list_choices(find_type(record, (form.key,))):
            return f"Keep one of them:  {refusal.intro}{shorten(items[0])}"
        return f"Write it as one text:  {refusal.intro}{shorten(' '.join(map(str, items)))}"
    pairs = [pair for one in items if isinstance(one, dict) for pair in one.items()]
    if not pairs or refusal.is_item:
        return "Write the names below it, without “- ”."
    lines = "\n  ".join(_write_pair(*pair) for pair in pairs[:_SHOWN])
    return f"Write it without “- ”:\n{refusal.name}:\n  {lines}"


def _name_text(refusal: Refusal, record: type[YamlModel] | None) -> str:
    """How to give a text that represents a whole group a name of its own."""
    texts = [name for name in list_required(record) if _is_text(record, name)] if record else []
    if not texts:
        return "Write what belongs in it on lines of its own below the name."
    head = "- " if refusal.is_item else f"{refusal.name}:\n  "
    return f"Give the text a name, for example\n{head}{texts[0]}: {shorten(str(refusal.value))}"


@explains("string_too_short")
def explain_empty(refusal: Refusal) -> Iterator[Problem]:
    """Report a name or a dash with nothing after it."""
    if is_cut_off(refusal.source, refusal.loc):
        return
    about = f"  ({refusal.description})" if refusal.description else ""
    found = find_type(refusal.model, refusal.loc)
    form = find_short_form(refusal.model, refusal.loc)
    if refusal.is_item:
        fix = "Write a text after the dash, or delete the line."
    elif is_list(found) or (form and form.plain is list):
        fix = f"Write its items below it, each with a dash:{about}\n{refusal.name}:\n  - …"
    elif find_record(refusal.model, refusal.loc) and not form:
        fix = f"Write the names that belong in it below, with spaces before them.{about}"
    else:
        fix = f"Write it after the colon:  {refusal.name}: …{about}"
    if refusal.optional and not refusal.is_item:
        fix += "\nOr delete the line."
    on_page = "Write the text, or press “Remove”." if refusal.is_item else "Write it here."
    yield refusal.report(EMPTY, f"{refusal.where} is empty.", fix, on_page=on_page)


def is_cut_off(source: ParsedFile, loc: Loc) -> bool:
    """Whether a value seems empty only because “#” makes a comment of it, which is reported."""
    lost = [one.place.line for one in source.problems if one.rule is HASH_LOSES_TEXT]
    return bool(lost) and source.place(loc, of_key=True).line in lost


def _is_text(record: type[YamlModel], name: str) -> bool:
    return find_type(record, (name,)) is str


def _list_group(refusal: Refusal) -> list[str]:
    """Take the names of a group for the items of a list."""
    pairs = [_write_pair(name, value) for name, value in refusal.value.items()]
    values = list(refusal.value.values())
    item = find_record(refusal.model, (*refusal.loc, 0))
    if item and all(name in item.model_fields for name in refusal.value):
        return ["\n    ".join(pairs)]
    if item and "id" in item.model_fields and all(isinstance(one, Mapping) for one in values):
        return [f"id: {name}\n    …" for name in refusal.value]  # each name means its item
    if all(one is None for one in values):  # as in “{listen-first, broken-promise}”
        return [str(name) for name in refusal.value]
    return [one for one in values if isinstance(one, str)] or pairs


def _split(refusal: Refusal) -> list[str]:
    """Take a text for the items of a list: by lines, or else by commas."""
    raw = refusal.source.raw(refusal.loc)
    ids = re.split(r"[,;]\s*", raw.strip("() "))
    if all(re.fullmatch(rf"\(*({SLUG.strip('^$')})\)*", one.strip()) for one in ids):
        return [one.strip("() ") for one in ids]
    if _IDS.fullmatch(raw):
        return raw.split()
    lines = [_BULLET.sub("", line).strip() for line in raw.split("\n")]
    items = [line for line in lines if line] or [str(refusal.value)]
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
