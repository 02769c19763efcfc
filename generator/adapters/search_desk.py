"""What the search would find now: asked of the finder's own engine, for words not yet saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TypedDict

from generator.model.guidebook import Guidebook
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index

_SHOWN = 7


class Finding(TypedDict):
    """What came up for words: where the page is among the answers, and which come before it."""

    words: str
    rank: int | None
    first: Sequence[tuple[str, str]]


@dataclass
class SearchDesk:
    """Asks one question after the other; an engine lives only as long as it is asked."""

    _asking: Lock = field(default_factory=Lock)

    def find(
        self, guidebook: Guidebook, name: str, search: Sequence[str], asked: Sequence[str]
    ) -> list[Finding]:
        """What would be found, if a playbook had these search words."""
        playbook = guidebook.by_id[name]
        tried = playbook.model_copy(update={"search": tuple(search)})
        others = (one for one in guidebook.playbooks if one.id != name)
        whole = replace(guidebook, playbooks=(*others, tried))
        with self._asking, Engine(make_index(whole)) as engine:
            answers = engine.find_all(asked, _SHOWN)
        return [
            {
                "words": words,
                "rank": next(
                    (at for at, one in enumerate(found, 1) if one["id"].split("#")[0] == name), None
                ),
                "first": [(one["title"], f"/{one['url']}") for one in found[:3]],
            }
            for words, found in zip(asked, answers, strict=True)
        ]
