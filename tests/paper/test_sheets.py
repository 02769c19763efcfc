"""A company whose printers all hold the same sheets gets papers for these alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters import project
from generator.cli.main import main
from generator.model.guidebook_files import Sheets
from generator.views.papers import Requests
from generator.views.papers.kinds import Size, list_sizes
from tests import samples
from tests.projects import make_project, write_settings

PLAYBOOKS = {
    "fair/one": samples.make_minimal(poster="yes", practice=samples.make_practice()),
    "hurt/choking": samples.make_emergency(poster="yes"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    about = samples.make_about(["fair", "hurt"], sheets="letter")
    questions = samples.make_questions({"a": [("No", "one"), ("Yes", "choking")]})
    make_project(tmp_path, samples.make_folder(PLAYBOOKS, about) | questions, papers=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.output


def list_sheets(folder: Path) -> set[str]:
    return {one.stem.rpartition("-")[2] for one in folder.iterdir()}


def test_only_these_are_printed_and_linked(home: Path) -> None:
    run("build")
    assert list_sheets(home / "site/papers") == {"letter", "tabloid"}
    for path in ("fair/one", "hurt/choking", "checklists", "practice", "help-me-now/tree"):
        page = (home / "site" / path / "index.html").read_text("utf-8")
        assert "-letter.pdf" in page or "-tabloid.pdf" in page
        assert "-a4.pdf" not in page
        assert "-a3.pdf" not in page
        assert "data-paper" not in page
        assert 'name="paper"' not in page


def test_the_command_takes_them_unless_told(home: Path) -> None:
    run("paper", "one", "--out", "usual")
    assert list_sheets(home / "usual") == {"letter", "tabloid"}
    run("paper", "one", "--out", "asked", "--size", "a4")
    assert list_sheets(home / "asked") == {"a4", "a3"}


def test_a_company_has_the_last_word(home: Path) -> None:
    (home / "house.yml").write_text("sheets: a4\n")
    write_settings(home, papers=True, house="house.yml")
    run("build")
    assert list_sheets(home / "site/papers") == {"a4", "a3"}


def test_a_paper_on_other_sheets_is_no_request(home: Path) -> None:
    """So a link to it is told in a preview as well as by a build."""
    guidebook = project.read(project.find(home)).guidebook
    assert guidebook
    requests = Requests(guidebook)
    assert "papers/one-checklist-letter.pdf" in requests
    assert "papers/one-poster-tabloid.pdf" in requests
    assert "papers/one-checklist-a4.pdf" not in requests
    assert set(requests.by_path) == {one for one in requests.by_path if one in requests}


def test_both_is_what_nobody_chose() -> None:
    assert list_sizes(Sheets.BOTH) == tuple(Size)
