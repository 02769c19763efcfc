"""Papers of emergencies: the number on every one of them, and all that there is to do now."""

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from generator.adapters import paper_cache, project
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.problem import Severity
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts, PaperKind, Printed, Size
from generator.views.papers.kinds import list_kinds, name_file
from tests import samples
from tests.conftest import ROOT
from tests.paper.conftest import assert_no_overlap, find_size, print_all, read_text, squeeze

VALUES = {
    "emergency-number": {"name": "emergency number", "ask": "Which?", "value": "999 or 112"},
    "site-address": {"name": "address", "ask": "Where?", "value": "12 Harbour St, red door"},
    "alarm": {"name": "alarm", "ask": "How?", "value": "Code Amber"},
}


def join_hyphens(text: str) -> str:
    """A text without hyphens, which are lost in what a PDF says of a word over two lines."""
    return re.sub("[-\x02\ufffe\u00ad]", "", text)


def read(values: dict[str, Any] | None = None, **fields: Any) -> guidebook_reader.Reading:
    emergency = samples.make_emergency(
        **{"poster": "yes", "practice": samples.make_practice()} | fields
    )
    about = samples.make_about(["hurt"], house_values=VALUES if values is None else values)
    reading = guidebook_reader.read(samples.make_folder({"hurt/choking": emergency}, about))
    assert reading.guidebook, reading.problems
    assert not reading.errors, reading.errors
    return reading


EVERY = read().guidebook
assert EVERY
KINDS = list_kinds(EVERY.by_id["choking"])


def print_kind(
    kind: PaperKind, values: dict[str, Any] | None = None, size: Size = Size.A4, **fields: Any
) -> Printed:
    reading = read(values, **fields)
    assert reading.guidebook
    (printed,) = print_all(reading.guidebook, locate=reading.locate, kinds=[kind], sizes=[size])
    return printed


@pytest.mark.parametrize("kind", [*KINDS, PaperKind.BOOKLET, PaperKind.DECK])
def test_the_number_is_on_every_paper(kind: PaperKind) -> None:
    printed = print_kind(kind)
    assert printed.pdf, printed.problems
    first = pypdfium2.PdfDocument(printed.pdf)[1 if kind is PaperKind.BOOKLET else 0]
    assert "all999or112" in squeeze(first.get_textpage().get_text_bounded())
    printed = print_kind(kind, {})
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert "112,911,999or000,whicheverisyours" in text
    assert "notset" not in text


@pytest.mark.parametrize("kind", [PaperKind.POSTER, PaperKind.CHECKLIST])
def test_the_bar_comes_first_with_address_and_alarm(kind: PaperKind) -> None:
    printed = print_kind(kind)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    bar = "Call999or112Saywhereyouare12HarbourSt,reddoorAlarmwordCodeAmber"
    assert text.startswith(bar)


def test_the_bar_is_red_and_wide() -> None:
    printed = print_kind(PaperKind.POSTER)
    assert printed.pdf
    picture = pypdfium2.PdfDocument(printed.pdf)[0].render(scale=0.5).to_pil().convert("RGB")
    middle = picture.height // 14
    row = [picture.getpixel((x, middle)) for x in range(picture.width)]
    red = [one for one in row if isinstance(one, tuple) and one[0] > 120 and one[1] < 60]
    assert len(red) > 0.5 * picture.width


def test_a_poster_holds_every_branch() -> None:
    branches = [
        {
            "id": name,
            "see": f"Sign {name}.",
            "now": [f"First {name}.", f"Second {name}."],
            "then": [f"Third {name}."],
            "never": [f"Do not shake {name}.", f"Do not give {name} water."],
            "say": f"I'm here, {name}.",
            "sign_off": "legal" if name == "b" else None,
        }
        for name in ("a", "b", "c")
    ]
    branches = [{key: value for key, value in one.items() if value} for one in branches]
    printed = print_kind(
        PaperKind.POSTER, branches=branches, first="Look round.", sign_off="medical"
    )
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert text.index("Lookround.") < text.index("Signa.") < text.index("Signb.")
    for name in ("a", "b", "c"):
        assert f"1First{name}.2Second{name}.Say“I’mhere,{name}.”" in text
        assert f"Donotshake{name}.Donotgive{name}water.3Third{name}." in text
    assert text.count("Notyetapprovedbyalawyer.") == 1
    assert text.count("Notyetapprovedbyamedicalexpert.") == 1


def test_a_card_for_every_branch() -> None:
    printed = print_kind(PaperKind.CARD, sign_off="medical")
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert text.count("Theycan’tspeakorbreathe.") == 5
    assert text.count("Ababycan’tcry,orturnsblue.") == 5
    assert text.count("Notyetapprovedbyamedicalexpert.") == 10
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert len(pdf.pages) == 1


def test_a_checklist_says_what_to_do_when_it_is_over() -> None:
    printed = print_kind(PaperKind.CHECKLIST, sign_off="medical")
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    for words in ("The call was made.", "Someone saw a doctor.", "Signature"):
        assert squeeze(words) in text
    assert "Notyetapprovedbyamedicalexpert." in text


