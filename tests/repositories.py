"""Git repositories on disk, in which nothing of this computer's own settings counts."""

import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from generator.adapters import search_cache, whole_file
from generator.views import finder
from tests import commands, sound_project

PLAYBOOK = "playbooks/counter/late-order.yml"


def isolate(monkeypatch: pytest.MonkeyPatch, place: Path, *, author: bool = True) -> None:
    """Let git read no settings but these."""
    settings = place / "gitconfig"
    who = "[user]\nname = Ana\nemail = ana@example.com\n" if author else ""
    settings.write_text(f"{who}[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("NAME", "EMAIL"):
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.delenv(f"GIT_{role}_{name}", raising=False)
    # What the search finds takes seconds to ask, and is asked elsewhere.
    monkeypatch.setattr(search_cache, "begin", lambda *_, **__: finder.Trial)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795773600")  # 27 November 2026


def make(place: Path) -> Path:
    """A project with which nothing is wrong, in a folder of its own."""
    for path, content in sound_project.make_files().items():
        whole_file.put(place / path, content.encode())
    (place / "mkdocs.yml").write_text("site_name: x\nplugins: [guidebook: {papers: false}]\n")
    return place


def git(place: Path, *arguments: str, fails: bool = False) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=place, capture_output=True, text=True, check=False
    )
    assert (done.returncode != 0) == fails, done.stderr
    return done.stdout.strip()


def commit_all(place: Path, message: str = "As it is") -> None:
    git(place, "init", "-q")
    git(place, "add", "-A")
    git(place, "-c", "user.name=B", "-c", "user.email=b@example.com", "commit", "-qm", message)


def start(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project under git, on its shared branch, without a remote."""
    isolate(monkeypatch, place)
    made = make(place / "guide")
    commit_all(made)
    return made


def add_remote(place: Path, target: Path) -> None:
    git(place, "init", "-q", "--bare", str(target))
    git(place, "remote", "add", "origin", str(target))
    git(place, "push", "-q", "-u", "origin", "main")


def hand_in(place: Path, *arguments: str, fails: bool = False, typed: str = "") -> Result:
    done = commands.run("hand-in", str(place), *arguments, typed=typed)
    assert (done.exit_code != 0) == fails, done.output
    return done


def change(place: Path, old: str = "Look for it.", new: str = "Look for it with them.") -> None:
    path = place / PLAYBOOK
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
