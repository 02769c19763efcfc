"""The tabs of chapters at the edge of sheets: where they are, what they say, and what they touch."""

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.views import papers
from generator.views.papers import PaperKind, Size
from tests.paper.conftest import Rectangle, assert_no_overlap, list_lines, squeeze

WIDE = 11.5 / 25.4 * 72


def pick(guidebook: Guidebook) -> list[Playbook]:
    """One playbook of each chapter."""
    return [playbooks[0] for playbooks in guidebook.by_chapter.values()]


def list_at_edge(page: pypdfium2.PdfPage, *, right: bool) -> list[Rectangle]:
    """The lines of text that reach into the strip of the tabs."""
    width = page.get_width()
    return [
        line for line in list_lines(page) if (line[2] > width - WIDE if right else line[0] < WIDE)
    ]


def read_lines(page: pypdfium2.PdfPage, lines: list[Rectangle]) -> str:
    text = page.get_textpage()
    return squeeze("".join(text.get_text_bounded(*line) for line in lines))


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("kind", [PaperKind.CHECKLIST, PaperKind.TWO_SIDES])
def test_a_tab_names_its_chapter_at_a_height_of_its_own(
    guidebook: Guidebook, site: Path, kind: PaperKind, size: Size
) -> None:
    heights: dict[str, float] = {}
    ids = [one.id for one in pick(guidebook)]
    for job in papers.plan(guidebook, sizes=[size], ids=ids, kinds=[kind]):
        assert job.playbook
        chapter = guidebook.chapters[job.playbook.chapter].title
        for number, page in enumerate(pypdfium2.PdfDocument(site / job.path)):
            assert_no_overlap(page)
            right = number % 2 == 0
            lines = list_at_edge(page, right=right)
            assert read_lines(page, lines) in (squeeze(chapter), squeeze(chapter)[::-1]), job.path
            assert not list_at_edge(page, right=not right), job.path
            top = page.get_height() - max(line[3] for line in lines)
            assert top == pytest.approx(heights.setdefault(chapter, top), abs=1)
    assert len(heights) > 8
    ordered = [one.title for one in guidebook.chapters.values() if one.title in heights]
    tops = [heights[title] for title in ordered]
    assert tops == sorted(tops)
    assert min(after - before for before, after in pairwise(tops)) > 20


@pytest.mark.parametrize("size", list(Size))
def test_the_booklet_has_a_tab_on_every_sheet(guidebook: Guidebook, site: Path, size: Size) -> None:
    (job,) = papers.plan(guidebook, sizes=[size], kinds=[PaperKind.BOOKLET])
    titles = {squeeze(one.title) for one in guidebook.chapters.values()}
    document = pypdfium2.PdfDocument(site / job.path)
    found = [
        read_lines(page, list_at_edge(page, right=number % 2 == 0))
        for number, page in enumerate(document)
    ]
    sheets = [words for words in found if words]
    assert set(sheets) == titles
    assert len(sheets) == len(guidebook.playbooks)