@pytest.mark.parametrize(("values", "is_given"), [(VALUES, True), ({}, False)])
def test_without_an_address_there_is_a_field_to_write_it_on(
    values: dict[str, Any], is_given: bool
) -> None:
    printed = print_kind(PaperKind.POSTER, values)
    assert printed.pdf, printed.problems
    picture = pypdfium2.PdfDocument(printed.pdf)[0].render().to_pil().convert("L")
    width, bar = picture.width, picture.height // 8
    rows = [
        bytes(255 * (picture.getpixel((x, y)) > 250) for x in range(width // 2, width - 60))
        for y in range(40, bar)
    ]
    longest = [max(map(len, row.split(b"\0"))) for row in rows]
    field = sum(length > width // 3 for length in longest)
    assert (field > 20) == (not is_given)


def make_full(branches: int, now: str, then: str) -> list[dict[str, Any]]:
    return [
        {"id": f"b{one}", "see": f"Sign {one}.", "now": [f"{now} {one}."] * 3, "then": [then] * 6}
        for one in range(branches)
    ]


def test_a_full_poster_leaves_what_comes_later_to_the_page() -> None:
    later = "Do this later, slowly and with care, and look at it again. " * 4
    printed = print_kind(PaperKind.POSTER, branches=make_full(6, "Do it now", later))
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert 1 <= text.count("Goonasthepagesays.") < 6


def test_a_poster_is_shortened_from_its_end() -> None:
    later = "Do this later, slowly and with care, and look at it again. " * 4
    branches = make_full(6, "Do it now", later)
    branches[3]["then"] = [later] * 20
    branches[5]["then"] = ["Rest."]
    printed = print_kind(PaperKind.POSTER, branches=branches)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    signs = [text.index(f"Sign{one}.") for one in range(6)]
    ends = [*signs[1:], len(text)]
    shortened = [
        "Goonasthepagesays." in text[start:end] for start, end in zip(signs, ends, strict=True)
    ]
    assert shortened == [False, False, False, True, True, True]


@pytest.mark.parametrize(
    ("kind", "place"),
    [(PaperKind.POSTER, "now"), (PaperKind.CARD, "now"), (PaperKind.DECK, "now")],
)
def test_too_full_is_reported_with_its_place(kind: PaperKind, place: str) -> None:
    branches = make_full(2, "Do it.", "Later.")
    branches[1][place] = ["Do it right now. " * 80] * 3
    printed = print_kind(kind, branches=branches)
    assert printed.pdf is None
    (problem,) = printed.problems
    assert problem.rule.id == "emergency-too-full"
    assert problem.severity is Severity.ERROR
    assert "emergency" in problem.message
    assert problem.place.path == "hurt/choking.yml"
    assert problem.place.line > 20


@pytest.mark.parametrize("kind", [PaperKind.CARD, PaperKind.CUE_CARDS])
def test_no_line_is_on_another(kind: PaperKind) -> None:
    practice = samples.make_practice(roleplay=True)
    for words in range(1, 28):
        practice["roleplay"]["rounds"][0]["customer"] = "Help me now. " * words
        branches = make_full(2, "Go on. " * (words // 2), "Later.")
        printed = print_kind(kind, branches=branches, practice=practice, sign_off="medical")
        assert printed.pdf, printed.problems
        for page in pypdfium2.PdfDocument(printed.pdf):
            assert_no_overlap(page)


def test_text_of_a_poster_is_large() -> None:
    fields = {"branches": make_full(6, "Do it now", "Do this later. " * 20), "purpose": "Help."}
    printed = print_kind(PaperKind.POSTER, **fields)
    assert printed.pdf
    assert "Goonasthepagesays." in read_text(printed.pdf)
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    for text, smallest in (("Do it now", 14), ("Do this later.", 9.8), ("Owner", 10.5)):
        assert find_size(page, text) >= smallest - 0.01, text


@pytest.mark.parametrize("size", list(Size))
def test_every_shipped_emergency_fits(guidebook: Guidebook, site: Path, size: Size) -> None:
    inline = Inline(guidebook)
    assert guidebook.emergencies
    for playbook in guidebook.emergencies:
        for kind in (PaperKind.POSTER, PaperKind.CHECKLIST, PaperKind.OBSERVER):
            paper = site / name_file(kind, size, playbook)
            assert len(pypdfium2.PdfDocument(paper)) == 1, paper.name
        poster = site / name_file(PaperKind.POSTER, size, playbook)
        text = join_hyphens(read_text(poster.read_bytes()))
        for branch in playbook.branches:
            for one in (branch.see, *branch.now, *(branch.never or ()), *(branch.then or ())):
                if "not set" not in inline.plain(one):
                    assert join_hyphens(squeeze(inline.plain(one))) in text


def test_every_emergency_of_the_filled_in_example_has_its_papers(tmp_path: Path) -> None:
    """Where a line has to be got first, cards and posters are made all the same."""
    number = "9, then 999, on all desk phones"
    answers = (ROOT / "examples/harbour-cafe/house.yml").read_text("utf-8")
    house = tmp_path / "house.yml"
    house.write_text(answers.replace("emergency-number: 999", f"emergency-number: {number}"))
    found = project.find(ROOT / "playbooks", house=house)
    reading = project.read(found)
    assert reading.guidebook
    assert reading.guidebook.values["emergency-number"].text == number
    assert "long-number" not in {one.rule.id for one in reading.problems}
    jobs = list(
        papers.plan(
            reading.guidebook,
            sizes=[Size.LETTER],
            ids=[one.id for one in reading.guidebook.emergencies],
            kinds=[PaperKind.CARD, PaperKind.POSTER],
        )
    )
    batch = paper_cache.print_papers(jobs, Fonts(), reading.locate)
    assert batch.problems == ()
    assert len(batch.files) == 2 * len(reading.guidebook.emergencies) > 0
