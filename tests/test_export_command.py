"""`guidebook export`, as somebody types it, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest

from generator.views.exports import FORMATS
from tests import samples
from tests.commands import run
from tests.exports import readers
from tests.projects import make_project

PLAYBOOK = "playbooks/fair/one.yml"


def make_files(**practice: Any) -> dict[str, bytes]:
    return samples.make_folder(
        {
            "fair/one": samples.make_minimal(title="One", practice=practice, avoid=AVOID),
            "fair/other": samples.make_minimal(title="Other"),
        }
    )


AVOID = [{"say": "Calm down.", "why": "It heats up.", "instead": "I hear you."}]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with something to practice that is the working folder."""
    make_project(tmp_path, make_files(**samples.make_practice(roleplay=True)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_its_second_time_is_the_same(name: str, project: Path) -> None:
    first, second = run("export", name, "--out", "a"), run("export", name, "one", "--out", "b")
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    again = run("export", name, "--out", "c")
    assert again.exit_code == 0
    for path in (project / "a").rglob("*"):
        if path.is_file():
            assert (
                project / "c" / path.relative_to(project / "a")
            ).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_what_needs_an_unset_value_is_refused_by_its_name(name: str, project: Path) -> None:
    path = project / PLAYBOOK
    text = path.read_text().replace("Calm down.", "Not over ((spend-limit)).")
    text = text.replace("What now, number 1?", "They want ((spend-limit|more)).")
    text = text.replace("Tell me the main thing.", "You get ((spend-limit)).")
    text = text.replace("Bring the heat down.", "Give ((spend-limit)).")
    path.write_text(text.replace("You are at the desk.", "You may give ((spend-limit))."))
    result = run("export", name, "--out", "a")
    assert result.exit_code == 1
    assert "playbooks/fair/one.yml:" in result.output
    assert "needs “spend limit”" in result.output
    assert "house.yml, below  values:  after  spend-limit:" in result.output
    assert "Nothing was written." in result.output
    assert not (project / "a").exists()
    (project / "house.yml").write_text("values:\n  spend-limit: 50 each\n")
    assert run("export", name, "--out", "a").exit_code == 0


def test_a_value_is_refused_once_and_its_uses_are_counted() -> None:
    guidebook = readers.make_guidebook(
        readers.make_question("Over ((spend-limit)).", "No.", prompt="Up to ((spend-limit))?")
    )
    (problem,) = readers.exports.make("gift", guidebook, readers.locate).problems
    assert "“spend limit”, 2 times, and" in problem.message


def test_a_file_goes_into_a_folder_under_its_own_name(project: Path) -> None:
    (project / "out").mkdir()
    assert "out/guidebook.gift" in run("export", "gift", "--out", "out").output
    assert run("export", "gift", "--out", "deep/er/mine.txt").exit_code == 0
    gift = (project / "out/guidebook.gift").read_bytes()
    assert (project / "deep/er/mine.txt").read_bytes() == gift


def test_a_folder_that_is_not_there_yet_is_one_by_its_slash(project: Path) -> None:
    assert run("export", "gift", "--out", "new/").exit_code == 0
    assert (project / "new/guidebook.gift").is_file()


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.file])
def test_a_new_export_replaces_the_old_and_no_file_of_somebody_else(
    name: str, project: Path
) -> None:
    notes = project / "notes.md"
    notes.write_text("# Mine\n\nAsk Ana, and bring the cards.\n")
    before = notes.read_bytes()
    result = run("export", name, "--out", "notes.md")
    assert result.exit_code == 1
    assert f"notes.md is there already, and is no export as {name}." in result.output
    assert "Nothing was written. Name another file." in result.output
    assert notes.read_bytes() == before
    notes.write_bytes(b"")
    assert run("export", name, "--out", "notes.md").exit_code == 0
    path = project / PLAYBOOK
    path.write_text(path.read_text().replace("One", "Anew").replace("What now", "And now"))
    exported = notes.read_bytes()
    assert run("export", name, "one", "--out", "notes.md").exit_code == 0
    assert notes.read_bytes() != exported


def test_nothing_to_export_is_said(project: Path) -> None:
    result = run("export", "gift", "other", "--out", "a")
    assert result.exit_code == 1
    assert "None of these playbooks has questions. Nothing was written." in result.output


def test_an_unknown_playbook_is_said(project: Path) -> None:
    result = run("export", "gift", "on", "--out", "a")
    assert result.exit_code == 2
    assert "There is no playbook called “on”. Did you mean “one”?" in result.output
    assert not (project / "a").exists()


def test_mistakes_stop_it(project: Path) -> None:
    path = project / PLAYBOOK
    path.write_text(path.read_text().replace("purpose:", "purpse:"))
    result = run("export", "gift", "--out", "a")
    assert result.exit_code == 1
    assert "Did you mean “purpose”?" in result.output
    assert not (project / "a").exists()


def test_a_channel_chooses_phrases_only(project: Path) -> None:
    result = run("export", "gift", "--channel", "chat", "--out", "a")
    assert result.exit_code == 2
    assert "gift has none: espanso, chatwoot, zendesk, zammad, csv do." in result.output
    assert run("export", "csv", "--channel", "chat", "--out", "a.csv").exit_code == 0


def test_what_waits_for_an_expert_is_said(project: Path) -> None:
    assert "approved" not in run("export", "csv", "--out", "a.csv").output
    path = project / PLAYBOOK
    path.write_text(f"{path.read_text()}sign_off: legal\n")
    result = run("export", "csv", "--out", "a.csv")
    assert result.exit_code == 0
    assert "Experts have not approved 1 of them yet: one." in result.output
    assert "approved" not in run("export", "csv", "other", "--out", "a.csv").output


def test_a_folder_of_somebody_else_is_left_alone(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "one.ink").write_text("mine")
    result = run("export", "ink", "--out", "out")
    assert result.exit_code == 1
    assert "was not written by this command" in result.output
    assert (project / "out" / "one.ink").read_text() == "mine"


def test_one_file_is_told_as_one(project: Path) -> None:
    assert (
        "1 file is in new, 1 of them new or changed." in run("export", "ink", "--out", "new").output
    )
    assert "; 1 file names it so." in run("rename", "one", "another").output
