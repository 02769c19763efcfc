"""What is out of date is listed, lands in calendars, and is confirmed without a trace elsewhere."""

import json
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.adapters import whole_file
from generator.model.guidebook import Guidebook
from generator.model.review_plan import list_reviews
from generator.reader import guidebook_reader
from generator.views import due_calendar, due_report
from tests import samples
from tests.commands import run
from tests.projects import make_project

TODAY = date(2026, 11, 27)
WRITTEN = b"reviewed:   2020-03-01   # with the fire brigade"


@pytest.fixture
def owned() -> Guidebook:
    """Three playbooks of two owners: one overdue, one due today, one later."""
    days = {"late": "2025-11-26", "now": "2025-11-27", "later": "2026-02-03"}
    owners = {"late": "Safety", "now": "Training", "later": "Training"}
    found = {
        f"fair/{name}": samples.make_minimal(
            title=f"Title, {name}", reviewed=day, owner=owners[name], review_every=12
        )
        for name, day in days.items()
    }
    about = samples.make_about(
        ["fair"], owners=["Training", {"name": "Safety", "contact": "safety@shop.example"}]
    )
    guidebook = guidebook_reader.read(samples.make_folder(found, about)).guidebook
    assert guidebook is not None
    return guidebook


def test_the_earliest_comes_first(owned: Guidebook) -> None:
    assert [(one.playbook.id, one.count_days(TODAY)) for one in list_reviews(owned)] == [
        ("late", -1),
        ("now", 0),
        ("later", 68),
    ]
    assert [one.playbook.id for one in list_reviews(owned, owners=["Safety"])] == ["late"]


def test_people_read_days_owners_and_what_to_do(owned: Guidebook) -> None:
    assert due_report.write_text(owned, list_reviews(owned), today=TODAY, within=30) == (
        "Due 26 Nov 2026, 1 day ago\n"
        "  Safety (safety@shop.example)\n"
        "    late  Title, late\n"
        "\n"
        "Due 27 Nov 2026, today\n"
        "  Training\n"
        "    now   Title, now\n"
        "\n"
        "Overdue: 1 of 3 playbooks.\n"
        "The next one is due 3 Feb 2027.\n"
        "Read it, fix what has changed, and confirm it:\n"
        "  guidebook reviewed late\n"
    )


def test_programs_read_the_same(owned: Guidebook) -> None:
    first, *others = json.loads(due_report.write_json(owned, list_reviews(owned), today=TODAY))
    assert first == {
        "id": "late",
        "title": "Title, late",
        "file": "fair/late.yml",
        "url": "fair/late/",
        "owner": "Safety",
        "contact": "safety@shop.example",
        "reviewed": "2025-11-26",
        "due": "2026-11-26",
        "days": -1,
        "overdue": True,
    }
    assert [one["overdue"] for one in others] == [False, False]


def test_a_calendar_takes_them_in(owned: Guidebook) -> None:
    written = due_calendar.make_calendar(owned, list_reviews(owned))
    assert written == due_calendar.make_calendar(owned, list_reviews(owned))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    calendar = Calendar.from_ical(written)
    assert not calendar.errors
    assert calendar["x-wr-calname"] == "A sample: reviews"
    late, *others = calendar.events
    assert late["uid"] == "review-late@service.example"
    assert late["dtstamp"].dt == datetime(2025, 11, 26, tzinfo=UTC)
    assert (late.start, late.end) == (date(2026, 11, 26), date(2026, 11, 27))
    assert late["summary"] == "Review “Title, late”"
    assert late.categories == ["Safety"]
    assert late["url"] == "https://service.example/guide/fair/late/"
    assert late["description"].startswith("Owner: Safety (safety@shop.example). Last reviewed on")
    assert late["description"].endswith("confirm it: guidebook reviewed late")
    assert [one.start for one in others] == [date(2026, 11, 27), date(2027, 2, 3)]


