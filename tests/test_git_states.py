"""Handing in where git is not ready for it: each state is told with a remedy, and nothing is lost."""

import os
import subprocess
import sys
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


def make_conflict(place: Path) -> None:
    for branch, words in (("theirs", "Theirs."), ("ours", "Ours.")):
        git(place, "switch", "-qc", branch, "main")
        change(place, "Look for it.", words)
        git(place, "commit", "-qam", words)


@pytest.mark.parametrize("command", ["merge", "rebase", "cherry-pick", "stash"])
def test_what_is_begun_has_to_be_ended_first(place: Path, command: str) -> None:
    make_conflict(place)
    if command == "stash":
        git(place, "switch", "-q", "main")
        change(place)
        git(place, "stash", "-q")
        git(place, "switch", "-q", "theirs")
        git(place, "stash", "pop", "-q", fails=True)
    else:
        git(place, command, "theirs", fails=True)
    before = git(place, "status", "--porcelain")
    done = run(place, "--yes", "--with-errors", fails=True)
    assert f"git {'add' if command == 'stash' else f'{command} --abort'}" in done.output
    assert git(place, "status", "--porcelain") == before


def test_other_states_of_a_repository_have_a_remedy(place: Path, tmp_path: Path) -> None:
    change(place)
    (place / ".git/index.lock").touch()
    assert "index.lock" in run(place, "--yes", fails=True).output
    (place / ".git/index.lock").unlink()
    (place / ".git/HEAD").write_text("nonsense")
    assert "is broken" in run(place, "--yes", fails=True).output
    fresh = repositories.make(tmp_path / "fresh")
    git(fresh, "init", "-q")
    assert "git add --all" in run(fresh, "--yes", fails=True).output
    (place / ".git/HEAD").write_text("ref: refs/heads/empty\n")  # beside one that has commits
    assert "git add --all" in run(place, "--yes", fails=True).output


def test_a_folder_may_end_with_a_blank(place: Path) -> None:
    change(place)
    assert "Handed in" in run(place.rename(place.with_name("guide ")), "--yes").output


def test_where_only_ascii_is_known_other_letters_go_to_git_all_the_same(place: Path) -> None:
    home = place.rename(place.with_name("Bücher"))
    change(home)
    code = (
        "import sys; from pathlib import Path; from generator.adapters import git;"
        "top = git.find_top(Path(sys.argv[1]));"
        "git.run(top, 'commit', '-qam', 'Gr\\xf6\\xdfe', more={'GIT_AUTHOR_NAME': 'J\\xf6'})"
    )
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, home], env=os.environ | ascii_only, check=True)
    assert git(home, "log", "-1", "--format=%an: %s") == "Jö: Größe"


def test_a_lost_commit_is_told(place: Path) -> None:
    change(place)
    for written in ("1" * 40 + "\n", ""):
        (place / ".git/refs/heads/main").write_text(written)
        assert "is broken" in run(place, "--yes", fails=True).output
    (place / ".git/refs/heads/main").unlink()
    (place / ".git/packed-refs").write_text(f"{'1' * 40} refs/heads/main\n")
    assert "is broken" in run(place, "--yes", fails=True).output


def test_a_shallow_copy_is_handed_in_too(place: Path, tmp_path: Path) -> None:
    git(place, "commit", "-q", "--allow-empty", "-m", "Another")
    remote, shallow = tmp_path / "remote.git", tmp_path / "shallow"
    repositories.add_remote(place, remote)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{remote}", str(shallow))
    change(shallow)
    run(shallow, "--yes")
    assert git(remote, "rev-list", "--count", BRANCH) == "3"


def test_git_that_is_not_installed_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(place)
    monkeypatch.setenv("PATH", "/nowhere")
    out = run(place, "--yes", fails=True).output
    assert "https://git-scm.com" in out
    assert "--by-file" in out
