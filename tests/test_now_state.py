"""Now mode by itself: whatever is done, one stays within the branch, and every address says where."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts import Call, load

Branches = list[dict[str, Any]]
State = dict[str, Any] | None

ids = st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
guides = st.dictionaries(ids, st.integers(1, 9), min_size=1, max_size=8).map(
    lambda counts: [{"id": name, "count": count} for name, count in counts.items()]
)
acts = st.one_of(
    st.just(("next",)),
    st.just(("back",)),
    st.tuples(st.just("jump"), st.one_of(st.integers(-3, 30), st.none(), st.just("x"))),
)


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("now-state", now="guidebookNow") as call:
        yield call


def start(branches: Branches) -> list[State]:
    """Every state that one can begin in: at the question, if there is one, or at a first step."""
    first: list[State] = [{"branch": one["id"], "step": 1} for one in branches]
    return first if len(branches) == 1 else [{"branch": "", "step": 0}, *first]


@given(data=st.data(), branches=guides, done=st.lists(acts, max_size=15))
def test_any_way_stays_in_its_branch_and_goes_through_its_address(
    call: Call, data: st.DataObject, branches: Branches, done: list[tuple[Any, ...]]
) -> None:
    counts = {one["id"]: one["count"] for one in branches}
    state = data.draw(st.sampled_from(start(branches)))
    branch = state["branch"] if state else ""
    for name, *arguments in done:
        state = call(f"now.{name}", branches, state, *arguments)
        assert call("now.read", branches, call("now.write", branches, state)) == state
        if state is None:
            return
        assert state["branch"] in ("", branch)
        if not state["branch"]:
            assert state["step"] == 0
            return
        assert 1 <= state["step"] <= counts[branch] + 1
        assert call("now.isEnd", branches, state) == (state["step"] == counts[branch] + 1)
        if 1 < state["step"] <= counts[branch]:
            assert call("now.back", branches, call("now.next", branches, state)) == state


@given(branches=guides, address=st.one_of(st.text(max_size=12), ids.map("now={}/3".format)))
def test_every_address_leads_somewhere(call: Call, branches: Branches, address: str) -> None:
    state = call("now.read", branches, address)
    assert call("now.read", branches, call("now.write", branches, state)) == state


@pytest.mark.parametrize(
    ("address", "branch", "step"),
    [
        ("now", "", 0),
        ("now=", "", 0),
        ("now=gone/2", "", 0),
        ("now=baby", "baby", 1),
        ("now=baby/2", "baby", 2),
        ("now%3Dbaby%2F2", "baby", 2),
        ("now=baby/end", "baby", 4),
        ("now=baby/99", "baby", 4),
        ("now=baby/-1", "baby", 1),
        ("now=baby/2.7", "baby", 2),
        ("now=baby/two", "baby", 1),
    ],
)
def test_an_address_that_is_a_little_wrong_still_helps(
    call: Call, address: str, branch: str, step: int
) -> None:
    branches = [{"id": "adult", "count": 9}, {"id": "baby", "count": 3}]
    assert call("now.read", branches, address) == {"branch": branch, "step": step}


@pytest.mark.parametrize("address", ["", "see-baby", "nowhere", "now-", "know=baby/1", "50%"])
def test_other_addresses_are_the_pages_own(call: Call, address: str) -> None:
    assert call("now.read", [{"id": "baby", "count": 3}], address) is None


def test_how_a_place_is_described(call: Call) -> None:
    branches = [{"id": "adult", "count": 9}, {"id": "baby", "count": 3}]
    described = [
        call("now.describePlace", branches, call("now.read", branches, one))
        for one in ("", "now", "now=baby/2", "now=baby/end")
    ]
    assert described == ["", "2 answers", "Step 2 of 3", "All 3 steps"]


def test_with_one_branch_nothing_is_asked(call: Call) -> None:
    branches = [{"id": "only", "count": 2}]
    assert call("now.read", branches, "now") == {"branch": "only", "step": 1}
    assert call("now.back", branches, {"branch": "only", "step": 1}) is None
