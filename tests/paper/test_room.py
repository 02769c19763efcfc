"""How much goes on a paper: what shrinks, what takes more pages, and what is reported as too full."""

import pypdfium2
import pytest

from generator.reader import guidebook_reader
from generator.views.papers import PaperKind
from tests import samples
from tests.paper.conftest import (
    Print,
    assert_no_overlap,
    find_size,
    list_lines,
    print_all,
    read_text,
    squeeze,
)


@pytest.mark.parametrize(
    ("field", "side", "line"),
    [("steps", "front", 9), ("say", "back", 11), ("avoid", "back", 16), ("checklist", "back", 14)],
)
def test_a_side_that_is_too_full_names_a_text_on_it(
    print_one: Print, field: str, side: str, line: int
) -> None:
    long = [f"Slowly {number}. " * 100 for number in range(9)]
    (printed,) = print_one(PaperKind.TWO_SIDES, **{field: ["Go.", *long]}, search=["w" * 50])
    assert printed.pdf is None
    (problem,) = printed.problems
    assert problem.rule.id == "too-full"
    assert f"The {side} of the sheet" in problem.message
    assert "letters" in problem.fix
    assert problem.place.line == line


def test_type_on_two_sides_can_be_read(print_one: Print) -> None:
    steps = [{"do": "Do it now, slowly. " * 4, "why": "It helps. " * 6} for _ in range(16)]
    (printed,) = print_one(PaperKind.TWO_SIDES, steps=steps)
    assert printed.pdf, printed.problems
    front, back = pypdfium2.PdfDocument(printed.pdf)
    assert 9.5 <= find_size(front, "Do it") == find_size(back, "I listened") < 12


@pytest.mark.parametrize("kind", [PaperKind.CHECKLIST, PaperKind.POSTER, PaperKind.CARD])
def test_a_long_word_stays_on_the_sheet(print_one: Print, kind: PaperKind) -> None:
    (printed,) = print_one(kind, title="W" * 60, steps=["M" * 100], poster="yes")
    assert printed.pdf, printed.problems
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    width = page.get_width()
    words = page.get_textpage()
    for place in range(words.count_chars()):
        left, _, right, _ = words.get_charbox(place)
        assert left >= 0
        assert right <= width - 20


@pytest.mark.parametrize(("kind", "rows"), [(PaperKind.CARD, 3), (PaperKind.POSTER, 30)])
def test_too_full_is_reported_with_its_place(print_one: Print, kind: PaperKind, rows: int) -> None:
    steps = ["Do it slowly. " * 40] * rows
    (printed,) = print_one(kind, steps=steps, poster="yes")
    assert printed.pdf is None
    (problem,) = printed.problems
    assert problem.rule.id == "too-full"
    assert problem.place.path == "p/fair/one.yml"
    assert problem.place.line > 5
    assert "letters" in problem.fix


def test_a_full_deck_names_the_card_that_is_too_full() -> None:
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(purpose="Long. " * 40),
            "fair/other": samples.make_minimal(steps=["Do it slowly. " * 40] * 3),
        }
    )
    reading = guidebook_reader.read(files)
    assert reading.guidebook
    (printed,) = print_all(reading.guidebook, kinds=[PaperKind.DECK], locate=reading.locate)
    assert [one.place.path for one in printed.problems] == ["fair/other.yml"]


def test_a_long_checklist_takes_more_pages(print_one: Print) -> None:
    items = [f"Number {number} is done and was seen by two people." for number in range(80)]
    (printed,) = print_one(PaperKind.CHECKLIST, checklist={"items": items, "sign_off": "yes"})
    assert printed.pdf
    document = pypdfium2.PdfDocument(printed.pdf)
    assert len(document) > 1
    text = read_text(printed.pdf)
    assert all(squeeze(item) in text for item in items)
    assert f"Page1of{len(document)}" in text


@pytest.mark.parametrize("count", [1, 8, 12, 16, 20, 23])
def test_a_checklist_for_one_page_shrinks_to_one_page(print_one: Print, count: int) -> None:
    items = [f"Number {number} is done and was seen." for number in range(count)]
    (printed,) = print_one(PaperKind.CHECKLIST, checklist={"items": items, "sign_off": "yes"})
    assert printed.pdf
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    text = page.get_textpage().get_text_bounded()
    assert "Number 0 is done and was seen." in " ".join(text.split())
    assert "Signature" in text


def test_steps_are_on_a_checklist_where_there_is_room(print_one: Print) -> None:
    steps = [f"Do thing {number} slowly." for number in range(6)]
    for count, is_roomy in ((8, True), (16, False)):
        items = [f"Number {number} is done and was seen." for number in range(count)]
        (printed,) = print_one(PaperKind.CHECKLIST, checklist=items, steps=steps)
        assert printed.pdf
        (page,) = pypdfium2.PdfDocument(printed.pdf)
        text = squeeze(page.get_textpage().get_text_bounded())
        assert [squeeze(step) in text for step in steps] == [is_roomy] * len(steps)
        if is_roomy:
            assert find_size(page, "Do thing 0") == find_size(page, "Number 0") >= 12


def test_too_full_names_a_text_that_is_on_the_card(print_one: Print) -> None:
    long = "Slowly. " * 36
    fields = {"steps": [long] * 3, "say": [long], "stop": long}
    (printed,) = print_one(PaperKind.CARD, purpose="w" * 300, **fields)
    (problem,) = printed.problems
    assert problem.rule.id == "too-full"
    assert problem.place.line > 4  # where the purpose is


LONG_NAMES = {
    "title": "The guidebook of a company that has a long name, and of all its branches",
    "version": "Edition of 28 November 2026, for the whole of the north-east and the islands",
}


@pytest.mark.parametrize(
    "kind", [one for one in PaperKind if one not in (PaperKind.CUE_CARDS, PaperKind.CHANGES)]
)
def test_a_long_name_leaves_what_is_beside_it_its_room(print_one: Print, kind: PaperKind) -> None:
    fields = {"poster": "yes", "title": "Long words " * 6, "practice": samples.make_practice()}
    for printed in print_one(kind, about=LONG_NAMES, **fields):
        assert printed.pdf, printed.problems
        for page in pypdfium2.PdfDocument(printed.pdf):
            lines = list_lines(page)
            assert min(bottom for _, bottom, _, _ in lines) > 5 * 72 / 25.4
            assert_no_overlap(page)
            # Nothing is set letter below letter: the foot has no more lines than hold its words.
            assert len([one for one in lines if one[1] < 15 * 72 / 25.4]) <= 7
