"""When an open page asks the site if it is still right, and what follows from the answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views import pwa, theme_context
from tests import samples
from tests.scripts import Call, load

MINUTE = 60_000
OWN = {"version": "a", "name": "2.0", "day": "27 Nov 2026", "urgent": "x", "worker": True}
LOOKING = {"asked": 1_000, "every": MINUTE, "isSeen": True, "isOnline": True}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("edition-state", edition="guidebookEdition") as call:
        yield call


def decide(call: Call, latest: dict[str, Any] | None, **given_: Any) -> tuple[bool, bool]:
    """Whether the new edition is taken in, and whether the words of the page are compared."""
    state = {
        "own": OWN,
        "latest": latest,
        "isUrgent": True,
        "isVisit": False,
        "isKept": True,
        "settled": "",
        **given_,
    }
    done = call("edition.decide", state)
    return done["update"], done["compare"]


def test_a_page_asks_once_a_minute_and_only_while_somebody_looks(call: Call) -> None:
    assert call("edition.findWait", LOOKING, 1_000) == MINUTE
    assert call("edition.findWait", LOOKING, 31_000) == MINUTE / 2
    assert call("edition.findWait", LOOKING, 90_000) == 0
    assert call("edition.findWait", LOOKING | {"isSeen": False}, 90_000) is None
    assert call("edition.findWait", LOOKING | {"isOnline": False}, 90_000) is None
    assert call("edition.findWait", LOOKING | {"asked": 99 * MINUTE}, 1_000) == MINUTE, "put back"
    assert pwa.EVERY < 60, "what is new is there within a minute, taking it in included"


def test_what_is_urgent_is_taken_in_at_once_and_the_rest_at_a_visit(call: Call) -> None:
    calm, urgent = OWN | {"version": "b"}, OWN | {"version": "b", "urgent": "y"}
    assert decide(call, None) == (False, False)
    assert decide(call, OWN) == (False, False)
    assert decide(call, OWN, isVisit=True) == (False, False)
    assert decide(call, calm) == (False, False)
    assert decide(call, calm, isVisit=True) == (True, True)
    assert decide(call, urgent) == (True, True)
    assert decide(call, urgent, isUrgent=False) == (True, True)
    assert decide(call, urgent, settled="b") == (True, False)
    assert decide(call, urgent, own=None) == (False, False)


def test_a_worker_that_is_taken_back_goes_at_once(call: Call) -> None:
    assert decide(call, OWN | {"version": "b", "worker": False}) == (True, True)


def test_without_a_worker_the_words_of_an_urgent_page_are_compared(call: Call) -> None:
    """Nobody knows of which edition the page is: it may come from the browser's own store."""
    assert decide(call, OWN, isKept=False) == (False, True)
    assert decide(call, OWN, isKept=False, settled="a") == (False, False)
    assert decide(call, OWN, isKept=False, isUrgent=False, isVisit=True) == (False, False)


def test_who_is_in_the_middle_of_something_is_not_interrupted(call: Call) -> None:
    free = {"isTyping": False, "isCovered": False, "touched": None}
    assert not call("edition.isBusy", free | {"touched": 0}, 10_000)
    assert call("edition.isBusy", free | {"touched": 0}, 9_999)
    assert not call("edition.isBusy", free | {"touched": 99 * MINUTE}, 0), "the clock was put back"
    assert call("edition.isBusy", free | {"isTyping": True, "touched": 0}, MINUTE)
    assert call("edition.isBusy", free | {"isCovered": True, "touched": 0}, MINUTE)


def test_the_foot_says_which_edition_and_how_old(call: Call) -> None:
    def describe(**state: Any) -> str:
        return str(call("edition.describe", {"own": OWN, "latest": OWN, "at": "14:05", **state}))

    assert describe() == "Version 2.0 of 27 Nov 2026. Compared with the site at 14:05."
    assert describe(latest=None).endswith("Not compared with the site since 14:05.")
    assert describe(latest=None, at="").endswith("Not compared with the site yet.")
    assert describe(latest=OWN | {"version": "b"}).endswith("At 14:05 the site had a newer one.")
    dated = OWN | {"name": "27 Nov 2026"}
    assert describe(own=dated, latest=dated).startswith("Edition of 27 Nov 2026. ")


@given(sent=json_values)
def test_whatever_a_host_sends_is_read_as_a_state_or_as_nothing(call: Call, sent: Any) -> None:
    read = call("edition.read", sent)
    assert read is None or read == sent
    decide(call, read)


def test_a_number_changes_the_mark_of_every_page_that_says_it() -> None:
    def mark(number: str) -> dict[str, str]:
        about = samples.make_about(["calm", "hot"])
        about["house_values"] = {
            "emergency-number": {"name": "number", "ask": "Which?", "value": number}
        }
        about["who_and_how_much"] = [{"title": "Call", "values": ["emergency-number"]}]
        playbooks = {"calm/one": samples.make_minimal(), "hot/choking": samples.make_emergency()}
        site = samples.make_site(playbooks, about)
        pages = {path: theme_context.describe_page(one) for path, one in site.pages.items()}
        return {path: one["words"] for path, one in pages.items() if "words" in one}

    old, new = mark("112"), mark("999")
    assert set(old) == {"help-me-now.md", "hot/choking.md", "who-and-how-much.md"}
    changed = {path for path in old if old[path] != new[path]}
    assert changed == {"hot/choking.md", "who-and-how-much.md"}
