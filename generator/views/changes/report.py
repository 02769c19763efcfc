"""What changed from one edition to the next, in the words that every view shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count, pairwise

from generator.model import paths
from generator.model.differences import Difference, Kind, Record, compare
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition
from generator.model.weights import Weight
from generator.views.changes.items import Item, ItemWriter, PlaybookChanges, PlaybookName


@dataclass(frozen=True)
class EditionChanges:
    """What changed from the edition before to this one."""

    before: KeptEdition
    now: KeptEdition
    mark: str
    playbooks: tuple[PlaybookChanges, ...]
    added: tuple[PlaybookName, ...]
    removed: tuple[PlaybookName, ...]
    values: tuple[Item, ...]
    """The numbers and rules that say something else now."""
    others: tuple[Item, ...]
    """What changed beside them: numbers and rules that are new, chapters, and “Help me now”."""
    since: str = ""
    """The commit that was named, where what was there then is no edition."""

    @property
    def name(self) -> str:
        """What the edition is called."""
        return name_edition(self.now)

    @property
    def day(self) -> date:
        """The day of the edition."""
        return self.now.day

    @cached_property
    def shown(self) -> tuple[PlaybookChanges, ...]:
        """The playbooks in which anything differs that anybody may want to know."""
        return tuple(one for one in self.playbooks if len(one.silent) < len(one.items))

    @cached_property
    def must_read(self) -> tuple[PlaybookChanges, ...]:
        """The playbooks with something to read again."""
        return tuple(one for one in self.playbooks if one.read_again)

    def group(self, *, silent: bool = False) -> Mapping[tuple[str, ...], Sequence[PlaybookChanges]]:
        """Playbooks by those whom they are for, those for everybody first."""
        found: dict[tuple[str, ...], list[PlaybookChanges]] = {}
        for one in sorted(self.playbooks if silent else self.shown, key=lambda one: one.readers):
            found.setdefault(one.readers, []).append(one)
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nobody has to know anything of it."""
        return not (self.shown or self.added or self.removed or self.values or self.others)

    @property
    def summary(self) -> str:
        """One sentence: how much there is."""
        again, looks = len(self.must_read), len(self.shown) - len(self.must_read)
        one, many = ("", "") if again else ("playbook ", "playbooks ")
        parts = [
            _count(again, "playbook to read again", "playbooks to read again"),
            _count(looks, f"{one}worth a look", f"{many}worth a look"),
            _count(len(self.values), "number or rule changed", "numbers and rules changed"),
            _count(len(self.added), "new playbook", "new playbooks"),
            _count(len(self.removed), "playbook taken out", "playbooks taken out"),
        ]
        summary = ", ".join(filter(None, parts))
        return f"{summary}." if summary else "Nothing that anybody has to read again."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def name_edition(edition: KeptEdition) -> str:
    """What an edition is called where people read of it."""
    version = edition.content["version"]
    return f"Version {version}" if version else "Edition"


def report_all(history: Sequence[KeptEdition], guidebook: Guidebook) -> list[EditionChanges]:
    """What changed from each edition to the next, the newest first."""
    found: dict[str, EditionChanges] = {}
    for before, now in pairwise(history):
        slug = paths.make_slug(now.name) or "edition"
        marks = (f"edition-{slug}{f'-again-{one}' if one > 1 else ''}" for one in count(1))
        mark = next(one for one in marks if one not in found)
        found[mark] = report(before, now, guidebook, mark=mark)
    return list(found.values())[::-1]


def report(
    before: KeptEdition, now: KeptEdition, guidebook: Guidebook, *, mark: str = "edition"
) -> EditionChanges:
    """What changed between two editions; links lead to pages of the guidebook."""
    writer = ItemWriter(before.content, now.content, guidebook)
    by_record: dict[tuple[Record, str], list[Difference]] = {}
    for one in compare(before.content, now.content):
        by_record.setdefault((one.record, one.id), []).append(one)
    order = {
        playbook.id: place
        for place, playbook in enumerate(
            one for own in guidebook.by_chapter.values() for one in own
        )
    }
    names = sorted(
        (name for record, name in by_record if record is Record.PLAYBOOK),
        key=lambda name: (order.get(name, len(order)), name),
    )
    values = list(writer.describe_others(by_record, Record.VALUE))
    whole = {name: _find_whole(by_record[Record.PLAYBOOK, name]) for name in names}
    return EditionChanges(
        before,
        now,
        mark,
        playbooks=tuple(
            writer.describe_playbook(name, by_record[Record.PLAYBOOK, name], mark)
            for name in names
            if whole[name] is None
        ),
        added=tuple(writer.name(one) for one in names if whole[one] is Kind.ADDED),
        removed=tuple(writer.name(one) for one in names if whole[one] is Kind.REMOVED),
        values=tuple(one for one in values if one.weight is Weight.READ_AGAIN),
        others=(
            *(one for one in values if one.weight is not Weight.READ_AGAIN),
            *writer.describe_others(by_record, Record.CHAPTER),
            *writer.describe_others(by_record, Record.QUESTION),
        ),
    )


def _find_whole(found: Sequence[Difference]) -> Kind | None:
    """Whether a record came or went as a whole."""
    return found[0].kind if not found[0].path else None
