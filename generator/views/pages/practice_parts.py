"""What pages say of the exercises of a playbook."""

from generator.model.item_anchors import ItemAnchor, list_anchors
from generator.model.playbook import Playbook
from generator.model.practice import Outcome, RolePlay
from generator.views.pages.renderer import enumerate_words

_WORDS_A_MINUTE = 200
ENDS = {Outcome.GOOD: "A good end", Outcome.MIXED: "A mixed end", Outcome.POOR: "A poor end"}


def describe_practice(playbook: Playbook) -> str:
    """Say what there is to train with, and how long it takes to read aloud. "" for nothing."""
    practice = playbook.practice
    if practice is None:
        return ""
    count = len(practice.quiz)
    names = [f"{count} question{'s' if count > 1 else ''}"] if count else []
    names += ["a role-play"] if practice.roleplay else []
    words = sum(len(text.split()) for loc, text in playbook.texts if loc[0] == "practice")
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    exercises = enumerate_words(names).capitalize()
    return f"{exercises}, {minutes} minute{'s' if minutes > 1 else ''}"


def describe_roleplay(playbook: Playbook) -> dict[str, object]:
    """What a template says of a role-play besides its own words; nothing without one."""
    play = playbook.roleplay
    if play is None:
        return {}
    return {
        "destinations": _name_destinations(play),
        "rests": list_rests(playbook, play),
    }


def list_rests(playbook: Playbook, play: RolePlay) -> dict[str, ItemAnchor]:
    """What the rounds of a role-play rest on, by their ids, as far as it is there."""
    anchors = list_anchors(playbook)
    footings = {one.id: anchors.get(one.rests_on or "") for one in play.rounds}
    return {name: anchor for name, anchor in footings.items() if anchor}


def list_rested(playbook: Playbook) -> frozenset[str]:
    """The marks of all items of a page that a round of its role-play rests on."""
    play = playbook.roleplay
    rests = list_rests(playbook, play) if play else {}
    return frozenset(one.mark for one in rests.values())


def _name_destinations(roleplay: RolePlay) -> dict[str, str]:
    rounds = {one.id: f"Round {number}" for number, one in enumerate(roleplay.rounds, 1)}
    return rounds | {ending.id: ENDS[ending.outcome] for ending in roleplay.endings}
