"""What the page for handing in asks and says."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.scripts import Call, load

CHANGE = {"files": 1, "way": "commit", "errors": "", "asksAuthor": False, "mark": "m"}
TYPED = {"message": " New words ", "name": "", "email": "", "anyway": False}


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    folder = ROOT / "generator/views/hand_in_form"
    with load("hand-in-state", folder=folder, page="guidebookHandIn") as call:
        yield call


@pytest.mark.parametrize(
    ("change", "typed", "missing"),
    [
        ({}, {}, ""),
        ({}, {"message": " \n"}, "what you changed"),
        ({"files": 0}, {"message": ""}, ""),
        ({"asksAuthor": True}, {}, "your name"),
        ({"asksAuthor": True}, {"name": "Ana"}, "e-mail"),
        ({"asksAuthor": True}, {"name": "Ana", "email": "ana"}, "e-mail"),
        ({"asksAuthor": True}, {"name": "Ana", "email": "a@b.example"}, ""),
        ({"errors": "There is 1 error."}, {}, "Fix"),
        ({"errors": "There is 1 error."}, {"anyway": True}, ""),
    ],
)
def test_what_is_missing_is_asked_for(
    call: Call, change: dict[str, Any], typed: dict[str, Any], missing: str
) -> None:
    found = call("page.findMissing", CHANGE | change, TYPED | typed)
    assert (missing in found) if missing else found == ""


@pytest.mark.parametrize(
    ("change", "button"),
    [
        ({}, "Hand in"),
        ({"way": "file"}, "Make a file to send"),
        ({"files": 0, "unsent": 2}, "Send it"),
        ({"files": 0, "unsent": 0}, ""),
    ],
)
def test_the_button_says_what_it_does(call: Call, change: dict[str, Any], button: str) -> None:
    assert call("page.nameButton", CHANGE | change) == button


def test_what_is_sent_is_what_was_shown(call: Call) -> None:
    sent = call("page.makeRequest", CHANGE, TYPED)
    assert sent == {"mark": "m", "message": "New words", "anyway": False}
    named = call("page.makeRequest", CHANGE | {"asksAuthor": True}, TYPED | {"name": " Ana "})
    assert named["name"] == "Ana"
