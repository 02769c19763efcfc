"""Files under a wrong name, and copies: one message, with one remedy."""

from pathlib import Path

import pytest

from generator.adapters import project
from generator.checks import misnamed_files
from generator.problem import Problem, Severity
from tests import samples
from tests.projects import make_project

ONE = samples.make_minimal(title="One", search=["zwiebelkuchen"])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project in which five files name the playbook “one”."""
    others = {
        f"fair/other-{number}": samples.make_minimal(
            title=f"Other {number}", related=["one", f"other-{(number + 1) % 5}"]
        )
        for number in range(5)
    }
    make_project(tmp_path, samples.make_folder({"fair/one": ONE, **others}))
    return tmp_path / "playbooks/fair"


def find_errors(home: Path) -> list[Problem]:
    reading = project.read(project.find(home.parents[1]))
    return [one for one in reading.problems if one.severity is Severity.ERROR]


def test_sound_at_first(home: Path) -> None:
    assert find_errors(home) == []


@pytest.mark.parametrize("name", ["one.yaml", "one.YML", "one.Yaml", "one.yml.txt", "one.txt"])
def test_a_wrong_ending_is_the_only_thing_told(home: Path, name: str) -> None:
    (home / "one.yml").rename(home / name)
    (error,) = find_errors(home)
    assert (error.rule.id, error.fix) == ("file-ending", "Rename it to  one.yml")
    assert error.repair is not None
    (home / name).rename(home / error.repair.name)
    assert find_errors(home) == []


COPIES = (
    "one - Copy.yml",
    "one - Copy (2).yml",
    "one (1).yml",
    "one copy.yml",
    "one 2.yml",
    "one-DESKTOP-4QX.yml",
    "Copy of one.yml",
    "one - Kopie.yml",
    "one.yaml",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_the_only_thing_told(home: Path, name: str) -> None:
    (home / name).write_bytes((home / "one.yml").read_bytes())
    (error,) = find_errors(home)
    assert (error.rule.id, error.fix) == ("copy", "Delete it.")
    (home / name).write_bytes(b"# changed\n" + (home / "one.yml").read_bytes())
    (error,) = find_errors(home)
    assert "They differ." in error.message
    assert "Move what is right in it into one.yml" in error.fix


@pytest.mark.parametrize("name", ["one-2.yml", "step-2.yml", "2.yml", "one.yml", "one-DESK.yml"])
def test_no_copy(name: str) -> None:
    assert misnamed_files.find_original(name) is None


def test_notes_are_no_playbook(home: Path) -> None:
    (home / "notes.txt").write_text("Ask Robin about this.\n", "utf-8")
    assert find_errors(home) == []
    reading = project.read(project.find(home.parents[1]))
    assert "stray-file" in {one.rule.id for one in reading.problems}


def test_a_renamed_playbook_is_told_once(home: Path) -> None:
    (home / "one.yml").rename(home / "two.yml")
    (error,) = find_errors(home)
    assert error.message == "There is no playbook called “one”, but it is named 5 times."
    assert error.fix.startswith("If its file is now two.yml, write  guidebook rename one two\n")


def test_a_deleted_playbook_is_told_once_with_every_place(home: Path) -> None:
    (home / "one.yml").unlink()
    (error,) = find_errors(home)
    assert error.fix.count("\n") == 5
    assert "Did you mean" not in error.fix
