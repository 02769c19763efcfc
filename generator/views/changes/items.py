"""What changed in one playbook, item by item, in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.differences import Difference, Kind, Record, find_earlier
from generator.model.edition import Edition
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.inline_references import REFERENCE, read_reference
from generator.model.weights import Weight
from generator.views.changes.nouns import locate, name_change, name_value_change

_EVERYONE = frozenset(("everyone", "front line"))
_NAMING = frozenset(("go", "chapter"))
"""The fields that hold names of other records, which are shown by their titles."""

_SENTENCE_ENDS = re.compile(r"""(?:^|[.!?]["')”’]?)\s*\Z""")
_SENTENCE_BEGINS = re.compile(r"""\s*(?:\Z|["'(“‘]*[A-Z])""")


@dataclass(frozen=True, slots=True)
class Item:
    """One change: what happened, where, and the words before and now, as they are read."""

    head: str
    weight: Weight
    where: str = ""
    before: str = ""
    now: str = ""
    is_small: bool = False
    """Moved, or with nothing new in its words."""


@dataclass(frozen=True)
class PlaybookChanges:
    """What changed in one playbook. `url` is "" if it is not there any more."""

    id: str
    mark: str
    title: str
    url: str
    readers: tuple[str, ...]
    items: tuple[Item, ...]

    @cached_property
    def read_again(self) -> tuple[Item, ...]:
        """What staff must know."""
        return tuple(one for one in self._large if one.weight is Weight.READ_AGAIN)

    @cached_property
    def worth_a_look(self) -> tuple[Item, ...]:
        """What helps, and does no harm to those who miss it."""
        return tuple(one for one in self._large if one.weight is Weight.WORTH_A_LOOK)

    @cached_property
    def small(self) -> tuple[Item, ...]:
        """What was moved or hardly reworded."""
        return tuple(one for one in self.items if one.is_small and one.weight > Weight.SILENT)

    @property
    def more(self) -> int:
        """How much there is beside what must be read again."""
        return len(self.worth_a_look) + len(self.small)

    @cached_property
    def silent(self) -> tuple[Item, ...]:
        """What nobody has to know: spelling, signs, and what is never shown."""
        return tuple(one for one in self.items if one.weight is Weight.SILENT)

    @property
    def _large(self) -> Iterator[Item]:
        return (one for one in self.items if not one.is_small)


@dataclass(frozen=True, slots=True)
class PlaybookName:
    """A playbook that came or went; `url` is "" if it is not there any more."""

    title: str
    url: str
    readers: tuple[str, ...]


class ItemWriter:
    """Describes the differences between two editions of a guidebook."""

    def __init__(self, before: Edition, now: Edition, guidebook: Guidebook) -> None:
        """Links lead to pages of the guidebook as it is now."""
        self._before, self._now = before, now
        self._guidebook = guidebook
        self._inline = Inline(guidebook)

    def describe_playbook(
        self, name: str, found: Sequence[Difference], mark: str
    ) -> PlaybookChanges:
        """What changed in a playbook that was there before, too."""
        known = self.name(name)
        items = tuple(self._describe(one) for one in found)
        return PlaybookChanges(name, f"{mark}-{name}", known.title, known.url, known.readers, items)

    def name(self, name: str) -> PlaybookName:
        """How a playbook is called, and whom it is for, where that is not everybody."""
        record = self._now["playbooks"].get(name) or self._before["playbooks"].get(name) or {}
        listed = record.get("audience")
        audience = (
            [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
        )
        page = self._guidebook.by_id.get(name)
        return PlaybookName(
            self._read(self._find_title(name), self._now),
            page.url if page else "",
            () if _EVERYONE & set(audience) else tuple(audience),
        )

    def describe_others(
        self, found: Mapping[tuple[Record, str], Sequence[Difference]], record: Record
    ) -> Iterator[Item]:
        """What changed in records that are no playbooks."""
        for (kind, _), differences in found.items():
            if kind is record:
                yield from (
                    self._describe(one) for one in differences if one.weight > Weight.SILENT
                )

    def _describe(self, one: Difference) -> Item:
        before_all, now_all = (edition[one.record.value] for edition in (self._before, self._now))
        new = now_all.get(one.id)
        earlier = find_earlier(one.id, new, before_all, now_all) if new else one.id
        old = before_all.get(earlier)
        location = locate(one, new, old)
        before, now = one.before or "", one.now or ""
        if location.fields and location.fields[-1] in _NAMING:
            before, now = self._find_title(before), self._find_title(now)
        if location.fields[:1] == ("practice",):
            before = now = ""
        where = location.item
        if one.record is Record.VALUE:
            return self._describe_value(one, str((new or old or {}).get("name", one.id)))
        if one.record is Record.QUESTION and one.path:
            where = where or str((new or old or {}).get("ask", ""))
        elif not one.path or (one.now or one.before or "").startswith(where):
            where = ""
        return Item(
            name_change(one, location),
            one.weight,
            self._read(where, self._now),
            self._read(before, self._before) if one.kind is not Kind.MOVED else "",
            self._read(now, self._now),
            one.small or one.kind is Kind.MOVED,
        )

    def _describe_value(self, one: Difference, name: str) -> Item:
        """A number or a rule; one that nobody has filled in says no more than its name."""
        before, now = ((words or "") if words != name else "" for words in (one.before, one.now))
        return Item(
            name_value_change(one, name),
            one.weight,
            before=self._read(before, self._before),
            now=self._read(now, self._now),
            is_small=one.small,
        )

    def _find_title(self, name: str) -> str:
        """The title of a record that is called so, or the name itself."""
        for edition in (self._now, self._before):
            for group in (edition["playbooks"], edition["chapters"]):
                title = group.get(name, {}).get("title")
                if isinstance(title, str):
                    return title
            ask = edition["questions"].get(name, {}).get("ask")
            if isinstance(ask, str):
                return ask
        return name

    def _read(self, text: str, edition: Edition) -> str:
        """A text as words; of what it refers to the name, whatever it means today."""

        def name(found: re.Match[str]) -> str:
            if not found["name"]:
                return found[0]
            reference = read_reference(found)
            value = self._guidebook.values.get(reference.name)
            named = edition["values"].get(reference.name, {}).get("name") or (value and value.name)
            words = reference.words or str(named or self._find_title(reference.name))
            return f"({words})" if value and _is_sentence(found) else words

        return self._inline.plain(REFERENCE.sub(name, text))


def _is_sentence(found: re.Match[str]) -> bool:
    """Whether what is found is no part of a sentence, so that a bare name would be a loose end."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(_SENTENCE_ENDS.search(before) and _SENTENCE_BEGINS.match(after))
