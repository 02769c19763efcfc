"""Every word arrives on paper as it was typed, or is reported with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from generator.adapters import edition_folder
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import StandardPlaybook
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import PaperKind, Size
from generator.views.papers.kinds import OF_ALL, SESSIONS, list_kinds, name_file
from generator.views.papers.paper_text import clean
from tests import samples
from tests.conftest import ROOT
from tests.paper.conftest import Print, print_all, read_text, squeeze

LETTERS = "Hear them out \u0430\u0431\u0432 \u03b1\u03b2\u03b3"


def test_every_text_of_every_checklist(guidebook: Guidebook, site: Path) -> None:
    inline = Inline(guidebook)
    assert guidebook.playbooks
    for playbook in guidebook.playbooks:
        pdf = (site / name_file(PaperKind.CHECKLIST, Size.A4, playbook)).read_bytes()
        assert len(pypdfium2.PdfDocument(pdf)) == 1, playbook.id
        text = read_text(pdf)
        wanted = [playbook.title, playbook.purpose, playbook.owner]
        if isinstance(playbook, Emergency):
            wanted += playbook.after or ()
        else:
            assert isinstance(playbook, StandardPlaybook)
            wanted += [playbook.say[0].say, playbook.stop.lead, playbook.stop.text]
        for one in (*wanted, *(item.text for item in playbook.checklist.items)):
            if "not set" not in inline.plain(one):  # a line to fill in by pen
                assert squeeze(inline.plain(one)) in text


def test_two_sides_hold_the_whole_playbook(guidebook: Guidebook, site: Path) -> None:
    plain = Inline(guidebook).plain
    assert guidebook.standard
    for playbook in guidebook.standard:
        sheet = pypdfium2.PdfDocument(site / name_file(PaperKind.TWO_SIDES, Size.A4, playbook))
        front, back = (squeeze(side.get_textpage().get_text_bounded()) for side in sheet)
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


@pytest.mark.parametrize("size", list(Size))
def test_every_shipped_paper_is_made(guidebook: Guidebook, site: Path, size: Size) -> None:
    recorded = edition_folder.read(ROOT / "editions", shown="editions")
    changes = recorded.report(guidebook)
    jobs = list(papers.plan(guidebook, sizes=[size], changes=changes[0]))
    assert {job.kind for job in jobs} == set(PaperKind) - SESSIONS.keys()  # made when asked for
    assert len(jobs) == len(OF_ALL) + sum(len(list_kinds(one)) for one in guidebook.playbooks)
    for job in jobs:
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
    ("typed", "shown"),
    [
        ('#panic("x") $x$ \\*b\\* @ref', "#panic(“x”) $x$ *b* @ref"),
        ("w" * 200, "w" * 200),
        (LETTERS, LETTERS),
        (
            'json("/etc/passwd") #include "x" \\`raw\\` <label> // no comment /* nor this */ ~ --- \\',
            "json(“/etc/passwd”) #include “x” `raw` <label> // no comment /* nor this */ ~ --- \\",
        ),
    ],
)
@pytest.mark.parametrize("kind", [PaperKind.CHECKLIST, PaperKind.BOOKLET])
def test_hostile_words_stay_words(
    print_one: Print, kind: PaperKind, typed: str, shown: str
) -> None:
    (printed,) = print_one(kind, checklist=[typed, "I listened."], purpose=typed)
    assert printed.pdf, printed.problems
    assert read_text(printed.pdf).count(squeeze(shown)) == 2


def test_control_characters_are_left_out() -> None:
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


@pytest.mark.parametrize(
    ("title", "is_right"), [("\u0627\u0644\u0637\u0644\u0628", True), ("Late order", False)]
)
def test_the_bar_of_a_stop_box_is_where_its_words_begin(
    print_one: Print, title: str, is_right: bool
) -> None:
    (printed,) = print_one(PaperKind.CHECKLIST, title=title, stop="Hand it over.")
    assert printed.pdf, printed.problems
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    places = [one.get_bounds() for one in paths]
    (bar,) = [left for left, low, right, high in places if right - left < 3 and high - low > 12]
    assert (bar > page.get_width() / 2) == is_right


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


def test_a_value_that_is_not_set_is_a_line_to_fill_in(print_one: Print) -> None:
    (printed,) = print_one(
        PaperKind.CHECKLIST, checklist=["Spent ((spend-limit|no more)) at most."]
    )
    assert printed.pdf
    runs = printed.job.data["items"][0]["runs"]
    assert [run.get("blank", False) for run in runs] == [False, True, False]
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


def make_whole(make: Callable[..., dict[str, Any]]) -> Guidebook:
    """A guidebook of one page, with every paper that there is of its kind."""
    playbook = make(poster="yes", practice=samples.make_practice(), sign_off="medical")
    about = samples.make_about(["hurt"], version="7.1")
    files = samples.make_folder({"hurt/one": playbook}, about)
    questions = samples.make_questions({"a": [("Loud", "one"), ("Quiet", "one")]})
    guidebook = guidebook_reader.read(files | questions).guidebook
    assert guidebook
    return guidebook


WHOLE = {
    "standard": make_whole(samples.make_minimal),
    "emergency": make_whole(samples.make_emergency),
}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (name, kind)
        for name, whole in WHOLE.items()
        for kind in (*list_kinds(whole.by_id["one"]), *OF_ALL)
    ],
)
def test_problems_name_only_texts_that_are_on_the_paper(name: str, kind: PaperKind) -> None:
    (printed,) = print_all(WHOLE[name], kinds=[kind])
    assert printed.pdf, printed.problems
    assert printed.job.texts
    text = read_text(printed.pdf)
    assert [one.loc for one in printed.job.texts if squeeze(one.shown) not in text] == []
