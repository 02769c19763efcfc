"""Handing in under git: what goes into the commit, where it goes, and what nobody loses."""

import stat
from pathlib import Path

import click
import pytest

from tests import repositories
from tests.repositories import PLAYBOOK, change, git
from tests.repositories import hand_in as run

BRANCH = "2026-11-27-late-order-1-step-reworded"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guidebook under git, on its shared branch, without a remote."""
    return repositories.start(tmp_path, monkeypatch)


def list_committed(place: Path) -> list[str]:
    return git(place, "show", "--name-only", "--format=").splitlines()


def test_the_change_is_shown_item_by_item_before_it_is_handed_in(place: Path) -> None:
    change(place)
    (place / "docs/about.md").write_text("# About us\n\nWe are new.\n")
    before = git(place, "rev-parse", "HEAD")
    for arguments, typed in ((["--show"], ""), ([], "\nn\n")):
        out = run(place, *arguments, typed=typed).output
        for words in ("Read again", "Step reworded", "Look for it.", "Look for it with them."):
            assert words in out
        assert "+We are new." in out
        assert "Late order: 1 step reworded" in out
    assert "Nothing was handed in." in out
    assert git(place, "branch", "--show-current") == "main"
    assert git(place, "rev-parse", "HEAD") == before


def test_it_goes_to_a_new_branch_with_a_message_that_can_be_edited(place: Path) -> None:
    change(place)
    run(place, typed="Ask first\ny\n")
    assert git(place, "branch", "--show-current") == "2026-11-27-ask-first"
    assert git(place, "log", "-1", "--format=%an <%ae>|%s") == "Ana <ana@example.com>|Ask first"
    assert list_committed(place) == [PLAYBOOK]
    assert git(place, "log", "-1", "--format=%s", "main") == "As it is"
    assert git(place, "status", "--porcelain") == "?? handed-in/"


def test_only_what_was_shown_is_handed_in(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(place)
    before = git(place, "rev-parse", "HEAD")

    def agree(*_: object, **__: object) -> bool:
        (place / PLAYBOOK).write_text("title: Half\n")
        return True

    monkeypatch.setattr(click, "confirm", agree)
    done = run(place, "--message", "x", fails=True)
    assert f"{PLAYBOOK} has changed meanwhile" in done.output
    assert git(place, "rev-parse", "HEAD") == before
    assert git(place, "branch", "--show-current") == "main"


def test_new_and_deleted_files_go_along(place: Path) -> None:
    (place / "docs/more.md").write_text("# More\n")
    (place / "docs/.more.md.swp").write_text("left by an editor")
    (place / "docs/about.md").unlink()
    out = run(place, "--yes").output
    assert "docs/more.md" in out
    assert list_committed(place) == ["docs/about.md", "docs/more.md"]
    assert (place / "docs/.more.md.swp").exists()


def test_what_others_have_staged_stays_as_it_is(place: Path) -> None:
    (place / "notes.txt").write_text("one\n")
    (place / "house.yml").write_text("title: Our new guidebook\n")
    git(place, "add", "notes.txt", "house.yml")
    (place / "notes.txt").write_text("one\ntwo\n")
    change(place)
    run(place, "--yes")
    assert list_committed(place) == ["house.yml", PLAYBOOK]
    staged = git(place, "status", "--porcelain").splitlines()
    assert "AM notes.txt" in staged
    assert git(place, "show", ":notes.txt") == "one"


def test_a_guidebook_in_a_larger_repository_touches_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repositories.isolate(monkeypatch, tmp_path)
    place = repositories.make(tmp_path / "shop/with blanks/gúide")
    (tmp_path / "shop/prices.txt").write_text("1\n")
    repositories.commit_all(tmp_path / "shop")
    (tmp_path / "shop/prices.txt").write_text("2\n")
    change(place)
    run(place, "--yes")
    listed = git(place, "-c", "core.quotePath=off", "show", "--name-only", "--format=")
    assert listed == f"with blanks/gúide/{PLAYBOOK}"
    assert git(tmp_path / "shop", "status", "--porcelain", "-uno") == "M prices.txt"


def test_names_are_taken_as_they_are_written(place: Path) -> None:
    """To git, a star in a name may stand for any others."""
    (place / "menus").mkdir()
    (place / "menus/lunch.png").write_bytes(b"1")
    git(place, "add", "menus")
    git(place, "commit", "-qm", "Lunch")
    (place / "menus/lunch.png").write_bytes(b"2")
    (place / "*.png").write_bytes(b"\x89PNG")
    run(place, "--yes")
    assert list_committed(place) == ["*.png"]


def test_errors_are_refused_unless_told_otherwise(place: Path) -> None:
    change(place, "owner: Service training", "owner: Nobody")
    done = run(place, "--yes", fails=True)
    assert "Nothing was handed in." in done.output
    assert "late-order.yml" in done.output
    assert git(place, "branch", "--show-current") == "main"
    run(place, "--yes", "--with-errors")
    assert list_committed(place) == [PLAYBOOK]


def test_a_file_that_cannot_be_read_is_told_line_by_line(place: Path) -> None:
    (place / PLAYBOOK).write_text("title: [\n")
    out = run(place, "--show").output
    assert "+title: [" in out
    assert "aken out" not in out
    run(place, "--yes", "--with-errors")
    (place / PLAYBOOK).write_text(git(place, "show", f"HEAD~1:{PLAYBOOK}") + "\n")
    out = run(place, "--show").output
    assert "-title: [" in out
    assert "New" not in out


def test_it_is_sent_and_the_second_time_added(place: Path, tmp_path: Path) -> None:
    repositories.add_remote(place, tmp_path / "remote.git")
    change(place)
    out = run(place, "--yes").output
    assert f"Handed in on the branch “{BRANCH}”." in out
    assert git(tmp_path / "remote.git", "log", "-1", "--format=%s", BRANCH).startswith("Late order")
    change(place, "Say when it comes.", "Say at what time it comes.")
    run(place, "--yes")
    assert git(tmp_path / "remote.git", "rev-list", "--count", BRANCH) == "3"
    assert not (place / "handed-in").exists()
    assert "Nothing has changed" in run(place, "--yes").output


@pytest.mark.parametrize("setting", ["remote.pushDefault", "branch.main.pushRemote"])
def test_it_is_sent_where_git_is_told_to_send(place: Path, tmp_path: Path, setting: str) -> None:
    repositories.add_remote(place, tmp_path / "remote.git")
    git(place, "init", "-q", "--bare", str(tmp_path / "fork.git"))
    git(place, "remote", "add", "fork", str(tmp_path / "fork.git"))
    git(place, "push", "-q", "fork", "main")
    git(place, "config", setting, "fork")
    change(place)
    run(place, "--yes")
    assert BRANCH in git(tmp_path / "fork.git", "branch", "--list")
    assert BRANCH not in git(tmp_path / "remote.git", "branch", "--list")


def test_what_is_on_the_shared_branch_is_not_sent(place: Path, tmp_path: Path) -> None:
    repositories.add_remote(place, tmp_path / "remote.git")
    change(place)
    git(place, "commit", "-qam", "By hand")
    assert "Nothing has changed since the last commit." in run(place, "--yes").output
    assert git(tmp_path / "remote.git", "log", "-1", "--format=%s", "main") == "As it is"


def test_after_it_was_taken_in_the_next_one_begins_a_branch(place: Path, tmp_path: Path) -> None:
    repositories.add_remote(place, tmp_path / "remote.git")
    change(place)
    run(place, "--yes")
    git(place, "push", "-q", "origin", "HEAD:main")
    change(place, "Give them a seat.", "Offer them a seat.")
    run(place, "--yes", "--message", "Late order: 1 step reworded")
    assert git(place, "branch", "--show-current") == f"{BRANCH}-2"


def test_an_address_that_the_remote_tells_is_shown(place: Path, tmp_path: Path) -> None:
    repositories.add_remote(place, tmp_path / "remote.git")
    hook = tmp_path / "remote.git/hooks/post-receive"
    hook.write_text("#!/bin/sh\necho 'Open a request: https://forge.example/new/1' >&2\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    change(place)
    assert "\n  https://forge.example/new/1\n" in run(place, "--yes").output


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        ("gone", "did not take it"),
        ("refused", "No pushes on Friday"),
        ("behind", "git pull --rebase origin"),
    ],
)
def test_what_cannot_be_sent_is_kept_and_can_be_sent_later(
    place: Path, tmp_path: Path, break_it: str, words: str
) -> None:
    remote = tmp_path / "Connection 403 denied.git"  # names of folders say nothing
    repositories.add_remote(place, remote)
    if break_it == "gone":
        remote.rename(tmp_path / "away.git")
    elif break_it == "refused":
        hook = remote / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\necho 'No pushes on Friday' >&2\nexit 1\n")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    else:
        git(place, "switch", "-qc", "other")
        git(place, "commit", "-q", "--allow-empty", "-m", "By somebody else")
        git(place, "push", "-q", "origin", f"other:{BRANCH}")
        git(place, "switch", "-q", "main")
        git(place, "update-ref", "-d", f"refs/remotes/origin/{BRANCH}")
    change(place)
    done = run(place, "--yes", fails=True)
    assert words in done.output
    assert "is kept here" in done.output
    assert git(place, "log", "-1", "--format=%s") == "Late order: 1 step reworded"
    patch = place / f"handed-in/{BRANCH}.patch"
    assert "+- Look for it with them." in patch.read_text()
    if break_it == "gone":
        (tmp_path / "away.git").rename(remote)
        assert "is sent now" in run(place, "--yes").output
        assert git(remote, "rev-list", "--count", BRANCH) == "2"


def test_without_a_remote_there_is_a_patch_that_git_takes_in(place: Path, tmp_path: Path) -> None:
    git(place, "clone", "-q", str(place), str(tmp_path / "other"))
    change(place)
    out = run(place, "--yes").output
    patch = place / f"handed-in/{BRANCH}.patch"
    assert str(patch) in out
    git(tmp_path / "other", "am", "-q", str(patch))
    assert "Look for it with them." in (tmp_path / "other" / PLAYBOOK).read_text()


def test_a_patch_that_is_missing_is_made_again(place: Path) -> None:
    """Handing in may be stopped after the commit; then nothing has changed, and nothing was sent."""
    change(place)
    run(place, "--yes")
    patch = place / f"handed-in/{BRANCH}.patch"
    whole = patch.read_bytes()
    patch.unlink()
    assert "becomes a file to send now" in run(place, "--yes").output
    assert patch.read_bytes() == whole
    assert "Nothing has changed since the last commit." in run(place, "--yes").output


def test_a_check_of_the_repository_that_refuses_leaves_everything(place: Path) -> None:
    hook = place / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'Spelling: wavve' >&2\nexit 1\n")
    hook.chmod(0o755)
    change(place)
    (place / "docs/more.md").write_text("# More\n")
    before = git(place, "status", "--porcelain")
    done = run(place, "--yes", fails=True)
    assert "Spelling: wavve" in done.output
    assert git(place, "branch", "--format=%(refname:short)") == "main"
    assert git(place, "status", "--porcelain") == before


def test_who_is_not_known_is_asked_for(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repositories.isolate(monkeypatch, tmp_path, author=False)
    change(place)
    assert "user.name" in run(place, "--yes", fails=True).output
    assert "Your name <you@example.com>" in run(place, "--yes", "--author", "x", fails=True).output
    assert git(place, "branch", "--show-current") == "main"
    run(place, typed="\nAna\nana@example.com\ny\n")
    assert git(place, "log", "-1", "--format=%an %ce") == "Ana ana@example.com"
    change(place, "Say when it comes.", "Say at what time it comes.")
    run(place, "--yes", "--author", "Bo Li <bo@example.com>")
    assert git(place, "log", "-1", "--format=%an <%ae>") == "Bo Li <bo@example.com>"


def test_line_ends_that_git_changes_are_no_change(place: Path) -> None:
    git(place, "config", "core.autocrlf", "true")
    change(place)
    path = place / PLAYBOOK
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    out = run(place, "--yes").output
    assert "Step reworded" in out
    assert git(place, "show", "--numstat", "--format=").split()[:2] == ["1", "1"]
