"""What a part of the papers depends on: nothing that changes a paper is overlooked."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters import input_digest, paper_cache
from generator.adapters.paper_cache import Batch
from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts, Parts, Size
from generator.views.papers.kinds import BOUND, Volume, bind
from tests import samples
from tests.projects import make_project

PLAYBOOKS: dict[str, dict[str, Any]] = {
    "fair/one": samples.make_minimal(related=["two"], practice=samples.make_practice()),
    "fair/two": samples.make_minimal(title="Two", stop={"text": "Go.", "go": "one"}),
    "hurt/choking": samples.make_emergency(poster="yes"),
}
# One edit: the name of a file, what is changed in it, and the value that it gets.
EDITS: list[tuple[str, str, Any]] = [
    ("fair/one", "title", "Another title"),
    ("fair/one", "owner", "Managers"),
    ("fair/one", "reviewed", "2026-11-21"),
    ("fair/one", "steps", ["See ((two)).", "Give up to ((spend-limit))."]),
    ("fair/one", "search", ["only for the search"]),
    ("fair/one", "related", []),
    ("fair/two", "title", "Three"),
    ("fair/two", "poster", "yes"),
    ("fair/two", "sign_off", "legal"),
    ("fair/two", "practice", samples.make_practice(roleplay=True)),
    ("hurt/choking", "first", "Look."),
    ("hurt/choking", "checklist", ["They breathe."]),
    ("about", "title", "Another guidebook"),
    ("about", "version", "2"),
    ("about", "address", "https://other.example/"),
    ("about", "accent", "#0f5e5c"),
    ("about", "review_every", "6"),
    ("about", "owners", ["Training", "Managers", "Others"]),
    ("about", "value", "ten"),
    ("about", "chapter", "Fair play"),
    ("questions", "a", "What now?"),
]


def make(edits: list[tuple[str, str, Any]]) -> Guidebook:
    playbooks = {name: {**one} for name, one in PLAYBOOKS.items()}
    about = samples.make_about(["fair", "hurt"], owners=["Training", "Managers"])
    about["house_values"] = {"spend-limit": {"name": "spend limit", "ask": "How much?"}}
    ask = "What is it?"
    for name, key, value in edits:
        if name == "questions":
            ask = value
        elif key == "value":
            about["house_values"]["spend-limit"]["value"] = value
        elif key == "chapter":
            about["chapters"][0]["title"] = value
        else:
            (about if name == "about" else playbooks[name])[key] = value
    questions = samples.make_questions({"a": [("No", "one"), ("Yes", "two")]}, ask=ask)
    guidebook = guidebook_reader.read(samples.make_folder(playbooks, about) | questions).guidebook
    assert guidebook
    return guidebook


def show(guidebook: Guidebook) -> dict[str, list[str]]:
    """All that the papers of each part say, by the part's digest."""
    return {
        part.digest: [f"{job.path} {job.reviewed} {job.inputs(())}" for job in part.plan([*Size])]
        for part in Parts(guidebook)
        if part.digest
    }


PLAIN = show(make([]))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit[0]}-{edit[1]}")
def test_each_edit_that_changes_papers_changes_the_digest_of_their_part(
    edit: tuple[str, str, Any],
) -> None:
    """Everything else than the edited playbook keeps its digest, if its papers stay the same."""
    changed = show(make([edit]))
    assert PLAIN.keys() != changed.keys()
    for digest in PLAIN.keys() & changed.keys():
        assert PLAIN[digest] == changed[digest]


@settings(max_examples=40)
@given(first=st.lists(st.sampled_from(EDITS), max_size=5), more=st.sampled_from(EDITS))
def test_one_digest_never_stands_for_two_papers(
    first: list[tuple[str, str, Any]], more: tuple[str, str, Any]
) -> None:
    before, after = show(make(first)), show(make([*first, more]))
    for digest in before.keys() & after.keys():
        assert before[digest] == after[digest]


