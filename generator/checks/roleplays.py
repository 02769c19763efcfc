"""Role-plays: each round has one best reply, and each reply leads on."""

from collections.abc import Iterator

from generator.checks.check import Finding, playbook_check
from generator.checks.context import PlaybookContext
from generator.checks.suggestions import explain_unknown
from generator.model.item_anchors import list_anchors
from generator.problem import Group, Rule, Severity


def _write_roleplay(*, best: str = "yes", go: str = "told", rests_on: str = "stop") -> str:
    """A short role-play for an example.

    How its second reply is marked, where it leads, and what its round rests on.
    """
    return (
        "practice:\n"
        "  roleplay:\n"
        "    setting: Somebody waits for an order.\n"
        "    rounds:\n"
        "      - id: start\n"
        "        customer: Where is it?\n"
        f"        rests_on: {rests_on}\n"
        "        replies:\n"
        "          - say: It will be here soon.\n"
        "            leads: They sigh.\n"
        "            go: left\n"
        "          - say: I will look now.\n"
        "            leads: They wait.\n"
        f"            best: {best}\n"
        f"            go: {go}\n"
        "    endings:\n"
        "      - id: left\n"
        "        outcome: poor\n"
        "        text: They leave.\n"
        "        debrief: Soon is no time.\n"
        "      - id: told\n"
        "        outcome: good\n"
        "        text: They know when.\n"
        "        debrief: You looked."
    )


@playbook_check(
    Rule(
        id="one-best-reply",
        group=Group.EXERCISES,
        summary="Each round of a role-play has one best reply.",
        why="The page says which reply it is, and what it does.",
        fault=_write_roleplay(best="no"),
        fix=_write_roleplay(best="yes"),
    ),
    of_parts=True,
)
def find_other_than_one_reply(one: PlaybookContext) -> Iterator[Finding]:
    """Find rounds with no best reply, or with several."""
    play = one.playbook.roleplay
    for index, each in enumerate(play.rounds if play else ()):
        if sum(reply.best for reply in each.replies) != 1:
            yield Finding(
                one.place("practice", "roleplay", "rounds", index),
                f"The round “{each.id}” needs exactly one best reply.",
                "Write  best: yes  below one of its replies.",
            )


@playbook_check(
    Rule(
        id="unknown-round",
        group=Group.EXERCISES,
        summary="Each reply of a role-play leads to one of its rounds or endings.",
        why="The play would stop in the middle.",
        fault=_write_roleplay(go="tolt"),
        fix=_write_roleplay(go="told"),
    ),
    of_parts=True,
)
def find_unknown_rounds(one: PlaybookContext) -> Iterator[Finding]:
    """Find replies that lead to no round and to no ending."""
    play = one.playbook.roleplay
    for index, each in enumerate(play.rounds if play else ()):
        for number, reply in enumerate(each.replies):
            if play and reply.go not in play.ids:
                yield Finding(
                    one.place("practice", "roleplay", "rounds", index, "replies", number, "go"),
                    *explain_unknown(reply.go, "round or ending", play.ids),
                )


@playbook_check(
    Rule(
        id="unknown-footing",
        group=Group.EXERCISES,
        summary="What a round of a role-play rests on is a step, a phrase or the stop box of its"
        " playbook; in an emergency, a branch.",
        why="At the end the page links each round to it. Without, that link is missing.",
        fault=_write_roleplay(rests_on="look-for-him"),
        fix=_write_roleplay(rests_on="look-for-it"),
        severity=Severity.WARNING,
    )
)
def find_unknown_footings(one: PlaybookContext) -> Iterator[Finding]:
    """Find rounds that rest on something that their playbook does not say."""
    play = one.playbook.roleplay
    rounds = [(index, each.rests_on) for index, each in enumerate(play.rounds if play else ())]
    if not any(name for _, name in rounds):
        return
    known = list_anchors(one.playbook)
    for index, name in rounds:
        if name and name not in known:
            yield Finding(
                one.place("practice", "roleplay", "rounds", index, "rests_on"),
                *explain_unknown(name, "step or phrase", known),
            )
