"""A disk that refuses a file: the file is named that somebody knows, with what can be done."""

import errno
import os
from pathlib import Path

import pytest

from generator.adapters import whole_file
from tests import samples
from tests.commands import run
from tests.projects import make_project

TEXT = b"title: Late order\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project that is the working folder, with a file that is not in order."""
    make_project(tmp_path, samples.make_folder({"fair/one": samples.make_minimal()}))
    file = tmp_path / "playbooks" / "fair" / "one.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Have the disk refuse every file that is made on the way to another one."""

    def write(path: Path, content: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", write)


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EROFS, "copy the guidebook to another one"),
        (errno.EACCES, "check that you may change it"),
        (errno.ENAMETOOLONG, "a shorter name"),
        (errno.ENOSPC, "There is no room left on the disk"),
    ],
)
def test_what_the_disk_refuses_is_told_with_what_helps(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    refuse(monkeypatch, number)
    result = run("format")
    assert result.exit_code == 1
    assert remedy in result.output
    assert "is now in order" not in result.output
    assert ".new" not in result.output
    if number != errno.ENOSPC:
        assert f"{Path('fair', 'one.yml')} cannot be read or written: " in result.output


def test_a_file_that_cannot_be_written_is_named_as_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, errno.EROFS)
    with pytest.raises(OSError, match="Read-only") as caught:
        whole_file.put(tmp_path / "one.yml", TEXT)
    assert caught.value.filename == str(tmp_path / "one.yml")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_a_name_too_long_is_told_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "x" * 250)
    assert result.exit_code == 1
    assert ".build-" not in result.output
    assert f"/{'x' * 250} cannot be read or written" in result.output
    assert "a shorter name" in result.output


def test_a_site_cannot_take_the_place_of_a_whole_disk(project: Path) -> None:
    result = run("build", "--site-dir", project.anchor)
    assert result.exit_code == 1
    assert f"{project.anchor} cannot be replaced" in result.output


@pytest.mark.parametrize("place", ["docs", "playbooks/fair", "editions"])
def test_pages_for_others_are_not_written_among_what_is_read(project: Path, place: str) -> None:
    before = sorted(project.rglob("*"))
    result = run("write", place)
    assert result.exit_code == 2
    assert "is read for the guidebook itself" in result.output
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "words"),
    [("changes", "no earlier edition"), ("poster", "None of these playbooks has such a paper")],
)
def test_why_nothing_is_printed_is_told(project: Path, kind: str, words: str) -> None:
    result = run("paper", "--kind", kind)
    assert result.exit_code == 1
    assert words in result.output
    assert not (project / "papers").exists()


def test_a_file_in_the_way_of_a_folder_is_told(project: Path) -> None:
    (project / "in-the-way").write_text("")
    result = run("export", "csv", "--out", "in-the-way/phrases.csv")
    assert result.exit_code == 1
    assert "name another one" in result.output
