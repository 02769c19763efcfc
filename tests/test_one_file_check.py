"""A check of one playbook finds in it what a check of the whole finds there."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters import project, whole_check
from generator.cli.main import main
from generator.views.finder.expected_results import Questions
from tests import samples
from tests.projects import make_project

FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(title="One", search=["unheard of word", "listen"]),
        "fair/two": samples.make_minimal(
            title="Two", purpose="It is ((nowhere)). ☃ \U0001fae8", related=["nobody", "one"]
        ),
        "fair/three": samples.make_minimal(title="One", search=["unheard of word"]),
        "fair/four": samples.make_minimal(title="Four", search=["gearbox", "clutch"]),
        "fair/five": {"title": "Five", "kind": "scenario"},
    },
    samples.make_about(["fair"]),
)
SOUND = {
    name: one
    for name, one in FILES.items()
    if name.rpartition("/")[2] not in ("two.yml", "five.yml")
}


@pytest.mark.parametrize("files", [FILES, SOUND], ids=["errors", "sound"])
def test_it_finds_what_the_whole_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]
) -> None:
    make_project(tmp_path, files, docs={"fair/four.md": b"# In its place\n"}, papers=True)
    monkeypatch.chdir(tmp_path)
    whole = whole_check.run(project.find(Path()))
    found = 0
    for name in files:
        if "/" in name:
            path = Path("playbooks", name)
            part = whole_check.run_for(project.find(Path()), path)
            wanted = [one for one in whole.problems if one.place.path == path.as_posix()]
            assert part
            assert [one for one in part.problems if one.place.path == path.as_posix()] == wanted
            told = CliRunner().invoke(main, ["check", str(path), "--format", "json"])
            assert len(json.loads(told.output)) == len(wanted)
            found += len(wanted)
    assert found > 20
    if files is SOUND:
        own = {one.rule.id for one in whole.problems if "fair/" in one.place.path}
        assert {"unbacked-search", "no-practice", "address-taken"} <= own, own


def test_it_asks_no_query(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Questions, "ask", None)
    result = CliRunner().invoke(main, ["check", "playbooks/fair/one.yml"])
    assert "unheard of word" in result.output
    assert "one.yml" in result.output
    assert "two.yml" not in result.output


def test_other_files_have_the_whole_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    found = project.find(Path())
    for name in ("playbooks/guidebook.yml", "mkdocs.yml", "playbooks/countries/uk.yml"):
        assert whole_check.run_for(found, Path(name)) is None
    assert "guidebook.yml" in CliRunner().invoke(main, ["check", "playbooks/guidebook.yml"]).output
