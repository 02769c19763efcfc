"""“Read and understood”: what has to be read again, and lines to sign."""

from datetime import date

import pypdfium2
import pytest

from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import keep
from generator.views import papers
from generator.views.changes.report import EditionChanges, report
from generator.views.papers import PaperKind, Printed, Size
from tests.paper.conftest import assert_no_overlap, print_all, read_text, squeeze
from tests.test_changes import read as make

OLD, NEW = date(2026, 11, 21), date(2026, 11, 27)
BEFORE = {"steps": ["Look for it.", "Call them."], "signals": ["It is late"], "search": ["late"]}
NOW = {
    "steps": ["Look for it with the driver.", "Write to [name] by ((reply-time))."],
    "signals": ["It is later than we said"],
    "search": ["lost"],
}


def tell(before: Guidebook, now: Guidebook) -> EditionChanges:
    return report(keep(make_edition(before), OLD), keep(make_edition(now), NEW), now)


def print_changes(changes: EditionChanges | None, guidebook: Guidebook) -> list[Printed]:
    return print_all(guidebook, changes=changes, kinds=[PaperKind.CHANGES], sizes=list(Size))


def test_it_says_what_to_read_again_and_who_has() -> None:
    now = make(NOW, version="1.1")
    printed = print_changes(tell(make(BEFORE, version="1.0"), now), now)
    assert [one.job.path for one in printed] == [
        "papers/read-and-understood-a4.pdf",
        "papers/read-and-understood-letter.pdf",
    ]
    for one in printed:
        assert one.problems == ()
        assert one.pdf
        text = read_text(one.pdf)
        for words in (
            "Version 1.1, 27 Nov 2026, compared with Version 1.0, 21 Nov 2026.",
            "The parcel is lost",
            "Step reworded: Look for it with the driver.",
            "Step added: Write to [name] by reply time.",
            "Step taken out: Call them.",
            "Name Date Signature",
        ):
            assert squeeze(words) in text
        assert squeeze("later than we said") not in text
        for page in pypdfium2.PdfDocument(one.pdf):
            assert_no_overlap(page)


@pytest.mark.parametrize("change", [{}, {"search": ["x"]}, {"signals": ["It is very late"]}])
def test_there_is_none_without_anything_to_read_again(change: dict[str, list[str]]) -> None:
    now = make({**BEFORE, **change})
    assert print_changes(None, now) == []
    assert print_changes(tell(make(BEFORE), now), now) == []


def test_it_is_printed_with_all_papers_and_not_with_those_of_a_playbook() -> None:
    now = make(NOW)
    told = tell(make(BEFORE), now)
    every = [job.kind for job in papers.plan(now, changes=told)]
    assert every.count(PaperKind.CHANGES) == 1
    assert PaperKind.CHANGES not in [
        one.kind for one in papers.plan(now, ids=["lost"], changes=told)
    ]
    one, other = (print_changes(told, now)[0].pdf for _ in range(2))
    assert one == other
