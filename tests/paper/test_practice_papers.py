"""Papers to practice with: all questions with their answers, cues without options, what to watch."""

import pypdfium2
import pypdfium2.raw
import pytest

from generator.views.papers import PaperKind
from tests import samples
from tests.paper.conftest import Print, find_size, read_text, squeeze

ITEMS = ["I listened.", "I gave a time."]


def test_a_hand_out_has_all_questions_with_their_answers(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.HAND_OUT, practice=samples.make_practice())
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    for number in (1, 2, 3):
        assert f"Question{number}of3Whatnow,number{number}?" in text
        assert f"AWait{number}.Notquite.Tooslow{number}." in text
        assert f"BCall{number}.Right.Helpcomes{number}." in text


def test_cues_of_a_role_play_have_no_options(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CUE_CARDS, practice=samples.make_practice(roleplay=True))
    assert printed.pdf, printed.problems
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    text = squeeze(page.get_textpage().get_text_bounded())
    for words in (
        "Setting",
        "You are at the desk.",
        "Hello! After a good answer: They sit down. Go on with round 2.",
        "Otherwise: They shout. Go on with ending 2.",
        "And now? After a good answer: They sit down. Go on with ending 1.",
        "They thank you.",
    ):
        assert squeeze(words) in text
    assert "Yes." not in text
    assert "No." not in text


def test_cues_tell_several_poor_answers_by_their_words(print_one: Print) -> None:
    practice = samples.make_practice(roleplay=True)
    replies = practice["roleplay"]["rounds"][0]["replies"]
    poor = next(one for one in replies if not one.get("best"))
    long = "Well, I would say that you wait, and then we will see about it."
    replies.append(poor | {"say": long, "leads": "They sigh."})
    (printed,) = print_one(PaperKind.CUE_CARDS, practice=practice)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert squeeze("After “Well, I would say that you wait…” or the like: They sigh.") in text
    assert squeeze(f"After “{poor['say']}” or the like: {poor['leads']}") in text
    assert text.count("Otherwise") == 1  # on the card of the other round


def test_cues_of_questions_have_the_answer_behind_them(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CUE_CARDS, practice=samples.make_practice())
    assert printed.pdf, printed.problems
    front, back = pypdfium2.PdfDocument(printed.pdf)
    asked = squeeze(front.get_textpage().get_text_bounded())
    told = squeeze(back.get_textpage().get_text_bounded())
    for number in (1, 2, 3):
        assert f"Whatnow,number{number}?" in asked
        assert f"Call{number}.Helpcomes{number}." in told
    assert "Call" not in asked
    assert "Wait" not in asked + told
    # Printed on both sides: what is left in front is right behind.
    assert find_left(front, "number 1?") < front.get_width() / 2 < find_left(back, "Call 1.")
    assert find_left(back, "Call 2.") < back.get_width() / 2 < find_left(front, "number 2?")
    assert find_left(front, "number 3?") < back.get_width() / 2 < find_left(back, "Call 3.")


def find_left(page: pypdfium2.PdfPage, words: str) -> float:
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found
    left: float = text.get_charbox(found[0])[0]
    return left


def test_cues_that_are_too_full_are_reported(print_one: Print) -> None:
    practice = samples.make_practice()
    practice["quiz"][1]["prompt"] = "What do you do now? " * 60
    (printed,) = print_one(PaperKind.CUE_CARDS, practice=practice)
    (problem,) = printed.problems
    assert problem.rule.id == "too-full"
    assert "cue card" in problem.message


def test_an_observer_has_a_row_for_each_box(print_one: Print) -> None:
    (printed,) = print_one(
        PaperKind.OBSERVER, practice=samples.make_practice(), checklist=ITEMS, sign_off="legal"
    )
    assert printed.pdf, printed.problems
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    text = squeeze(page.get_textpage().get_text_bounded())
    for words in ("Seen Partly Not seen", *ITEMS, "Who plays", "What was said well", "One thing"):
        assert squeeze(words) in text
    assert "Notyetapprovedbyalawyer." in text


def test_what_is_left_of_an_observers_sheet_is_for_writing(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.OBSERVER, practice=samples.make_practice(), checklist=ITEMS)
    assert printed.pdf, printed.problems
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    lines = [one.get_bounds() for one in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    long = sorted({round(line[1]) for line in lines if line[2] - line[0] > page.get_width() / 2})
    assert long[0] < 60  # the foot
    assert long[1] - long[0] < 40
    assert len(long) > 15


def test_a_short_poor_version_is_large(print_one: Print) -> None:
    practice = samples.make_practice(roleplay=True)
    (printed,) = print_one(PaperKind.POOR_VERSION, practice=practice)
    assert printed.pdf, printed.problems
    (page,) = pypdfium2.PdfDocument(printed.pdf)
    assert find_size(page, "They shout.") == 15


@pytest.mark.parametrize(
    "kind", [PaperKind.CHECKLIST, PaperKind.CARD, PaperKind.POSTER, PaperKind.HAND_OUT]
)
@pytest.mark.parametrize("expert", ["food", None])
def test_who_still_has_to_approve_it(print_one: Print, kind: PaperKind, expert: str | None) -> None:
    fields = {"sign_off": expert} if expert else {}
    (printed,) = print_one(kind, poster="yes", practice=samples.make_practice(), **fields)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert ("Notyetapprovedbyafoodsafetyexpert." in text) == bool(expert)
