"""A check of one playbook says at once what the last build knows, and never anything else."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters import folder, input_digest, kept_check, whole_check
from generator.checks.paper_rules import TOO_FULL
from generator.cli import check_command
from generator.cli.main import main
from tests import samples
from tests.projects import make_project

LONG = "Do it slowly and well, and look at them while you do it. " * 30
FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(title="One", related=["two"], search=["gearbox"]),
        "fair/two": samples.make_minimal(title="Two", steps=[LONG] * 3, related=["one"]),
        "fair/three": samples.make_minimal(title="Three"),
    },
    samples.make_about(["fair"]),
)
ONE = "playbooks/fair/one.yml"
NAMES = [f"playbooks/{name}" for name in FILES if "/" in name]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, and what was there then beside it: what is known is of its place."""
    project = tmp_path_factory.mktemp("known") / "project"
    make_project(project, FILES, papers=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert f"[{TOO_FULL.id}]" in build()  # which a check of one playbook does not say
    shutil.copytree(project, project.with_name("as-built"))
    return project


@pytest.fixture
def place(built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.rmtree(built)
    shutil.copytree(built.with_name("as-built"), built)
    monkeypatch.chdir(built)
    yield built
    input_digest.find_version.cache_clear()


def build(*options: str) -> str:
    result = CliRunner().invoke(main, ["build", *options])
    assert result.exit_code == 0, result.output
    return result.output


def say(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked at."""
    paths: list[str] = []
    run_for = whole_check.run_for

    def look(found: object, path: Path, **options: bool) -> object:
        paths.append(path.name)
        return run_for(found, path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(whole_check, "run_for", look)
    return paths


@pytest.mark.parametrize("colour", [False, True])
def test_it_says_what_a_check_finds(
    place: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    monkeypatch.setattr(check_command, "wants_colour", lambda _: colour)
    before = folder.read_tree(place)
    said = [say(name) for name in NAMES]
    assert not looked
    assert said == [say(name, "--no-cache") for name in NAMES]
    assert len(looked) == len(NAMES)
    assert len(set(said)) == len(NAMES)
    assert folder.read_tree(place) == before


@pytest.mark.parametrize(
    "path", [ONE, "playbooks/fair/two.yml", "playbooks/fair/new.yml", "house.yml", "docs/a.md"]
)
def test_whatever_changes_has_it_looked_at(place: Path, looked: list[str], path: str) -> None:
    known = say(ONE)
    file = place / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((before or b"") + b"\n# changed\n")
    CliRunner().invoke(main, ["check", ONE])
    assert looked == ["one.yml"]
    if before is None:
        file.unlink()
    else:
        file.write_bytes(before)
    assert say(ONE) == known
    assert looked == ["one.yml"]


@pytest.mark.parametrize(
    "options", [["--notes"], ["--strict"], ["--format", "json"], ["--house", "house.yml"]]
)
def test_other_wishes_have_it_looked_at(place: Path, looked: list[str], options: list[str]) -> None:
    (place / "house.yml").write_text("values: {}\n")
    build()
    CliRunner().invoke(main, ["check", ONE, *options])
    assert looked


def test_from_another_folder_it_is_looked_at(
    place: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place / "playbooks")
    assert "fair/one.yml:" in say("fair/one.yml")
    assert looked


def test_on_another_day_it_is_looked_at(
    place: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    input_digest.find_version.cache_clear()
    say(ONE)
    assert looked


@pytest.mark.parametrize(
    ("more", "settings"),
    [
        ({"fair/guidebook.yml": FILES["fair/three.yml"]}, "mkdocs.yml"),
        ({}, "other.yml"),
        ({}, "site_url: https://guide.example/\n"),
    ],
    ids=["a folder that is taken for a project", "other settings", "an address"],
)
def test_where_a_check_would_read_otherwise_nothing_is_known(
    tmp_path: Path,
    looked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    more: dict[str, bytes],
    settings: str,
) -> None:
    make_project(tmp_path, {**FILES, **more})
    monkeypatch.chdir(tmp_path)
    text = (tmp_path / "mkdocs.yml").read_text()
    name = settings if settings.endswith(".yml") else "mkdocs.yml"
    (tmp_path / name).write_text(text if name == settings else text + settings)
    build("-f", name)
    CliRunner().invoke(main, ["check", "playbooks/fair/three.yml"])
    assert looked


def test_of_a_file_elsewhere_nothing_is_known(place: Path) -> None:
    other = place.with_name("as-built") / ONE
    assert kept_check.recall(Path(ONE), colour=False)
    assert kept_check.recall(Path(f"../as-built/{ONE}"), colour=False) is None
    assert kept_check.recall(other, colour=False) is None
