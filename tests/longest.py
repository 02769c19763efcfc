"""Playbooks that have most to say: where these have room, the others have it as well."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.model.playbook import Playbook, StandardPlaybook

Some = TypeVar("Some", bound=Playbook)


def choose_longest(playbooks: Sequence[Some], measure: Callable[[Some], int]) -> list[Some]:
    """The longest third, in the order in which they came."""
    ordered = sorted(playbooks, key=measure, reverse=True)
    chosen = {one.id for one in ordered[: len(ordered) // 3]}
    return [one for one in playbooks if one.id in chosen]


def measure_words(playbook: Playbook) -> int:
    """What its page has to say."""
    return len(playbook.model_dump_json(exclude={"practice", "search"}))


def measure_checklist(playbook: Playbook) -> int:
    """About how many letters would take the place of its checklist: an item begins a line."""
    signature = 400 if playbook.checklist.sign_off else 0
    return signature + sum(30 + len(item.text) for item in playbook.checklist.items)


def measure_top(playbook: StandardPlaybook) -> int:
    """What stands above and in its first words and its first step."""
    step = playbook.steps[0]
    texts = (playbook.title, playbook.purpose, playbook.stop.lead, playbook.stop.text)
    return sum(len(one or "") for one in (*texts, playbook.say[0].say, step.do, step.say))
