"""Now mode by itself: whatever is done, one stays within the branch, and every address says where."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.conftest import ROOT

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


class Now:
    """The functions of now mode's state."""

    def __init__(self) -> None:
        self.engine = MiniRacer()
        script = ROOT / "generator/theme/assets/guidebook/now-state.js"
        self.engine.eval(script.read_text("utf-8"))

    def call(self, name: str, branches: Branches, *arguments: Any) -> Any:
        values = ", ".join(json.dumps(one) for one in (branches, *arguments))
        text = self.engine.eval(f"JSON.stringify(guidebookNow.{name}({values}) ?? null)")
        return json.loads(str(text))


@pytest.fixture(scope="module")
def now() -> Iterator[Now]:
    made = Now()
    yield made
    made.engine.close()


def start(branches: Branches) -> list[State]:
    """Every state that one can begin in: at the question, if there is one, or at a first step."""
    first: list[State] = [{"branch": one["id"], "step": 1} for one in branches]
    return first if len(branches) == 1 else [{"branch": "", "step": 0}, *first]


@given(data=st.data(), branches=guides, done=st.lists(acts, max_size=15))
def test_any_way_stays_in_its_branch_and_goes_through_its_address(
    now: Now, data: st.DataObject, branches: Branches, done: list[tuple[Any, ...]]
) -> None:
    counts = {one["id"]: one["count"] for one in branches}
    state = data.draw(st.sampled_from(start(branches)))
    branch = state["branch"] if state else ""
    for name, *arguments in done:
        state = now.call(name, branches, state, *arguments)
        assert now.call("read", branches, now.call("write", branches, state)) == state
        if state is None:
            return
        assert state["branch"] in ("", branch)
        if not state["branch"]:
            assert state["step"] == 0
            return
        assert 1 <= state["step"] <= counts[branch] + 1
        assert now.call("isEnd", branches, state) == (state["step"] == counts[branch] + 1)
        if 1 < state["step"] <= counts[branch]:
            assert now.call("back", branches, now.call("next", branches, state)) == state


@given(branches=guides, address=st.one_of(st.text(max_size=12), ids.map("now={}/3".format)))
def test_every_address_leads_somewhere(now: Now, branches: Branches, address: str) -> None:
    state = now.call("read", branches, address)
    assert now.call("read", branches, now.call("write", branches, state)) == state


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
    now: Now, address: str, branch: str, step: int
) -> None:
    branches = [{"id": "adult", "count": 9}, {"id": "baby", "count": 3}]
    assert now.call("read", branches, address) == {"branch": branch, "step": step}


@pytest.mark.parametrize("address", ["", "see-baby", "nowhere", "now-", "know=baby/1", "50%"])
def test_other_addresses_are_the_pages_own(now: Now, address: str) -> None:
    assert now.call("read", [{"id": "baby", "count": 3}], address) is None


def test_what_is_told(now: Now) -> None:
    branches = [{"id": "adult", "count": 9}, {"id": "baby", "count": 3}]
    told = [
        now.call("tell", branches, now.call("read", branches, one))
        for one in ("", "now", "now=baby/2", "now=baby/end")
    ]
    assert told == ["", "2 answers", "Step 2 of 3", "All 3 steps"]


def test_with_one_branch_nothing_is_asked(now: Now) -> None:
    branches = [{"id": "only", "count": 2}]
    assert now.call("read", branches, "now") == {"branch": "only", "step": 1}
    assert now.call("back", branches, {"branch": "only", "step": 1}) is None
