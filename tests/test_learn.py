"""`guidebook learn`: lines that were tried, from searches that staff handed in."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.model.search_note import FORM, SearchNote, merge, read_notes
from generator.reader import guidebook_reader
from generator.views.finder import learned_lines
from generator.views.finder.expected_results import QueryResult, Trial
from generator.views.finder.learned_lines import propose, write_learned
from tests import samples
from tests.projects import make_project

FILES = samples.make_folder(
    {
        "fair/late": samples.make_minimal(title="A late order", search=["order is late"]),
        "fair/loud": samples.make_minimal(),
    }
) | {"queries.yml": b"queries:\n  late: [order is late]\n"}


def write(*searches: dict[str, Any], form: str = FORM) -> bytes:
    usual = {"kind": "nothing", "count": 1, "page": ""}
    return json.dumps({"form": form, "searches": [usual | one for one in searches]}).encode()


def test_each_search_once_with_the_page_that_most_named() -> None:
    files = [
        write({"query": "Toner", "count": 2, "page": "a"}, {"query": "late"}),
        write({"query": "toner", "count": 3, "page": "b"}, {"query": "toner"}),
    ]
    merged = merge(note for content in files for note in read_notes(content))
    assert merged == [SearchNote("toner", 6, "b"), SearchNote("late", 1)]


@given(
    content=st.binary()
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["form", "searches", "query", "count", "kind", "page"]), inner
            )
        ),
    ).map(lambda one: json.dumps(one).encode())
)
def test_any_file_is_read_or_refused(content: bytes) -> None:
    try:
        read_notes(content)
    except ValueError:
        return
    raise AssertionError(content)


@pytest.mark.parametrize(
    "search",
    [{"query": 1}, {"count": 0}, {"count": "1"}, {"kind": "x"}, {"page": []}, {"count": True}],
)
def test_what_is_wrong_is_refused(search: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=FORM):
        read_notes(write({"query": "late", **search}))


def test_lines_are_tried_before_they_are_proposed() -> None:
    guidebook = read_guidebook()
    notes = [
        SearchNote("it's walkabout", 3, "late"),
        SearchNote("a late order", 1, "late"),
        SearchNote("order is late", 9, "late"),
        SearchNote("printer: no [name] toner", 2),
    ]
    learned = propose(guidebook, notes)
    first, second = learned.lines
    assert (first.query, first.is_search, first.within) == ("it's walkabout", True, 1)
    assert (second.query, second.is_search, second.within) == ("a late order", False, 1)
    assert [one.query for one in learned.unclear] == ["printer: no toner"]
    assert not learned.spoiled
    text = write_learned(learned, {"late": "playbooks/fair/late.yml"})
    lines = yaml.safe_load(text)
    assert lines["queries"] == {"late": ["it's walkabout", "a late order"]}
    assert lines["search"] == ["it's walkabout"]
    assert "#   printer: no toner (2 times)" in text


def test_words_that_would_spoil_the_search_are_told() -> None:
    learned = propose(read_guidebook(), [SearchNote("order late is", 1, "loud")])
    told = write_learned(learned, {"loud": "playbooks/fair/loud.yml"})
    assert learned.spoiled or not learned.lines[0].within or learned.lines[0].within > 1, told


def read_guidebook() -> Guidebook:
    reading = guidebook_reader.read(FILES)
    assert reading.guidebook, reading.problems
    return reading.guidebook


def test_the_command_proposes_and_the_check_proves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "searches.json").write_bytes(
        write({"query": "gone walkabout", "count": 3, "page": "late"})
    )
    result = CliRunner().invoke(main, ["learn", "searches.json"])
    assert result.exit_code == 0, result.output
    lines = yaml.safe_load(result.output)
    queries = yaml.safe_load(FILES["queries.yml"])
    queries["queries"]["late"] += lines["queries"]["late"]
    (tmp_path / "playbooks/queries.yml").write_bytes(samples.dump(queries))
    failed = CliRunner().invoke(main, ["check"])
    assert "not-found" in failed.output
    playbook = yaml.safe_load(FILES["fair/late.yml"])
    playbook["search"] += lines["search"]
    (tmp_path / "playbooks/fair/late.yml").write_bytes(samples.dump(playbook))
    proven = CliRunner().invoke(main, ["check"])
    assert "not-found" not in proven.output


def test_another_file_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.json").write_text("{}")
    result = CliRunner().invoke(main, ["learn", "other.json"])
    assert result.exit_code == 2
    assert "other.json is no file of searches" in result.output


def test_the_search_learns_the_words_of_an_emergency() -> None:
    files = samples.make_folder({"hurt/choking": samples.make_emergency(title="Choking")})
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    notes = [SearchNote("hen: gone purple", 2, "choking"), SearchNote("lad's gaggin", 1, "choking")]
    text = write_learned(propose(guidebook, notes), {"choking": "hurt/choking.yml"})
    _, _, added = text.partition("# For examples.yml")
    assert yaml.safe_load(added.partition("\n")[2]) == {
        "emergencies": {"choking": "hen: gone purple\nlad's gaggin\n"}
    }


@pytest.mark.parametrize(("rank", "within"), [(1, 1), (3, 3), (4, None), (None, None)])
def test_a_line_that_comes_third_is_proposed_and_a_fourth_is_not(
    rank: int | None, within: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    guidebook = guidebook_reader.read(FILES).guidebook
    assert guidebook
    before = [f"other-{number}" for number in range(6)]
    found = [*before[: rank - 1], "loud"] if rank else before
    asked = QueryResult("loud", 0, "shouts", 3, tuple(found))
    monkeypatch.setattr(learned_lines, "try_search", lambda _: Trial((asked,)))
    (line,) = propose(guidebook, [SearchNote("shouts", 2, "loud")]).lines
    assert line.within == within
