"""Golden pairs of a playbook before and now, with the sentences in which the change is told."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import differences
from generator.model.differences import Difference, Kind, Record
from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition, keep
from generator.model.weights import Weight, Weights
from generator.reader import guidebook_reader
from generator.views.changes import listings
from generator.views.changes.nouns import Location, name_change
from generator.views.changes.report import EditionChanges, report, report_all
from tests import samples
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests/golden/changes").glob("*.yml"))
OLD, NEW = date(2026, 11, 21), date(2026, 11, 27)


def read(fields: dict[str, Any], **about: Any) -> Guidebook:
    """A guidebook of a playbook with these fields, and of another one."""
    playbook = samples.make_minimal(**{"title": "The parcel is lost", **fields})
    if fields.get("kind") == "emergency":
        for name in ("steps", "say", "avoid", "stop"):
            playbook.pop(name, None)
    whole = samples.make_about(["goods"], **about)
    whole["house_values"]["reply-time"] = {"name": "reply time", "ask": "When?"}
    files = samples.make_folder(
        {"goods/lost": playbook, "goods/angry": samples.make_minimal(title="They are *angry*")},
        whole,
    )
    reading = guidebook_reader.read(files)
    assert reading.guidebook, reading.problems
    assert {one.id for one in reading.guidebook.playbooks} == {"lost", "angry"}, reading.problems
    return reading.guidebook


def compare(before: Guidebook, now: Guidebook) -> EditionChanges:
    return report(keep(make_edition(before), OLD), keep(make_edition(now), NEW), now)


@pytest.mark.golden
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.stem))
def test_a_pair_is_told_as_before(case: Path, refresh: bool) -> None:
    pair = yaml.safe_load(case.read_text("utf-8"))
    told = listings.write_text(compare(read(pair["before"]), read(pair["now"])), silent=True)
    golden = case.with_suffix(".txt")
    if refresh:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert "((" not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Give a true day. ((reply-time))", "Give a true day. (reply time)"),
        ("Give a day. ((reply-time)) Then wait.", "Give a day. (reply time) Then wait."),
        ("Give a day within the ((reply-time)).", "Give a day within the reply time."),
        ("((reply-time)) is what we promise.", "reply time is what we promise."),
        ("See what happens. ((angry))", "See what happens. They are angry"),
    ],
)
def test_a_value_that_is_a_sentence_is_named_in_brackets(text: str, told: str) -> None:
    changes = compare(read({"steps": ["Wait."]}), read({"steps": [text]}))
    items = [item for one in changes.playbooks for item in one.items]
    assert told in [one.now for one in items]


def test_what_is_silent_is_not_told_unless_asked_for() -> None:
    pair = yaml.safe_load((ROOT / "tests/golden/changes/silent.yml").read_text("utf-8"))
    changes = compare(read(pair["before"]), read(pair["now"]))
    assert changes.is_empty
    assert listings.write_text(changes) == (
        "Edition, 27 Nov 2026, compared with Edition, 21 Nov 2026\n"
        "Nothing that anybody has to read again.\n"
    )


def test_an_edition_is_not_compared_with_itself() -> None:
    guidebook = read({})
    now = keep(make_edition(guidebook), NEW)
    first, _ = listings.write_text(report(now, now, guidebook)).splitlines()
    assert first == "What is there now, compared with Edition, 27 Nov 2026"


def test_playbooks_that_came_and_went_and_a_house_value() -> None:
    before, now = make_edition(read({})), make_edition(read({}))
    playbooks = {**now["playbooks"]}
    lost = playbooks.pop("lost")
    values = {"spend-limit": {"name": "spend limit", "text": "20 each"}}
    old = {**before, "playbooks": playbooks, "values": values}
    new = {
        **now,
        "playbooks": {"lost": lost},
        "values": {"spend-limit": {"name": "spend limit", "text": "50 each"}},
    }
    told = report(KeptEdition(OLD, old), KeptEdition(NEW, new), read({}))  # type: ignore[arg-type]
    assert [one.title for one in told.added] == ["The parcel is lost"]
    assert [one.title for one in told.removed] == ["They are angry"]
    (value,) = told.values
    assert (value.head, value.before, value.now) == ("Spend limit changed", "20 each", "50 each")
    assert told.summary == "1 number or rule changed, 1 new playbook, 1 playbook taken out."


def test_markdown_names_nobody_and_makes_no_markup() -> None:
    now = read({"steps": ["Tell @lead, <b>not</b> [them](https://a.example) | ever"]})
    written = listings.write_markdown(compare(read({"steps": ["Go."]}), now))
    assert "@lead" not in written
    assert "<b>" not in written.replace("\\<b", "")
    assert "](" not in written


def test_markdown_for_a_pull_request_is_never_too_long() -> None:
    def make(word: str, count: int) -> Guidebook:
        return read(
            {"signals": [f"{word} {one} " + "words and more " * 20 for one in range(count)]}
        )

    for count in (5, 300):
        written = listings.write_markdown(compare(make("one", count), make("two", count)))
        assert len(written) < 65_536
        assert ("<details>" in written) == (count == 5)


def test_marks_of_editions_are_each_used_once() -> None:
    guidebook = read({})
    history = [
        KeptEdition(OLD, {**make_edition(guidebook), "version": version})
        for version in ("1.0", "1-0", "1 0", "2.0")
    ]
    marks = [one.mark for one in report_all(history, guidebook)]
    assert marks == ["edition-2-0", "edition-1-0-again-2", "edition-1-0"]


def test_what_went_from_a_renamed_playbook_is_told_by_its_name() -> None:
    edition = make_edition(read({"steps": ["Go there.", "Call them."]}))
    lost = edition["playbooks"]["lost"]
    renamed = {**lost, "formerly": ["lost"], "steps": [{"do": "Go there."}]}
    now = {**edition, "playbooks": {**edition["playbooks"], "parcel": renamed}}
    del now["playbooks"]["lost"]  # type: ignore[attr-defined]  # the mapping is ours
    told = report(KeptEdition(OLD, edition), KeptEdition(NEW, now), read({}))
    (one,) = told.playbooks
    assert [(item.head, item.before) for item in one.items if item.weight] == [
        ("Step taken out", "Call them.")
    ]
    assert not told.added
    assert not told.removed


def test_a_field_without_a_name_is_told_by_its_own() -> None:
    one = Difference(Record.PLAYBOOK, "x", ("what_it_costs",), Kind.REWORDED, Weight.READ_AGAIN)
    assert name_change(one, Location(one.path, "")) == "What it costs reworded"


def list_told(table: Weights, fields: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The fields that are told, each with those around it."""
    for name, weight in table.items():
        if isinstance(weight, Mapping):
            yield from list_told(weight, (*fields, name))
        elif weight is not Weight.SILENT:
            yield (*fields, name)


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (Record.PLAYBOOK, differences.STANDARD),
        (Record.PLAYBOOK, differences.EMERGENCY),
        (Record.CHAPTER, differences.CHAPTER),
        (Record.QUESTION, differences.QUESTION),
    ],
)
def test_every_field_that_is_told_has_a_name(record: Record, table: Weights) -> None:
    for fields in list_told(table):
        if fields[:1] != ("practice",):
            one = Difference(record, "x", fields, Kind.REWORDED, Weight.WORTH_A_LOOK)
            told = name_change(one, Location(fields, ""))
            own = f"{fields[0].replace('_', ' ').capitalize()} reworded"
            assert len(fields) == 1 or told != own, fields


def test_what_is_for_everybody_is_told_first() -> None:
    def make(step: str) -> Guidebook:
        about = samples.make_about(["goods"])
        playbooks = {
            "goods/a-policy": samples.make_minimal(steps=[step], audience="managers"),
            "goods/b-order": samples.make_minimal(steps=[step]),
            "goods/c-post": samples.make_minimal(steps=[step], audience="social team"),
        }
        made = guidebook_reader.read(samples.make_folder(playbooks, about)).guidebook
        assert made
        return made

    told = compare(make("Listen."), make("Look for it."))
    groups = {who: [one.id for one in own] for who, own in told.group().items()}
    assert list(groups) == [(), ("managers",), ("social team",)]
    assert groups[()] == ["b-order"]
