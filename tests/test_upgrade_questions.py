"""What `guidebook upgrade` asks about changes of what has changed below, and what is lost to nobody."""

import json
from pathlib import Path

import pytest

from generator.adapters import project
from generator.cli import upgrade
from generator.reader import change_record
from tests import small_shipped
from tests.small_shipped import NAME, OWN, Run, run_command


@pytest.fixture
def shipped(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    return small_shipped.put(tmp_path_factory.mktemp("shipped"), monkeypatch)


@pytest.fixture
def run(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    assert shipped == project.SHIPPED
    return small_shipped.start(tmp_path, monkeypatch)


def test_questions_are_asked_once_and_ours_stays(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME)
    text = (
        tmp_path / OWN
    ).read_text() + "# Mine.\ntitle: Somebody shouts  # so\npurpose: Find it.\n"
    (tmp_path / OWN).write_text(text)
    run("upgrade")
    record = json.loads((tmp_path / change_record.FILE).read_text())
    known = record["changes"][NAME]["title"]
    assert known["was"] == "Late order"
    known["was"] = "An order is late"  # as if it had been so when we changed it
    (tmp_path / change_record.FILE).write_text(json.dumps(record))
    warned = [one for one in project.read(project.find(tmp_path)).problems if one.place.path == OWN]
    assert [(one.rule.id, one.place.line) for one in warned] == [("changed-below", 6)]
    asked = run("upgrade", fails=True).output
    assert "Nobody was there to ask." in asked
    for words in (
        "was     An order is late",
        "theirs  Late order",
        "ours    Somebody shouts",
    ):
        assert words in asked
    assert (tmp_path / OWN).read_text() == text
    run("upgrade", "--answer", "ours")
    assert "0 decided" in run("upgrade").output
    assert (tmp_path / OWN).read_text() == text
    (tmp_path / change_record.FILE).write_text(json.dumps(record))
    run("upgrade", "--answer", "theirs")
    assert (tmp_path / OWN).read_text() == text.replace(
        "# Mine.\ntitle: Somebody shouts  # so\n", ""
    )
    assert "0 decided" in run("upgrade").output


def start_question(tmp_path: Path) -> bytes:
    """A change below which the record says that something else was; its file as it is."""
    run_command("adopt", NAME)
    with (tmp_path / OWN).open("a") as file:
        file.write("title: Ours\n")
    run_command("upgrade")
    record = (tmp_path / change_record.FILE).read_text()
    (tmp_path / change_record.FILE).write_text(record.replace("Late order", "Too late"))
    return (tmp_path / OWN).read_bytes()


def test_what_is_written_while_a_question_stands_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("adopt", NAME)
    start = (tmp_path / OWN).read_text() + "search:\n"
    ours, mine = "  - change: late-1\n    text: ours\n", "  - change: late-2\n    text: mine\n"
    (tmp_path / OWN).write_text(start + ours + mine)
    run("upgrade")
    record = (tmp_path / change_record.FILE).read_text()
    (tmp_path / change_record.FILE).write_text(record.replace('"late 1"', '"late"'))

    def answer() -> str:
        (tmp_path / OWN).write_text(start + mine + ours)
        return "theirs"

    monkeypatch.setattr(upgrade, "_ask", answer)
    assert "1 decided" in run("upgrade").output
    assert (tmp_path / OWN).read_text() == start + mine


@pytest.mark.parametrize("written", [b"", b"only_changes: yes\nreviewed: 2026-11-02\n"])
def test_a_change_that_is_gone_when_the_answer_comes_is_left_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    start_question(tmp_path)

    def answer() -> str:
        (tmp_path / OWN).write_bytes(written)
        return "theirs"

    monkeypatch.setattr(upgrade, "_ask", answer)
    run("upgrade")
    assert (tmp_path / OWN).read_bytes() == written


def test_what_is_known_of_a_file_that_cannot_be_read_stays(run: Run, tmp_path: Path) -> None:
    before = start_question(tmp_path)
    record = (tmp_path / change_record.FILE).read_bytes()
    (tmp_path / OWN).write_bytes(before.decode().encode("utf-16"))
    assert f"{OWN} cannot be read" in run("upgrade", fails=True).output
    assert (tmp_path / change_record.FILE).read_bytes() == record


def test_a_broken_record_is_a_warning_and_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / change_record.FILE).write_text("<<<<<<< ours\n")
    assert "cannot be read any more" in run("upgrade", fails=True).output
    assert (tmp_path / change_record.FILE).read_text() == "<<<<<<< ours\n"
    (told,) = [
        one for one in project.read(project.find(tmp_path)).problems if "lock" in one.place.path
    ]
    assert (told.rule.id, told.severity, told.place.line) == ("broken-record", "warning", 1)
