"""A build with nothing to do does nothing, and otherwise gives what a clean build gives."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters import folder, input_digest, mkdocs_build
from generator.adapters.input_digest import Inputs
from generator.adapters.kept_build import KeptBuild
from generator.cli.main import main
from generator.reader import known_file
from tests import samples
from tests.projects import make_project, write_settings

NOTHING = "a build was begun"


def build(place: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "-f", str(place / "mkdocs.yml"), *options])


def make(place: Path) -> Path:
    playbooks = {
        "fair/one": samples.make_minimal(title="One", related=["two"]),
        "fair/two": samples.make_minimal(title="Two"),
    }
    files = samples.make_folder(playbooks, samples.make_about(["fair"]))
    docs = {"about.md": b"# About\n\n[One](fair/one.md)\n", "data.txt": b"1"}
    make_project(place, files, docs=docs, theme="")
    return place


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project that is built, in which another build says so."""
    assert build(make(tmp_path)).exit_code == 0

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError(NOTHING)

    monkeypatch.setattr(mkdocs_build, "build", refuse)
    yield tmp_path
    input_digest.find_version.cache_clear()


def begins(place: Path, *options: str) -> bool:
    """Whether a build does anything."""
    result = build(place, *options)
    return bool(result.exception and NOTHING in str(result.exception))


def change(path: Path, content: bytes = b"changed") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_nothing_is_done_twice(built: Path) -> None:
    first = build(built)
    assert first.exit_code == 0
    assert "The guidebook is ready" in first.output
    assert "“steps” has 1 entry" in first.output  # what the check had to say is said again
    assert begins(built, "--no-cache")


