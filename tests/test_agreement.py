"""`check` and `build` agree on what stops publishing."""

from pathlib import Path

import pytest

from tests import samples
from tests.commands import run
from tests.projects import make_project

FAULTS = {
    "nothing": ("playbooks/fair/one.yml", b"", b"", ""),
    "a query": ("playbooks/queries.yml", b"", b"queries:\n  one: [zzz]\n", "not-found"),
    "a letter": ("playbooks/fair/one.yml", b"title: One", "title: One 🚪".encode(), "no-letter"),
    "a Tab": ("mkdocs.yml", b"plugins:", b"x:\n\ty: 1\nplugins:", "tab"),
    "an option": ("mkdocs.yml", b"[guidebook]", b"[{guidebook: {papier: on}}]", "unknown-option"),
    "a name": ("playbooks/fair/one.yml", b"title:", b"titel:", "unknown-name"),
    "an ending": ("playbooks/fair/new.yaml", b"", b"title: New\n", "file-ending"),
}


def end(*arguments: str) -> tuple[int, str]:
    result = run(*arguments)
    return result.exit_code, result.output


@pytest.mark.parametrize("fault", FAULTS)
def test_check_and_build_agree(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal(title="One")})
    make_project(tmp_path, files, papers=True)
    monkeypatch.chdir(tmp_path)
    name, old, new, rule = FAULTS[fault]
    path = tmp_path / name
    text = path.read_bytes() if path.exists() else b""
    assert old in text
    path.write_bytes(text.replace(old, new, 1) if old else new or text)
    checked, report = end("check", "--papers")
    built, said = end("build")
    assert (checked, built) == ((1, 1) if rule else (0, 0)), report + said
    assert f"[{rule}]" in report or not rule
    assert f"[{rule}]" in said or not rule


def test_query_problems_wait_until_all_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path, samples.make_folder({"fair/one": samples.make_minimal(title="One")}))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "playbooks/queries.yml").write_text("queries:\n  one: [zzz]\n", "utf-8")
    assert "not-found" in end("check")[1]
    (tmp_path / "playbooks/words.yml").write_text("same:\n  - late parcel\n", "utf-8")
    output = end("check")[1]
    assert "not-found" not in output
    assert "- [late parcel]" in output
