"""The same guidebook gives the same bytes, wherever and whenever; what is unchanged is kept."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters import folder, paper_cache, whole_file
from generator.cli.main import main
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts
from tests import samples
from tests.conftest import ROOT
from tests.projects import make_project, write_settings

GOLDEN = ROOT / "tests" / "golden" / "papers"
FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(
            checklist={"items": ["I listened.", "**All** is said."], "sign_off": "yes"},
            poster="yes",
            stop={"lead": "Step away if", "text": "they threaten.", "go": "other"},
        ),
        "fair/other": samples.make_minimal(title="Other", steps=["One.", "Two.", "Three.", "No."]),
        "hurt/choking": samples.make_emergency(
            poster="yes", first="Look.", sign_off="medical", practice=samples.make_practice()
        ),
    }
) | samples.make_questions(
    {"a": [("No", ["other", "one"]), ("Loud", "one"), ("More", "b")], "b": [("So", "other")]},
    danger=["Loud"],
)
PRINT = """
import hashlib, sys
from generator.adapters import folder, paper_cache, whole_file
from generator.reader import guidebook_reader
from generator.views import papers
from pathlib import Path
reading = guidebook_reader.read(folder.read(Path(sys.argv[1])).files)
jobs = papers.plan(reading.guidebook)
batch = paper_cache.print_papers(jobs, papers.Fonts(), reading.locate)
for path, pdf in batch.files.items():
    print(path, hashlib.sha256(pdf).hexdigest())
"""


def test_same_bytes_elsewhere(tmp_path: Path) -> None:
    printed = []
    for name, zone, language in (("a", "UTC", "C"), ("b/c", "Asia/Tokyo", "de_DE.UTF-8")):
        place = tmp_path / name
        folder.write(place, FILES)
        environment = os.environ | {"TZ": zone, "LANG": language, "LC_ALL": language}
        environment |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(len(name))}
        done = subprocess.run(
            [sys.executable, "-c", PRINT, str(place)],
            cwd=place,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        printed.append(done.stdout)
    assert printed[0] == printed[1]
    assert printed[0].count("\n") == 20


def test_unchanged_papers_are_not_made_again(tmp_path: Path) -> None:
    reading = guidebook_reader.read(FILES)
    assert reading.guidebook
    jobs = list(papers.plan(reading.guidebook))
    first = paper_cache.print_papers(jobs, Fonts(), reading.locate, store=tmp_path)
    again = paper_cache.print_papers(jobs, Fonts(), reading.locate, store=tmp_path)
    assert (first.made, again.made) == (20, 0)
    assert again.files == first.files
    changed = guidebook_reader.read(
        FILES | {"fair/other.yml": FILES["fair/other.yml"] + b"poster: yes\n"}
    )
    assert changed.guidebook
    jobs = list(papers.plan(changed.guidebook))
    assert paper_cache.print_papers(jobs, Fonts(), reading.locate, store=tmp_path).made == 1


def test_a_font_changes_the_key() -> None:
    reading = guidebook_reader.read(FILES)
    assert reading.guidebook
    (job, *_) = papers.plan(reading.guidebook)
    plain, added = Fonts(), Fonts(None, {"x.ttf": b"x"})
    assert papers.Typesetter(plain).key(job) != papers.Typesetter(added).key(job)


@pytest.mark.golden
def test_data_of_each_kind(refresh: bool) -> None:
    reading = guidebook_reader.read(FILES)
    assert reading.guidebook
    jobs = {
        f"{'emergency-' if 'choking' in job.path else ''}{job.kind.value}": job
        for job in papers.plan(reading.guidebook)
    }
    for name, job in jobs.items():
        data = {"data": job.data, "document": job.document, "about": job.about}
        text = json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        golden = GOLDEN / f"{name}.json"
        if refresh:
            whole_file.put(golden, text.encode())
        assert text == golden.read_text("utf-8"), "differs; if that is meant: make refresh"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_project(tmp_path, FILES, papers=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_command(project: Path) -> None:
    result = CliRunner().invoke(main, ["paper", "one", "--out", "to print", "--size", "letter"])
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (project / "to print").iterdir())
    ends = ("card-letter", "checklist-letter", "poster-tabloid", "two-sides-letter")
    assert names == [f"one-{end}.pdf" for end in ends]
    assert "4 papers in to print, 4 of them made new." in result.output
    result = CliRunner().invoke(main, ["paper", "--kind", "booklet"])
    assert "1 paper in papers" in result.output
    assert [path.name for path in (project / "papers").iterdir()] == ["all-checklists-a4.pdf"]
    result = CliRunner().invoke(main, ["paper", "--kind", "tree", "--out", "tree"])
    assert "1 paper in tree" in result.output
    assert [path.name for path in (project / "tree").iterdir()] == ["help-me-now-a3.pdf"]


def test_command_reports_what_is_wrong(project: Path) -> None:
    assert (
        "There is no playbook called “none”" in CliRunner().invoke(main, ["paper", "none"]).output
    )
    path = project / "playbooks" / "fair" / "other.yml"
    path.write_text(path.read_text().replace("I listened", "I listened \U0001f642"), "utf-8")
    result = CliRunner().invoke(main, ["paper"])
    assert result.exit_code == 1
    assert "playbooks/fair/other.yml:" in result.output
    assert "[no-letter]" in result.output
    assert (project / "papers" / "other-card-a4.pdf").is_file()
    assert not (project / "papers" / "other-checklist-a4.pdf").exists()


def test_site_has_papers_and_links(project: Path) -> None:
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    page = (project / "site" / "fair" / "one" / "index.html").read_text("utf-8")
    tree = (project / "site" / "help-me-now" / "tree" / "index.html").read_text("utf-8")
    assert re.findall(r'href="../../papers/([^"]*)"', tree) == [
        "help-me-now-a3.pdf",
        "help-me-now-tabloid.pdf",
    ]
    for name in ("checklist-a4", "checklist-letter", "card-a4", "poster-a3", "poster-tabloid"):
        assert f'href="../../papers/one-{name}.pdf"' in page
        assert (project / "site" / "papers" / f"one-{name}.pdf").read_bytes()[:4] == b"%PDF"
    digests = {path.name: _digest(path) for path in (project / "site" / "papers").iterdir()}
    CliRunner().invoke(main, ["build"])
    assert digests == {path.name: _digest(path) for path in (project / "site/papers").iterdir()}


def test_site_without_papers(project: Path) -> None:
    write_settings(project, papers=False)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    assert not (project / "site" / "papers").exists()
    for page in ("fair/one", "help-me-now", "help-me-now/tree"):
        assert "papers/" not in (project / "site" / page / "index.html").read_text("utf-8")


def test_a_paper_that_cannot_be_made_stops_the_build(project: Path) -> None:
    path = project / "playbooks" / "fair" / "one.yml"
    path.write_text(path.read_text().replace("I listened", "\u4f60\u597d"), "utf-8")
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "Noto Sans SC" in result.output
    assert not (project / "site").exists()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