def test_a_check_takes_what_a_build_has_read(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew: list[str] = []
    read = known_file._read_anew

    def take_down(path: str, content: bytes) -> known_file.Parsed:
        anew.append(Path(path).name)
        return read(path, content)

    monkeypatch.setattr(known_file, "_read_anew", take_down)
    before = folder.read_tree(built)
    path = built / "playbooks/fair/one.yml"
    for arguments in ([str(built)], [str(path)]):
        outputs = []
        for options in ([], ["--no-cache"]):
            anew.clear()
            result = CliRunner().invoke(main, ["check", *arguments, *options])
            assert result.exit_code == 0, result.output
            outputs.append(result.output)
            assert ("two.yml" in anew) == bool(options)
        assert outputs[0] == outputs[1]
    assert folder.read_tree(built) == before


INPUTS = [
    *("playbooks/fair/one.yml", "playbooks/fair/three.yml", "playbooks/icon.svg"),
    *("playbooks/.guidebook-change.json", "docs/data.txt", "docs/more.md", "mkdocs.yml"),
    *("house.yml", "house.yaml", "logo.svg", "guidebook.lock", "editions/other.json"),
]


def test_a_change_of_what_is_read_counts(built: Path) -> None:
    for path in INPUTS:
        before = (built / path).read_bytes() if (built / path).exists() else None
        change(built / path, (before or b"") + b"\n# changed")
        assert begins(built), path
        if before is None:
            (built / path).unlink()
        else:
            change(built / path, before)
        assert not begins(built), path
    (built / "docs/about.md").unlink()
    assert begins(built)


@pytest.mark.parametrize("path", ["site/fair/one/index.html", "site/more.html"])
def test_a_site_that_is_touched_counts(built: Path, path: str) -> None:
    change(built / path)
    assert begins(built)


def test_a_site_that_lacks_a_file_counts(built: Path) -> None:
    (built / "site/404.html").unlink()
    assert begins(built)


def test_another_program_or_day_builds_anew(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    input_digest.find_version.cache_clear()
    assert begins(built)


def test_the_version_is_that_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code.py"
    monkeypatch.setattr(input_digest, "PACKAGE", tmp_path)
    versions = []
    for text in ("a = 1", "a = 10"):
        code.write_text(text)
        input_digest.find_program.cache_clear()
        versions.append(input_digest.find_program())
    input_digest.find_program.cache_clear()
    assert versions[0] != versions[1]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_broken_counts_for_nothing(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        kept = _keep_something(Path(place))
        content = kept.place.read_bytes()
        assert kept.recall()
        end = data.draw(st.integers(0, len(content) - 1))
        broken = data.draw(
            st.sampled_from([content[:end], content[:end] + b"\0" + content[end + 1 :], b"{}", b""])
        )
        kept.place.write_bytes(broken)
        assert broken == content or kept.recall() is None


def _keep_something(place: Path) -> KeptBuild:
    kept = KeptBuild(place / "mkdocs.yml")
    (place / "site").mkdir()
    (place / "site/a.html").write_text("a")
    kept.start(Inputs((str(place / "playbooks"),)), Inputs())
    kept.keep(place / "site", "What “it” said\n")
    return kept


def test_what_changes_during_a_build_is_not_missed(tmp_path: Path) -> None:
    change(tmp_path / "playbooks/a.yml", b"1")
    (tmp_path / "site").mkdir()
    kept = KeptBuild(tmp_path / "mkdocs.yml")
    kept.start(Inputs((str(tmp_path / "playbooks"),)), Inputs())
    change(tmp_path / "playbooks/a.yml", b"2")
    kept.keep(tmp_path / "site", "")
    assert kept.recall() is None


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [hook.py]\n",
        "copyright: !ENV NAME\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "INHERIT: other.yml\n",
    ],
)
def test_settings_that_look_elsewhere_are_always_built(tmp_path: Path, more: str) -> None:
    make(tmp_path)
    change(tmp_path / "hook.py", b"")
    change(tmp_path / "other.yml", b"{}")
    write_settings(tmp_path, theme="", more=more)
    result = build(tmp_path)
    assert result.exit_code == 0, result.output
    assert not list(tmp_path.glob(".cache/build/*.json"))


HOUSES = ["values:\n  spend-limit: 20 dollars\n", "values:\n  spend-limit: 30 dollars\n"]
WORDS = ["Listen to them.", "Ask what helps."]
EDITS = st.sampled_from(
    [
        *(("playbooks/fair/one.yml", text) for text in WORDS),
        *(("playbooks/fair/two.yml", text) for text in WORDS),
        *(("playbooks/fair/two.yml", f"title: {text}") for text in ("Two", "Third")),
        *(("playbooks/fair/two.yml", f"icon: {text}") for text in ("heart", "flame")),
        *(("playbooks/guidebook.yml", f"purpose: {text}") for text in WORDS),
        *(("docs/about.md", text) for text in WORDS),
        *(("house.yml", text) for text in HOUSES),
        ("house.yml", ""),
        ("site/index.html", "touched"),
        ("", ""),
    ]
)


@given(edits=st.lists(EDITS, min_size=2, max_size=4))
@settings(max_examples=8, deadline=None)
def test_any_edits_give_what_a_clean_build_gives(edits: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as top:
        place, clean = Path(top, "here", "guide"), Path(top, "there", "guide")
        place.mkdir(parents=True)
        make(place)
        assert build(place).exit_code == 0
        for path, text in edits:
            _edit(place / path, text)
            shutil.rmtree(clean, ignore_errors=True)
            shutil.copytree(place, clean, ignore=shutil.ignore_patterns(".cache", "site"))
            results = build(place), build(clean, "--no-cache")
            assert [one.exit_code for one in results] == [0, 0], results[0].output
            for name in ("site", "editions"):
                assert folder.read_tree(place / name) == folder.read_tree(clean / name)


def _edit(path: Path, text: str) -> None:
    if path.name == "house.yml" and not text:
        path.unlink(missing_ok=True)
    elif path.suffix == ".yml" and path.name != "house.yml":
        line = text if ": " in text else f"purpose: {text}"
        name = line.partition(":")[0]
        lines = path.read_text().splitlines()
        left = [one for one in lines if not one.startswith(f"{name}:")]
        path.write_text("\n".join([line, *left, ""]))
    elif text:
        path.write_text(text)
