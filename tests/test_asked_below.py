"""What a guidebook asks of the search, and one that builds on it answers otherwise."""

import pytest

from generator.problem import Severity
from generator.reader import guidebook_reader
from generator.reader.layers import Layer
from generator.views import finder
from generator.views.finder.expected_results import QueryResult, Trial
from tests import sound_project

SOUND = {
    path.removeprefix("playbooks/"): content.encode()
    for path, content in sound_project.make_files().items()
    if path.startswith("playbooks/")
}
QUERIES = b"queries:\n  late-order: [it never came]\nunanswered: [printer out of toner]\n"


def list_found(*, below: bytes, own: bytes | None, rank: int | None, sure: bool) -> list[str]:
    """The rules that a trial breaks where a shop asks, or the company that it builds on does."""
    layers = [
        Layer("shipped", SOUND, is_own=False),
        Layer("../x/playbooks", {"queries.yml": below}),
    ]
    reading = guidebook_reader.read(
        {"queries.yml": own} if own else {}, root="playbooks", below=layers
    )
    assert reading.guidebook
    before = [f"other-{number}" for number in range(6)]
    found = [*before[: rank - 1], "late-order"] if rank else before
    trial = Trial(
        (QueryResult("late-order", 0, "it never came", 1, tuple(found)),),
        too_sure=(0,) if sure else (),
    )
    problems = finder.find_problems(
        reading.guidebook, trial, reading.locate, is_below=reading.is_below
    )
    return [one.rule.id for one in problems if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("rank", "rules"), [(1, []), (2, ["asked-below"]), (3, ["asked-below"]), (4, ["not-found"])]
)
def test_what_is_asked_below_stops_nobody_where_it_comes_nearly_as_high(
    rank: int, rules: list[str]
) -> None:
    assert list_found(below=QUERIES, own=None, rank=rank, sure=False) == rules


def test_what_is_asked_below_and_does_not_come_up_at_all_stops_publishing() -> None:
    assert list_found(below=QUERIES, own=None, rank=None, sure=False) == ["not-found"]


def test_a_page_of_ones_own_may_answer_what_nobody_below_answers() -> None:
    assert list_found(below=QUERIES, own=None, rank=1, sure=True) == ["asked-below"]


def test_what_a_guidebook_asks_itself_has_to_come_as_high_as_it_says() -> None:
    found = list_found(below=b"queries: {}\n", own=QUERIES, rank=2, sure=True)
    assert found == ["not-found", "too-sure"]


def test_a_guidebook_that_builds_on_nothing_asks_itself() -> None:
    reading = guidebook_reader.read({**SOUND, "queries.yml": QUERIES})
    assert not reading.is_below("queries.yml")
    assert not guidebook_reader.read(SOUND, root="playbooks").is_below("playbooks/queries.yml")
