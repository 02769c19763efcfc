"""Every word arrives on paper as it was typed, or is reported with its place; nothing is cut."""

from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
import zxingcpp

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import StandardPlaybook
from generator.model.typography import curl
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import PaperKind, Size
from tests import samples
from tests.paper.conftest import Print, print_all, read_text, squeeze

HOSTILE = '#panic("x") $x$ *b* @ref'


def test_every_text_of_every_checklist(guidebook: Guidebook, site: Path) -> None:
    inline = Inline(guidebook)
    for job in papers.plan(guidebook, kinds=[PaperKind.CHECKLIST]):
        pdf = (site / job.path).read_bytes()
        assert len(pypdfium2.PdfDocument(pdf)) == 1, job.path
        text = read_text(pdf)
        stem = job.path.removeprefix("papers/").removesuffix("-checklist-a4.pdf")
        playbook = guidebook.by_id[stem]
        wanted = [playbook.title, playbook.purpose, playbook.owner]
        if isinstance(playbook, Emergency):
            wanted += playbook.after or ()
        else:
            wanted += [playbook.say[0].say, playbook.stop.lead, playbook.stop.text]
        for one in (*wanted, *(item.text for item in playbook.checklist.items)):
            if "not set" not in inline.plain(one):  # a line to fill in by pen
                assert squeeze(inline.plain(one)) in text


def test_two_sides_hold_the_whole_playbook(guidebook: Guidebook, site: Path) -> None:
    plain = Inline(guidebook).plain
    for job in papers.plan(guidebook, kinds=[PaperKind.TWO_SIDES]):
        sheet = pypdfium2.PdfDocument((site / job.path).read_bytes())
        front, back = (squeeze(side.get_textpage().get_text_bounded()) for side in sheet)
        playbook = guidebook.by_id[job.data["id"]]  # type: ignore[typeddict-item]
        assert isinstance(playbook, StandardPlaybook)
        first, *others = playbook.say
        doing = [one for step in playbook.steps for one in (step.do, step.say, step.why)]
        early = [playbook.title, playbook.purpose, playbook.stop.text, first.say, first.why, *doing]
        late = [one for phrase in others for one in (phrase.say, phrase.why)]
        late += [text for one in playbook.avoid for text in (one.say, one.do, one.why, one.instead)]
        late += [item.text for item in playbook.checklist.items]
        late += [guidebook.by_id[name].title for name in playbook.related]
        for text, wanted in ((front, early), (back, late)):
            shown = [plain(one) for one in wanted if one]
            assert [one for one in shown if "not set" not in one and squeeze(one) not in text] == []


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
    sizes = []
    for side, words in zip(
        pypdfium2.PdfDocument(printed.pdf), ("Do it", "I listened"), strict=True
    ):
        text = side.get_textpage()
        found = text.search(words).get_next()
        assert found
        sizes.append(pypdfium2.raw.FPDFText_GetFontSize(text, found[0]))
    assert 9.5 <= min(sizes) == max(sizes) < 12


@pytest.mark.parametrize("size", list(Size))
def test_every_shipped_paper_is_made(guidebook: Guidebook, site: Path, size: Size) -> None:
    for job in papers.plan(guidebook, sizes=[size]):
        assert (site / job.path).read_bytes().startswith(b"%PDF"), job.path


def test_every_urgent_page_has_a_poster(guidebook: Guidebook) -> None:
    urgent = [one for one in guidebook.playbooks if guidebook.chapters[one.chapter].urgent]
    assert urgent
    assert [one.id for one in urgent if not one.poster] == []


@pytest.mark.parametrize("kind", [PaperKind.CHECKLIST, PaperKind.POSTER, PaperKind.HAND_OUT])
def test_code_leads_to_the_page(guidebook: Guidebook, kind: PaperKind) -> None:
    about = guidebook.about.model_copy(update={"address": "https://service.example.com/guide"})
    addressed = Guidebook(about, guidebook.playbooks, guidebook.sources)
    (printed,) = print_all(addressed, ids=["shouting-customer"], kinds=[kind])
    assert printed.pdf, printed.problems
    picture = pypdfium2.PdfDocument(printed.pdf)[0].render(scale=110 / 72).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == "https://service.example.com/guide/when-it-gets-hot/shouting-customer/"
    assert squeeze(code.text) in read_text(printed.pdf)


def test_without_an_address_there_is_no_code(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CHECKLIST, about={"address": None})
    assert printed.pdf
    picture = pypdfium2.PdfDocument(printed.pdf)[0].render(scale=110 / 72).to_pil()
    assert zxingcpp.read_barcodes(picture) == []


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "w" * 200,
        "Hear them out \u0430\u0431\u0432 \u03b1\u03b2\u03b3",
        'json("/etc/passwd") #include "x" `raw` <label> // no comment /* nor this */ ~ --- \\',
    ],
)
@pytest.mark.parametrize("kind", [PaperKind.CHECKLIST, PaperKind.BOOKLET])
def test_hostile_words_stay_words(print_one: Print, kind: PaperKind, text: str) -> None:
    typed = text.replace("*", "\\*").replace("`", "\\`")
    text = curl(text)
    (printed,) = print_one(kind, checklist=[typed, "I listened."], purpose=typed)
    assert printed.pdf, printed.problems
    assert read_text(printed.pdf).count(squeeze(text.replace("\\", ""))) >= 1 or squeeze(
        text
    ) in read_text(printed.pdf)


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


