"""Which branch a change is handed in on."""

from pathlib import Path

import pytest

from tests import repositories
from tests.repositories import change, git
from tests.repositories import hand_in as run

BRANCH = "2026-11-27-late-order-1-step-reworded"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guidebook under git, on its shared branch, without a remote."""
    return repositories.start(tmp_path, monkeypatch)


def test_a_branch_on_which_nothing_was_put_is_the_one_to_go_to(place: Path) -> None:
    """It may be left from a run that was stopped before the commit."""
    git(place, "switch", "-q", "-c", BRANCH)
    change(place)
    run(place, "--yes")
    assert git(place, "branch", "--show-current") == BRANCH


def test_after_it_was_merged_here_the_next_one_begins_a_branch(place: Path) -> None:
    change(place)
    run(place, "--yes")
    git(place, "switch", "-q", "main")
    git(place, "merge", "-q", "--no-ff", "--no-edit", BRANCH)
    git(place, "switch", "-q", BRANCH)
    change(place, "Say when it comes.", "Say at what time it comes.")
    run(place, "--yes")
    assert git(place, "branch", "--show-current") == f"{BRANCH}-2"


def test_no_branch_checked_out_is_told_unless_one_is_named(place: Path) -> None:
    git(place, "switch", "-q", "--detach")
    change(place)
    assert "git switch main" in run(place, "--yes", fails=True).output
    assert git(place, "branch", "--format=%(refname:short)").splitlines()[-1] == "main"
    run(place, "--yes", "--branch", "mine")
    assert git(place, "branch", "--show-current") == "mine"


@pytest.mark.parametrize("name", ["a..b", "main", "Main", "with blank"])
def test_a_branch_that_cannot_be_is_refused(place: Path, name: str) -> None:
    git(place, "switch", "-qc", "mine")
    change(place)
    output = run(place, "--yes", "--branch", name, fails=True).output
    assert ("There is a branch" if name.lower() == "main" else "cannot be the name") in output
    assert git(place, "rev-list", "--count", "HEAD") == "1"
