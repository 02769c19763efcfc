"""Names that are not known, and names that are missing."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.checks.suggestions import find_misspelt
from generator.model.guidebook_files import Owner
from generator.model.playbook import PlaybookFile
from generator.model.yaml_model import Loc
from generator.problem import Group, Label, Problem, Repair, Rule
from generator.reader.composed_file import ComposedFile
from generator.reader.model_errors import other_file
from generator.reader.model_errors.meant import CHANGES, find_near_choice, find_near_name
from generator.reader.model_errors.model_walk import (
    find_homes,
    find_record,
    find_short_form,
)
from generator.reader.model_errors.refusal import Refusal
from generator.reader.yaml_text.colons import COLON, MISSING_COLON, SPACE
from generator.reader.yaml_text.comments import take_whole
from generator.reader.yaml_text.error_context import quote_edits
from generator.reader.yaml_text.excerpts import quote, shorten
from generator.reader.yaml_text.starting_brackets import BRACKET

UNKNOWN_NAME = Rule(
    id="unknown-name",
    group=Group.FIELDS,
    summary="Every name in a file is one that can be used there.",
    why="A misspelt name would be left out, and what it holds would not be on the page.",
    fault="stop:\n  leed: Stop if\n  text: the order is lost.",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
)

_FROM_THE_PATH = {
    "id": "“id” is not written in the file: the file's name is the id.",
    "chapter": "“chapter” is not written in the file: its folder is the chapter.",
}
_STUCK = re.compile(r"(\w+):(\S.*)")
_RUN_ON = re.compile(r"(.*[.!?;,])\s+(\w+)")  # a text, and a name behind it


@dataclass(frozen=True)
class _UnknownName:
    """A name that cannot be used where it is, and those that can be used or are missing there."""

    refusal: Refusal
    name: str
    known: Sequence[str]
    missing: Collection[str]

    @property
    def parent(self) -> Loc:
        """The location of the group that it is in."""
        return self.refusal.loc[:-1]

    @property
    def nearest(self) -> str | None:
        """The name that was meant, if that can be known."""
        return find_near_name(self.name, self.known, self.missing)

    def report(
        self, rule: Rule, message: str, fix: str, *labels: Label, repair: Repair | None = None
    ) -> Problem:
        """Report it at the name."""
        place = self.refusal.first_place
        return self.refusal.report(rule, message, fix, place=place, labels=labels, repair=repair)

    def report_unknown(self, fix: str, *labels: Label, repair: Repair | None = None) -> Problem:
        """Report that the name cannot be used."""
        message = f"“{shorten(self.name)}” is not a name that can be used here."
        return self.report(UNKNOWN_NAME, message, fix, *labels, repair=repair)


def find_unknown(refusal: Refusal, missing: Collection[str]) -> Problem:
    """Report a name that cannot be used, with the nearest that can.

    `missing` are the names that have to be in the same group and aren't.
    """
    record = find_record(refusal.model, refusal.loc[:-1])
    known = list(record.model_fields) if record else []
    unknown = _UnknownName(refusal, str(refusal.loc[-1]), known, missing)
    explained = (explain(unknown) for explain in _REASONS)
    return next((one for one in explained if one), None) or _explain_by_list(unknown)


def _explain_by_path(unknown: _UnknownName) -> Problem | None:
    """“id” and “chapter” follow from where the file is."""
    name = unknown.name
    is_playbook = issubclass(unknown.refusal.model, PlaybookFile)
    if unknown.parent or not is_playbook or name not in _FROM_THE_PATH:
        return None
    change = "rename the file" if name == "id" else "move the file to another folder"
    fix = f"Delete this line. To change the {name}, {change}."
    return unknown.report(UNKNOWN_NAME, _FROM_THE_PATH[name], fix)


def _explain_by_space(unknown: _UnknownName) -> Problem | None:
    """“title:Late” lacks a space, and its colon is taken for a part of the name."""
    stuck = _STUCK.match(unknown.name)
    if not stuck or stuck[1] not in unknown.known:
        return None
    text = _quote_all(unknown.refusal, f"{stuck[1]}: ", f"{stuck[2]}:")
    return unknown.report(SPACE, f"A space is missing after “{stuck[1]}:”.", f"Write  {text}")


def _explain_by_colon(unknown: _UnknownName) -> Problem | None:
    """“title Late: parcel” lacks a colon, if it is the title that is missing."""
    word = unknown.name.split(maxsplit=1)[0] if unknown.name.strip() else unknown.name
    if word == unknown.name or word not in unknown.missing:
        return None
    rest = unknown.name.removeprefix(word).strip()
    text = _quote_all(unknown.refusal, f"{word}: ", f"{rest}:")
    return unknown.report(MISSING_COLON, f"There is no colon after “{word}”.", f"Write  {text}")


def _explain_by_line_end(unknown: _UnknownName) -> Problem | None:
    """“Get the lead. why: She knows.” lacks the end of a line, and a name for its first text."""
    found = _RUN_ON.fullmatch(unknown.name)
    if not found or found[2] not in unknown.known:
        return None
    first = next((one for one in unknown.known if one in unknown.missing), unknown.known[0])
    value = unknown.refusal.value
    rest = shorten(value) if isinstance(value, str) else "…"
    return unknown.report(
        COLON,
        f"“{found[2]}” has to start on a line of its own.",
        f"Write\n- {first}: {shorten(found[1])}\n  {found[2]}: {rest}",
    )


def _explain_by_nearest(unknown: _UnknownName) -> Problem | None:
    """“titel” is near “title”, which may be there as well."""
    nearest, source = unknown.nearest, unknown.refusal.source
    if not nearest:
        return None
    siblings = source.value(unknown.parent)
    first = source.place((*unknown.parent, nearest), of_key=True)
    elsewhere = first.path != unknown.refusal.first_place.path  # in the file that this one changes
    if not isinstance(siblings, dict) or nearest not in siblings or elsewhere:
        certain = find_misspelt(unknown.name, unknown.known) == nearest
        repair = unknown.refusal.exchange(nearest, of_key=True) if certain else None
        return unknown.report_unknown(f"Did you mean “{nearest}”?", repair=repair)
    return unknown.report_unknown(
        f"Did you mean “{nearest}”? There is one on line {first.line} already: put both into "
        "one, or delete this line.",
        Label(first, f"“{nearest}” is here"),
    )


def _explain_by_change(unknown: _UnknownName) -> Problem | None:
    """“delete” means “leave_out” in a file that says only what differs."""
    is_item = bool(unknown.parent) and isinstance(unknown.parent[-1], int)
    if not is_item or not isinstance(unknown.refusal.source, ComposedFile):
        return None
    meant = find_near_choice(unknown.name, CHANGES)
    return unknown.report_unknown(f"Did you mean “{meant}”?") if meant else None


def _explain_by_text(unknown: _UnknownName) -> Problem | None:
    """“Ask them: what happened?” is a text with a colon in it."""
    source = unknown.refusal.source
    place, beside = source.written(unknown.parent), source.value(unknown.parent)
    # No text can be at the top of a file, or beside other names.
    fits = place and (isinstance(place[-1], int) or (isinstance(beside, dict) and len(beside) == 1))
    return _report_colon(unknown.refusal) if fits and _may_be_text(unknown) else None


def is_alone(refusal: Refusal) -> bool:
    """Whether a name is the only one of an item that may be a text as well."""
    beside = refusal.source.value(refusal.loc[:-1])
    return (
        not isinstance(refusal.source, ComposedFile)
        and isinstance(refusal.value, str)
        and isinstance(beside, dict)
        and len(beside) == 1
        and find_short_form(refusal.model, refusal.loc[:-1]) is not None
    )


def _may_be_text(unknown: _UnknownName) -> bool:
    """Whether it looks like words, with nothing below them."""
    below = isinstance(unknown.refusal.value, (dict, list))
    return not below and looks_like_text(unknown.name)


def _explain_by_list(unknown: _UnknownName) -> Problem:
    """List the names that can be used, and the groups to which this one belongs."""
    name = unknown.name
    path = " > ".join(part for part in unknown.parent if isinstance(part, str))
    homes = [home for home in find_homes(unknown.refusal.model, name) if home != path]
    fix = f"Names that can be used here: {', '.join(unknown.known)}."
    if not path and (other := other_file.find_kind_of(name, unknown.refusal.model)):
        fix = f"{other}\n{fix}"
    if homes:
        where = " or ".join(f"in “{home}”" if home else "at the top" for home in homes[:3])
        fix = f"“{name}” belongs {where}; check the spaces before it.\n{fix}"
    if is_alone(unknown.refusal):
        whole = _quote_all(unknown.refusal, "- ")
        fix += f"\nIf this is a text, put quotes around all of it:  {whole}"
    if not path and unknown.refusal.value and _may_be_text(unknown):
        fix += "\nIf this line goes on with the text above it, put 2 spaces before it."
    return unknown.report_unknown(fix)


# What may explain an unknown name; the first that fits is reported.
_REASONS = (
    _explain_by_path,
    _explain_by_space,
    _explain_by_colon,
    _explain_by_line_end,
    _explain_by_nearest,
    _explain_by_change,
    _explain_by_text,
)


def report_colon(refusal: Refusal) -> Problem:
    """Report a group that was meant as a text, such as “- Ask them: what happened?”."""
    name, value = next(iter(refusal.value.items()))
    if isinstance(refusal.source, ComposedFile) and refusal.is_item and isinstance(value, str):
        inner = refusal.within(name)
        message = f"“{shorten(name)}” is not a name that can be used here."
        fix = f"Here the items are texts. Write  text: {shorten(value)}"
        return refusal.report(UNKNOWN_NAME, message, fix, place=inner.first_place)
    return _report_colon(refusal.within(next(iter(refusal.value))))


def _report_colon(refusal: Refusal) -> Problem:
    raw = refusal.source.raw(refusal.loc[:-1])
    if raw.startswith("{"):  # as in “{name}”, which has no colon to report
        start, end = refusal.source.span(refusal.loc[:-1])
        within = refusal.source.written(refusal.loc[:-1])
        before = f"{within[-1]}: " if within and isinstance(within[-1], str) else "- "
        return refusal.report(
            BRACKET,
            "YAML reads “{” at the start of a text as the start of a group.",
            f"Put quotes around the whole text:  {before}{quote(raw)}",
            place=refusal.source.place(refusal.loc[:-1]),
            repair=Repair(quote_edits(refusal.source.text, start, end)),
        )
    name, parent = str(refusal.loc[-1]), refusal.source.written(refusal.loc[:-1])
    intro = ""
    if parent:
        intro = "- " if isinstance(parent[-1], int) else f"{parent[-1]}: "
    fix = f"If this is a text, put quotes around all of it:  {_quote_all(refusal, intro)}"
    record = find_record(refusal.model, refusal.loc[:-1])
    if record is Owner and isinstance(refusal.value, str):
        how = f"- name: {name}\n  contact: {shorten(refusal.value)}"
        fix = f"If that is how to reach the owner, write\n{how}\n{fix}"
    return refusal.report(
        COLON,
        f"“{shorten(name, 40)}” is read as a name, because a colon and a space follow it.",
        fix,
        place=refusal.first_place,
    )


def _quote_all(refusal: Refusal, intro: str, name: str = "") -> str:
    """Write a name and its text as one text, with what may belong to it after a “#”."""
    source, value = refusal.source, refusal.value or None
    text = _join(name or f"{refusal.loc[-1]}:", value).strip('"')
    start, key_end = source.span(refusal.loc, of_key=True)
    end = source.span(refusal.loc)[1] if value else key_end + 1
    if isinstance(value or "", str):
        return take_whole(source.text, start, end, intro, text).fix
    return f"{intro}{quote(text)}"


def _join(before: str, value: object) -> str:
    return f"{before} {value}" if isinstance(value, str) else before


def looks_like_text(name: str) -> bool:
    """Whether it reads like words, and not like a name."""
    return bool(re.search(r"\s|[^\w-]", name.strip())) or name[:1].isupper()