def test_control_characters_are_left_out(print_one: Print) -> None:
    from generator.views.papers.paper_text import clean

    assert clean("a\x07b\u202ec\nd") == "abc d"
    assert clean("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == (
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )


@pytest.mark.parametrize(
    ("letter", "font"), [("\U0001f642", "Noto Emoji"), ("\u4f60", "Noto Sans SC")]
)
def test_a_letter_that_no_font_has(print_one: Print, letter: str, font: str) -> None:
    (printed,) = print_one(PaperKind.CHECKLIST, checklist=["I listened.", f"I said {letter}."])
    assert printed.pdf is None
    (problem,) = printed.problems
    assert problem.rule.id == "no-letter"
    assert letter in problem.message
    assert font in problem.fix
    assert problem.place.path == "p/fair/one.yml"
    assert problem.place.line == 14
    assert problem.place.column == (10 if letter == "\u4f60" else 22)  # typed as an escape


def test_arabic_stands_right_to_left(print_one: Print) -> None:
    text = "\u0627\u0633\u062a\u0645\u0639 \u0623\u0648\u0644\u0627"
    (printed,) = print_one(
        PaperKind.CHECKLIST, title=text, purpose=text, checklist=[text, "Latin."]
    )
    assert printed.pdf, printed.problems
    assert printed.job.document["rtl"]
    assert printed.job.data["items"][1] | {"runs": []} == {
        "runs": [],
        "rtl": False,
        "lang": "en",
    }
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    words = page.get_textpage()
    lefts = [
        words.get_charbox(place)[2]
        for place in range(words.count_chars())
        if "\u0600" <= words.get_text_range(place, 1) <= "\u06ff"
    ]
    assert max(lefts) > page.get_width() * 0.8


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
        words = page.get_textpage()
        text = squeeze(words.get_text_bounded())
        assert [squeeze(step) in text for step in steps] == [is_roomy] * len(steps)
        boxes, doing = (words.search(start).get_next() for start in ("Number 0", "Do thing 0"))
        assert boxes
        smallest = pypdfium2.raw.FPDFText_GetFontSize(words, boxes[0])
        assert not doing or pypdfium2.raw.FPDFText_GetFontSize(words, doing[0]) == smallest >= 12


def test_a_value_that_is_not_set_is_a_line_to_fill_in(print_one: Print) -> None:
    (printed,) = print_one(
        PaperKind.CHECKLIST, checklist=["Spent ((spend-limit|no more)) at most."]
    )
    assert printed.pdf
    runs = printed.job.data["items"][0]["runs"]
    assert [run.get("blank", False) for run in runs] == [False, True, False, False][: len(runs)]
    assert "not set" not in str(runs)


def test_addresses_of_links_are_printed(print_one: Print) -> None:
    items = ["See [the form](https://x.example/form).", "Call [112](tel:112)."]
    items += ["Call +44 (0)20 7946-0000.", "Call [us](tel:116123)."]
    (printed,) = print_one(PaperKind.CHECKLIST, checklist=items)
    assert printed.pdf
    text = read_text(printed.pdf)
    assert "Seetheform(https://x.example/form)." in text
    assert "Call112." in text
    assert "Call+44(0)207946-0000." in text
    assert "Callus(116123)." in text


def test_marks_of_a_text_arrive_on_paper(print_one: Print) -> None:
    items = ["See **[the *form*](mailto:a@b.example) now**\nor [((spend-limit))](tel:1)."]
    (printed,) = print_one(PaperKind.CHECKLIST, checklist=items)
    assert printed.job.data["items"][0]["runs"] == [
        {"t": "See "},
        {"t": "the ", "bold": True},
        {"t": "form", "bold": True, "italic": True},
        {"t": " (a@b.example)"},
        {"t": " now", "bold": True},
        {"line": True},
        {"t": "or "},
        {"t": "spend limit", "blank": True},
        {"t": " (1)"},
        {"t": "."},
    ]


def test_too_full_names_a_text_that_is_on_the_card(print_one: Print) -> None:
    long = "Slowly. " * 36
    fields = {"steps": [long] * 3, "say": [long], "stop": long}
    (printed,) = print_one(PaperKind.CARD, purpose="w" * 300, **fields)
    (problem,) = printed.problems
    assert problem.rule.id == "too-full"
    assert problem.place.line > 4  # where the purpose is


@pytest.mark.parametrize("kind", list(PaperKind))
@pytest.mark.parametrize("name", ["standard", "emergency"])
def test_problems_name_only_texts_that_are_on_the_paper(name: str, kind: PaperKind) -> None:
    make = samples.make_emergency if name == "emergency" else samples.make_minimal
    if name == "emergency" and kind is PaperKind.TWO_SIDES:
        return  # it has none
    playbook = make(poster="yes", practice=samples.make_practice(), sign_off="medical")
    about = samples.make_about(["hurt"], version="7.1")
    files = samples.make_folder({"hurt/one": playbook}, about)
    questions = samples.make_questions({"a": [("Loud", "one"), ("Quiet", "one")]})
    guidebook = guidebook_reader.read(files | questions).guidebook
    assert guidebook
    (printed,) = print_all(guidebook, kinds=[kind])
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert [one.loc for one in printed.job.texts if squeeze(one.shown) not in text] == []
