"""What is overdue depends on the day on which a page is read."""

from collections.abc import Iterator

import pytest

from tests.scripts import Call, load


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    parts = {"guidebook": "guidebookReview", "count": "guidebookReviewCount"}
    with load("review-state", "review-count-state", **parts) as call:
        yield call


def test_a_day_is_written_as_in_files(call: Call) -> None:
    assert call("() => guidebook.writeDay(new Date(2026, 0, 9, 23, 59))") == "2026-01-09"
    assert call("() => guidebook.writeDay(new Date(2026, 11, 31))") == "2026-12-31"


@pytest.mark.parametrize(
    ("due", "overdue"),
    [("2026-11-26", True), ("2026-11-27", False), ("2027-01-01", False), ("9999-12-31", False)],
)
def test_overdue_from_the_day_after(call: Call, due: str, overdue: bool) -> None:
    assert call("guidebook.isOverdue", due, "2026-11-27") is overdue


@pytest.mark.parametrize(
    ("late", "described"),
    [
        ([], "No review is overdue."),
        ([1], "1 page is overdue for review."),
        ([1, 12], "13 pages are overdue for review."),
    ],
)
def test_pages_are_counted(call: Call, late: list[int], described: str) -> None:
    reviews = [{"due": "2026-11-26", "pages": one} for one in late]
    reviews.append({"due": "2026-11-27", "pages": 50})
    assert call("count.describe", reviews, "2026-11-27") == described
