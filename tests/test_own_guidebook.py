"""A guidebook of one's own from start to upgrade, by the commands, in a folder of its own."""

import json
import re
from pathlib import Path

import pytest

from generator.adapters import project, site_files
from generator.reader import change_record, guidebook_reader, record_namings
from tests import samples, small_shipped
from tests.conftest import ROOT
from tests.small_shipped import NAME, OWN, Run, run_command


@pytest.fixture
def shipped(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    return small_shipped.put(tmp_path_factory.mktemp("shipped"), monkeypatch)


@pytest.fixture
def run(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    assert shipped == project.SHIPPED
    return small_shipped.start(tmp_path, monkeypatch)


def test_a_new_guidebook_is_sound_and_bears_its_name(tmp_path: Path) -> None:
    run_command("new", str(tmp_path), "--title", 'Rosie\'s "Diner"', "--ci", "github")
    out = run_command("check", str(tmp_path)).output
    assert "error" not in out
    assert "Nothing stops publishing." in out
    guidebook = project.read(project.find(tmp_path)).guidebook
    assert guidebook
    assert guidebook.about.title == 'Rosie\'s "Diner"'
    assert len(guidebook.playbooks) > 70
    for path in ("README.md", ".gitignore", ".github/workflows/guidebook.yml", "requirements.txt"):
        assert (tmp_path / path).read_text()
    schema = json.loads((tmp_path / ".guidebook/playbook.schema.json").read_text())
    assert schema["else"]["$ref"].removeprefix("#/$defs/") in schema["$defs"]
    assert "${{ github.ref }}" in (tmp_path / ".github/workflows/guidebook.yml").read_text()


def test_a_folder_with_something_in_it_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "not empty" in run("new", ".", fails=True).output
    assert {path: path.read_bytes() for path in before} == before


def list_examples(text: str) -> list[str]:
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    return [one for one in blocks if one.startswith("only_changes")]


def test_what_the_guides_say_about_changes_is_right(tmp_path: Path) -> None:
    """The examples are laid over the guidebook that they speak of."""
    run_command("new", str(tmp_path))
    name = "shouting-customer"
    own = tmp_path / f"playbooks/when-it-gets-hot/{name}.yml"
    guide = (ROOT / "docs" / "own-guidebook.md").read_text("utf-8")
    playbook, about = list_examples(guide)
    (short,) = list_examples((tmp_path / "README.md").read_text("utf-8"))
    (tmp_path / "playbooks/guidebook.yml").write_text(about, "utf-8")
    own.parent.mkdir()
    for example in (playbook, short):
        own.write_text(example, "utf-8")
        reading = project.read(project.find(tmp_path))
        assert not reading.errors, reading.errors
        assert reading.guidebook
        assert reading.guidebook.by_id[name].title == "Somebody shouts"
        steps = [one for _, one in reading.guidebook.by_id[name].texts]
        assert "Press the button under the till." in steps
    assert reading.guidebook.about.chapters[0].title == "At the till"


def test_gitlab_has_a_workflow_of_its_own(run: Run, tmp_path: Path) -> None:
    run("new", "other", "--ci", "gitlab")
    assert "--site-dir public" in (tmp_path / "other/.gitlab-ci.yml").read_text()


def test_what_is_adopted_is_shown_with_where_it_comes_from(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME)
    with (tmp_path / OWN).open("a") as file:
        file.write("title: Somebody shouts\n")
    lines = run("show", NAME, "--where-from").output.splitlines()
    assert lines[0] == f"title: Somebody shouts  [{OWN}:5]"
    assert any(f"[shipped/counter/{NAME}.yml:" in line for line in lines)
    assert "already" in run("adopt", NAME, fails=True).output


def test_all_of_it_may_be_adopted(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME, "--whole")
    run("adopt", "ideas.yml", "--whole")
    for path in (OWN, "playbooks/ideas.yml"):
        assert (tmp_path / path).read_bytes() == (project.SHIPPED / path).read_bytes()
    assert "no file" in run("adopt", "wrds.yml", fails=True).output


@pytest.mark.parametrize("name", ["help-me-now", "help-me-now.yml"])
def test_another_file_is_adopted_and_its_items_are_shown(run: Run, name: str) -> None:
    told = run("adopt", name).output
    assert "playbooks/help-me-now.yml is yours now." in told
    shown = told.rpartition("guidebook ")[2].split()
    assert "Somebody chokes" in run(*shown).output


def test_a_playbook_comes_before_a_file_of_its_name(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "playbooks/counter/help-me-now.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    made = samples.make_minimal(title="Words of thanks", owner="Service training")
    own.write_bytes(samples.dump(made))
    assert "Words of thanks" in run("show", "help-me-now").output
    assert "Somebody chokes" in run("show", "help-me-now.yml").output


def test_what_is_wrong_below_says_how_to_change_it_once(run: Run, tmp_path: Path) -> None:
    """A playbook of our own that no page leads to is told at the list that leads to others."""
    own = tmp_path / "playbooks/counter/new-thing.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    made = samples.make_minimal(title="A new thing", kind="scenario", owner="Service training")
    own.write_bytes(samples.dump(made))
    way = "First:  guidebook adopt help-me-now.yml"
    assert run("check").output.count(way) == 1
    run("adopt", "help-me-now.yml")
    told = run("check").output
    assert way not in told
    assert told.count("Write what differs into your own file:  playbooks/help-me-now.yml") == 1


def test_names_of_records_are_found_beside_what_is_laid_over(run: Run, tmp_path: Path) -> None:
    """An adopted playbook has a quiz, whose right answer is no text."""
    run("adopt", "choking")
    reading = project.read(project.find(tmp_path))
    assert any(one.file.endswith("choking.yml") for one in _list_namings(reading))


def _list_namings(reading: guidebook_reader.Reading) -> list[record_namings.RecordNaming]:
    return [one for own in record_namings.find_all(reading.parsed).values() for one in own]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_quiz_without_a_right_answer_is_told(run: Run, tmp_path: Path, command: str) -> None:
    """Cue cards and slides say which answer is right, and none is."""
    run("adopt", "choking", "--whole")
    path = tmp_path / "playbooks/counter/choking.yml"
    path.write_text(path.read_text().replace("right: 'yes'", "right: 'no'"))
    assert "No answer of the quiz is marked as right. " in run(command, fails=True).output


def test_what_is_dropped_is_gone_from_every_list(run: Run, tmp_path: Path) -> None:
    run("drop", "parcel-lost")
    assert "without: [parcel-lost]" in (tmp_path / "house.yml").read_text()
    reading = project.read(project.find(tmp_path))
    assert reading.guidebook
    assert not reading.errors
    assert "parcel-lost" not in reading.guidebook.by_id
    assert "left out" in run("drop", "parcel-lost", fails=True).output


def test_a_review_of_what_is_below_is_written_down_here(run: Run, tmp_path: Path) -> None:
    run("reviewed", NAME, "--on", "2026-11-26")
    assert "\nreviewed: 2026-11-26\n" in (tmp_path / OWN).read_text()
    run("reviewed", NAME, "--on", "2026-11-27")
    assert "\nreviewed: 2026-11-27\n" in (tmp_path / OWN).read_text()


def test_our_own_playbook_is_renamed_and_one_below_is_not(run: Run, tmp_path: Path) -> None:
    shipped = (project.SHIPPED / OWN).read_text()
    own = tmp_path / "playbooks/counter/roars.yml"
    own.parent.mkdir()
    own.write_text(f"# Ours.\n{shipped}")
    (tmp_path / OWN).write_text(
        "only_changes: yes\nrelated:\n  - at: end  # ours\n    text: roars\n"
    )
    run("rename", "roars", "bellows")
    assert not own.exists()
    moved = own.with_name("bellows.yml").read_text()
    place = shipped.index("sources:")
    formerly = f"{shipped[:place]}formerly:\n- roars\n{shipped[place:]}"
    assert moved == f"# Ours.\n{formerly}"
    assert "text: roars" not in (tmp_path / OWN).read_text()
    own.with_name("bellows.yml").rename(own.with_name("booms.yml"))
    run("rename", "bellows", "booms")  # by hand first
    assert "text: booms" in (tmp_path / OWN).read_text()
    run("rename", "booms", "bellows")
    assert "formerly:\n- roars\n- booms\n" in own.with_name("bellows.yml").read_text()
    own.with_name("shrieks.yml").write_text(shipped)
    assert "earlier name of “bellows”" in run("rename", "shrieks", "booms", fails=True).output
    own.with_name("shrieks.yml").unlink()
    assert "keeps its name" in run("rename", NAME, "x", fails=True).output
    assert "already" in run("rename", "bellows", "choking", fails=True).output
    assert "small letters" in run("rename", "bellows", "No Way", fails=True).output
    assert "up to 60" in run("rename", "bellows", "a" * 61, fails=True).output


def test_a_name_that_breaks_something_else_is_taken_back(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "playbooks/counter/roars.yml"
    own.parent.mkdir()
    own.write_bytes((project.SHIPPED / OWN).read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}
    assert (
        "Nothing was renamed." in run("rename", "roars", "start", fails=True).output
    )  # a question
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yml")} == before


def test_a_build_takes_down_what_is_below(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME)
    with (tmp_path / OWN).open("a") as file:
        file.write("purpose: Find it.\n")
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("layers:", "papers: no\n      layers:"))
    run("build")
    changes = json.loads((tmp_path / change_record.FILE).read_text())["changes"]
    assert changes[NAME]["purpose"]["was"] == "Say when it will be there."
    kept = (tmp_path / change_record.FILE).read_bytes()
    run("build")
    assert (tmp_path / change_record.FILE).read_bytes() == kept


def test_a_page_of_ours_takes_the_place_of_the_one_below(run: Run, tmp_path: Path) -> None:
    assert run
    shipped = {path.name for path in (project.SHIPPED / "docs").iterdir()}
    assert "about.md" in shipped
    (tmp_path / "docs/about.md").write_text("# Ours")
    docs, problems = site_files.list_docs(project.find(tmp_path))
    assert problems == []
    assert [one.content for one in docs if one.path == "about.md"] == [b"# Ours"]
    assert {one.path for one in docs} == shipped
