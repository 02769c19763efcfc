"""Who, how much and which number on paper: every fact is there, and a line for what is not known."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views import fact_plates, papers
from generator.views.pages import render
from generator.views.papers import PaperKind, Size
from tests import samples
from tests.paper.conftest import assert_no_overlap, find_size, print_all, read_text, squeeze

VALUES = {
    "emergency-number": {"name": "emergency number", "ask": "Which?", "value": "999 or 112"},
    "spend-limit": {"name": "spend limit", "ask": "How much?"},
}


def read(**about: object) -> Guidebook:
    files = samples.make_folder(
        {"fair/one": samples.make_minimal()}, samples.make_about(["fair"], **about)
    )
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    return guidebook


@pytest.mark.parametrize("size", list(Size))
def test_every_fact_is_on_one_sheet(guidebook: Guidebook, site: Path, size: Size) -> None:
    (job,) = papers.plan(guidebook, sizes=[size], kinds=[PaperKind.FACTS])
    pdf = (site / job.path).read_bytes()
    text = read_text(pdf)
    plates = fact_plates.list_plates(guidebook)
    shown = [words for one in plates for words in (one.label, one.text) if words]
    assert len(shown) > 30
    assert [one for one in shown if squeeze(one) not in text] == []
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert_no_overlap(document[0])
    assert find_size(document[0], "Poison line") >= 7  # found by its name, from beside the phone


def test_what_is_not_filled_in_is_a_line_for_a_pen() -> None:
    (printed,) = print_all(read(house_values=VALUES), kinds=[PaperKind.FACTS])
    assert printed.pdf, printed.problems
    facts = [one for group in printed.job.data["groups"] for one in group["facts"]]  # type: ignore[typeddict-item]
    assert {one["label"]: one["value"] for one in facts}["Spend limit"] is None
    text = read_text(printed.pdf)
    assert "Spendlimit" in text
    assert "999or112" in text


def test_many_long_facts_take_more_sheets() -> None:
    long = {
        f"value-{number}": {"name": f"value {number}", "ask": "Which?", "value": "a word " * 60}
        for number in range(30)
    }
    (printed,) = print_all(read(house_values=long), kinds=[PaperKind.FACTS])
    assert printed.pdf, printed.problems
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert len(pdf.pages) > 1


def test_the_page_links_its_paper(guidebook: Guidebook) -> None:
    printed = [
        job.path for job in papers.plan(guidebook, sizes=list(Size), kinds=[PaperKind.FACTS])
    ]
    links = papers.list_links(guidebook, printed)
    pages = {page.path: page.html for page in render(guidebook, papers=links)}
    for path in ("papers/who-and-how-much-a4.pdf", "papers/who-and-how-much-letter.pdf"):
        assert f'href="../{path}"' in pages["who-and-how-much.md"]
