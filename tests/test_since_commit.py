"""What changed since a commit, and which pages: what a comment and pictures are made of."""

from pathlib import Path

import pytest

from generator.adapters import picture_taking
from tests.commands import run
from tests.repositories import add_remote, commit_all, git, isolate, make

PLAYBOOK = "playbooks/counter/late-order.yml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guidebook under git, with two changes after its first commit."""
    isolate(monkeypatch, tmp_path)
    made = make(tmp_path / "guide")
    commit_all(made)
    git(made, "tag", "first")
    path = made / PLAYBOOK
    path.write_text(path.read_text().replace("Look for it.", "Look for it twice."))
    git(made, "commit", "-qam", "Twice")
    (made / "docs/about.md").write_text("# About all of us\n")
    monkeypatch.chdir(made)
    return made


def tell(*arguments: str, fails: bool = False) -> str:
    done = run("changes", *arguments)
    assert (done.exit_code != 0) == fails, done.output
    return done.output


@pytest.mark.usefixtures("place")
def test_changes_since_a_commit_are_told() -> None:
    assert "Step reworded" in tell("--since", "first")
    assert tell("--since", "first").startswith("What is there now, compared with first\n")
    comment = tell("--since", "first", "--format", "markdown")
    assert comment.startswith("## What changed since first\n\nCompared with first: ")
    assert "**Read again: 1**" in comment
    assert '"playbooks"' in tell("--since", "first", "--format", "json")
    assert "reworded" not in tell("--since", "HEAD")


def test_pages_are_those_that_changed_files_stand_behind(place: Path) -> None:
    assert tell("--since", "HEAD", "--format", "addresses") == "about/\n"
    told = tell("--since", "first", "--format", "addresses").splitlines()
    assert set(told) == {"counter/late-order/", "about/"}
    (place / "house.yml").write_text("title: Another name\n")
    assert set(tell("--since", "HEAD", "--format", "addresses").splitlines()) >= {"", "about/"}
    git(place, "add", "-A")
    git(place, "commit", "-qm", "All")
    (place / "house.yml").unlink()
    assert "" in tell("--since", "HEAD", "--format", "addresses").splitlines()
    git(place, "checkout", "-q", "house.yml")
    assert tell("--since", "HEAD", "--format", "addresses") == ""
    assert tell("--since", "HEAD") == "Nothing has changed.\n"


def test_a_commit_that_is_not_there_is_told(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tell("--since", "gone", fails=True)
    assert "There is no commit “gone” here. These are there:  git log --oneline --all" in told
    assert "There is no commit" in tell("--since", "--output=x", fails=True)
    assert not (place / "x^{commit}").exists()
    assert "not both" in tell("1.0", "--since", "first", fails=True)
    assert "--since" in tell("--format", "addresses", fails=True)
    monkeypatch.chdir(make(tmp_path / "bare"))
    assert "is not under git" in tell("--since", "first", fails=True)


def test_in_a_copy_without_a_branch_too(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a forge checks out what a pull request would become: two commits, no branch."""
    add_remote(place, tmp_path / "remote.git")
    url = f"file://{tmp_path}/remote.git"
    git(tmp_path, "clone", "-q", "--depth", "2", url, "copy")
    git(tmp_path / "copy", "checkout", "-q", "--detach")
    monkeypatch.chdir(tmp_path / "copy")
    assert tell("--since", "HEAD^1", "--format", "addresses") == "counter/late-order/\n"


def test_pictures_are_taken_of_pages_that_changed(place: Path) -> None:
    site = place / "site"
    for address in ("counter/late-order", "about"):
        (site / address).mkdir(parents=True)
        (site / address / "index.html").write_text(f"<title>{address} &amp; more</title><p>Hi")
    done = run("pictures", "--since", "first")
    assert done.exit_code == 0, done.output
    assert "Pictures of 2 pages" in done.output
    pictures = {one.name: one.read_bytes() for one in (place / "pictures").glob("*.png")}
    assert set(pictures) == {
        f"{page}-{width}.png"
        for page in ("counter--late-order", "about")
        for width in picture_taking.WIDTHS
    }
    assert all(one.startswith(b"\x89PNG") for one in pictures.values())
    assert "about &amp; more" in (place / "pictures/index.html").read_text()


def test_pages_that_are_not_in_the_site_are_told(place: Path) -> None:
    (place / "site").mkdir()
    done = run("pictures", "--since", "first")
    assert done.exit_code == 1
    assert "None of the 2 pages that changed is in site" in done.output
    assert not (place / "pictures").exists()


def test_a_browser_that_is_not_there_is_told(place: Path) -> None:
    (place / "site/about").mkdir(parents=True)
    (place / "site/about/index.html").write_text("<p>Hi")
    done = run("pictures", "--since", "HEAD", "--browser", "/nowhere")
    assert done.exit_code == 1
    assert "could not take a picture" in done.output


def test_in_a_copy_of_the_newest_commits_one_is_told_how_to_have_the_others(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", place.as_uri(), "cut")
    monkeypatch.chdir(tmp_path / "cut")
    assert "git fetch --unshallow" in tell("--since", "HEAD^", fails=True)
