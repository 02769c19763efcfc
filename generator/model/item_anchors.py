"""What an exercise of a playbook can rest on, and where that is on its page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator.model import item_keys
from generator.model.emergency_playbook import Emergency
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.playbook_items import Phrase, Step

_Item = TypeVar("_Item", Phrase, Step)

STOP = "stop"
"""The name, and the mark on the page, of the stop box."""


class ItemAnchor(NamedTuple):
    """An item of a page: its mark there, its words, and what it is called beside the page."""

    mark: str
    words: str
    name: str


def list_anchors(playbook: Playbook) -> Mapping[str, ItemAnchor]:
    """What exercises can rest on, by its key: a step comes before a phrase of the same key."""
    if isinstance(playbook, Emergency):
        return {one.id: ItemAnchor(one.mark, one.see, one.see) for one in playbook.branches}
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    found = {STOP: ItemAnchor(STOP, playbook.stop.text, "when to stop")}
    for number, (key, phrase) in enumerate(_list_keyed(playbook.say), 1):
        found[key] = ItemAnchor(f"say-{number}", phrase.say, "what to say")
    for number, (key, step) in enumerate(_list_keyed(playbook.steps), 1):
        words = step.do or step.say or ""
        found[key] = ItemAnchor(f"step-{number}", words, f"step {number}")
    return found


def _list_keyed(items: Sequence[_Item]) -> Iterator[tuple[str, _Item]]:
    dumped = [one.model_dump(exclude_none=True) for one in items]
    return zip(item_keys.list_keys(dumped), items, strict=True)
