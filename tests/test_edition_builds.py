"""Builds keep their editions, and the command tells what changed between two."""

from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner, Result

from generator.adapters import edition_folder
from generator.cli.main import main
from tests import samples
from tests.projects import make_project

ADDRESS = "https://service.example/guide/"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 21 November 2026
    write(tmp_path, "Listen.", "1.0")
    return tmp_path


def write(place: Path, step: str, version: str) -> None:
    about = samples.make_about(["goods"], version=version, address=ADDRESS)
    make_project(
        place,
        samples.make_folder({"goods/lost": samples.make_minimal(steps=[step])}, about),
    )


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def build() -> dict[str, bytes]:
    result = run("build")
    assert result.exit_code == 0, result.output
    return {
        path.relative_to("site").as_posix(): path.read_bytes()
        for path in Path("site").rglob("*")
        if path.is_file() and "sitemap" not in path.name  # that of MkDocs has the day of the build
    }


def test_builds_keep_editions_and_come_out_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build()
    assert "changes.xml" not in first
    assert [path.name for path in (project / "editions").iterdir()] == ["1.0.json"]
    assert build() == first
    write(project, "Ask what happened.", "1.1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    second = build()
    assert b"Version 1.1, 24 Nov 2026" in second["what-changed/index.html"]
    assert b'type="application/atom+xml"' in second["what-changed/index.html"]
    assert not feedparser.parse(second["changes.xml"]).bozo
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")  # another day, and nothing else
    assert build() == second
    kept = edition_folder.read(project / "editions", shown="editions").editions
    assert [one.name for one in kept.values()] == ["1.0", "1.1"]


def test_a_build_that_fails_keeps_nothing(project: Path) -> None:
    write(project, "Look at ((nothing)).", "1.0")
    assert run("build").exit_code == 1
    assert not (project / "editions").exists()


def test_a_broken_edition_warns_and_the_build_goes_on(project: Path) -> None:
    (project / "editions").mkdir()
    (project / "editions" / "0.9.json").write_text("{")
    result = run("build")
    assert result.exit_code == 0, result.output
    for output in (result.output, run("check").output):
        assert "editions/0.9.json:1:2: warning: This file is no whole JSON" in output
        assert "[broken-edition]" in output


def test_a_folder_of_another_name(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("papers: false", "papers: false, editions: old")
    )
    build()
    assert (project / "old" / "1.0.json").is_file()
    assert "Nothing that anybody" in run("changes").output


def test_the_command_compares_names_files_and_now(project: Path) -> None:
    assert "No edition is recorded" in run("changes").output
    build()
    write(project, "Ask what happened.", "1.1")
    told = run("changes").output
    assert told.startswith("Version 1.1, 21 Nov 2026, compared with Version 1.0, 21 Nov 2026\n")
    assert "Step taken out" in told
    build()
    assert "Nothing that anybody" in run("changes").output
    for names in (("1.0",), ("1.0", "1.1"), ("editions/1.0.json", "1.1.json")):
        assert run("changes", *names).output == told
    assert run("changes", "1.0", "--format", "markdown").output.startswith("## What changed in")
    wrong = run("changes", "1.2")
    assert wrong.exit_code == 2
    assert "Did you mean “1.0”" in wrong.output or "1.1" in wrong.output


def test_the_command_says_what_is_wrong_with_a_file(project: Path) -> None:
    (project / "old.json").write_text("[]")
    result = run("changes", "old.json")
    assert result.exit_code == 2
    assert "old.json: Something of an edition is missing" in result.output
