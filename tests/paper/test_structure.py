"""A paper is a sound file that a screen reader can read, with everything it needs inside."""

import io
from pathlib import Path

import pikepdf
import pytest

from generator.model.guidebook import Guidebook
from generator.views import papers
from generator.views.papers import PaperKind, Size
from tests import samples
from tests.paper.conftest import Print, list_tags


@pytest.mark.parametrize("kind", list(PaperKind))
def test_structure(print_one: Print, kind: PaperKind) -> None:
    practice = samples.make_practice(roleplay=True)
    (printed,) = print_one(kind, poster="yes", practice=practice)
    assert printed.pdf, printed.problems
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "en"
        assert root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"]
        tags = list_tags(root.StructTreeRoot.K, [])
        names = [str(tag.S) for tag in tags]
        assert {"/H1", "/Title"} & set(names)
        for tag in tags:
            if tag.S == "/Figure":
                code = str(tag.Alt).startswith("QR code: https://service.example/guide/")
                assert code or (kind is PaperKind.TREE and tag.Alt == "Danger")
        fonts = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        ]
        assert fonts
        for font in fonts:
            if font.Subtype == "/Type0":
                assert "/ToUnicode" in font
            else:
                assert "/FontFile2" in font.FontDescriptor or "/FontFile3" in font.FontDescriptor


def test_boxes_are_a_list(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CHECKLIST, checklist=["One.", "Two.", "Three."])
    assert printed.pdf
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        names = [str(tag.S) for tag in list_tags(pdf.Root.StructTreeRoot.K, [])]
        assert names.count("/L") == 2  # one of boxes, one of steps
        assert names.count("/LI") == 3 + 1
        assert names.count("/Figure") == 1
        assert len(pdf.pages) == 1


def test_a_reader_meets_a_card_once(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CARD)
    assert printed.pdf
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        names = [str(tag.S) for tag in list_tags(pdf.Root.StructTreeRoot.K, [])]
    assert names.count("/H1") == 1


@pytest.mark.parametrize(
    ("kind", "size", "width", "height"),
    [
        (PaperKind.CHECKLIST, Size.A4, 210, 297),
        (PaperKind.CHECKLIST, Size.LETTER, 215.9, 279.4),
        (PaperKind.POSTER, Size.A4, 297, 420),
        (PaperKind.POSTER, Size.LETTER, 279.4, 431.8),
        (PaperKind.TREE, Size.A4, 420, 297),
        (PaperKind.TREE, Size.LETTER, 431.8, 279.4),
    ],
)
def test_sheets(
    guidebook: Guidebook, site: Path, kind: PaperKind, size: Size, width: float, height: float
) -> None:
    (job,) = papers.plan(guidebook, sizes=[size], ids=["listen-first"], kinds=[kind])
    with pikepdf.open(site / job.path) as pdf:
        assert len(pdf.pages) == 1 or kind is PaperKind.TREE
        page = pdf.pages[0]
        box = [float(side) / 72 * 25.4 for side in page.mediabox]
    assert box == pytest.approx([0, 0, width, height], abs=0.2)
