"""Which part of a guidebook leaves."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.playbook_items import Channel

_LONGEST = 60  # characters of a name that is made of ids


@dataclass(frozen=True)
class Chosen:
    """Playbooks in reading order.

    `name` is the same whenever the same ids are chosen, whatever is in the playbooks: by it, other
    programs know a course again. `channels` are those that phrases have to fit; all if there are
    none.
    """

    guidebook: Guidebook
    playbooks: tuple[Playbook, ...]
    name: str
    channels: frozenset[Channel] = frozenset()

    @classmethod
    def of(
        cls, guidebook: Guidebook, ids: Iterable[str] = (), channels: Collection[Channel] = ()
    ) -> Self:
        """Choose playbooks by their ids; without ids, all."""
        wanted = frozenset(ids)
        playbooks = tuple(
            one
            for chapter in guidebook.by_chapter.values()
            for one in chapter
            if not wanted or one.id in wanted
        )
        return cls(guidebook, playbooks, _make_name(sorted(wanted)), frozenset(channels))

    @property
    def title(self) -> str:
        """What people call it: the guidebook, or the only playbook that was chosen."""
        if self.name != _ALL and len(self.playbooks) == 1:
            return self.playbooks[0].title
        return self.guidebook.about.title


_ALL = "guidebook"


def _make_name(ids: list[str]) -> str:
    if not ids:
        return _ALL
    joined = "-".join([_ALL, *ids])
    if len(joined) <= _LONGEST:
        return joined
    return f"{_ALL}-{hashlib.sha256(joined.encode()).hexdigest()[:12]}"
