"""Papers that are kept for the next run."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters.paper_store import PaperStore


def test_what_a_stopped_run_left_is_deleted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each paper alone would look through all that are there, which are thousands."""
    for name in (".a.pdf.4194999.new", f".a.pdf.{os.getppid()}.new", "b.pdf"):
        (tmp_path / name).write_bytes(b"x")
    store = PaperStore(tmp_path)
    looked: list[str] = []
    real = os.scandir

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        looked.append(path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    for number in range(20):
        assert store.put(f"c{number}", b"pdf") == tmp_path / f"c{number}.pdf"
    assert not looked
    names = {one.name for one in tmp_path.iterdir()}
    assert ".a.pdf.4194999.new" not in names
    assert {f".a.pdf.{os.getppid()}.new", "b.pdf"} < names


def test_a_paper_that_cannot_be_kept_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file where the folder should be")
    assert PaperStore(tmp_path / "papers").put("a", b"pdf") == b"pdf"
    assert PaperStore(None).put("a", b"pdf") == b"pdf"
    assert PaperStore(tmp_path / "new/papers").put("a", b"pdf") == tmp_path / "new/papers/a.pdf"


def test_a_paper_that_is_empty_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "b.pdf").write_bytes(b"pdf")
    store = PaperStore(tmp_path)
    assert (store.take("a"), store.take("b")) == (None, tmp_path / "b.pdf")


def test_a_paper_that_is_used_is_not_forgotten(tmp_path: Path) -> None:
    kept = tmp_path / "a.pdf"
    kept.write_bytes(b"pdf")
    old = time.time() - 40 * 86_400
    os.utime(kept, (old, old))
    store = PaperStore(tmp_path)
    assert store.take("a") == kept
    store.finish({})
    assert kept.exists()