def test_every_shipped_review_comes_back_from_the_calendar(guidebook: Guidebook) -> None:
    reviews = list_reviews(guidebook)
    calendar = Calendar.from_ical(due_calendar.make_calendar(guidebook, reviews))
    assert [(one.start, one["uid"].split("@")[0]) for one in calendar.events] == [
        (one.due, f"review-{one.playbook.id}") for one in reviews
    ]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one playbook that is overdue, written by hand."""
    files = samples.make_folder(
        {"fair/fire": samples.make_minimal(), "fair/other": samples.make_minimal(title="Other")}
    )
    written = b"\xef\xbb\xbf# Ask Ana first.\n" + files["fair/fire.yml"].replace(b"'", b"")
    files["fair/fire.yml"] = written.replace(b"reviewed: 2026-11-20", WRITTEN).replace(
        b"\n", b"\r\n"
    )
    assert WRITTEN in files["fair/fire.yml"]
    make_project(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_lists_by_owner_and_day(project: Path) -> None:
    result = run("due", "--within", "0", "--owner", "training")
    assert result.exit_code == 0
    assert "    fire  Someone is shouting\n" in result.output
    assert "Overdue: 1 of 2 playbooks." in result.output
    assert "other" not in result.output
    assert [one["id"] for one in json.loads(run("due", "--format", "json").output)] == [
        "fire",
        "other",
    ]


def test_a_calendar_is_written_into_a_file(project: Path) -> None:
    assert run("due", "--format", "ical", "--out", "out/reviews.ics").output == ""
    calendar = Calendar.from_ical((project / "out/reviews.ics").read_bytes())
    assert len(calendar.events) == 2


def test_an_unknown_owner_is_refused(project: Path) -> None:
    result = run("due", "--owner", "Trainin")
    assert result.exit_code == 2
    assert "There is no owner called “Trainin”. Did you mean “Training”?" in result.output


@pytest.mark.parametrize("on", [None, "2026-11-02"])
def test_a_review_is_confirmed_and_all_else_stays(project: Path, on: str | None) -> None:
    path = project / "playbooks/fair/fire.yml"
    path.chmod(0o640)
    before = {one: one.read_bytes() for one in (project / "playbooks").rglob("*") if one.is_file()}
    day = on or date.today().isoformat()
    result = run("reviewed", "fire", *(["--on", on] if on else []))
    assert result.exit_code == 0
    assert result.output.startswith("playbooks/fair/fire.yml: reviewed ")
    assert ", before 1 Mar 2020, next by " in result.output
    after = {one: one.read_bytes() for one in (project / "playbooks").rglob("*") if one.is_file()}
    assert after == before | {path: before[path].replace(b"2020-03-01", day.encode())}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "Overdue: 0 of 2" in run("due").output


def test_several_are_confirmed_together_or_none(project: Path) -> None:
    path = project / "playbooks/fair/fire.yml"
    before = path.read_bytes()
    assert run("reviewed", "fire", "othr").exit_code == 2
    assert path.read_bytes() == before
    assert run("reviewed", "fire", "other", "fire").output.count("reviewed ") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["fir"], "There is no playbook called “fir”. Did you mean “fire”?"),
        (["zzz"], "There is no playbook called “zzz”. “guidebook due” lists them all."),
        (["fire", "--on", "27.11.2026"], "“27.11.2026” is no day. Write it as 20"),
        (["fire", "--on", "20261127"], "“20261127” is no day. Write it as 20"),
        (["fire", "--on", f"{date.today() + timedelta(2)}"], "has not come yet. Name the day"),
        (["fire", "--on", "2020-02-29"], "was reviewed later, on 2020-03-01, and nothing was"),
        ([], "Missing argument 'IDS...'"),
    ],
)
def test_what_is_not_known_is_refused(project: Path, arguments: list[str], told: str) -> None:
    path = project / "playbooks/fair/fire.yml"
    before = path.read_bytes()
    result = run("reviewed", *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert path.read_bytes() == before


def test_a_playbook_with_mistakes_is_refused_and_another_is_not(project: Path) -> None:
    path = project / "playbooks/fair/fire.yml"
    broken = path.read_bytes().replace(b"purpose:", b"purpse:")
    path.write_bytes(broken)
    result = run("reviewed", "fire")
    assert result.exit_code == 1
    assert "playbooks/fair/fire.yml has mistakes, so nothing was changed." in result.output
    assert path.read_bytes() == broken
    assert run("reviewed", "other").exit_code == 0


def test_a_file_that_cannot_be_written_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        whole_file.put(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("command", "missing", "option"),
    [("due", "playbooks", "--playbooks"), ("build", "mkdocs.yml", "--config-file")],
)
def test_who_is_in_another_folder_is_told_where_to_go(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str, missing: str, option: str
) -> None:
    monkeypatch.chdir(project / "playbooks" / "fair")
    result = run(command)
    assert result.exit_code == 2
    assert (
        f"There is no “{missing}” here. Go to the folder that holds mkdocs.yml, or name yours after"
        f" {option}."
    ) in result.output
