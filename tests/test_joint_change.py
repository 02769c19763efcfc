"""Files that change together."""

from pathlib import Path

import pytest

from generator.adapters import joint_change, whole_file


def test_files_are_written_emptied_and_taken_away_together(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml", "c.yml"):
        (tmp_path / name).write_bytes(b"title: Before\n")
    changes = {"a.yml": b"title: Now\n", "b.yml": b"", "c.yml": None, "d/e.yml": b"new: yes\n"}
    joint_change.make(tmp_path, {tmp_path / name: one for name, one in changes.items()})
    found = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert found == {name: one for name, one in changes.items() if one is not None}


def test_if_one_cannot_be_changed_all_are_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.yml", "b.yml", "c.yml"):
        (tmp_path / name).write_bytes(b"title: Before\n")
    real = whole_file.put

    def fail(path: Path, content: bytes) -> None:
        if path.name == "c.yml":
            raise PermissionError(13, "Permission denied", str(path))
        real(path, content)

    monkeypatch.setattr(whole_file, "put", fail)
    changes = {"new.yml": b"x: y\n", "a.yml": b"title: Now\n", "b.yml": None, "c.yml": b"x: y\n"}
    with pytest.raises(PermissionError):
        joint_change.make(tmp_path, {tmp_path / name: one for name, one in changes.items()})
    joint_change.finish(tmp_path)
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == dict.fromkeys(("a.yml", "b.yml", "c.yml"), b"title: Before\n")


def test_a_run_that_was_stopped_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yml").write_bytes(b"title: Before\n")
    (tmp_path / "b.yml").write_bytes(b"title: Before\n")
    with monkeypatch.context() as stopped:
        stopped.setattr(joint_change, "finish", lambda _: None)
        joint_change.make(tmp_path, {tmp_path / "a.yml": b"", tmp_path / "b.yml": None})
    joint_change.finish(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["a.yml"]
    assert (tmp_path / "a.yml").read_bytes() == b""
