"""What `guidebook new` says and writes can be done as it is said."""

import re
from pathlib import Path

import pytest

from tests.commands import run


def test_what_a_new_guidebook_says_can_be_done_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = run("new", "our guide", "--ci", "github").output
    assert f"Your guidebook is in {tmp_path / 'our guide'}. Next:" in out
    assert '2. cd "our guide"' in out
    made = tmp_path / "our guide"
    (names,) = re.findall(r"such as \[(.+)\]", (made / "house.yml").read_text("utf-8"))
    for name in names.split(", "):
        assert "is left out" in run("drop", name, "--playbooks", str(made)).output
    assert {"papers/", "pictures/"} <= set((made / ".gitignore").read_text().split())
    workflow = (made / ".github/workflows/guidebook.yml").read_text()
    assert "\n\n" not in workflow
    plain = tmp_path / "plain"
    plain.mkdir()
    assert "2. cd plain\n" in run("new", "plain").output
    monkeypatch.chdir(tmp_path / "plain")
    for path in sorted(plain.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert "2. guidebook build" in run("new", ".").output
