"""Editions that are kept: what a file of one holds, when one is written, and broken ones."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters import edition_folder
from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition, continue_with, keep
from generator.problem import Problem
from generator.reader import edition_reader
from generator.views import edition_file
from generator.views.changes import listings
from generator.views.changes.report import report
from tests.test_changes import read as make

FIRST, SECOND = date(2026, 11, 21), date(2026, 11, 27)


def take(guidebook: Guidebook, day: date = FIRST) -> KeptEdition:
    return keep(make_edition(guidebook), day)


def read(content: bytes) -> KeptEdition | Problem:
    return edition_reader.read("editions/1.0.json", content)


def test_an_edition_is_read_as_it_was_written(guidebook: Guidebook) -> None:
    kept = take(guidebook)
    written = edition_file.make_json(kept)
    assert read(written.encode()) == kept
    assert edition_file.make_json(take(guidebook)) == written
    # One record a line, so that git shows which differ.
    assert len(written.splitlines()) > len(guidebook.playbooks) + len(guidebook.values)
    assert len(written.encode()) < 700_000


def test_what_nobody_has_to_know_is_not_kept(guidebook: Guidebook) -> None:
    kept = take(guidebook).content["playbooks"]
    fields = {name for record in kept.values() for name in record}
    assert not fields & {"search", "sources", "ideas", "owner", "reviewed", "icon", "path"}
    assert {"steps", "say", "stop", "branches", "checklist"} <= fields
    exercises = [one for record in kept.values() for one in record.get("practice", {}).values()]
    assert exercises
    assert all(isinstance(one, str) and len(one) == 12 for one in exercises)


@pytest.mark.parametrize(
    ("versions", "names"),
    [
        (["1.0", "1.0"], ["1.0"]),
        (["1.0", "1.1"], ["1.0", "1.1"]),
        ([None, None], ["2026-11-21", "2026-11-27"]),
        (["1.0", "2.0", "1.0"], ["1.0", "2.0", "1.0"]),
    ],
)
def test_a_new_edition_follows_or_replaces(versions: list[str | None], names: list[str]) -> None:
    history: tuple[KeptEdition, ...] = ()
    for number, version in enumerate(versions):
        guidebook = make(
            {"steps": [f"Do thing {number}."]}, **({"version": version} if version else {})
        )
        history = continue_with(history, take(guidebook, FIRST if number == 0 else SECOND))
    assert [one.name for one in history] == names
    assert history[-1].day == (SECOND if len(versions) > 1 else FIRST)


def test_what_says_the_same_is_no_edition() -> None:
    history = (take(make({"steps": ["Go there."]}, version="1.0")),)
    again = take(make({"steps": ["Go there"], "search": ["x"]}, version="1.1"), SECOND)
    assert continue_with(history, again) == history


def test_pages_tell_of_so_many_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition_folder, "MOST", 2)
    recorded = edition_folder.EditionFolder(tmp_path, {})
    history = [take(make({"steps": [step]}, version=step)) for step in ("1", "2", "3", "4")]
    guidebook = make({"steps": ["4"]}, version="4")
    assert len(recorded.report(guidebook, history=history)) == 2


def test_a_folder_keeps_one_file_for_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")  # 27 November 2026

    def record(version: str, step: str) -> Path | None:
        recorded = edition_folder.read(tmp_path / "editions", shown="editions")
        assert not recorded.problems
        return recorded.record(recorded.continue_with(make({"steps": [step]}, version=version)))

    assert record("1.9", "Go.") == tmp_path / "editions" / "1.9.json"
    first = (tmp_path / "editions" / "1.9.json").read_bytes()
    assert json.loads(first)["day"] == "2026-11-27"
    assert record("1.9", "Go.") is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")
    assert record("1.9", "Go") is None
    assert (tmp_path / "editions" / "1.9.json").read_bytes() == first
    assert record("1.9", "Come back.") == tmp_path / "editions" / "1.9.json"
    assert record("1.10 beta/2", "Stay.") == tmp_path / "editions" / "1.10-beta-2.json"
    recorded = edition_folder.read(tmp_path / "editions", shown="editions")
    assert [one.name for one in recorded.editions.values()] == ["1.9", "1.10 beta/2"]


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "editions").write_text("a file")
    recorded = edition_folder.read(tmp_path / "editions", shown="editions")
    assert recorded.record(recorded.continue_with(make({}))) is None


def test_a_broken_file_stays_until_somebody_looks(tmp_path: Path) -> None:
    broken = tmp_path / "1.0.json"
    broken.write_text("<<<<<<< ours")
    recorded = edition_folder.read(tmp_path, shown="editions")
    (problem,) = recorded.problems
    assert (problem.place.path, problem.rule.id) == ("editions/1.0.json", "broken-edition")
    written = recorded.record(recorded.continue_with(make({}, version="1.0")))
    assert written == tmp_path / "1.0-2.json"
    assert broken.read_text() == "<<<<<<< ours"


WHOLE = {
    "form": 1,
    "version": None,
    "day": "2026-11-21",
    "chapters": {},
    "playbooks": {},
    "values": {},
    "questions": {},
}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"[" * 100_000,
        b" " * (edition_reader.MAX_BYTES + 1),
        *(
            json.dumps(WHOLE | change).encode()
            for change in (
                {"form": 0},
                {"form": 2},
                {"form": "1"},
                {"day": "soon"},
                {"day": 7},
                {"version": 1.0},
                {"playbooks": []},
                {"playbooks": {"a": "text"}},
                {"values": None},
            )
        ),
        *(
            json.dumps({name: one for name, one in WHOLE.items() if name != left}).encode()
            for left in WHOLE
        ),
    ],
)
def test_a_broken_edition_is_a_problem_with_a_remedy(content: bytes) -> None:
    problem = read(content)
    assert isinstance(problem, Problem)
    assert problem.place.path == "editions/1.0.json"
    assert problem.message
    assert problem.fix


def test_a_problem_says_where_a_file_breaks_off() -> None:
    problem = read(b'{"form": 1,\n"version": ')
    assert isinstance(problem, Problem)
    assert problem.place.line == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "title", "name", "ask", "audience", "steps", "do", "say", "kind"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
RECORDS = st.dictionaries(
    st.sampled_from(["lost", "angry", "other"]),
    st.dictionaries(
        st.sampled_from(
            [
                "title",
                "formerly",
                "kind",
                "audience",
                "steps",
                "stop",
                "practice",
                "chapter",
                "branches",
                "text",
            ]
        ),
        JSON,
        max_size=4,
    ),
    max_size=2,
)


@given(RECORDS, RECORDS, RECORDS)
def test_no_edition_that_is_read_breaks_the_report(
    playbooks: Any, values: Any, questions: Any
) -> None:
    data = WHOLE | {"playbooks": playbooks, "values": values, "questions": questions}
    edition = read(json.dumps(data).encode())
    assert isinstance(edition, KeptEdition)
    guidebook = make({})
    for before, now in ((edition, take(guidebook)), (take(guidebook), edition)):
        told = report(before, now, guidebook)
        assert listings.write_text(told, silent=True)
        assert listings.write_markdown(told)
        assert json.loads(listings.write_json(told))
