"""Words to use, without a browser: what a choice shows, and what a draft says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.scripts import Call, load

EMPTY: dict[str, Any] = {"lines": [], "filled": {}, "text": None}
ALL = {"situation": "", "feeling": "", "channel": "", "words": ""}


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    states = {"phrases": "guidebookPhrases", "draft": "guidebookDraftState"}
    with load("word-match", "phrases-state", "draft-state", **states) as call:
        yield call


def take(call: Call, *lines: str) -> dict[str, Any]:
    draft = EMPTY
    for line in lines:
        draft = call("draft.toggle", draft, line)
    return draft


# Drafts


def test_a_second_press_takes_a_line_out(call: Call) -> None:
    draft = take(call, "One.", "Two.")
    assert call("draft.reply", draft) == "One.\nTwo."
    assert call("draft.has", draft, "One.")
    assert call("draft.reply", call("draft.toggle", draft, "One.")) == "Two."
    assert call("draft.isEmpty", take(call, "One.", "One."))


def test_a_blank_is_filled_in_everywhere(call: Call) -> None:
    draft = take(call, "Hello [name], by [day].", "[Name] calls you on [day]. [Your name]")
    asked = call("draft.ask", draft)
    assert [one["name"] for one in asked] == ["name", "day", "Your name"]
    draft = call("draft.fill", draft, "name", "sam ")
    assert call("draft.reply", draft) == (
        "Hello sam, by [day].\nSam calls you on [day]. [Your name]"
    )
    assert call("draft.listOpen", draft) == ["day", "Your name"]
    draft = call("draft.fill", draft, "name", " ")
    assert call("draft.listOpen", draft) == ["name", "day", "Your name"]


def test_a_line_moves_and_stays_within_the_draft(call: Call) -> None:
    draft = take(call, "One.", "Two.", "Three.")
    assert call("draft.move", draft, 2, -1)["lines"] == ["One.", "Three.", "Two."]
    assert call("draft.move", draft, 0, -1) == draft
    assert call("draft.move", draft, 2, 1) == draft
    assert call("draft.remove", draft, 1)["lines"] == ["One.", "Three."]


def test_a_reply_changed_by_hand_is_kept(call: Call) -> None:
    draft = take(call, "One for [name].", "Two.")
    same = call("draft.edit", draft, "One for [name].\nTwo.")
    assert same["text"] is None
    own = call("draft.edit", draft, "Dear [name],\n\nOne for [name].\nTwo.\n")
    more = call("draft.toggle", own, "Three.")
    assert call("draft.reply", more) == "Dear [name],\n\nOne for [name].\nTwo.\nThree."
    assert call("draft.reply", call("draft.toggle", more, "Two.")) == (
        "Dear [name],\n\nOne for [name].\nThree."
    )
    filled = call("draft.fill", more, "name", "Sam")
    assert call("draft.reply", filled) == call("draft.reply", more)
    assert call("draft.reply", call("draft.settle", filled)).startswith("Dear Sam,\n\nOne for Sam.")
    assert call("draft.reply", call("draft.rebuild", filled)) == "One for Sam.\nTwo.\nThree."
    changed = call("draft.edit", draft, "All new")
    assert call("draft.reply", call("draft.toggle", changed, "Two.")) == "All new"
    emptied = call("draft.edit", draft, "")
    assert not call("draft.isEmpty", emptied)
    assert call("draft.reply", call("draft.toggle", emptied, "Three.")) == "Three."


@pytest.mark.parametrize("kept", [None, "", "A draft of an older page", "[]", '{"lines": 1}'])
def test_what_is_no_draft_is_an_empty_one(call: Call, kept: str | None) -> None:
    assert call("draft.parse", kept) == EMPTY


def test_a_draft_is_kept_whole(call: Call) -> None:
    draft = call("draft.edit", take(call, "One [day]."), "Mine")
    assert call("draft.parse", json.dumps(draft)) == draft


# Choices


def make_line(
    text: str, channels: str = "counter phone", feelings: str = "angry"
) -> dict[str, Any]:
    return {"text": text, "channels": channels.split(), "feelings": feelings.split()}


SITUATION = {
    "mark": "playbook-late",
    "title": "The order is late",
    "say": [
        make_line("I’m on it now.", "counter"),
        make_line("It is at the dépôt."),
        make_line("You’ve held for long.", "phone", "angry sad"),
    ],
    "avoid": [make_line("Calm down.")],
}


@pytest.mark.parametrize(
    ("chosen", "say", "avoid"),
    [
        ({}, "111", "1"),
        ({"channel": "phone"}, "011", "1"),
        ({"feeling": "sad"}, "001", "1"),
        ({"feeling": "sad", "channel": "counter"}, "000", "0"),
        ({"channel": "social"}, "000", "0"),
        ({"words": "depot"}, "010", "0"),
        ({"words": "Im"}, "100", "0"),
        ({"words": "late or"}, "111", "1"),
        ({"words": "pot"}, "000", "0"),
        ({"words": "calm"}, "111", "1"),
        ({"words": "calm", "channel": "phone"}, "011", "1"),
        ({"situation": "playbook-late", "channel": "social"}, "111", "1"),
        ({"situation": "playbook-other"}, "000", "0"),
    ],
)
def test_what_a_choice_shows(call: Call, chosen: dict[str, str], say: str, avoid: str) -> None:
    shown = call("phrases.choose", SITUATION, ALL | chosen)
    assert shown["say"] == [one == "1" for one in say]
    assert shown["avoid"] == [one == "1" for one in avoid]
    assert shown["count"] == say.count("1")


def test_what_is_said_elsewhere_comes_last(call: Call) -> None:
    assert call("phrases.order", SITUATION, ALL) == [0, 1, 2]
    assert call("phrases.order", SITUATION, ALL | {"channel": "phone"}) == [1, 2, 0]
    among_staff = make_line("Who watches the inbox?", "", "")
    assert not call("phrases.isElsewhere", among_staff, ALL | {"channel": "phone"})


@pytest.mark.parametrize(
    ("mark", "chosen"),
    [
        ("", {"channel": "phone"}),
        ("chapter-hot", {"channel": "phone"}),
        ("playbook-late", {"channel": "phone", "situation": "playbook-late"}),
        ("feeling=sad&channel=any", {"feeling": "sad"}),
        ("words=late&channel=chat", {"words": "late", "channel": "chat"}),
    ],
)
def test_an_address_says_what_is_chosen(call: Call, mark: str, chosen: dict[str, str]) -> None:
    assert call("phrases.read", mark, "phone") == ALL | chosen
    if not mark.startswith("chapter"):
        assert call("phrases.write", ALL | chosen, "phone") == mark


def test_another_address_says_nothing(call: Call) -> None:
    assert call("phrases.read", "gb-content", "") is None