def test_a_word_in_one_playbook_leaves_the_others_alone() -> None:
    changed = show(make([("fair/one", "purpose", "Another purpose.")]))
    assert len(PLAIN.keys() & changed.keys()) == 2


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are planned."""
    planned: list[str] = []
    plan = papers.Part.plan

    def count(self: papers.Part) -> Any:
        jobs = plan(self)
        planned.extend(job.path for job in jobs)
        return jobs

    monkeypatch.setattr(papers.Part, "plan", count)
    return planned


def print_in(place: Path, guidebook: Guidebook) -> Batch:
    locate = guidebook_reader.read({}).locate
    return paper_cache.print_parts(Parts(guidebook), Fonts(), locate, store=place)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Batch]:
    place = tmp_path_factory.mktemp("printed")
    return place, print_in(place, make([]))


@pytest.fixture
def first(printed: tuple[Path, Batch], tmp_path: Path) -> Batch:
    """What was printed into the folder of the test before."""
    place, batch = printed
    shutil.copytree(place, tmp_path, dirs_exist_ok=True)
    return batch


def test_what_is_unchanged_is_not_planned_again(tmp_path: Path, counted: list[str]) -> None:
    plain, edited = make([]), make([("fair/one", "purpose", "Another purpose.")])
    first = print_in(tmp_path, plain)
    assert set(counted) == set(first.files)
    counted.clear()
    again = print_in(tmp_path, plain)
    assert (counted, again.made) == ([], 0)
    assert list(again.files.items()) == list(first.files.items())
    after = print_in(tmp_path, edited)
    assert 0 < after.made < len(first.files)
    assert not [path for path in counted if "papers/two-" in path or "choking-" in path]
    assert after.files == print_in(tmp_path / "clean", edited).files
    assert list(after.files) == list(first.files)


def test_a_paper_that_is_gone_is_made_again(tmp_path: Path, first: Batch) -> None:
    next(tmp_path.glob("*.pdf")).unlink()
    again = print_in(tmp_path, make([]))
    assert again.made == 1
    assert again.files == first.files


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": [[1]]}', '{"a": "b"}', "\ud800"])
def test_broken_plans_count_for_nothing(tmp_path: Path, first: Batch, text: str) -> None:
    (tmp_path / "plans.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert print_in(tmp_path, make([])).files == first.files


@pytest.mark.usefixtures("first")
def test_another_version_plans_anew(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert print_in(tmp_path, make([])).made == 0
    assert not counted
    monkeypatch.setattr(input_digest, "find_program", lambda: "another")
    assert print_in(tmp_path, make([])).made == 0
    assert counted


@given(count=st.integers(min_value=0, max_value=2_000))
def test_volumes_hold_everything_once(count: int) -> None:
    volumes = bind(range(count))
    assert [one for _, bound in volumes for one in bound] == list(range(count))
    sizes = [len(bound) for _, bound in volumes]
    most = 40 if len(sizes) > 1 else 120
    assert not sizes or (min(sizes) > 0 and max(sizes) <= most and max(sizes) - min(sizes) <= 1)
    assert [one for one, _ in volumes] == (
        [Volume(number, len(volumes)) for number in range(1, len(volumes) + 1)]
        if count > 120
        else [None] * bool(count)
    )


def test_a_large_guidebook_has_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = guidebook_reader.read(samples.make_files(121))
    assert reading.guidebook
    requests = papers.Requests(reading.guidebook)
    jobs = list(papers.plan(reading.guidebook, kinds=BOUND))
    assert [job.path for job in jobs] == [
        f"papers/all-{name}-{number}-of-4-a4.pdf"
        for name in ("checklists", "cards")
        for number in (1, 2, 3, 4)
    ]
    for job in jobs:
        assert papers.plan_one(reading.guidebook, requests.by_path[job.path]) == job
    assert jobs[1].document["name"] == "A sample: all checklists, 2 of 4"


def test_a_company_has_papers_made_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = samples.make_about(["fair", "hurt"], papers="on request")
    questions = samples.make_questions({"a": [("No", "one"), ("Yes", "two")]})
    make_project(tmp_path, samples.make_folder(PLAYBOOKS, about) | questions, papers=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "site" / "papers").exists()
    page = (tmp_path / "site/fair/one/index.html").read_text("utf-8")
    assert 'href="../../papers/' not in page
    assert "checklist, pocket cards, all of it, on two sides" in page
    assert "<code>guidebook paper one</code>" in page
    tree = (tmp_path / "site/help-me-now/tree/index.html").read_text("utf-8")
    assert "<code>guidebook paper --kind tree</code>" in tree
    result = CliRunner().invoke(main, ["paper", "one"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "papers/one-checklist-a4.pdf").is_file()


def test_papers_on_request_still_need_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = samples.make_about(["fair", "hurt"], papers="on request")
    strange = {**PLAYBOOKS, "fair/two": samples.make_minimal(title="\u4f60")}
    make_project(tmp_path, samples.make_folder(strange, about), papers=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "Noto Sans SC" in result.output
