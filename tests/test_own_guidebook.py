"""A guidebook of one's own from start to upgrade, by the commands, in a folder of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters import project
from generator.cli.main import main
from generator.model import item_keys
from generator.model.playbook import StandardPlaybook
from generator.reader import change_record, guidebook_reader
from generator.reader.change_record import ChangeRecord
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import Layer
from tests.test_layers_of_playbooks import LATE, SOUND, STEPS, get_late

NAME = "shouting-customer"
OWN = f"playbooks/when-it-gets-hot/{NAME}.yml"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a new guidebook; its outcome is what is expected."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, fails: bool = False, typed: str = "") -> Result:
        done = CliRunner().invoke(main, [*arguments], input=typed)
        assert (done.exit_code != 0) == fails, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit), done.output
        return done

    run_command("new", ".", "--title", 'Rosie\'s "Diner"', "--ci", "github")
    return run_command


def test_a_new_guidebook_is_sound_and_bears_its_name(run: Run, tmp_path: Path) -> None:
    out = run("check").output
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


def test_gitlab_has_a_workflow_of_its_own(run: Run, tmp_path: Path) -> None:
    run("new", "other", "--ci", "gitlab")
    assert "--site-dir public" in (tmp_path / "other/.gitlab-ci.yml").read_text()


def test_what_is_adopted_is_shown_with_where_it_comes_from(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME)
    with (tmp_path / OWN).open("a") as file:
        file.write("title: Somebody shouts\n")
    lines = run("show", NAME, "--where-from").output.splitlines()
    assert lines[0] == f"title: Somebody shouts  [{OWN}:5]"
    assert any(f"[shipped/when-it-gets-hot/{NAME}.yml:" in line for line in lines)
    assert "already" in run("adopt", NAME, fails=True).output


def test_all_of_it_may_be_adopted(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME, "--whole")
    run("adopt", "words.yml", "--whole")
    shipped = project.SHIPPED / OWN
    assert (tmp_path / OWN).read_bytes() == shipped.read_bytes()
    assert (tmp_path / "playbooks/words.yml").is_file()
    assert "no file" in run("adopt", "wrds.yml", fails=True).output


def test_what_is_dropped_is_gone_from_every_list(run: Run, tmp_path: Path) -> None:
    run("drop", "power-cut")
    assert "without: [power-cut]" in (tmp_path / "house.yml").read_text()
    reading = project.read(project.find(tmp_path))
    assert reading.guidebook
    assert not reading.errors
    assert "power-cut" not in reading.guidebook.by_id
    assert "left out" in run("drop", "power-cut", fails=True).output


def test_a_review_of_what_is_below_is_written_down_here(run: Run, tmp_path: Path) -> None:
    run("reviewed", NAME, "--on", "2026-11-27")
    assert "\nreviewed: 2026-11-27\n" in (tmp_path / OWN).read_text()
    run("reviewed", NAME, "--on", "2026-11-26")
    assert "\nreviewed: 2026-11-26\n" in (tmp_path / OWN).read_text()


def test_our_own_playbook_is_renamed_and_one_below_is_not(run: Run, tmp_path: Path) -> None:
    shipped = (project.SHIPPED / OWN).read_text()
    own = tmp_path / "playbooks/when-it-gets-hot/roars.yml"
    own.parent.mkdir()
    own.write_text(f"# Ours.\n{shipped}")
    (tmp_path / OWN).write_text(
        "only_changes: yes\nrelated:\n  - at: end  # ours\n    text: roars\n"
    )
    run("rename", "roars", "bellows")
    assert not own.exists()
    moved = own.with_name("bellows.yml").read_text()
    assert moved == f"# Ours.\n{shipped}formerly:\n  - roars\n"
    assert "text: roars" not in (tmp_path / OWN).read_text()
    assert "keeps its name" in run("rename", NAME, "x", fails=True).output
    assert "already" in run("rename", "bellows", "fire", fails=True).output
    assert "small letters" in run("rename", "bellows", "No Way", fails=True).output


def test_questions_are_asked_once_and_ours_stays(run: Run, tmp_path: Path) -> None:
    run("adopt", NAME)
    text = (
        tmp_path / OWN
    ).read_text() + "# Mine.\ntitle: Somebody shouts  # so\npurpose: Calm it.\n"
    (tmp_path / OWN).write_text(text)
    run("upgrade")
    record = json.loads((tmp_path / change_record.FILE).read_text())
    known = record["changes"][NAME]["title"]
    assert known["was"] == "Someone is shouting"
    known["was"] = "A customer shouts"  # as if it had been so when we changed it
    (tmp_path / change_record.FILE).write_text(json.dumps(record))
    warned = [one for one in project.read(project.find(tmp_path)).problems if one.place.path == OWN]
    assert [(one.rule.id, one.place.line) for one in warned] == [("changed-below", 6)]
    asked = run("upgrade", fails=True).output
    for words in (
        "was     A customer shouts",
        "theirs  Someone is shouting",
        "ours    Somebody shouts",
    ):
        assert words in asked
    assert (tmp_path / OWN).read_text() == text
    run("upgrade", "--answer", "ours")
    assert "0 decided" in run("upgrade").output
    assert (tmp_path / OWN).read_text() == text
    (tmp_path / change_record.FILE).write_text(json.dumps(record))
    run("upgrade", "--answer", "theirs")
    assert (tmp_path / OWN).read_text() == text.replace("title: Somebody shouts  # so\n", "")
    assert "0 decided" in run("upgrade").output


def test_a_broken_record_is_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / change_record.FILE).write_text("<<<<<<< ours\n")
    (told,) = [
        one for one in project.read(project.find(tmp_path)).problems if "lock" in one.place.path
    ]
    assert (told.rule.id, told.severity, told.place.line) == ("broken-record", "warning", 1)


def read(base: str, own: str, record: ChangeRecord) -> Reading:
    return guidebook_reader.read(
        {LATE: own.encode()},
        root="playbooks",
        below=[Layer("shipped", {**SOUND, LATE: base.encode()}, is_own=False)],
        record=record,
    )


def lay(steps: list[str]) -> str:
    """The playbook below, with these steps."""
    text = SOUND[LATE].decode()
    start, end = text.index("steps:\n"), text.index("say:\n")
    return text[:start] + "steps:\n" + "".join(f"- {one}\n" for one in steps) + text[end:]


WORDS = st.sampled_from([*STEPS, "Breathe out slowly.", "Nod once or twice."])
LISTS = st.lists(WORDS, min_size=2, max_size=5, unique=True)


@given(LISTS, st.data())
def test_an_upgrade_keeps_both_sides_and_asks_once_where_they_meet(
    steps: list[str], data: st.DataObject
) -> None:
    """They reword some steps and add others, we reword some: nothing of ours is lost."""
    keys = item_keys.list_keys(steps)
    ours = data.draw(st.sets(st.sampled_from(range(len(steps))), min_size=1))
    theirs = data.draw(st.sets(st.sampled_from(range(len(steps)))))
    own = "only_changes: yes\nsteps:\n" + "".join(
        f"  - change: {keys[place]}\n    do: Ours {place}.\n" for place in sorted(ours)
    )
    before = read(lay(steps), own, ChangeRecord())
    record = ChangeRecord().update(before.changes)
    upstream = [f"{one} And more of it." if at in theirs else one for at, one in enumerate(steps)]
    after = read(lay(["First of all.", *upstream]), own, record)
    asked = {one.place.line for one in after.problems if one.rule is change_record.CHANGED_BELOW}
    assert len(asked) == len(ours & theirs)
    found = get_late(after)
    meant = [f"Ours {at}." if at in ours else one for at, one in enumerate(upstream)]
    assert [one.do for one in found.steps] == ["First of all.", *meant]


@given(LISTS, st.data())
def test_what_is_gone_below_stays_if_we_changed_it(steps: list[str], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(range(len(steps))))
    key = item_keys.list_keys(steps)[place]
    own = f"only_changes: yes\nsteps:\n  - change: {key}\n    do: Ours entirely.\n"
    record = ChangeRecord().update(read(lay(steps), own, ChangeRecord()).changes)
    left = [one for one in steps if one != steps[place]]
    after = read(lay(left), own, record)
    assert [one.do for one in get_late(after).steps] == [*left, "Ours entirely."]
    assert "gone-below" in {one.rule.id for one in after.problems}


def test_five_releases_in_a_row(tmp_path: Path) -> None:
    """What a company changed at the first of them is there at each, and asked where both meet."""
    releases = [
        lay(STEPS),
        lay([*STEPS, "Thank them."]),
        lay([STEPS[0], "Say when it really comes.", STEPS[2], "Thank them."]),
        lay([STEPS[2], STEPS[0], "Say when it really comes."]),
        lay(["Say when it really comes.", STEPS[2], STEPS[0], "Ask again."]),
    ]
    own = "only_changes: yes\nsteps:\n  - change: say-when-it-comes\n    do: Say the hour.\n"
    record, asked = ChangeRecord(), []
    for release in releases:
        reading = read(release, own, record)
        stale = list(record.find_stale("late-order", reading.changes["late-order"]))
        asked.append(len(stale))
        record = record.update(
            reading.changes, settled=[("late-order", change.path) for change, _ in stale]
        )
        late = get_late(reading)
        assert isinstance(late, StandardPlaybook)
        assert [one.do for one in late.steps].count("Say the hour.") == 1
        assert len(late.steps) == release.count(
            "\n- ", release.index("steps:"), release.index("say:\n")
        )
    assert asked == [0, 0, 1, 0, 0]


def test_the_record_is_the_same_for_the_same_changes(tmp_path: Path) -> None:
    own = "only_changes: yes\ntitle: Ours\nsteps:\n  - leave_out: look-for-it\n"
    record = ChangeRecord().update(read(lay(STEPS), own, ChangeRecord()).changes)
    again, problems = change_record.read("guidebook.lock", record.write())
    assert (again.write(), problems) == (record.write(), [])
