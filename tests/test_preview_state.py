"""What an open page does as files are saved, by itself."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.scripts import Call, load

digests = st.sampled_from(["a", "b"])
stamps = st.fixed_dictionaries({"page": digests, "panel": digests})


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    folder = ROOT / "generator/views/problem_panel"
    with load("preview-state", folder=folder, preview="guidebookPreview") as call:
        yield call


@given(shown=stamps, latest=stamps)
def test_only_what_differs_is_loaded(
    call: Call, shown: dict[str, str], latest: dict[str, str]
) -> None:
    todo = call("preview.decide", shown, latest)
    if shown == latest:
        assert todo is None
    else:
        assert todo == ("page" if shown["page"] != latest["page"] else "panel")


@given(y=st.floats(0, 1e6), same=st.booleans())
def test_a_page_stands_where_it_stood(call: Call, y: float, same: bool) -> None:
    kept = {"path": "/fair/", "y": y}
    found = call("preview.findScroll", kept, "/fair/" if same else "/")
    assert found == (pytest.approx(y) if same else None)


@pytest.mark.parametrize("kept", [None, {}, {"path": "/"}, {"path": "/", "y": "1"}])
def test_what_is_not_kept_as_it_should_be_moves_nothing(call: Call, kept: object) -> None:
    assert call("preview.findScroll", kept, "/") is None


@given(left=st.integers(0, 10**6), later=st.integers(0, 10**6))
def test_a_reader_who_leaves_is_not_held_up_for_ever(call: Call, left: int, later: int) -> None:
    assert call("preview.findWait", None, later) == 0
    wait = call("preview.findWait", left, left + later)
    assert wait == max(0, 2000 - later)


@given(urgent=st.booleans(), was_open=st.booleans(), small=st.booleans())
def test_the_panel_opens_by_itself_only_where_there_is_room(
    call: Call, urgent: bool, was_open: bool, small: bool
) -> None:
    found = call("preview.isOpen", {"isUrgent": urgent, "wasOpen": was_open, "isSmall": small})
    assert found == (was_open or (urgent and not small))
