"""What is there after a run that was stopped, that shares a folder with another, or has no room."""

import errno
import json
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.adapters import edition_folder, folder, joint_change, turn, whole_file
from generator.cli.main import main
from generator.problem import GuidebookError
from tests import killed, killed_commands, samples


@pytest.fixture(scope="module")
def run_apart() -> Iterator[Callable[..., list[str]]]:
    """Runs in a process without threads, from which those that are killed are forked."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield lambda run, *given: pool.apply(run, given)


@pytest.mark.parametrize(
    "command",
    [
        *("build", "rename", "edit", "hand-in", "format", "reviewed", "schema"),
        *("hand-in under git", "edit and hand-in"),
    ],
)
def test_a_command_that_is_killed_leaves_nothing_half(
    command: str, run_apart: Callable[..., list[str]]
) -> None:
    assert run_apart(killed.kill, command, 4) == []


def test_every_command_that_writes_is_killed() -> None:
    names = main.list_commands(click.Context(main))
    writing = killed_commands.name_commands()
    assert sorted([*writing, *killed_commands.READING]) == sorted(names)


READING = {
    "check": ["check", "--format", "json"],
    "explain": ["explain", "colon"],
    "learn": ["learn", "searches.json"],
    "changes": ["changes", "--since", "HEAD"],
    "show": ["show", "late-order"],
    "mcp": ["mcp"],
}


def test_commands_that_are_not_killed_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert READING.keys() == killed_commands.READING
    killed_commands.make_project(tmp_path, "hand-in under git", lambda *_: None)
    (tmp_path / "searches.json").write_text('{"form": "guidebook-searches-1", "searches": []}')
    monkeypatch.chdir(tmp_path)
    before = killed.read_tree(tmp_path)
    for arguments in READING.values():
        run(*arguments)
    assert killed.read_tree(tmp_path) == before


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder.write(tmp_path / "playbooks", samples.make_folder({"fair/one": samples.make_minimal()}))
    (tmp_path / "playbooks/.guidebook-files.json").unlink()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [guidebook: {papers: false}]\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_a_second_build_waits_and_says_so(project: Path) -> None:
    with turn.take(project / "site", print):
        ended = threading.Event()
        told: list[tuple[int, str]] = []

        def build() -> None:
            told.append(run("build"))
            ended.set()

        threading.Thread(target=build, daemon=True).start()
        assert not ended.wait(2)
        assert not (project / "site").exists()
    assert ended.wait(120)
    ((status, output),) = told
    assert status == 0
    assert "Another run is writing" in output
    assert "The guidebook is ready" in output
    assert not [one for one in project.iterdir() if one.name.startswith(".site")]


def test_who_waits_too_long_says_so(tmp_path: Path) -> None:
    told: list[str] = []
    with turn.take(tmp_path / "site", told.append):
        with (
            pytest.raises(GuidebookError, match="Another run has been writing"),
            turn.take(tmp_path / "site", told.append, patience=0.3),
        ):
            pass
        with turn.take(tmp_path / "other", told.append, patience=0.3):
            pass
    assert len(told) == 1
    (tmp_path / ".site.lock").write_text("left behind")
    with turn.take(tmp_path / "site", told.append, patience=0.3):
        pass
    assert list(tmp_path.iterdir()) == []


def test_many_take_turns_and_nobody_is_lost(tmp_path: Path) -> None:
    count = 0

    def add() -> None:
        nonlocal count
        for _ in range(5):
            with turn.take(tmp_path / "site", lambda _: None, patience=60):
                before = count
                time.sleep(0.001)
                count = before + 1

    threads = [threading.Thread(target=add) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert count == 30


def test_what_a_stopped_run_left_is_deleted(tmp_path: Path) -> None:
    target = tmp_path / "a[1].yml"
    left = tmp_path / ".a[1].yml.4194999.new"
    at_work = tmp_path / f".a[1].yml.{os.getppid()}.new"
    mine = tmp_path / ".a[1].yml.draft.new"
    for path in (left, at_work, mine):
        path.write_text("x")
    whole_file.put(target, b"new")
    assert {one.name for one in tmp_path.iterdir()} == {target.name, at_work.name, mine.name}


def test_nothing_is_left_of_a_turn(tmp_path: Path) -> None:
    with turn.take(tmp_path / "site", print):
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_written_anew_may_be_read_by_the_same_people(tmp_path: Path) -> None:
    for mode in (0o600, 0o664):
        (tmp_path / "a.yml").write_text("old")
        (tmp_path / "a.yml").chmod(mode)
        whole_file.put(tmp_path / "a.yml", b"new")
        assert (tmp_path / "a.yml").stat().st_mode & 0o777 == mode


def test_a_link_gives_way_and_lends_no_rights(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("mine")
    (tmp_path / "other").chmod(0o777)
    (tmp_path / "a.yml").symlink_to(tmp_path / "other")
    whole_file.put(tmp_path / "a.yml", b"new")
    assert (tmp_path / "a.yml").stat().st_mode & 0o111 == 0


def test_nothing_is_written_where_a_link_leads(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt").symlink_to(other)
    folder.write(tmp_path / "out", {"a.txt": b"new"})
    assert other.read_text() == "mine"
    assert (tmp_path / "out/a.txt").read_bytes() == b"new"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/docs").symlink_to(tmp_path / "elsewhere")
    found = folder.find_foreign(tmp_path / "out", {"docs/deep/a.md": b"new"})
    assert found == tmp_path / "out/docs"


@pytest.mark.parametrize("name", ["house.yml", "guidebook.lock", "playbooks/fair/two.yml"])
def test_a_link_is_refused_wherever_it_is(project: Path, name: str) -> None:
    (project / "elsewhere").write_text("{}")
    (project / name).symlink_to(project / "elsewhere")
    status, output = run("check")
    assert status == 1
    assert f"{name}:1:1" in output
    assert "[link]" in output


def test_a_link_is_no_logo_and_no_edition(project: Path) -> None:
    logo = project / "elsewhere.txt"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (project / "logo.svg").symlink_to(logo)
    (project / "house.yml").write_text("logo: logo.svg\n")
    status, output = run("check")
    assert status == 1
    assert "There is no file “logo.svg”" in output
    (project / "editions").mkdir()
    (project / "editions/1.json").symlink_to(logo)
    (problem,) = edition_folder.read(project / "editions", shown="editions").problems
    assert (problem.rule.id, problem.place.path) == ("link", "editions/1.json")


@pytest.mark.parametrize("name", ["index.html", "worker.js"])
def test_a_full_disk_is_told_plainly(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run("build")[0] == 0
    before = killed.read_tree(project / "site")
    about = project / "playbooks/guidebook.yml"
    about.write_text(about.read_text().replace("title: ", "title: New "))
    real = Path.open

    def fill(path: Path, mode: str = "r", *more: object, **options: object) -> object:
        if "w" in mode and path.name == name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, mode, *more, **options)  # type: ignore[call-overload]

    def fill_file(path: str, content: bytes) -> None:
        if path.endswith(name):
            raise OSError(errno.ENOSPC, "No space left on device")
        Path(path).write_bytes(content)

    monkeypatch.setattr(Path, "open", fill)
    monkeypatch.setattr("generator.adapters.site_folder.write_file", fill_file)
    status, output = run("build", "--no-cache")
    assert status == 1
    assert "no room left on the disk" in output
    assert killed.read_tree(project / "site") == before
    assert not [one for one in project.iterdir() if one.name.startswith(".site")]


def test_a_note_of_a_change_is_made_only_inside(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "fair").mkdir(parents=True)
    (tmp_path / "outside.yml").write_text("mine")
    (home / "linked").symlink_to(tmp_path)
    paths = ["../outside.yml", str(tmp_path / "outside.yml"), "linked/outside.yml", "fair/run.sh"]
    note = dict.fromkeys(paths, "bmV3") | {"fair/one.yml": "bmV3", "fair/gone.yml": None}
    (home / "fair/gone.yml").write_text("old")
    (home / joint_change.FILE).write_text(json.dumps(note))
    joint_change.finish(home)
    assert (tmp_path / "outside.yml").read_text() == "mine"
    assert [one.name for one in (home / "fair").iterdir()] == ["one.yml"]
    assert not (home / joint_change.FILE).exists()
    (tmp_path / "note").write_text('{"fair/two.yml": "bmV3"}')
    (home / joint_change.FILE).symlink_to(tmp_path / "note")
    joint_change.finish(home)
    assert not (home / "fair/two.yml").exists()
    (home / joint_change.FILE).unlink()
    for broken in ("", "[]", '{"a.yml": 5}', '{"a.yml": "§"}', "[" * 100_000):
        (home / joint_change.FILE).write_text(broken)
        joint_change.finish(home)
        assert not (home / joint_change.FILE).exists()
