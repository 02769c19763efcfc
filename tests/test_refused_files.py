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
