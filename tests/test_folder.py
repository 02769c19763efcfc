"""The edge to the disk."""

import os
from pathlib import Path

from generator.adapters import folder
from generator.model.files import MOST, SITUATIONS, find_most
from tests.conftest import ROOT

FONT = (ROOT / "generator/views/fonts/NotoSans-Bold.ttf").read_bytes()


def test_a_file_of_somebody_else_is_found_before_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    files = {"mkdocs.yml": b"ours", "x.md": b"1"}
    assert folder.find_foreign(tmp_path, files) == tmp_path / "mkdocs.yml"
    (tmp_path / "mkdocs.yml").unlink()
    folder.write(tmp_path, files)
    assert folder.find_foreign(tmp_path, files | {"x.md": b"2"}) is None


def test_a_broken_list_of_files_is_no_end(tmp_path: Path) -> None:
    folder.write(tmp_path, {"x.md": b"1"})
    (tmp_path / ".guidebook-files.json").write_text("[")
    assert folder.write(tmp_path, {"x.md": b"1"}) == 0


def test_reads_only_yaml_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yml").write_bytes(b"title: x")
    (tmp_path / "a" / "y.yaml").write_bytes(b"")
    (tmp_path / "a" / "z.yml.txt").write_bytes(b"")
    (tmp_path / "a" / "notes.docx").write_bytes(b"")
    (tmp_path / ".DS_Store").write_bytes(b"")
    (tmp_path / "a" / "x.yml~").write_bytes(b"")
    (tmp_path / "a" / "link.yml").symlink_to("/etc/passwd")
    (tmp_path / "out").symlink_to("/etc")
    found = folder.read(tmp_path, root="p")
    assert found.files == {"a/x.yml": b"title: x", "a/y.yml": b"", "a/z.yml": b""}
    assert {(one.place.path, one.rule.id, one.severity.value) for one in found.problems} == {
        ("p/a/y.yaml", "file-ending", "error"),
        ("p/a/z.yml.txt", "file-ending", "error"),
        ("p/a/notes.docx", "stray-file", "warning"),
        ("p/a/link.yml", "link", "error"),
        ("p/out", "link", "error"),
    }


def test_what_is_no_file_is_told_and_nobody_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for name in ("pipe.yml", "fonts/pipe.ttf"):
        os.mkfifo(tmp_path / name)
    files, problems = folder.list_files(tmp_path, root="docs")
    assert not files
    for found in (problems, folder.read(tmp_path, root="docs").problems):
        assert [one.place.path for one in found] == ["docs/fonts/pipe.ttf", "docs/pipe.yml"]
        assert {one.rule.id for one in found} == {"unreadable"}


def test_capitals_in_an_ending_make_no_difference(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "ARIAL.TTF").write_bytes(FONT)
    (tmp_path / "logo.PNG").write_bytes(b"picture")
    (tmp_path / "one.YML").write_bytes(b"title: x")
    found = folder.read(tmp_path, root="p")
    assert found.pictures == {"logo.PNG": b"picture"}
    # An id is a name without “.yml”, so it is told how to be called, and read as if it were.
    assert found.files == {"one.yml": b"title: x"}
    assert [(one.place.path, one.rule.id) for one in found.problems] == [
        ("p/one.YML", "file-ending")
    ]
    assert folder.read_fonts(tmp_path) == {"ARIAL.TTF": FONT}


def test_reads_no_more_of_a_huge_file_than_tells_that_it_is_huge(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"a" * (MOST * 3))
    assert len(folder.read(tmp_path).files["x.yml"]) == MOST + 1


def test_of_a_list_of_what_people_typed_all_is_read(tmp_path: Path) -> None:
    """Cut off in the middle, it would still be YAML, and lack half of its lines."""
    for size in (MOST * 3, find_most(SITUATIONS)):
        (tmp_path / SITUATIONS).write_bytes(b"a" * size)
        assert len(folder.read(tmp_path).files[SITUATIONS]) == size
    (tmp_path / SITUATIONS).write_bytes(b"a" * 2 * find_most(SITUATIONS))
    assert len(folder.read(tmp_path).files[SITUATIONS]) == find_most(SITUATIONS) + 1


def test_writes_only_what_differs_and_removes_only_its_own(tmp_path: Path) -> None:
    assert folder.write(tmp_path, {"a/x.md": b"1", "y.md": b"2"}) == 2
    (tmp_path / "mine.txt").write_text("mine")
    assert folder.write(tmp_path, {"y.md": b"2", "z.md": b"3"}) == 1
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "z.md").read_bytes() == b"3"
